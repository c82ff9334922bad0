import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Book, ChartSpec } from '../../../src/report/xlsx/book.js'
import { PALETTE } from '../../../src/report/xlsx/chart-elements.js'
import { writeBook } from '../../../src/report/xlsx/write-book.js'
import { demoBook } from './demo-book.js'

const charts = async (book: Book) => {
  const parts = Object.entries(unzipSync(await writeBook(book))).filter(([name]) =>
    name.startsWith('xl/charts/'),
  )
  return parts.map(([, content]) => strFromU8(content))
}

function bookWith(spec: Partial<ChartSpec>): Book {
  const chart: ChartSpec = {
    kind: 'column',
    title: 'Chart',
    alt: 'Bars',
    at: 'D1:H9',
    categories: { area: 'A1:A3' },
    series: [{ name: 'Cost', values: { area: 'B1:B3' } }],
    ...spec,
  }
  const rows = ['Nước', 'Điện', 'Hơi'].map((text, index) => ({
    cells: [{ text }, index === 1 ? { text: '–' } : { formula: '1+1', result: index + 0.5 }],
  }))
  const data = { id: 'data', name: "Dữ 'liệu", columns: [], rows }
  return { title: 'Charts', date: '2024-12-31', lang: 'vi', sheets: [{ ...data, charts: [chart] }] }
}

describe('charts', () => {
  it('are one part each, placed in one drawing of their sheet', async () => {
    const parts = unzipSync(await writeBook(demoBook()))
    expect(Object.keys(parts).filter((name) => name.startsWith('xl/charts/'))).toHaveLength(8)
    const drawing = strFromU8(parts['xl/drawings/drawing2.xml'] ?? new Uint8Array())
    expect(drawing.match(/<xdr:twoCellAnchor /g)).toHaveLength(8)
    expect(drawing.match(/descr="Chi phí tổn thất giảm dần"/g)).toHaveLength(8)
  })

  it('of kind pareto has bars, and a line of shares on a second axis from 0 to 1', async () => {
    const [pareto = ''] = await charts(demoBook())
    expect(pareto).toMatch(/<c:barChart>.*<c:lineChart>/s)
    expect(pareto).toContain('<c:max val="1"/><c:min val="0"/>')
    expect(pareto.match(/<c:valAx>/g)).toHaveLength(2)
    expect(pareto).toContain('<c:v>0.43157894736842106</c:v>')
  })

  it('point at cells and store their values; a cell without a number is a gap', async () => {
    const [xml = ''] = await charts(bookWith({}))
    expect(xml).toContain("<c:f>'Dữ ''liệu'!$B$1:$B$3</c:f>")
    expect(xml).toContain(
      '<c:ptCount val="3"/><c:pt idx="0"><c:v>0.5</c:v></c:pt><c:pt idx="2"><c:v>2.5</c:v></c:pt>',
    )
    expect(xml).toContain('<c:pt idx="1"><c:v>Điện</c:v></c:pt>')
  })

  it('spell titles safely and in the language of the book', async () => {
    const [xml = ''] = await charts(bookWith({ title: 'Hơi </c:chart> & "nước"\u0000\uFFFE' }))
    expect(xml).toContain('<a:t>Hơi &lt;/c:chart&gt; &amp; &quot;nước&quot;</a:t>')
    expect(xml).toContain('lang="vi-VN"')
  })

  it('show a legend only where there is something to tell apart', async () => {
    const two = { name: 'Other', values: { area: 'B1:B3' } }
    const legend = async (spec: Partial<ChartSpec>) =>
      (await charts(bookWith(spec)))[0]?.includes('<c:legend>')
    expect(await legend({})).toBe(false)
    expect(await legend({ series: [two, two] })).toBe(true)
    expect(await legend({ series: [two, two], legend: false })).toBe(false)
    expect(await legend({ kind: 'doughnut' })).toBe(true)
  })

  it('take the colours of the palette one after the other, and around again', async () => {
    const series = Array.from({ length: 9 }, (_, index) => ({ name: `${index}`, values: { area: 'B1:B3' } }))
    const [xml = ''] = await charts(bookWith({ series }))
    const fills = [...xml.matchAll(/<\/c:tx><c:spPr><a:solidFill><a:srgbClr val="(\w+)"/g)].map(
      (match) => match[1],
    )
    expect(fills).toEqual([...PALETTE, PALETTE[0]])
  })

  it('refuse what they cannot draw', async () => {
    await expect(writeBook(bookWith({ series: [] }))).rejects.toThrow('no series')
    await expect(writeBook(bookWith({ kind: 'pareto' }))).rejects.toThrow('two series')
    await expect(writeBook(bookWith({ categories: { area: 'A1:B3' } }))).rejects.toThrow('neither one row')
    await expect(writeBook(bookWith({ categories: { sheet: 'none', area: 'A1:A3' } }))).rejects.toThrow(
      'no sheet "none"',
    )
  })
})
