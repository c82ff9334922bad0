import { describe, expect, it } from 'vitest'
import {
  chiSquareLimit,
  chiSquareTail,
  normalLimit,
  normalTail,
  sidakLimit,
} from '../../src/reconcile/distributions.js'

describe('normal distribution', () => {
  // Values of standard tables to 12 digits.
  it.each([
    [0.5, 0],
    [0.025, 1.95996398454005],
    [0.1, 1.2815515655446],
    [0.005, 2.5758293035489],
    [0.975, -1.95996398454005],
    [1e-9, 5.99780701500769],
  ])('is exceeded with probability %d by %d', (tail, z) => {
    expect(Math.abs(normalLimit(tail) - z)).toBeLessThan(1e-12 * Math.max(1, Math.abs(z)))
    expect(Math.abs(normalTail(z) / tail - 1)).toBeLessThan(1e-11)
  })
})

describe('chi-square distribution', () => {
  it.each([
    [1, 0.05, 3.84145882069412],
    [2, 0.05, 5.99146454710798],
    [10, 0.05, 18.3070380532751],
    [100, 0.05, 124.342113404004],
    [7469, 0.05, 7671.166],
    [2, 0.5, 2 * Math.LN2],
  ])('with %d degrees of freedom is exceeded with probability %d by %d', (dof, tail, limit) => {
    expect(Math.abs(chiSquareLimit(dof, tail) / limit - 1)).toBeLessThan(dof > 1000 ? 1e-7 : 1e-12)
  })

  it.each([1, 2, 3, 7, 50, 999, 7469])('inverts itself at %d degrees of freedom', (dof) => {
    for (const tail of [1e-8, 0.001, 0.05, 0.5, 0.95, 0.9999]) {
      expect(Math.abs(chiSquareTail(chiSquareLimit(dof, tail), dof) / tail - 1)).toBeLessThan(1e-9)
    }
  })

  it('has no tail beyond everything and all of it beyond nothing', () => {
    expect([chiSquareTail(0, 3), chiSquareTail(1e6, 1), chiSquareTail(Infinity, 2)]).toEqual([1, 0, 0])
  })
})

describe('Sidak limit', () => {
  it('is the plain two-sided limit for one test', () => {
    expect(Math.abs(sidakLimit(0.05, 1) - normalLimit(0.025))).toBeLessThan(1e-12)
  })

  it('grows with the number of tests', () => {
    expect(Math.abs(sidakLimit(0.05, 13) - 2.88309679014)).toBeLessThan(1e-11)
  })
})
