import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dependentRows, factorise, type Contribution } from '../../src/reconcile/factorise.js'
import type { NetworkStream } from '../../src/reconcile/from-network.js'
import { reconcile, type ReconcileResult } from '../../src/reconcile/reconcile.js'

const SIZE = 400
const measured = (value: number, sd = 1): NetworkStream['measured'] => ({ value, sd })

/** A closed circuit: every balance follows from the others. */
function ring(
  more: readonly NetworkStream[],
  meter: (k: number) => NetworkStream['measured'],
): ReconcileResult {
  const nodes = Array.from({ length: SIZE }, (_, k) => `n${k}`)
  const streams = nodes.map((node, k) => ({
    id: `s${k}`,
    from: node,
    to: `n${(k + 1) % SIZE}`,
    measured: meter(k),
  }))
  return reconcile({ nodes, streams: [...streams, ...more] }, { suspects: false })
}

const exact = (id: string, from: string | null, to: string | null, value: number): NetworkStream => ({
  id,
  from,
  to,
  measured: measured(value, 0),
})

describe('networks too large to be solved row by row', () => {
  it('count the balance of a closed circuit once', () => {
    const result = ring([], (k) => measured(100 + (k % 2), 1))
    expect([result.dof, result.error]).toEqual([SIZE - 1, undefined])
    expect(result.reconciled['s7']?.value).toBeCloseTo(100.5, 9)
    expect(result.reconciled['s7']?.sd).toBeCloseTo(1 / Math.sqrt(SIZE), 9)
    expect(result.glr.leak).toEqual({})
  })

  it('name the exact values that contradict each other around a circuit of meters', () => {
    const result = ring([exact('in', null, 'n3', 5), exact('out', 'n200', null, 4)], () => measured(100))
    expect(result.error).toBe('infeasible-exact-values')
    expect(result.conflicts.map(({ variables, residual }) => [variables, Math.abs(residual)])).toEqual([
      [['in', 'out'], 1],
    ])
  })

  it('agree with exact values around a circuit of meters', () => {
    const result = ring([exact('in', null, 'n3', 5), exact('out', 'n200', null, 5)], () => measured(100))
    expect([result.error, result.dof]).toEqual([undefined, SIZE - 1])
    expect(result.maxResidual).toBeLessThan(1e-12)
  })

  it('leave no deviation where an exact value settles everything', () => {
    const result = ring([], (k) => measured(100, k === 9 ? 0 : 1))
    for (const value of Object.values(result.reconciled)) {
      expect(value?.value).toBeCloseTo(100, 9)
      expect(value?.sd).toBeLessThan(1e-6)
    }
  })
})

type Matrix = readonly (readonly number[])[]

/** G Σ G' of a random sparse G with three entries a row, and its rows. */
const sparseRows: fc.Arbitrary<Matrix> = fc
  .tuple(fc.integer({ min: 1, max: 260 }), fc.infiniteStream(fc.nat(1_000_000)))
  .map(([size, numbers]) => {
    const next = (): number => numbers.next().value ?? 0
    return Array.from({ length: size }, (_, k) => {
      const row = Array.from({ length: size + 1 }, () => 0)
      row[k] = 1 + (next() % 7)
      row[next() % (size + 1)]! += 1 + (next() % 3)
      return row
    })
  })

function* contributions(rows: Matrix): Generator<Contribution> {
  for (const [row, a] of rows.entries()) {
    for (const [column, b] of rows.slice(0, row + 1).entries()) {
      const value = a.reduce((sum, x, j) => sum + x * (b[j] ?? 0), 0)
      if (value !== 0 || row === column) yield { row, column, value }
    }
  }
}

function times(rows: Matrix, x: Float64Array): number[] {
  const inner = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, v, j) => sum + v * (b[j] ?? 0), 0)
  return rows.map((a) => rows.reduce((sum, b, k) => sum + inner(a, b) * (x[k] ?? 0), 0))
}

describe('the sparse factor', () => {
  it('solves, and reads squares off its inverse', () => {
    fc.assert(
      fc.property(sparseRows, (rows) => {
        const factor = factorise(rows.length, contributions(rows))
        // Rows drawn alike depend on each other: there is nothing to solve then.
        fc.pre(factor !== null)
        const v = Float64Array.from(rows, (_, k) => (k % 5) - 2)
        const x = factor!.solve(v)
        for (const [k, y] of times(rows, x).entries()) expect(y).toBeCloseTo(v[k] ?? NaN, 5)
        for (const k of [0, rows.length >> 1, rows.length - 1]) {
          const unit = new Map([[k, 1]])
          const dense = Float64Array.from(rows, (_, j) => (j === k ? 1 : 0))
          const wanted = factor!.solve(dense)[k] ?? NaN
          expect(factor!.square(unit) / wanted).toBeCloseTo(1, 5)
          expect(factor!.inner(unit, unit) / wanted).toBeCloseTo(1, 5)
        }
      }),
      { numRuns: 25, seed: 2048 },
    )
  })

  it('finds which rows depend on which', () => {
    const rows = [
      [1, -1, 0, 0],
      [0, 1, -1, 0],
      [-1, 0, 1, 0],
      [0, 0, 0, 2],
    ]
    const [only, ...others] = dependentRows(rows.length, contributions(rows))
    expect(others).toEqual([])
    expect(
      [...(only?.factors.entries() ?? [])]
        .map(([k, f]) => [k, Number(f.toFixed(9))] as const)
        .toSorted(([a], [b]) => a - b),
    ).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ])
  })

  it('is none where rows depend on each other', () => {
    const rows = [
      [1, 2],
      [2, 4],
    ]
    expect(factorise(2, contributions(rows))).toBe(null)
  })
})
