import { describe, expect, it } from 'vitest'
import { auditText } from '../audit-text.js'

const brewery = (period: number, more = ''): string => `recp: 1
site: { id: b, name: B, country: VN, currency: VND, sector: brewery }
period: ${period}
products: { beer: { amount: 10 000 hl } }
water: { well: { amount: 6 000 m3 (measured) } }
energy: { electricity: { amount: 1 000 MWh } }
${more}`

describe('benchmarks', () => {
  it('a legal norm is that of the period, and does not judge where its rows differ in scope', async () => {
    const norms = async (period: number): Promise<(number | string)[][]> =>
      (await auditText(brewery(period))).audit.gaps
        .filter((gap) => gap.kind === 'norm')
        .map((gap) => [gap.benchmark, gap.year, gap.verdict])
    const editions = await norms(2024)
    expect(new Set(editions.map(([, year]) => year))).toEqual(new Set([2025]))
    expect(new Set(editions.map(([, , verdict]) => verdict))).toEqual(new Set(['unknown']))
    expect(new Set((await norms(2019)).map(([, year]) => year))).toEqual(new Set([2020]))
    expect(
      (await auditText(brewery(2024).replace('country: VN', 'country: AT'))).audit.gaps.some(
        (gap) => gap.kind === 'norm',
      ),
    ).toBe(false)
  })

  it('surveys are compared in their own unit', async () => {
    const { audit, value } = await auditText(brewery(2024))
    const gap = audit.gaps.find((one) => one.benchmark === 'brewery-07')
    expect(value(gap?.value ?? '')).toBeCloseTo(6, 9)
    expect(value(gap?.gap ?? '')).toBeCloseTo(6 / 4.3 - 1, 9)
    expect(gap?.verdict).toBe('worse')
  })

  it('a unit that is not that of the output is said', async () => {
    const pieces = brewery(2024).replace('10 000 hl', '10 000 pcs')
    const { audit, codes } = await auditText(pieces)
    expect(audit.gaps).toEqual([])
    expect(codes).toContain('K401')
  })

  it("the site's own, in any unit of the same kind", async () => {
    const own = `benchmarks:
  goal: { indicator: specific-well, typical: 500 l/hl, source: Plan }
  wrong: { indicator: specific-well, typical: 5 kg/hl, source: Plan }
  none: { indicator: moonlight, typical: 5 kg/hl, source: Plan }\n`
    const { audit, value, found } = await auditText(brewery(2024, own))
    const gap = audit.gaps.find((one) => one.benchmark === 'goal')
    expect(value(gap?.gap ?? '')).toBeCloseTo(0.2, 9)
    expect(found('K401').map((told) => told.args['benchmark'])).toEqual(
      expect.arrayContaining(['wrong', 'none']),
    )
  })
})
