import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mfca } from '../../src/indicators/mfca.js'
import type {
  MfcaFlow,
  MfcaInput,
  MfcaOutcome,
  MfcaResult,
  QuantityCentre,
} from '../../src/indicators/mfca-types.js'
import { roundToSum } from '../../src/units/round-to-sum.js'

const conventions = ['carry', 'materialOnly'] as const

function resultOf(outcome: MfcaOutcome): MfcaResult {
  if (outcome.result === null) throw new Error(JSON.stringify(outcome.problems))
  return outcome.result
}

const centre = (id: string, cost: number): Readonly<Record<string, QuantityCentre>> => ({
  [id]: { newInput: { material: cost, energy: cost / 2, system: cost / 4 }, wasteManagement: cost / 10 },
})

const randomSystem: fc.Arbitrary<MfcaInput> = fc
  .record({
    costs: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 4 }),
    flows: fc.array(
      fc.record({
        from: fc.nat(3),
        to: fc.option(fc.nat(3)),
        kind: fc.constantFrom('product', 'loss', 'recycle', 'stock'),
        mass: fc.integer({ min: 1, max: 50 }),
      }),
      { maxLength: 10 },
    ),
  })
  .map(({ costs, flows }) => {
    const id = (i: number): string => `c${i % costs.length}`
    const inner = flows.map(({ from, to, kind, mass }, i) => {
      const target = to === null || kind === 'loss' || kind === 'stock' ? null : id(to)
      return { id: `f${i}`, from: id(from), to: target, kind, mass } as MfcaFlow
    })
    const exits = costs.map((_, i): MfcaFlow => ({
      id: `x${i}`,
      from: id(i),
      to: null,
      kind: 'product',
      mass: 1,
    }))
    const quantityCentres = Object.assign(
      {},
      ...costs.map((cost, i) => centre(id(i), cost)),
    ) as MfcaInput['quantityCentres']
    return { quantityCentres, flows: [...inner, ...exits] }
  })

describe('laws of cost accounting', () => {
  it.each(conventions)('product, loss and stock make up what entered (%s)', (convention) => {
    fc.assert(
      fc.property(randomSystem, (input) => {
        const { matrix } = resultOf(mfca(input, convention))
        for (const key of ['material', 'energy', 'system', 'wasteManagement', 'total'] as const) {
          const parts = matrix.product[key] + matrix.materialLoss[key] + matrix.stock[key]
          expect(Math.abs(parts - matrix.total[key])).toBeLessThanOrEqual(
            1e-9 * Math.max(1, matrix.total[key]),
          )
        }
      }),
      { numRuns: 300, seed: 14051 },
    )
  })

  it('recycling that only carries material never looks cheaper', () => {
    fc.assert(
      fc.property(randomSystem, (input) => {
        const [carry, material] = conventions.map((c) => resultOf(mfca(input, c)).matrix.materialLoss.total)
        expect(material).toBeGreaterThanOrEqual((carry ?? NaN) * (1 - 1e-12))
      }),
      { numRuns: 300, seed: 14051 },
    )
  })
})

describe('what cannot be allocated', () => {
  const flow = (
    id: string,
    from: string,
    to: string | null,
    mass: number | null,
    share?: number,
  ): MfcaFlow => ({
    id,
    from,
    to,
    kind: to === null ? 'product' : 'recycle',
    mass,
    ...(share === undefined ? {} : { share: { material: share, energy: share, system: share } }),
  })

  it('names a centre without outputs', () => {
    const outcome = mfca({ quantityCentres: centre('a', 100), flows: [] }, 'carry')
    expect(outcome.problems[0]).toEqual({ kind: 'no-share', centre: 'a', class: 'material' })
  })

  it('names shares that do not add up', () => {
    const outcome = mfca(
      { quantityCentres: centre('a', 100), flows: [flow('f', 'a', null, null, 0.9)] },
      'carry',
    )
    expect(outcome.problems[0]).toEqual({
      kind: 'shares-do-not-add-up',
      centre: 'a',
      class: 'material',
      sum: 0.9,
    })
  })

  it('names centres that do not exist', () => {
    const outcome = mfca({ quantityCentres: {}, flows: [flow('f', 'a', '__proto__', 1)] }, 'carry')
    expect(outcome.problems.map((p) => (p.kind === 'unknown-centre' ? p.centre : p.kind))).toEqual([
      'a',
      '__proto__',
    ])
  })

  it('names a loop that cost never leaves', () => {
    const outcome = mfca({ quantityCentres: centre('a', 100), flows: [flow('f', 'a', 'a', 1)] }, 'carry')
    expect(outcome.problems).toEqual([{ kind: 'closed-loop', centre: 'a', class: 'material' }])
  })

  it('needs no share where there is no cost', () => {
    const result = resultOf(mfca({ quantityCentres: centre('a', 0), flows: [] }, 'carry'))
    expect(result.matrix.lossSharePercent).toBe(null)
  })
})

describe('rounding to a sum', () => {
  it.each([
    [[1 / 3, 1 / 3, 1 / 3], 0.01, [0.34, 0.33, 0.33]],
    [[10.5, 20.5], 1, [11, 20]],
    [[-0.4, 0.4], 1, [0, 0]],
    [[], 1, []],
  ])('rounds %j in steps of %d', (parts, step, wanted) => {
    const found = roundToSum(parts, step)
    expect(found.map((x) => Number(x.toFixed(9)) + 0)).toEqual(wanted)
  })
})
