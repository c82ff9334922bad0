import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapley } from '../../src/compare/shapley.js'

describe('shapley', () => {
  it('gives everything to the only player', () =>
    expect(shapley(1, (set) => (set === 1 ? 7 : 2))).toEqual([5]))

  it('is nothing without players', () => expect(shapley(0, () => 3)).toEqual([]))

  it('splits a product of two as half the cross term each', () => {
    // 2 × 3 becomes 5 × 7: Δa·(b₀+b₁)/2 and Δb·(a₀+a₁)/2, the decomposition of Marshall and Edgeworth.
    const value = (set: number): number => (set & 1 ? 5 : 2) * (set & 2 ? 7 : 3)
    expect(shapley(2, value)).toEqual([15, 14])
  })

  it('gives the glove game its published shares: 2/3 to the only left glove, 1/6 to each right one', () => {
    const value = (set: number): number => ((set & 1) !== 0 && (set & 6) !== 0 ? 1 : 0)
    const [left, right1, right2] = shapley(3, value)
    expect(left).toBeCloseTo(2 / 3, 12)
    expect(right1).toBeCloseTo(1 / 6, 12)
    expect(right2).toBeCloseTo(1 / 6, 12)
  })

  it('adds up to the whole, whatever the game', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 32, maxLength: 32 }),
        (players, values) => {
          const value = (set: number): number => values[set] ?? 0
          const sum = shapley(players, value).reduce((a, b) => a + b, 0)
          expect(sum).toBeCloseTo(value((1 << players) - 1) - value(0), 8)
        },
      ),
    )
  })
})
