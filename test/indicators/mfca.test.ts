import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mfca,
  roundToSum,
  type CostClass,
  type MfcaFlow,
  type MfcaInput,
  type MfcaOutcome,
  type MfcaResult,
  type RecycleConvention,
} from '../../src/indicators/mfca.js'

type Costs = Readonly<Record<string, number>>
type Matrix = { product: Costs; materialLoss: Costs; total: Costs; lossSharePercent: number }
type Expected = { quantityCentreTotals: Record<string, Costs>; flows: Record<string, Costs>; matrix: Matrix }
type VectorFile = {
  readonly quantityCentres: Record<string, { newInput: Record<CostClass, number>; wasteManagement: number }>
  readonly flows: readonly (Omit<MfcaFlow, 'share'> & { share?: Partial<Record<CostClass, string>> })[]
  readonly expected: Expected | Record<RecycleConvention, Expected>
}

const folder = new URL('../vectors/', import.meta.url)
const conventions = ['carry', 'materialOnly'] as const
const files = readdirSync(fileURLToPath(folder)).filter(
  (file) => file.startsWith('mfca-') && file.endsWith('.json'),
)
const cases = files.flatMap((file) => {
  const vector = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as VectorFile
  // Without a recycle stream both conventions say the same.
  return conventions.map((convention) => ({
    file,
    convention,
    vector,
    wanted: 'carry' in vector.expected ? vector.expected[convention] : vector.expected,
  }))
})

function fraction(text: string): number {
  const [top = NaN, bottom = 1] = text.split('/').map(Number)
  return top / bottom
}

function inputOf({ quantityCentres, flows }: VectorFile): MfcaInput {
  return {
    centres: Object.entries(quantityCentres).map(([id, centre]) => ({ id, ...centre })),
    flows: flows.map(({ share, ...flow }) => ({
      ...flow,
      ...(share && { share: Object.fromEntries(Object.entries(share).map(([k, v]) => [k, fraction(v)])) }),
    })),
  }
}

function resultOf(outcome: MfcaOutcome): MfcaResult {
  if (outcome.result === null) throw new Error(JSON.stringify(outcome.problems))
  return outcome.result
}

function rounded(costs: Costs): Costs {
  return Object.fromEntries(Object.entries(costs).map(([k, v]) => [k, Number(v.toPrecision(11))]))
}

describe.each(cases)('$file by $convention', ({ vector, convention, wanted }) => {
  const { centres, flows, matrix } = resultOf(mfca(inputOf(vector), convention))

  it('carries cost through the centres and flows', () => {
    for (const [id, costs] of Object.entries(wanted.quantityCentreTotals)) {
      expect(rounded(centres.get(id) ?? {})).toEqual(rounded(costs))
    }
    for (const [id, costs] of Object.entries(wanted.flows))
      expect(rounded(flows.get(id) ?? {})).toEqual(rounded(costs))
  })

  it('fills the matrix, and it closes', () => {
    expect(rounded(matrix.product)).toEqual(rounded(wanted.matrix.product))
    expect(rounded(matrix.materialLoss)).toEqual(rounded(wanted.matrix.materialLoss))
    expect(rounded(matrix.total)).toEqual(rounded(wanted.matrix.total))
    expect((matrix.lossShare ?? NaN) * 100).toBeCloseTo(wanted.matrix.lossSharePercent, 9)
    const parts = matrix.product.total + matrix.materialLoss.total + matrix.stock.total
    expect(Math.abs(parts / matrix.total.total - 1)).toBeLessThan(1e-13)
  })
})

const centre = (id: string, cost: number): MfcaInput['centres'][number] => ({
  id,
  newInput: { material: cost, energy: cost / 2, system: cost / 4 },
  wasteManagement: cost / 10,
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
    return { centres: costs.map((cost, i) => centre(id(i), cost)), flows: [...inner, ...exits] }
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
    const outcome = mfca({ centres: [centre('a', 100)], flows: [] }, 'carry')
    expect(outcome.problems[0]).toEqual({ kind: 'no-share', centre: 'a', class: 'material' })
  })

  it('names shares that do not add up', () => {
    const outcome = mfca({ centres: [centre('a', 100)], flows: [flow('f', 'a', null, null, 0.9)] }, 'carry')
    expect(outcome.problems[0]).toEqual({
      kind: 'shares-do-not-add-up',
      centre: 'a',
      class: 'material',
      sum: 0.9,
    })
  })

  it('names centres that do not exist', () => {
    const outcome = mfca({ centres: [], flows: [flow('f', 'a', '__proto__', 1)] }, 'carry')
    expect(outcome.problems.map((p) => (p.kind === 'unknown-centre' ? p.centre : p.kind))).toEqual([
      'a',
      '__proto__',
    ])
  })

  it('names a loop that cost never leaves', () => {
    const outcome = mfca({ centres: [centre('a', 100)], flows: [flow('f', 'a', 'a', 1)] }, 'carry')
    expect(outcome.problems).toEqual([{ kind: 'closed-loop', centre: 'a', class: 'material' }])
  })

  it('needs no share where there is no cost', () => {
    const result = resultOf(mfca({ centres: [centre('a', 0)], flows: [] }, 'carry'))
    expect(result.matrix.lossShare).toBe(null)
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
