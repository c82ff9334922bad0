import { describe, expect, it } from 'vitest'
import { auditText, type Audited } from '../audit-text.js'
import type { Opportunity } from '../../src/model/opportunities.js'

const FUEL = `energy: { heat-fuel: { amount: 62 000 GJ, price: 5.2 EUR/GJ, ghg: 94.6 kgCO2e/GJ } }
economics: { discount-rate: 12 % }\n`

function opportunity({ audit }: Audited, id: string): Opportunity {
  const found = audit.evaluation.opportunities.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no opportunity ${id}`)
  return found
}

describe('one measure: investment 38 000, 3 100 GJ at 5.2, 700 a year of running cost, 10 years, 12 %', () => {
  const measure =
    'measures: { eco: { title: Economizer, acts-on: heat-fuel, saves: 3 100 GJ, invest: 38 000 EUR, om: 700 EUR/yr, life: 10 yr } }\n'

  it('gives the printed figures', async () => {
    const audited = await auditText(FUEL + measure)
    expect(audited.value('opportunity.eco.net')).toBeCloseTo(15_420, 6)
    expect(audited.value('opportunity.eco.payback')).toBeCloseTo(2.46, 2)
    expect(audited.value('opportunity.eco.npv')).toBeCloseTo(49_126, -0.5)
    expect(audited.value('opportunity.eco.irr')).toBeCloseTo(0.391, 3)
    expect(audited.value('opportunity.eco.co2e')).toBeCloseTo(293.26, 2)
    expect(audited.value('opportunity.eco.cost-of-co2e')).toBeCloseTo(-29.6, 1)
    expect(audited.value('opportunity.eco.rank')).toBe(1)
  })

  it('running cost may be written by the month', async () => {
    const monthly = (FUEL + measure).replace('om: 700 EUR/yr', 'om: 60 EUR/month')
    expect((await auditText(monthly)).value('opportunity.eco.running')).toBeCloseTo(720, 6)
  })
})

describe('special cases of money', () => {
  const only = (fields: string): string =>
    `${FUEL}measures: { m: { title: M, acts-on: heat-fuel, ${fields} } }\n`

  it('no investment: nothing to pay back, a saving all the same', async () => {
    const audited = await auditText(only('saves: 5 %, life: 5 yr'))
    expect(opportunity(audited, 'm').payback).toBe(undefined)
    expect(audited.value('package.net')).toBeCloseTo(16_120, 6)
  })

  it('an investment of zero is paid back at once', async () => {
    const { value, figure } = await auditText(only('saves: 5 %, invest: 0 EUR, life: 5 yr'))
    expect(value('opportunity.m.payback')).toBe(0)
    expect(figure('opportunity.m.irr').reason).toBe('no-return')
  })

  it('a measure that costs more to run than it saves never pays back', async () => {
    const { figure, value } = await auditText(
      only('saves: 1 GJ, invest: 900 EUR, om: 100 EUR/yr, life: 5 yr'),
    )
    expect(value('opportunity.m.net')).toBeCloseTo(-94.8, 9)
    expect(figure('opportunity.m.payback')).toMatchObject({ value: null, reason: 'never' })
    expect(value('opportunity.m.npv')).toBeLessThan(-900)
  })

  it('without a life there is a payback and no more; without a rate no net present value', async () => {
    const short = opportunity(await auditText(only('saves: 5 %, invest: 900 EUR')), 'm')
    expect([short.payback !== undefined, short.npv, short.irr]).toEqual([true, undefined, undefined])
    const rateless = await auditText(
      only('saves: 5 %, invest: 900 EUR, life: 5 yr').replace(/economics.*\n/, ''),
    )
    expect(rateless.codes).toContain('E301')
    expect(opportunity(rateless, 'm').npv).toBe(undefined)
  })

  it('without a price the money is unknown and says what it lacks', async () => {
    const audited = await auditText(only('saves: 5 %, invest: 900 EUR').replace('price: 5.2 EUR/GJ, ', ''))
    const one = opportunity(audited, 'm')
    expect(audited.value(one.savings[0]?.money ?? '')).toBe(null)
    expect([one.net, one.payback]).toEqual([undefined, undefined])
    expect(one.lacks).toEqual(['good.heat-fuel.price'])
    expect(audited.value(one.co2e ?? '')).toBeCloseTo(293.26, 2)
    expect(audited.value('package.net')).toBe(null)
    expect(audited.figure('package.payback').value).toBe(null)
  })

  it('money in another currency is said and left out', async () => {
    const audited = await auditText(only('saves: 5 %, invest: 900 USD'))
    expect(audited.found('U331')[0]?.at).toBe('/measures/m/invest')
    expect(opportunity(audited, 'm').investment).toBe(undefined)
  })
})

describe('what a saving may be stated as', () => {
  const saving = async (good: string, saves: string): Promise<number | null> =>
    (
      await auditText(
        `energy: { e: { ${good} } }\nmeasures: { m: { title: M, acts-on: e, saves: ${saves} } }\n`,
      )
    ).value('opportunity.m.saved')

  it.each([
    ['a share', 'amount: 100 MWh', '15 %', 15],
    ['another unit', 'amount: 100 MWh', '36 GJ', 10],
    ['power while running', 'amount: 100 MWh', '5 kW', 30],
    ['energy of a fuel counted in tonnes', 'amount: 100 t, ncv: 40 GJ/t', '400 GJ/yr', 10],
    ['a rate while running', 'amount: 100 t', '2 kg/h', 12],
    ['a working day', 'amount: 100 t', '20 kg/d', 6],
  ])('%s', async (_name, good, saves, expected) => {
    expect(await saving(good, saves)).toBeCloseTo(expected, 9)
  })

  it('money', async () => {
    const audited = await auditText(
      'energy: { e: { amount: 9 t } }\nmeasures: { m: { title: M, acts-on: e, saves: 500 EUR/yr } }\n',
    )
    expect(audited.value('package.net')).toBe(500)
  })

  it('what leads nowhere is asked for', async () => {
    const audited = await auditText(
      'energy: { e: { amount: 9 t } }\nmeasures: { m: { title: M, acts-on: e, saves: 9 m3 } }\n',
    )
    expect(audited.codes).toContain('U313')
    expect(opportunity(audited, 'm')).toMatchObject({
      evidence: 'needs data',
      savings: [],
      lacks: ['measures.m.saves'],
    })
  })

  it('acting on what has no amount', async () => {
    const text =
      'energy: { e: { price: 3 EUR/MWh } }\nmeasures: { m: { title: M, acts-on: e, saves: 5 % } }\n'
    expect((await auditText(text)).codes).toContain('E101')
  })

  it('less waste costs less, less by-product earns less', async () => {
    const { value } = await auditText(`residues:
  slag: { amount: 100 t, as: waste, price: -30 EUR/t }
  husk: { amount: 100 t, as: by-product, price: 20 EUR/t }
measures: { a: { title: A, acts-on: slag, saves: 10 % }, b: { title: B, acts-on: husk, saves: 10 % } }\n`)
    expect(value('opportunity.a.net')).toBeCloseTo(300, 9)
    expect(value('opportunity.b.net')).toBeCloseTo(-200, 9)
  })
})

describe('measures that meet', () => {
  it('fractions of one stream: the package is 12 292 GJ, not 13 330', async () => {
    const row = (id: string, share: string, invest: number): string =>
      `  ${id}: { title: T, acts-on: heat-fuel, saves: ${share} %, invest: ${invest} EUR }\n`
    const { value, audit } = await auditText(
      `${FUEL}measures:\n${row('condensate', '8', 3000)}${row('leaks', '2', 10)}${row('tuning', '3.5', 6000)}${row('insulation', '3', 300)}${row('stack', '5', 38_000)}`,
    )
    const alone = ['leaks', 'insulation', 'condensate', 'tuning', 'stack'].map((id) =>
      value(`opportunity.${id}.saved`),
    )
    const together = ['leaks', 'insulation', 'condensate', 'tuning', 'stack'].map((id) =>
      value(`opportunity.${id}.in-package`),
    )
    expect(alone.map((n) => Math.round(n ?? 0))).toEqual([1240, 1860, 4960, 2170, 3100])
    expect(together.map((n) => Math.round(n ?? 0))).toEqual([1240, 1823, 4715, 1898, 2616])
    const [stream] = audit.evaluation.streams
    expect(value(stream?.saved ?? '')).toBeCloseTo(12_292, -0.5)
    expect(value(stream?.rest ?? '')).toBeCloseTo(62_000 - 12_292, -0.5)
    expect(value('package.net')).toBeCloseTo(63_917, -0.5)
  })

  it('shares of a stream are flows of their own: 88 050 of 92 400 kWh', async () => {
    const { value } = await auditText(`energy: { electricity: { price: 0.1 EUR/kWh } }
steps: { leaks: Leaks, use: Use }
flows: { lost: { of: electricity, to: leaks, amount: 90 000 kWh }, useful: { of: electricity, to: use, amount: 210 000 kWh } }
measures:
  programme: { title: T, acts-on: lost, saves: 60 %, invest: 1 EUR }
  nozzles: { title: T, acts-on: useful, saves: 10 %, invest: 1 EUR }
  pressure-1: { title: T, acts-on: lost, saves: 5.8 %, invest: 90 000 EUR }
  pressure-2: { title: T, acts-on: useful, saves: 5.8 %, invest: 90 000 EUR }\n`)
    const ids = ['programme', 'nozzles', 'pressure-1', 'pressure-2']
    expect(ids.map((id) => Math.round(value(`opportunity.${id}.in-package`) ?? 0))).toEqual([
      54_000, 21_000, 2088, 10_962,
    ])
  })

  it('of alternatives the one worth most is taken, and payback does not decide', async () => {
    const pump = (id: string, invest: number, saved: number): string =>
      `  ${id}: { title: T, acts-on: electricity, saves: ${saved} EUR/yr, invest: ${invest} EUR, life: 8 yr }\n`
    const audited =
      await auditText(`energy: { electricity: { amount: 100 MWh } }\neconomics: { discount-rate: 12 % }
measures:\n${pump('pump-right-size', 9800, 3600)}${pump('pump-vsd', 7200, 3300)}${pump('trim', 1100, 1900)}`)
    const npv = ['pump-vsd', 'trim', 'pump-right-size'].map((id) => audited.value(`opportunity.${id}.npv`))
    expect(npv.map((n) => Math.round(n ?? 0))).toEqual([9193, 8339, 8084])
    expect(opportunity(audited, 'pump-right-size').excludedBy).toBe('pump-vsd')
    expect(audited.value('package.net')).toBe(5200)
    expect(audited.value('package.npv')).toBeCloseTo(9193 + 8339, -0.5)
  })

  it('more than there is is cut to what there is', async () => {
    const audited = await auditText(
      `${FUEL}measures: { m: { title: M, acts-on: heat-fuel, saves: 90 000 GJ } }\n`,
    )
    expect(audited.codes).toEqual(expect.arrayContaining(['E201', 'E203']))
    expect(opportunity(audited, 'm').savings[0]?.capped).toBe(true)
    expect(audited.value('opportunity.m.in-package')).toBeCloseTo(62_000, 6)
  })

  it('side effects are signed, and shrink with what they come from', async () => {
    const audited = await auditText(`${FUEL}water: { w: { amount: 1 000 m3, price: 2 EUR/m3 } }
measures:
  a: { title: A, acts-on: heat-fuel, saves: 50 %, invest: 1 EUR }
  b: { title: B, acts-on: heat-fuel, saves: 10 %, invest: 9 000 EUR, also: [ { of: w, saves: -100 m3 } ] }\n`)
    expect(audited.value('opportunity.b.net')).toBeCloseTo(6200 * 5.2 - 200, 6)
    expect(audited.value('opportunity.b.net-in-package')).toBeCloseTo(3100 * 5.2 - 100, 6)
  })

  it('a measure that saves nothing itself keeps its side effects', async () => {
    const { value } = await auditText(`${FUEL}water: { w: { amount: 1 000 m3, price: 2 EUR/m3 } }
measures: { b: { title: B, acts-on: heat-fuel, saves: 0 %, also: [ { of: w, saves: 100 m3 } ] } }\n`)
    expect(value('opportunity.b.net-in-package')).toBe(200)
  })

  it('what is done or rejected is shown and not counted', async () => {
    const audited = await auditText(`${FUEL}measures:
  a: { title: A, acts-on: heat-fuel, saves: 10 %, status: done }
  b: { title: B, acts-on: heat-fuel, saves: 10 %, status: rejected, reason: no space }
  c: { title: C, acts-on: heat-fuel, saves: 10 % }\n`)
    expect(audited.value('package.net')).toBeCloseTo(6200 * 5.2, 6)
    expect(audited.audit.evaluation.streams[0]?.opportunities).toEqual(['c'])
    expect(audited.audit.evaluation.opportunities).toHaveLength(3)
  })

  it('a good and its only flow are one stream', async () => {
    const { audit } = await auditText(`water: { w: { price: 1 EUR/m3 } }\nsteps: { s: S }
flows: { f: { of: w, to: s, amount: 100 m3 } }
measures: { a: { title: A, acts-on: w, saves: 80 % }, b: { title: B, acts-on: f, saves: 80 % } }\n`)
    expect(audit.evaluation.streams.map((stream) => stream.opportunities)).toEqual([['a', 'b']])
  })
})
