import { describe, expect, it } from 'vitest'
import { auditText, type Audited } from '../audit-text.js'

const site = (kwh: number, rest: string): string => `products: { cloth: { amount: 100 t ± 0 % } }
energy: { electricity: { amount: ${kwh} kWh ± 1 % } }
per: { of: cloth, unit: t }
benchmarks: { own: { indicator: specific-electricity, ${rest}, source: a survey } }
`

function gapOf({ audit }: Audited) {
  const found = audit.gaps.find(({ benchmark }) => benchmark === 'own')
  if (found === undefined) throw new Error(`no gap: ${audit.gaps.map((gap) => gap.benchmark).join()}`)
  return found
}

describe('an outside value that is a range', () => {
  // 100 t of product: 600 kWh/t and so on against 400 to 800 kWh/t.
  it.each([
    [60_000, 0, 'within'],
    [41_000, 0, 'within'],
    [100_000, 0.25, 'worse'],
    [30_000, -0.25, 'better'],
    // 1.5 % below the lower end, known to 2 % of itself, which is less than 1 % of the upper end.
    [39_400, -0.015, 'within'],
    // 0.5 % above the upper end, known to 2 %.
    [80_400, 0.005, 'within'],
  ])('%d kWh: %f, %s', async (kwh, gap, verdict) => {
    const audited = await auditText(site(kwh, 'low: 400 kWh/t, high: 800 kWh/t'))
    const found = gapOf(audited)
    expect(found.against).toBe('range')
    expect(audited.value(found.gap)).toBeCloseTo(gap, 9)
    expect(found.verdict).toBe(verdict)
    expect(audited.value(found.gaps.high ?? '')).toBeCloseTo(kwh / 80_000 - 1, 9)
    expect(audited.value(found.gaps.low ?? '')).toBeCloseTo(kwh / 40_000 - 1, 9)
  })

  it('is no range where it has a typical value', async () => {
    const audited = await auditText(site(60_000, 'low: 400 kWh/t, typical: 500 kWh/t, high: 800 kWh/t'))
    expect(gapOf(audited)).toMatchObject({ against: 'typical', verdict: 'worse' })
    expect(audited.value(gapOf(audited).gap)).toBeCloseTo(0.2, 9)
  })
})
