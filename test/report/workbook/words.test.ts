import { beforeAll, describe, expect, it } from 'vitest'
import type { Audit } from '../../../src/model/audit.js'
import type { Lang } from '../../../src/model/text.js'
import { cellValue } from '../../../src/report/xlsx/cells.js'
import { auditBook } from '../../../src/report/xlsx/write-workbook.js'
import { auditText } from '../../audit-text.js'
import { full } from './design.js'
import { exampleAudit } from './example-audit.js'

const audits = new Map<string, Audit>()
beforeAll(async () => {
  for (const name of ['brewery', 'seafood'] as const) audits.set(name, await exampleAudit(name))
})

/** All texts of a sheet, or of all. */
function textsOf(name: 'brewery' | 'seafood', lang: Lang, sheet?: string): readonly string[] {
  const audit = audits.get(name)
  if (audit === undefined) throw new Error('no audit')
  return auditBook(audit, full(lang))
    .sheets.filter(({ id, hidden }) => (sheet === undefined ? !hidden : id === sheet))
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(cellValue)))
    .filter((value) => typeof value === 'string')
}

describe('names in place of ids', () => {
  it('calls a substance what the site calls it', () => {
    const texts = textsOf('seafood', 'vi')
    expect(texts).toContain('Cá: Phi lê')
    expect(texts).toContain('Tổng nitơ, t/năm')
    expect(texts.filter((text) => /hàm lượng (fish|cod|bod5|tss|nitrogen)|^fish/.test(text))).toEqual([])
  })

  it('calls a substance without a name by its id', async () => {
    const { audit } = await auditText(
      'substances: { zinc: {} }\nmaterials: { ore: { amount: 100 t, contains: { zinc: 3 % } } }\n',
    )
    expect(audit.figures.map(({ label }) => label.en)).toContain('ore: content of zinc')
  })

  it('calls a machine, a sector and what a measure needs by their names', () => {
    const found = textsOf('seafood', 'vi', 'opportunities')
    expect(found.filter((text) => text.includes('ammonia-plant'))).toEqual([])
    expect(textsOf('seafood', 'vi', 'cover')).toContain('Chế biến thủy sản')
    expect(textsOf('seafood', 'vi', 'cover')).toContain('5.800 h/năm (sổ sách, A1)')
    expect(textsOf('seafood', 'vi', 'inputs')).toContain('Tuần hoàn nước rã đông: vốn đầu tư')
    expect(textsOf('brewery', 'en', 'workings')).toContain('Steam boiler: fuel energy per year')
  })

  it('calls a reading and its meter by their names', () => {
    expect(textsOf('seafood', 'vi', 'inputs')).toContain('Cá tra phi lê đông lạnh: như đã ghi')
    expect(textsOf('brewery', 'en', 'inputs')).toContain('Inlet of the wastewater treatment: as written')
  })

  it('tells a condition of the checklists in words', () => {
    const texts = textsOf('brewery', 'en', 'checklist')
    expect(texts).toContain('product volume left in pipes at change-over > 0.2 m³')
    expect(texts.filter((text) => text.includes('product.pipe_volume'))).toEqual([])
  })

  it('tells which benchmark a value is, of which country, and how it was come by', () => {
    const texts = textsOf('brewery', 'vi', 'factors')
    expect(texts).toContain('thế giới')
    expect(texts).toContain('bộ dữ liệu công bố')
    expect(texts.filter((text) => /^(WORLD|dataset|secondary)$/.test(text))).toEqual([])
    expect(textsOf('brewery', 'en', 'factors')).toContain('Water per product: typical')
  })

  it('names each reference of a calculation once', () => {
    const lists = textsOf('brewery', 'en', 'calculations').filter((text) =>
      /^[A-Z0-9-]+(, [A-Z0-9-]+)+$/.test(text),
    )
    expect(lists.length).toBeGreaterThan(5)
    for (const list of lists) expect(new Set(list.split(', ')).size).toBe(list.split(', ').length)
  })
})

describe('numbers', () => {
  it('stand with their own digits where a column would show them as 0', () => {
    const audit = audits.get('brewery') as Audit
    const sheet = auditBook(audit, full('en')).sheets.find(({ id }) => id === 'flows')
    const row = sheet?.rows.find(({ cells }) => cellValue(cells[0]) === 'Ascorbic acid')
    expect(row?.cells[8]).toMatchObject({
      result: expect.closeTo(0.35, 12) as number,
      format: 'number4',
    })
  })
})

it('says that no measure is done yet, where none is', () => {
  expect(textsOf('brewery', 'en', 'programme')).toContain('No measure is done yet')
  expect(textsOf('brewery', 'vi', 'programme')).toContain('Chưa có giải pháp nào hoàn thành')
})
