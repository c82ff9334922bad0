import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandShape, roomFor, sideways, tightest, type Move } from '../../../src/report/sankey/band.js'
import { distanceTo, pointsOf } from './shape-points.js'

/** The two long edges of an outline: what comes before the head and what comes after it. */
function edgesOf(moves: readonly Move[], width: number) {
  const { outline, middle } = bandShape({ x: 10, y: 20, width, moves })
  const steps = middle.length
  const right = outline.slice(steps + 3, -1)
  const [, x = 0, y = 0] = right[0] ?? []
  return {
    left: pointsOf(outline.slice(0, steps)),
    right: pointsOf([['M', Number(x), Number(y)], ...right.slice(1)]),
    middle: pointsOf(middle),
  }
}

describe('a band', () => {
  it('has its width everywhere, also in bends, to a tenth of a pixel', () => {
    const bend = fc.record({
      width: fc.double({ min: 0.5, max: 160, noNaN: true }),
      dy: fc.double({ min: -700, max: 700, noNaN: true }),
      more: fc.double({ min: 0, max: 120, noNaN: true }),
    })
    fc.assert(
      fc.property(bend, ({ width, dy, more }) => {
        const { left, right } = edgesOf(
          [{ go: 10 }, ...sideways(roomFor(dy, width) + more, dy, width), { go: 10 }],
          width,
        )
        const wrong = left.filter((point) => Math.abs(distanceTo(point, right) - width) > 0.1)
        expect(wrong).toEqual([])
      }),
      { seed: 4, numRuns: 200 },
    )
  })

  it('goes where it shall: on by dx and aside by dy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: -500, max: 500 }), (width, dy) => {
        const dx = roomFor(dy, width) + 30
        const { middle } = edgesOf(sideways(dx, dy, width), width)
        expect(middle.at(-1)?.[0]).toBeCloseTo(10 + dx, 6)
        expect(middle.at(-1)?.[1]).toBeCloseTo(20 + dy, 6)
      }),
      { seed: 4 },
    )
  })

  it('never turns back on its way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: -500, max: 500 }), (width, dy) => {
        const turns = sideways(roomFor(dy, width), dy, width).flatMap((move) =>
          'turn' in move ? [Math.abs(move.turn)] : [],
        )
        expect(Math.max(0, ...turns)).toBeLessThanOrEqual(Math.PI / 2 + 1e-6)
      }),
      { seed: 4 },
    )
  })

  it('keeps its width around a whole loop', () => {
    const turn = { turn: Math.PI / 2, radius: tightest(40) }
    const { left, right } = edgesOf(
      [{ go: 30 }, turn, { go: 50 }, turn, { go: 200 }, turn, { go: 50 }, turn, { go: 20 }],
      40,
    )
    expect(Math.max(...left.map((point) => Math.abs(distanceTo(point, right) - 40)))).toBeLessThan(0.1)
  })
})
