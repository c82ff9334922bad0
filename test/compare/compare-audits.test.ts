import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAudits } from '../../src/compare/compare-audits.js'
import type { Comparison, Move } from '../../src/model/comparison.js'
import { changesMarkdown, changesSections } from '../../src/report/changes.js'
import { auditText } from '../audit-text.js'

const YEAR = (over: Readonly<Record<string, string>> = {}): string => {
  const is: Readonly<Record<string, string>> = {
    cloth: '1 000 t (recorded)',
    water: '100 000 m3 (measured)',
    waterPrice: '0.80 EUR/m3',
    power: '2 000 MWh (billed)',
    powerPrice: '90 EUR/MWh',
    coal: '500 t (billed)',
    ghg: '2.5 tCO2e/t',
    more: '',
    ...over,
  }
  return `
per: { of: cloth, unit: t }
products:
  cloth: { amount: ${is['cloth']} }
water:
  town: { amount: ${is['water']}, price: ${is['waterPrice']} }
energy:
  electricity: { amount: ${is['power']}, price: ${is['powerPrice']} }
  coal: { amount: ${is['coal']}, price: 100 EUR/t, ncv: 22 GJ/t, ghg: ${is['ghg']} }
${is['more']}`
}

async function between(
  old: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): Promise<Comparison> {
  const [a, b] = [await auditText(YEAR(old)), await auditText(YEAR(now))]
  return compareAudits(a.audit, b.audit)
}

function move(comparison: Comparison, id: string): Move {
  const found = comparison.moves.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no move of ${id}`)
  return found
}

const clean = (parts: Move['parts']): Readonly<Record<string, number>> =>
  Object.fromEntries(
    (parts ?? []).flatMap(({ cause, value }) => (Math.abs(value) > 1e-6 ? [[cause, value]] : [])),
  )

describe('two audits of one factory', () => {
  it('that are the same have nothing to tell', async () => {
    const same = await between({}, {})
    expect(same).toMatchObject({ inputs: [], measures: [], findings: [] })
    expect(changesSections(same, { lang: 'en', signs: 'ascii' })).toEqual([])
    expect(changesMarkdown(same, { lang: 'vi', signs: 'proper' })).toContain('không có')
  })

  it('in other units are the same', async () => {
    const other = await between(
      {},
      { power: '2 000 000 kWh (billed)', coal: '500 000 kg (billed)', powerPrice: '0.09 EUR/kWh' },
    )
    expect(changesSections(other, { lang: 'en', signs: 'ascii' })).toEqual([])
  })

  it.each([
    ['price', { waterPrice: '1.00 EUR/m3' }, 'total.cost', { price: 20_000 }],
    ['activity', { water: '90 000 m3 (measured)' }, 'total.cost', { activity: -8_000 }],
    [
      'both, half of the cross term each',
      { water: '90 000 m3 (measured)', waterPrice: '1.00 EUR/m3' },
      'total.cost',
      { activity: -9_000, price: 19_000 },
    ],
    ['factor', { ghg: '2.0 tCO2e/t' }, 'total.ghg', { factor: -250 }],
    ['data quality', { water: '90 000 m3 (estimated)' }, 'total.water', { 'data-quality': -10_000 }],
    [
      'a carrier more',
      { more: '  wood: { amount: 100 t (billed), price: 50 EUR/t, ncv: 15 GJ/t }' },
      'total.energy',
      { activity: 1_500 },
    ],
  ])('%s', async (_, now, id, parts) => {
    const forth = await between({}, now)
    for (const [cause, part] of Object.entries(parts))
      expect(clean(move(forth, id).parts)[cause]).toBeCloseTo(part, 6)
    expect(Object.keys(clean(move(forth, id).parts)).sort()).toEqual(Object.keys(parts).sort())
    const back = await between(now, {})
    for (const [cause, part] of Object.entries(parts))
      expect(clean(move(back, id).parts)[cause]).toBeCloseTo(-part, 6)
  })

  it('shows the older result with the newer factors', async () => {
    const {
      old,
      oldAtNewFactors,
      new: now,
    } = move(await between({}, { ghg: '2.0 tCO2e/t', coal: '400 t (billed)' }), 'total.ghg')
    expect((old ?? 0) - (oldAtNewFactors ?? 0)).toBeCloseTo(500 * 0.5, 6)
    expect((oldAtNewFactors ?? 0) - (now ?? 0)).toBeCloseTo(100 * 2, 6)
  })

  it('holds both years to the later factors in the profile, and shows what the factors alone do', async () => {
    const [a, b] = [
      await auditText(YEAR()),
      await auditText(YEAR({ ghg: '2.0 tCO2e/t', coal: '400 t (billed)', cloth: '1 100 t (recorded)' })),
    ]
    const row = (factors: 'same' | 'own') =>
      compareAudits(a.audit, b.audit, factors).profile.find(({ id }) => id === 'total.ghg')
    const electricity = (b.value('ghg.electricity') ?? 0) / 1
    const [before, same, now] = [500 * 2.5 + electricity, 500 * 2 + electricity, 400 * 2 + electricity]
    expect(row('same')?.absolute).toBeCloseTo(now / same - 1, 9)
    expect(row('own')?.absolute).toBeCloseTo(now / before - 1, 9)
    expect(row('same')?.relative).toBeCloseTo(now / same / 1.1 - 1, 9)
    for (const factors of ['same', 'own'] as const) {
      expect(row(factors)?.factorEffect).toBeCloseTo(same / before - 1, 9)
      expect(Math.abs(row(factors)?.identity ?? 1)).toBeLessThan(1e-12)
    }
  })

  it('in two currencies are compared in everything but money', async () => {
    const [a, b] = [
      await auditText(YEAR()),
      await auditText(
        `recp: 1\nsite: { id: works, name: Works, country: VN, currency: USD, hours: 6 000 h/yr }\nperiod: 2024\n${YEAR({ water: '90 000 m3 (measured)' }).replaceAll('EUR', 'USD')}`,
      ),
    ]
    const comparison = compareAudits(a.audit, b.audit)
    expect(move(comparison, 'total.cost')).toMatchObject({ old: null, hindered: 'unit' })
    expect(move(comparison, 'total.water').parts).toEqual([{ cause: 'activity', value: -10_000 }])
  })

  it('tells the uncertainty of a difference', async () => {
    const { sd } = move(
      await between({ water: '100 000 m3 ± 3 % (measured)' }, { water: '100 000 m3 ± 4 % (measured)' }),
      'total.water',
    )
    expect(sd).toBeCloseTo(5_000, 6)
  })

  it('has a profile that satisfies the two identities', async () => {
    const { profile } = await between(
      {},
      { cloth: '1 250 t (recorded)', water: '80 000 m3 (measured)', coal: '450 t (billed)' },
    )
    const water = profile.find(({ id }) => id === 'total.water')
    expect(water?.absolute).toBeCloseTo(-0.2, 12)
    expect(water?.relative).toBeCloseTo(1.25 / 0.8 - 1, 12)
    expect(profile.length).toBeGreaterThan(3)
    const misses = profile.flatMap(({ identity }) => (identity === null ? [] : [Math.abs(identity)]))
    expect(Math.max(...misses)).toBeLessThan(1e-12)
  })

  it('has parts that add up to every move', async () => {
    const amount = fc.integer({ min: 1, max: 9_999 })
    const basis = fc.constantFrom('measured', 'billed', 'estimated')
    const year = fc.record({
      cloth: amount,
      water: amount,
      waterPrice: amount,
      power: amount,
      coal: amount,
      ghg: amount,
      basis,
    })
    const written = (one: { [K in keyof typeof sample]: (typeof sample)[K] }): Readonly<
      Record<string, string>
    > => ({
      cloth: `${one.cloth} t`,
      water: `${one.water} m3 (${one.basis})`,
      waterPrice: `${one.waterPrice} EUR/m3`,
      power: `${one.power} MWh`,
      coal: `${one.coal} t`,
      ghg: `${one.ghg / 1000} tCO2e/t`,
    })
    const sample = { cloth: 1, water: 1, waterPrice: 1, power: 1, coal: 1, ghg: 1, basis: 'billed' }
    await fc.assert(
      fc.asyncProperty(year, year, async (a, b) => {
        for (const { parts, old, new: now } of (await between(written(a), written(b))).moves) {
          if (parts === undefined || old === null || now === null) continue
          const sum = parts.reduce((total, part) => total + part.value, 0)
          expect(Math.abs(sum - (now - old))).toBeLessThanOrEqual(
            1e-9 * Math.max(Math.abs(now), Math.abs(old)),
          )
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe('the uncertainty of a move', () => {
  const exact = { cloth: '1 000 t ± 0 %', water: '100 000 m3 ± 0 %', power: '2 000 MWh ± 0 %' }
  const sd = async (now: string, ghg: string, later = ghg) => {
    const before = { ...exact, coal: '500 t ± 0 %', ghg }
    return move(await between(before, { ...exact, coal: now, ghg: later }), 'total.ghg').sd
  }

  it('has of a factor that both years use only what falls on the change: 50 t × 2.5 tCO2e/t × 10 %', async () => {
    expect(await sd('450 t ± 0 %', '2.5 tCO2e/t ± 10 %')).toBeCloseTo(12.5, 6)
    // Another factor is another number, and both count: √((500 × 0.25)² + (450 × 0.24)²).
    const apart = Math.hypot(500 * 0.25, 450 * 0.24)
    expect(await sd('450 t ± 0 %', '2.5 tCO2e/t ± 10 %', '2.4 tCO2e/t ± 10 %')).toBeCloseTo(apart, 6)
  })

  it('has of amounts that are measured anew both, equal or not', async () => {
    const before = { ...exact, coal: '500 t ± 2 %', ghg: '2.5 tCO2e/t ± 0 %' }
    const same = await between(before, before)
    expect(move(same, 'total.ghg').sd).toBeCloseTo(Math.hypot(25, 25), 6)
  })
})
