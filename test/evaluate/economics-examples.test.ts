import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cashFlows, discountedPaybackOf, presentValue, rateOfReturn } from '../../src/evaluate/cash-flows.js'
import { auditText, type Audited } from '../audit-text.js'

type Example = {
  readonly function: string
  readonly inputs: Record<string, unknown>
  readonly results: unknown
}

const EXAMPLES = (
  JSON.parse(readFileSync(new URL('../vectors/economics-examples.json', import.meta.url), 'utf8')) as {
    readonly examples: Readonly<Record<string, Example>>
  }
).examples

/** How far a value is from the one expected, relative to it. */
const off = (value: number | null | undefined, expected: number): number =>
  value == null ? Number.POSITIVE_INFINITY : Math.abs(value - expected) / Math.max(1, Math.abs(expected))

const NEAR = 1e-6

const example = (name: string): Example => {
  const found = EXAMPLES[name]
  if (found === undefined) throw new Error(`no example ${name}`)
  return found
}

/** Examples that a test below has run; at the end none may be left. */
const run = new Set<string>()

const of = (name: string): { readonly inputs: Record<string, number>; readonly results: number } => {
  run.add(name)
  return example(name) as never
}

/** A site that has one fuel, and measures on it. */
async function audited(measures: string, more = ''): Promise<Audited> {
  return await auditText(`energy: { heat-fuel: { amount: 62 000 GJ, price: 5.2 EUR/GJ, ghg: 94.6 kgCO2e/GJ }, ${more} }
economics: { discount-rate: 12 % }
measures:\n${measures}`)
}

const BASE = 'acts-on: heat-fuel, saves: 3 100 GJ, order: 4'

describe('one measure as figures of the audit', () => {
  const measure = `  eco: { title: Economizer, ${BASE}, invest: 38 000 EUR, om: 700 EUR/yr, life: 10 yr }\n`

  it.each([
    ['annual', 'net'],
    ['payback', 'payback'],
    ['npv', 'npv'],
    ['irr', 'irr'],
    ['dpb', 'discounted-payback'],
    ['annualised', 'annualised-cost'],
    ['csu', 'cost-of-saved-unit'],
    ['mac', 'cost-of-co2e'],
  ])('%s', async (name, what) => {
    expect(off((await audited(measure)).value(`opportunity.eco.${what}`), of(name).results)).toBeLessThan(
      NEAR,
    )
  })

  it('capital recovery factor', async () => {
    const { inputs, results } = of('crf')
    const { value } = await audited(`  one: { title: T, ${BASE}, invest: 1 EUR, life: ${inputs['n']} yr }\n`)
    expect(off(value('opportunity.one.annualised-cost'), results)).toBeLessThan(NEAR)
  })

  it('tornado, worst and best case, and switching values', async () => {
    const { audit, value } = await audited(measure)
    const one = audit.evaluation.opportunities[0]
    const rows = example('tornado').results as readonly (readonly [string, number, number, number])[]
    run.add('tornado').add('switching')
    const names: Record<string, string> = { invest: 'investment', om: 'running' }
    for (const [input, low, high, swing] of rows) {
      const row = one?.sensitivity?.tornado.find((found) => found.input === (names[input] ?? input))
      expect(off(value(row?.npvLow ?? ''), low)).toBeLessThan(NEAR)
      expect(off(value(row?.npvHigh ?? ''), high)).toBeLessThan(NEAR)
      expect(off(value(row?.swing ?? ''), swing)).toBeLessThan(NEAR)
    }
    for (const [input, factor] of Object.entries(example('switching').results as Record<string, number>)) {
      const row = one?.sensitivity?.switching.find((found) => found.input === (names[input] ?? input))
      expect(off(value(row?.factor ?? ''), factor)).toBeLessThan(NEAR)
    }
    expect(Math.round(value(one?.sensitivity?.low ?? '') ?? 0)).toBe(-20_477)
    expect(Math.round(value(one?.sensitivity?.high ?? '') ?? 0)).toBe(104_730)
  })
})

describe('a measure whose money changes on the way', () => {
  const flows = (name: string): readonly number[] => example(name).inputs['cf'] as readonly number[]

  it('flows of the years', () => {
    for (const [name, more] of [
      ['cash_flows', {}],
      ['cash_flows_ext', { rise: 0.02, replacement: { after: 6, amount: 4000 }, residual: 1500 }],
    ] as const) {
      const own = cashFlows({ invest: 38_000, annual: 15_420, life: 10, ...more })
      const expected = of(name).results as unknown as readonly number[]
      own.forEach((flow, year) => expect(off(flow, expected[year] ?? Number.NaN)).toBeLessThan(NEAR))
      expect(own).toHaveLength(expected.length)
    }
  })

  it('value, rate of return and discounted payback of flows', () => {
    for (const name of ['npv', 'npv_ext'])
      expect(off(presentValue(0.12, flows(name)), of(name).results)).toBeLessThan(NEAR)
    expect(off(rateOfReturn(flows('npv')) as number, of('irr').results)).toBeLessThan(NEAR)
    expect(off(discountedPaybackOf(0.12, flows('npv')), of('dpb').results)).toBeLessThan(NEAR)
  })

  it('none and several rates of return are said', () => {
    expect(rateOfReturn([-100, -5])).toBe('no-return')
    expect(rateOfReturn([100, 5])).toBe('no-return')
    expect(rateOfReturn([-100, 230, -132])).toBe('several-returns')
    expect(discountedPaybackOf(0.12, [-100, 10, 10])).toBe(null)
    expect(discountedPaybackOf(0.12, [0, 10])).toBe(0)
  })

  it('as figures: prices rise by 2 % a year, 4 000 in year 6, 1 500 in the end', async () => {
    const measures = `measures: { eco: { title: E, ${BASE}, invest: 38 000 EUR, om: 700 EUR/yr, life: 10 yr, replacement: 4 000 EUR, replacement-after: 6 yr, residual: 1 500 EUR } }\n`
    const { value } = await auditText(`energy: { heat-fuel: { amount: 62 000 GJ, price: 5.2 EUR/GJ } }
economics: { discount-rate: 12 %, price-rise: 2 % }\n${measures}`)
    expect(off(value('opportunity.eco.npv'), of('npv_ext').results)).toBeLessThan(NEAR)
    expect(value('opportunity.eco.irr')).toBeCloseTo(0.404, 3)
  })
})

describe('cost of a saved unit', () => {
  it('water that also saves heat: what is credited is named', async () => {
    const { value, audit } = await auditText(`water: { w: { amount: 50 000 m3 } }
energy: { heat: { amount: 10 000 GJ, price: 5.2 EUR/GJ } }
economics: { discount-rate: 12 % }
measures: { m: { title: M, acts-on: w, saves: 14 000 m3, also: [ { of: heat, saves: 1 000 GJ } ], invest: 9 000 EUR, om: 200 EUR/yr, life: 8 yr } }\n`)
    run.add('csu_water')
    const [one] = audit.evaluation.opportunities
    expect(one?.costOfSavedUnit).toBe(undefined)
    const priced = await auditText(`water: { w: { amount: 50 000 m3, price: 0.3 EUR/m3 } }
energy: { heat: { amount: 10 000 GJ, price: 5.2 EUR/GJ } }
economics: { discount-rate: 12 % }
measures: { m: { title: M, acts-on: w, saves: 14 000 m3, also: [ { of: heat, saves: 1 000 GJ } ], invest: 9 000 EUR, om: 200 EUR/yr, life: 8 yr } }\n`)
    expect(off(priced.value('opportunity.m.cost-of-saved-unit'), of('csu_water').results)).toBeLessThan(NEAR)
    expect(priced.audit.evaluation.opportunities[0]?.costOfSavedUnit?.credited).toEqual(['fuel'])
    expect(value('opportunity.m.saved')).toBe(14_000)
  })

  it('electricity, and the cost of a tonne', async () => {
    const { value } =
      await auditText(`energy: { electricity: { amount: 1 000 MWh, price: 0.078 EUR/kWh, ghg: 0.6592 tCO2e/MWh } }
economics: { discount-rate: 12 % }
measures: { led: { title: LED, acts-on: electricity, saves: 96 000 kWh, invest: 24 000 EUR, life: 8 yr } }\n`)
    expect(
      off((value('opportunity.led.cost-of-saved-unit') ?? 0) / 1000, of('csu_kwh').results),
    ).toBeLessThan(NEAR)
    expect(off(value('opportunity.led.cost-of-co2e'), of('mac_led').results)).toBeLessThan(NEAR)
  })
})

describe('the trap of the abatement curve', () => {
  it('the measure with twenty times the gases and nine times the money comes first', async () => {
    const { value, audit } =
      await auditText(`energy: { gas: { amount: 9 000 GJ, price: 1 EUR/GJ, ghg: 1 tCO2e/GJ } }
economics: { discount-rate: 12 % }
measures:
  small: { title: S, acts-on: gas, saves: 10 GJ, also: [ { of: gas, saves: 2 990 EUR/yr } ], invest: 1 000 EUR, life: 5 yr }
  large: { title: L, acts-on: gas, saves: 200 GJ, also: [ { of: gas, saves: 29 800 EUR/yr } ], invest: 20 000 EUR, life: 5 yr }\n`)
    expect(off(value('opportunity.small.cost-of-co2e'), of('mac_trap_1').results)).toBeLessThan(NEAR)
    expect(off(value('opportunity.large.cost-of-co2e'), of('mac_trap_2').results)).toBeLessThan(NEAR)
    expect(value('opportunity.small.npv')).toBeCloseTo(9814, 0)
    expect(value('opportunity.large.npv')).toBeCloseTo(88_143, 0)
    expect(audit.evaluation.abatement).toEqual(['large', 'small'])
  })
})

describe('scores', () => {
  const scored = Object.keys(EXAMPLES).filter((name) => name.startsWith('score_'))

  it.each(scored)('%s', async (name) => {
    run.add(name)
    const { scores } = example(name).inputs as unknown as { readonly scores: Record<string, number> }
    // Payback and shares that give the scores of money and resource by the keys of economics.yaml.
    const years = { 5: 0.4, 4: 1, 3: 2, 2: 4, 1: 6 }[scores['money'] ?? 1] ?? 6
    const share = { 5: 0.2, 4: 0.08, 3: 0.03, 2: 0.01, 1: 0.001 }[scores['resource'] ?? 1] ?? 0.001
    const net = 62_000 * share * 5.2
    const own = `scores: { feasibility: ${scores['feasibility']}, safety: ${scores['safety']}, speed: ${scores['speed']} }`
    const { value } = await audited(
      `  m: { title: T, acts-on: heat-fuel, saves: ${share * 100} %, invest: ${net * years} EUR, ${own} }\n`,
    )
    expect(off(value('opportunity.m.score'), example(name).results as unknown as number)).toBeLessThan(NEAR)
  })

  it('the second weights turn the order of the last two', async () => {
    const share = (id: string, percent: number, years: number, [f, s, t]: readonly number[]): string =>
      `  ${id}: { title: T, acts-on: heat-fuel, saves: ${percent} %, invest: ${620 * percent * 5.2 * years} EUR, scores: { feasibility: ${f}, safety: ${s}, speed: ${t} } }\n`
    const { value, codes } = await audited(
      share('a-economizer', 8, 2, [3, 3, 2]) + share('b-biomass', 20, 2, [2, 2, 1]),
    )
    expect([value('opportunity.a-economizer.score'), value('opportunity.b-biomass.score')]).toEqual([
      expect.closeTo(3.15, 9),
      expect.closeTo(3, 9),
    ])
    expect(value('opportunity.a-economizer.score-rank')).toBe(1)
    expect(value('opportunity.a-economizer.score-second-rank')).toBe(2)
    // Both are among the first three under either set: nothing to say.
    expect(codes).not.toContain('E305')
  })
})

describe('measures that meet', () => {
  type Rows = { readonly rows: readonly (readonly [string, number, number])[]; readonly total: number }
  const ordered = (): readonly (readonly [string, number])[] =>
    (example('sequential').inputs as unknown as { ordered: [string, number][] }).ordered

  it('shares of one stream, one after the other, and split without an order', async () => {
    const orders: Record<string, number> = {
      'steam-leak-repair': 1,
      'steam-pipe-insulation': 2,
      'condensate-return-increase': 2,
      'boiler-excess-air-tune': 3,
      'boiler-economizer': 4,
    }
    const measures = ordered().map(
      ([id, share], index) =>
        `  ${id}: { title: T, acts-on: heat-fuel, saves: ${share * 100} %, order: ${orders[id]}, invest: ${(index + 1) * share * 100_000} EUR }\n`,
    )
    const { value, audit } = await audited(measures.join(''))
    const { rows, total } = of('sequential').results as unknown as Rows
    for (const [id, alone, inPackage] of rows) {
      expect(off(value(`opportunity.${id}.saved`), alone)).toBeLessThan(NEAR)
      expect(off(value(`opportunity.${id}.in-package`), inPackage)).toBeLessThan(NEAR)
    }
    expect(off(value(audit.evaluation.streams[0]?.saved ?? ''), total)).toBeLessThan(NEAR)
    const split = of('log_share').results as unknown as Rows
    for (const [id, part] of split.rows)
      expect(off(value(`opportunity.${id}.order-free`), part)).toBeLessThan(NEAR)
  })

  it('a fixed amount of one part leaves the rest to the measure on all of it', async () => {
    const { value, audit } =
      await auditText(`energy: { electricity: { amount: 300 000 kWh, price: 0.1 EUR/kWh } }
measures:
  air-leaks: { title: T, acts-on: electricity, saves: 54 000 kWh }
  air-nozzles: { title: T, acts-on: electricity, saves: 21 000 kWh }
  air-pressure: { title: T, acts-on: electricity, saves: 5.8 %, order: 2 }\n`)
    const { rows, total } = of('parts_of_base').results as unknown as Rows
    const pressure = rows.slice(2).reduce((sum, [, , inPackage]) => sum + inPackage, 0)
    expect(off(value('opportunity.air-pressure.in-package'), pressure)).toBeLessThan(NEAR)
    expect(off(value(audit.evaluation.streams[0]?.saved ?? ''), total)).toBeLessThan(NEAR)
  })

  const pumps = (budget: string): string => {
    const { invest, saving } = example('exclusive').inputs as unknown as Record<
      string,
      Record<string, number>
    >
    const rows = Object.keys(invest ?? {}).map(
      (id) =>
        `  ${id}: { title: T, acts-on: electricity, saves: ${saving?.[id]} EUR/yr, invest: ${invest?.[id]} EUR, life: 8 yr, group: pump }\n`,
    )
    return `energy: { electricity: { amount: 100 MWh } }\neconomics: { discount-rate: 12 %${budget} }\nmeasures:\n${rows.join('')}`
  }

  it('of alternatives the one worth most, within a budget the one that fits', async () => {
    const { pick, npv, budget5000 } = of('exclusive').results as unknown as {
      readonly pick: string[]
      readonly npv: number
      readonly budget5000: string[]
    }
    const taken = ({ audit }: Audited): string[] =>
      audit.evaluation.opportunities.filter((one) => one.excludedBy === undefined).map(({ id }) => id)
    const free = await auditText(pumps(''))
    expect(taken(free)).toEqual(pick)
    expect(off(free.value('package.npv'), npv)).toBeLessThan(NEAR)
    expect(taken(await auditText(pumps(', budget: 5 000 EUR')))).toEqual(budget5000)
  })

  it('what the package is worth more without is dropped, and said', async () => {
    type Prune = Record<'invest' | 'fraction', Record<string, number>> & { readonly order: string[] }
    const { invest, fraction, order } = example('prune').inputs as unknown as Prune
    const results = of('prune').results as unknown as { kept: string[]; npv: number; npv_all: number }
    const measures = (status: string): string =>
      order
        .map(
          (id, index) =>
            `  m${index}-${id}: { title: T, acts-on: heat-fuel, saves: ${(fraction[id] ?? 0) * 100} %, order: ${Math.min(5, index + 1)}, invest: ${invest[id]} EUR, life: 10 yr${status} }\n`,
        )
        .join('')
    const free = await audited(measures(''))
    expect(off(free.value('package.npv'), results.npv)).toBeLessThan(NEAR)
    const kept = free.audit.evaluation.opportunities.filter((one) => one.dropped === undefined)
    expect(kept.map(({ id }) => id.replace(/^m\d-/, '')).sort()).toEqual([...results.kept].sort())
    expect(free.codes).toContain('E304')
    // What is decided stays, whatever it costs.
    expect(
      off((await audited(measures(', status: planned'))).value('package.npv'), results.npv_all),
    ).toBeLessThan(NEAR)
  })

  it('new supply is sized on the load that is left', async () => {
    const { results } = of('six_tenths')
    const { value } = await audited(`  less: { title: T, acts-on: heat-fuel, saves: 20 % }
  boiler: { title: T, acts-on: heat-fuel, saves: 5 %, order: 5, invest: 420 000 EUR, resize: yes }\n`)
    expect(off(value('opportunity.boiler.investment-resized'), results)).toBeLessThan(NEAR)
  })
})

describe('the examples', () => {
  it('are all run', () => {
    expect(Object.keys(EXAMPLES).filter((name) => !run.has(name))).toEqual([])
  })
})
