import validate from '@ooxml-tools/validate'
import { describe, expect, it } from 'vitest'
import { auditSite } from '../../../src/audit.js'
import { loadSite } from '../../../src/load/load-site.js'
import type { Audit } from '../../../src/model/audit.js'
import { cellValue } from '../../../src/report/xlsx/cells.js'
import { parseArea } from '../../../src/report/xlsx/address.js'
import { auditBook, writeWorkbook } from '../../../src/report/xlsx/write-workbook.js'
import { CONTENT } from '../../audit-text.js'
import { readCells } from '../../../src/verify/read-cells.js'
import { recalculate } from '../../../src/verify/recalculate.js'
import { compareFormulas, recalculateWithLibreOffice, runSoffice } from '../recalculate.js'
import { full } from './design.js'

type Month = readonly [made: number, used: number]

/**
 * Use at 100 t is 58 or 62 MWh, at 200 t 98 or 102 MWh. By hand: means 150 t and 80 MWh, slope (12 × 50 × 20) / (12 × 50²)
 * = 0.4 MWh/t, base 80 - 0.4 × 150 = 20 MWh, r² = 1 - 12 × 2² / (12 × 20² + 12 × 2²) = 4800 / 4848.
 */
const BASELINE: readonly Month[] = [1, 2, 3].flatMap((): Month[] => [
  [100, 58],
  [200, 102],
  [100, 62],
  [200, 98],
])
/** Expected use is 60, 100, 80, 140 and 20 MWh at 100, 200, 150, 300 and 0 t. */
const LATER: readonly Month[] = [
  [100, 58],
  [200, 97],
  [150, 79],
  [300, 141],
  [100, 60],
  [0, 20],
  [200, 90],
  [200, 90],
  [100, 55],
  [100, 55],
  [150, 80],
  [150, 90],
]
/** Running sums of use less expected, by hand; zero at the end of the baseline. */
const IN_BASELINE = [-2, 0, 2, 0, -2, 0, 2, 0, -2, 0, 2, 0]
const CUSUM = IN_BASELINE.concat([-2, -5, -6, -5, -5, -5, -15, -25, -30, -35, -35, -25])

async function auditOf(months: readonly Month[], produced = true): Promise<Audit> {
  const named = (which: 0 | 1) =>
    months.map((one, index) => {
      const month = String((index % 12) + 1).padStart(2, '0')
      return `${2023 + Math.floor(index / 12)}-${month}: ${one[which]}`
    })
  const text = `recp: 1
site: { id: works, name: Works, country: VN, currency: VND, hours: 6 000 h/yr }
audit: { date: 2025-03-01 }
period: 2024
products: { ware: { name: { en: Ware, vi: Sản phẩm }${produced ? '' : ', amount: 1 800 t (recorded)'} } }
energy: { electricity: { name: { en: Electricity, vi: Điện }, price: 2 000 VND/kWh } }
readings:
  - { of: electricity, unit: MWh, months: { ${named(1).join(', ')} } }
${produced ? `  - { of: ware, unit: t, months: { ${named(0).join(', ')} } }` : ''}
`
  const { audit, diagnostics } = auditSite(await loadSite({ text, name: 'site.yaml' }), { content: CONTENT })
  if (audit === null) throw new Error(JSON.stringify(diagnostics))
  return audit
}

const monthly = (audit: Audit, lang: 'en' | 'vi' = 'en') => {
  const sheet = auditBook(audit, full(lang)).sheets.find(({ id }) => id === 'monthly')
  if (sheet === undefined) throw new Error('no sheet of months')
  return sheet
}

/** What the CUSUM chart draws; nothing where there is no such chart. */
function drawn(audit: Audit): readonly unknown[] {
  const sheet = monthly(audit)
  const chart = sheet.charts?.find(({ title }) => title.includes('CUSUM'))
  if (chart?.series[0] === undefined) return []
  const { top, bottom, left } = parseArea(chart.series[0].values.area)
  return sheet.rows.slice(top - 1, bottom).map(({ cells }) => cellValue(cells[left - 1]))
}

const textsOf = (audit: Audit, lang: 'en' | 'vi' = 'en') =>
  monthly(audit, lang).rows.flatMap(({ cells }) => cells.map((cell) => cellValue(cell)))

/** The value beside a label. */
function beside(audit: Audit, label: string): unknown {
  const row = monthly(audit).rows.find(({ cells }) => String(cellValue(cells[0])).startsWith(label))
  return cellValue(row?.cells[3])
}

const close = (numbers: readonly number[]) => numbers.map((one) => expect.closeTo(one, 9) as number)

describe('the CUSUM of use against the regression on production', () => {
  it('has the line of the first twelve months and the running sum of all, as computed by hand', async () => {
    const audit = await auditOf([...BASELINE, ...LATER])
    expect(beside(audit, 'Slope')).toBeCloseTo(0.4, 12)
    expect(beside(audit, 'Base:')).toBeCloseTo(20, 10)
    expect(beside(audit, 'Coefficient')).toBeCloseTo(4800 / 4848, 12)
    expect(drawn(audit)).toEqual(close(CUSUM))
    expect(textsOf(audit)).toContain('the first 12 months')
    expect(textsOf(audit)).toContain('2023-01 – 2023-12')
    expect(textsOf(audit)).toContain('sound: 0.7 or more')
  })

  it('of twelve months lays the line through all of them, and says so', async () => {
    const audit = await auditOf(BASELINE)
    expect(drawn(audit)).toEqual(close(IN_BASELINE))
    expect(textsOf(audit)).toContain('all 12 months')
    expect(textsOf(audit, 'vi')).toContain('cả 12 tháng')
  })

  it('warns where production explains too little', async () => {
    const scattered = BASELINE.map(([made, used], index): Month => [made, index % 4 < 2 ? used + 30 : used])
    expect(textsOf(await auditOf(scattered))).toContain('not sound: below 0.7')
  })

  it.each([
    [
      'eleven months',
      () => auditOf(BASELINE.slice(1)),
      'No CUSUM: 11 months have both this use and production',
    ],
    ['no production', () => auditOf(BASELINE, false), 'No CUSUM: no production by months was given'],
    [
      'production that never moves',
      () => auditOf(BASELINE.map(([, used]) => [100, used])),
      'No CUSUM: production is the same',
    ],
  ])('of %s is not drawn, with the reason', async (_, audit, reason) => {
    expect(drawn(await audit())).toEqual([])
    expect(textsOf(await audit()).some((text) => String(text).startsWith(reason))).toBe(true)
  })

  it.each(['en', 'vi'] as const)(
    'is a file without faults that the own evaluator gives again (%s)',
    async (lang) => {
      const bytes = await writeWorkbook(await auditOf([...BASELINE, ...LATER]), full(lang))
      expect(await validate(bytes, 'xlsx', 'Office2007')).toEqual([])
      const { mismatches, compared } = compareFormulas(bytes, recalculate(readCells(bytes)))
      expect(mismatches).toEqual([])
      expect(compared).toBeGreaterThan(100)
    },
  )

  it.runIf(runSoffice)('is what LibreOffice calculates', async () => {
    const bytes = await writeWorkbook(await auditOf([...BASELINE, ...LATER]), full('vi'))
    const values = await recalculateWithLibreOffice(bytes)
    expect(compareFormulas(bytes, values).mismatches).toEqual([])
    const last = readCells(bytes).sheets.find(({ name }) => name === 'Theo tháng')?.cells
    const formulas = [...(last ?? [])].filter(([, { formula }]) => formula?.includes('SUM(E'))
    expect(formulas.map(([address]) => values.get(`Theo tháng!${address}`))).toEqual(close(CUSUM))
  })
})
