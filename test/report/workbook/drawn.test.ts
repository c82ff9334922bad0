import validate from '@ooxml-tools/validate'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Audit } from '../../../src/model/audit.js'
import type { ChartSpec, Sheet } from '../../../src/report/xlsx/book.js'
import { parseArea } from '../../../src/report/xlsx/address.js'
import { cellValue } from '../../../src/report/xlsx/cells.js'
import { auditBook, writeWorkbook } from '../../../src/report/xlsx/write-workbook.js'
import { readCells } from '../../../src/verify/read-cells.js'
import { recalculate } from '../../../src/verify/recalculate.js'
import { compareFormulas, recalculateWithLibreOffice, runSoffice } from '../recalculate.js'
import { DESIGN, full } from './design.js'
import { MADE, monthlyAudit, USED } from './monthly-site.js'

let audit: Audit
let sheets: readonly Sheet[] = []
beforeAll(async () => {
  audit = await monthlyAudit()
  sheets = auditBook(audit, full('en')).sheets
})

const sheet = (id: string): Sheet =>
  sheets.find((one) => one.id === id) ?? { id, name: id, columns: [], rows: [] }

/** What a chart reads now, series by series. */
function drawn(on: Sheet, { series }: ChartSpec, what: 'values' | 'x' | 'size' = 'values') {
  return series.map((one) => {
    const range = one[what] ?? one.values
    const { top, left, bottom } = parseArea(range.area)
    const home = range.sheet === undefined ? on : sheet(range.sheet)
    return Array.from({ length: bottom - top + 1 }, (_, index) =>
      cellValue(home.rows[top - 1 + index]?.cells[left - 1]),
    )
  })
}

const charts = (id: string): readonly ChartSpec[] => sheet(id).charts ?? []

describe('the charts', () => {
  it('show use beside production, month by month, and the trend of the specific consumption', () => {
    const [profile, trend] = charts('monthly')
    if (profile === undefined || trend === undefined) throw new Error('no charts')
    const [used = [], made] = drawn(sheet('monthly'), profile)
    expect(made).toEqual(MADE)
    // The bill of April holds the first of May, and that of May begins a day later: both are divided by days.
    const april = (8500 * 30) / 31
    const may = (8500 * 1) / 31 + 8700
    expect(used.map(Number)).toEqual(
      USED.map(
        (amount, index) => expect.closeTo(index === 3 ? april : index === 4 ? may : amount, 9) as number,
      ),
    )
    const [specific = []] = drawn(sheet('monthly'), trend)
    expect(specific[0]).toBe(100)
    expect(specific[5]).toBeCloseTo(8900 / 105, 12)
  })

  it('run from the cost of today to that of the target', () => {
    const [waterfall] = charts('portfolio')
    if (waterfall === undefined) throw new Error('no waterfall')
    const [below = [], cost = [], less = []] = drawn(sheet('portfolio'), waterfall)
    const net = audit.figures.find(({ id }) => id === 'package.net')?.value ?? 0
    const [today, target] = [Number(cost[0]), Number(cost.at(-1))]
    expect(today - target).toBeCloseTo(net, 3)
    // Every bar stands on what is left after it.
    let left = today
    for (const [index, saving] of less.entries()) {
      if (index === 0 || index === less.length - 1) continue
      left -= Number(saving)
      expect(Number(below[index])).toBeCloseTo(left, 3)
    }
  })

  it('have a bubble a measure and steps as wide as what is avoided', () => {
    const bubbles = charts('portfolio').find(({ kind }) => kind === 'bubble')
    expect(bubbles?.series).toHaveLength(4)
    const steps = charts('portfolio').find(({ kind }) => kind === 'steps')
    if (steps === undefined) throw new Error('no steps')
    const [along = []] = drawn(sheet('portfolio'), steps, 'x')
    expect(along).toHaveLength(2 * audit.evaluation.abatement.length)
    const avoided = audit.evaluation.abatement.map((id) => {
      const co2e = audit.evaluation.opportunities.find((one) => one.id === id)?.co2e
      return audit.figures.find((figure) => figure.id === co2e)?.value ?? 0
    })
    expect(Number(along.at(-1))).toBeCloseTo(
      avoided.reduce((sum, one) => sum + one, 0),
      9,
    )
  })

  it('lay the plan from start to due, and nothing where there are no dates', () => {
    const [plan] = charts('action-plan')
    if (plan === undefined) throw new Error('no plan')
    const [starts = [], days = []] = drawn(sheet('action-plan'), plan)
    const dated = days.map((count, index) => [starts[index], count]).filter(([, count]) => count !== 0)
    // 45748 is 2025-04-01, 45717 is 2025-03-01.
    expect(dated).toEqual([
      [45_748, 121],
      [45_717, 45],
    ])
    expect(plan.from).toBe('2025-03-01')
  })

  it('give how far the site is from each benchmark', () => {
    const [gaps] = charts('benchmarks')
    if (gaps === undefined) throw new Error('no gaps')
    const [values = []] = drawn(sheet('benchmarks'), gaps)
    expect(values.filter((value) => typeof value === 'number').length).toBeGreaterThan(2)
  })
})

describe.each([...DESIGN.layouts.keys()])('the preset %s', (preset) => {
  it.each(['en', 'vi'] as const)('is a file without faults, and recalculates (%s)', async (lang) => {
    const bytes = await writeWorkbook(audit, { ...full(lang), preset })
    // The schema does not depend on the language, and the validator takes its time.
    expect(lang === 'vi' ? await validate(bytes, 'xlsx', 'Office2007') : []).toEqual([])
    const { mismatches, compared } = compareFormulas(bytes, recalculate(readCells(bytes)))
    expect(mismatches).toEqual([])
    expect(compared).toBeGreaterThan(300)
  })

  it.runIf(runSoffice)('recalculates in LibreOffice', async () => {
    const bytes = await writeWorkbook(audit, { ...full('vi'), preset })
    expect(compareFormulas(bytes, await recalculateWithLibreOffice(bytes)).mismatches).toEqual([])
  })

  it('lists every sheet on the cover: those that are there with a link, the others with the reason', () => {
    const { sheets: written } = auditBook(audit, { ...full('en'), preset })
    const cover = written[0]?.rows.flatMap(({ cells }) => cells.slice(0, 2)) ?? []
    const links = cover.flatMap((cell) =>
      cell && 'link' in cell && 'sheet' in cell.link ? [cell.link.sheet] : [],
    )
    const shown = written.filter(({ id, hidden }) => id !== 'cover' && !hidden).map(({ id }) => id)
    expect([...new Set(links)].filter((id) => shown.includes(id)).sort()).toEqual([...shown].sort())
    const texts = cover.flatMap((cell) => (cell && 'text' in cell ? [cell.text] : []))
    for (const name of ['Changes', 'Substance balances']) expect(texts).toContain(name)
    expect(texts).toContain('Sheets left out')
  })
})

it('what may not be read of the Vietnamese form is said on its cover', () => {
  for (const [lang, words] of [
    ['en', 'was not read'],
    ['vi', 'chưa đọc được'],
  ] as const) {
    const cover = auditBook(audit, { ...full(lang), preset: 'energy-law' }).sheets[0]
    const texts = cover?.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell && 'text' in cell ? [cell.text] : [])),
    )
    expect(texts?.some((text) => text.includes(words))).toBe(true)
  }
})

it('charts of numbers along both axes point at cells and store what they hold', async () => {
  const parts = unzipSync(await writeWorkbook(audit, full('en')))
  const xml = Object.entries(parts)
    .filter(([path]) => path.startsWith('xl/charts/'))
    .map(([, part]) => strFromU8(part))
  const bubble = xml.find((text) => text.includes('<c:bubbleChart>')) ?? ''
  expect(bubble.match(/<c:xVal>/g)).toHaveLength(4)
  expect(bubble).toMatch(/<c:bubbleSize><c:numRef><c:f>'Portfolio'!\$E\$\d+<\/c:f>/)
  expect(xml.some((text) => text.includes('<c:scatterChart>'))).toBe(true)
})
