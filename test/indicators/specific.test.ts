import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditText } from '../audit-text.js'

const DAIRY = (rule: string): string => `per: { of: cheese, unit: t${rule} }
products:
  cheese: { amount: 100 t, price: 6 EUR/kg, heat: 15 GJ/t }
  whey: { amount: 900 t, price: 0.05 EUR/kg, heat: 1 GJ/t }
water: { well: { amount: 5 000 m3 } }
energy: { electricity: { amount: 200 MWh } }
`

describe('specific consumption of joint products', () => {
  it.each([
    ['mass', 100 / 1000],
    ['energy', 1500 / (1500 + 900)],
    ['value', 600_000 / (600_000 + 45_000)],
  ])('is shared by %s as the site says', async (rule, share) => {
    const { value, figure } = await auditText(DAIRY(`, allocate: ${rule}`))
    expect(value('allocation.cheese')).toBeCloseTo(share, 9)
    expect(figure('allocation.cheese').label.en).toBe(`cheese: share by ${rule}`)
    expect(value('indicator.specific-well-per-cheese')).toBeCloseTo((5_000 * share) / 100, 9)
    expect(value('indicator.specific-electricity-per-whey')).toBeCloseTo((200_000 * (1 - share)) / 900, 6)
  })

  it('adds up to the whole use, whatever the outputs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), async (a, b) => {
        const { value } = await auditText(
          DAIRY(', allocate: mass').replace('100 t', `${a} t`).replace('900 t', `${b} t`),
        )
        const sum =
          (value('indicator.specific-well-per-cheese') ?? 0) * a +
          (value('indicator.specific-well-per-whey') ?? 0) * b
        expect(sum).toBeCloseTo(5_000, 6)
      }),
      { numRuns: 20 },
    )
  })

  it('without a rule is not shared, and that is said', async () => {
    const { codes, has } = await auditText(DAIRY(''))
    expect(codes.filter((code) => code === 'K104')).toHaveLength(1)
    expect(has('indicator.specific-well-per-cheese')).toBe(false)
  })
})

describe('specific consumption of steps', () => {
  const STEPS = `per: { of: beer, unit: hl }
products: { beer: { amount: 1 000 hl } }
materials: { wort: { role: intermediate } }
water: { well: { amount: 600 m3 } }
energy: { electricity: { amount: 50 MWh } }
steps: { brewing: { balances: [] }, washing: { balances: [] } }
flows:
  to-brewing: { of: well, to: brewing, amount: 400 m3 }
  to-washing: { of: well, to: washing, amount: 200 m3 }
  power: { of: electricity, to: brewing, amount: 50 MWh }
  made: { of: wort, from: brewing, to: washing, amount: 110 t }
`

  it('is per unit that the step makes, else per unit of the product', async () => {
    const { figure } = await auditText(STEPS)
    expect(figure('indicator.specific-well-in-brewing')).toMatchObject({ unit: 'm3/t' })
    expect(figure('indicator.specific-well-in-brewing').value).toBeCloseTo(400 / 110, 6)
    expect(figure('indicator.specific-electricity-in-brewing').value).toBeCloseTo(50_000 / 110, 3)
    expect(figure('indicator.specific-well-in-washing')).toMatchObject({ unit: 'm3/hl' })
    expect(figure('indicator.specific-well-in-washing').value).toBeCloseTo(0.2, 9)
  })
})

describe('indicators of the site', () => {
  it('relate sums of flows and goods, in the unit asked for', async () => {
    const { figure, value, codes } = await auditText(`per: { of: beer, unit: hl }
products: { beer: { amount: 1 000 hl } }
water: { well: { amount: 600 m3 }, mains: { amount: 200 m3 }, sewage: { as: wastewater, amount: 500 m3 } }
indicators:
  all-water: { of: well + mains, unit: l/hl }
  returned: { of: sewage, per: well + mains, unit: "%" }
  kept: { of: well + mains - sewage }
targets: [{ indicator: returned, value: 50 % }]\n`)
    expect(figure('indicator.all-water')).toMatchObject({ unit: 'l/hl' })
    expect(value('indicator.all-water')).toBeCloseTo(800, 9)
    expect(figure('indicator.returned')).toMatchObject({ unit: '1', show: '%' })
    expect(value('indicator.returned')).toBeCloseTo(0.625, 9)
    expect(value('indicator.kept')).toBeCloseTo(0.3, 9)
    expect(codes).not.toContain('K103')
    expect(codes).not.toContain('K106')
  })
})
