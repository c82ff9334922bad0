import { describe, expect, it } from 'vitest'
import { auditText } from '../audit-text.js'

const WATER = 'water: { w: {}, e: { as: wastewater } }\n'

/** One step with water in and out. */
const step = (into: string, out: string, more = ''): string => `${WATER}steps: { a: A, b: B }
flows:
  in: { of: w, to: a, ${into} }
  ab: { of: w, from: a, to: b, ${out} }
  out: { of: e, from: b }
${more}`

describe('the stage of reconciliation', () => {
  it('finds what follows from a balance, and says how sure it is', async () => {
    const { figure, audit } = await auditText(step('amount: 100 m3 ± 3 %', ''))
    expect(figure('flow.ab').value).toBeCloseTo(100, 12)
    expect(figure('flow.ab').sd).toBeCloseTo(3, 12)
    expect(figure('flow.out').formula).toBe('c1')
    expect(audit.reconciled.flows.map((flow) => flow.class)).toEqual(['claimed', 'calculated', 'calculated'])
  })

  it('weighs by uncertainty what nearly agrees', async () => {
    const { value, audit } = await auditText(step('amount: 100 m3 ± 1 m3', 'amount: 103 m3 ± 2 m3'))
    expect(value('flow.in')).toBeCloseTo(100.6, 9)
    expect(value('flow.ab')).toBeCloseTo(100.6, 9)
    expect(audit.reconciled.test.chi2).toBeCloseTo(9 / 5, 9)
    expect(audit.reconciled.claims.map((claim) => claim.class)).toEqual(['redundant', 'redundant'])
  })

  it('leaves numbers that agree as they are, to the last digit', async () => {
    const { value, figure } = await auditText(`${WATER}steps: { a: A, b: B, c: C }
flows:
  in: { of: w, to: a, amount: 272 000 m3 ± 2 % }
  ab: { of: w, from: a, to: b, amount: 117 500 m3 ± 10 % }
  ac: { of: w, from: a, to: c, amount: 154 500 m3 ± 3 % }
  bout: { of: e, from: b }
  cout: { of: e, from: c, amount: 154 500 m3 ± 7 % }
`)
    expect([value('flow.in'), value('flow.ab'), value('flow.ac')]).toEqual([272_000, 117_500, 154_500])
    expect([value('flow.bout'), value('flow.cout')]).toEqual([117_500, 154_500])
    expect(value('disagreement.1')).toBe(0)
    expect(figure('flow.in').sd).toBeLessThan(272_000 * 0.02)
  })

  it('a loss of 12 % at a step that is fully metered stays where it is', async () => {
    const { value, figure, found, audit } = await auditText(
      step(
        'amount: 1 000 m3 ± 2 %',
        'amount: 880 m3 ± 2 %',
        'assert: [ { balance: water, closes-within: 3 % } ]\n',
      ),
    )
    expect(value('flow.in')).toBe(1000)
    expect(value('flow.ab')).toBe(880)
    expect(value('balance.water.a.unaccounted')).toBeCloseTo(120, 9)
    expect(figure('balance.water.a.unaccounted').sd).toBeCloseTo(Math.hypot(20, 17.6), 9)
    expect(value('flow.out')).toBe(880)
    expect(value('balance.water.site.unaccounted')).toBeCloseTo(120, 9)
    expect(audit.reconciled.balances.map((balance) => [balance.id, balance.state])).toEqual([
      ['water@a', 'open'],
      ['water@b', 'closes'],
      ['water@site', 'open'],
    ])
    expect(found('B402')[0]).toMatchObject({
      at: '/steps/a',
      args: {
        layer: 'water',
        step: 'a',
        percent: '12 %',
        rest: '120 m3/yr',
        tolerance: '3 %',
        uncertain: 'in',
      },
    })
    expect(found('B501')).toHaveLength(2)
  })

  it('exact figures around a step leave its balance open and stand as they are', async () => {
    const { value, codes } = await auditText(step('amount: 100 m3 ± 0 %', 'amount: 88 m3 ± 0 %'))
    expect(value('flow.in')).toBe(100)
    expect(value('flow.ab')).toBe(88)
    expect(value('balance.water.a.unaccounted')).toBe(12)
    expect(codes).toContain('B402')
    expect(codes).not.toContain('R102')
  })

  it('exact figures of one flow that contradict each other are named, and the rest is given', async () => {
    const { value, found } = await auditText(
      step(
        'amount: 100 m3 ± 0 %',
        '',
        `readings: [ { of: in, value: 90 m3 ± 0 % } ]
materials: { salt: { amount: 5 t } }\n`,
      ),
    )
    expect(found('R102')[0]).toMatchObject({
      at: '/flows/in/amount',
      also: ['/readings/0/value'],
      args: { claims: 'in, in' },
    })
    expect(value('flow.in')).toBe(null)
    expect(value('flow.salt')).toBe(5)
  })

  it('more out than in gives no negative flow but says so', async () => {
    const { value, found, has } = await auditText(`${WATER}steps: { a: A }
flows: { in: { of: w, to: a, amount: 100 m3 ± 2 % }, o1: { of: e, from: a, amount: 120 m3 ± 2 % }, o2: { of: e, from: a } }\n`)
    expect(found('R101')[0]).toMatchObject({ at: '/flows/o2', args: { flow: 'o2', value: '-20 m3/yr' } })
    expect(value('flow.o2')).toBe(null)
    expect(has('flow.o2.water') && value('flow.o2.water')).toBe(null)
  })

  it('what is negative by chance is held at zero, and says so', async () => {
    const text = `${WATER}steps: { a: A }
flows: { in: { of: w, to: a, amount: 100 m3 ± 10 % }, o1: { of: e, from: a, amount: 120 m3 ± 10 % }, o2: { of: e, from: a } }\n`
    const { value, found, audit } = await auditText(text)
    expect(found('R103')[0]?.args).toEqual({ flow: 'o2', value: '-20 m3/yr', spread: '15.62' })
    expect(value('flow.o2')).toBe(0)
    expect(value('flow.in')).toBeCloseTo(value('flow.o1') ?? NaN, 9)
    expect(audit.reconciled.flows.map((flow) => flow.class)).toEqual(['reconciled', 'reconciled', 'bounded'])
  })

  it('two unknown flows at one step stay unknown', async () => {
    const { found, audit } = await auditText(`${WATER}steps: { a: A }
flows: { in: { of: w, to: a, amount: 100 m3 }, o1: { of: e, from: a }, o2: { of: e, from: a } }\n`)
    expect(found('R301').map((told) => told.args['flow'])).toEqual(['o1', 'o2'])
    // That the step cannot be checked follows.
    expect(found('B403')).toEqual([])
    expect(audit.reconciled.balances[0]?.state).toBe('unknown')
  })

  it('what is held back is a stock change', async () => {
    const tank = (at: string): string => `stocks: { tank: { of: w${at}, opening: 10 m3, closing: 30 m3 } }\n`
    const steps = await auditText(step('amount: 100 m3', '', tank(', at: a')))
    expect(steps.value('flow.ab')).toBeCloseTo(80, 12)
    expect(steps.value('balance.water.a.stock')).toBeCloseTo(20, 12)
    const whole = await auditText(
      `${WATER}flows: { in: { of: w, amount: 100 m3 }, out: { of: e } }\n${tank('')}`,
    )
    expect(whole.value('flow.out')).toBeCloseTo(80, 12)
  })

  it('a stock change is reconciled with the rest, and its balance closes', async () => {
    const { value, figure } = await auditText(
      step(
        'amount: 100 m3 ± 2 m3',
        'amount: 91 m3 ± 2 m3',
        'stocks: { t: { of: w, at: a, opening: 5 m3 ± 1 m3, closing: 12 m3 ± 1 m3 } }\n',
      ),
    )
    // 100 − 91 − 7 leaves 2 with variances 4, 4 and 2: the stock change takes 0.4 of it.
    expect(value('stock.t.reconciled')).toBeCloseTo(7.4, 9)
    expect(value('balance.water.a.stock')).toBeCloseTo(7.4, 9)
    expect(value('balance.water.a.unaccounted')).toBe(0)
    expect(figure('stock.t.reconciled').sd).toBeCloseTo(Math.sqrt(2 - 4 / 10), 9)
  })

  it('a loop is solved with the rest', async () => {
    const { value } = await auditText(`${WATER}steps: { a: A, b: B }
flows:
  in: { of: w, to: a, amount: 100 m3 }
  ab: { of: w, from: a, to: b }
  ba: { of: w, from: b, to: a, amount: 40 m3, recycle: yes }
  out: { of: e, from: b }\n`)
    expect(value('flow.ab')).toBeCloseTo(140, 12)
    expect(value('flow.out')).toBeCloseTo(100, 12)
    expect(value('balance.water.site.closure')).toBe(1)
  })

  it('no uncertainty is stated: the default for what says nothing of itself', async () => {
    expect((await auditText('water: { w: { amount: 100 m3 } }\n')).figure('flow.w').sd).toBeCloseTo(10, 12)
    expect(
      (await auditText('water: { w: { amount: 100 m3 (measured) } }\n')).figure('flow.w').sd,
    ).toBeCloseTo(2, 12)
    const own = 'uncertainty: { by-basis: { measured: 4 % }, plus-minus: 95 % }\n'
    expect(
      (await auditText(`${own}water: { w: { amount: 100 m3 (measured) } }\n`)).figure('flow.w').sd,
    ).toBeCloseTo(4, 12)
    expect(
      (await auditText(`${own}water: { w: { amount: 100 m3 ± 1.96 m3 } }\n`)).figure('flow.w').sd,
    ).toBeCloseTo(1, 12)
  })
})
