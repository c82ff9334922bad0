import { describe, expect, it } from 'vitest'
import { bandShape, roomFor, sideways } from '../../../src/report/sankey/band.js'
import { standOff, type Bend } from '../../../src/report/sankey/stagger.js'

const bend = (link: number, from: number, to: number, width: number): Bend => ({
  link,
  column: 2,
  side: 'left',
  from,
  to,
  width,
})

/** Middle of a bend from the box at x = 0 to the end of its zone, as points. */
function middle({ from, to, width }: Bend, off: number, room: number): (readonly [number, number])[] {
  const { middle: path } = bandShape({
    x: 0,
    y: from,
    width,
    moves: [{ go: off }, ...sideways(room - off, to - from, width)],
  })
  const points: (readonly [number, number])[] = []
  let at: readonly [number, number] = [0, from]
  for (const step of path) {
    if (step[0] === 'Z') continue
    const end = step.slice(-2) as unknown as readonly [number, number]
    for (let k = 1; k <= 20; k++) {
      const t = k / 20
      if (step[0] !== 'C') points.push([at[0] + t * (end[0] - at[0]), at[1] + t * (end[1] - at[1])])
      else {
        const [, a, b, c, d, e, f] = step
        const mix = (p: number, q: number, r: number, s: number): number =>
          (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t * t * r + t ** 3 * s
        points.push([mix(at[0], a, c, e), mix(at[1], b, d, f)])
      }
    }
    at = end
  }
  return points
}

function distance(a: readonly (readonly [number, number])[], b: typeof a): number {
  return Math.min(...a.flatMap(([x, y]) => b.map(([u, v]) => Math.hypot(x - u, y - v))))
}

describe('bends that leave a box side by side', () => {
  // Ports touch, targets lie apart: up, down, and both; thin beside thick.
  it.each([
    [[bend(0, 100, 0, 40), bend(1, 140, 80, 40)]],
    [[bend(0, 100, 20, 10), bend(1, 125, 60, 40)]],
    [[bend(0, 100, 130, 12), bend(1, 126, 220, 40)]],
    [[bend(0, 100, 180, 40), bend(1, 126, 260, 12)]],
    [[bend(0, 100, 0, 20), bend(1, 120, 60, 20), bend(2, 140, 120, 20), bend(3, 160, 260, 20)]],
  ])('stay side by side', (bends) => {
    const off = standOff(bends)
    const room = Math.max(...bends.map((one) => (off.get(one) ?? 0) + roomFor(one.to - one.from, one.width)))
    const lines = bends.map((one) => middle(one, off.get(one) ?? 0, room))
    for (const [i, a] of bends.entries()) {
      for (const [j, b] of bends.entries()) {
        if (i >= j) continue
        // Where a thin band is outside it may touch a thick one in the bend, never lie over it.
        expect(distance(lines[i]!, lines[j]!)).toBeGreaterThan(0.75 * ((a.width + b.width) / 2))
      }
    }
  })

  it('turn at the box where nothing is in their way', () => {
    const [up, down] = [bend(0, 100, 0, 20), bend(1, 130, 200, 20)]
    expect([...standOff([up, down]).values()]).toEqual([0, 0])
  })
})
