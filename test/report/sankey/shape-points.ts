import type { PathStep } from '../../../src/report/sankey/band.js'

export type Point = readonly [number, number]

/** Points along a path, close enough to each other to see what lies between. */
export function pointsOf(steps: readonly PathStep[], step = 3): readonly Point[] {
  const points: Point[] = []
  let at: Point = [0, 0]
  let first: Point = [0, 0]
  const line = (from: Point, to: Point): void => {
    const parts = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / step))
    for (let part = 1; part <= parts; part += 1)
      points.push([
        from[0] + ((to[0] - from[0]) * part) / parts,
        from[1] + ((to[1] - from[1]) * part) / parts,
      ])
  }
  for (const each of steps) {
    if (each[0] === 'Z') line(at, first)
    else if (each[0] === 'C') {
      const [, x1, y1, x2, y2, x, y] = each
      for (let part = 1; part <= 24; part += 1) {
        const t = part / 24
        const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
        points.push([a * at[0] + b * x1 + c * x2 + d * x, a * at[1] + b * y1 + c * y2 + d * y])
      }
      at = [x, y]
    } else {
      const to: Point = [each[1], each[2]]
      if (each[0] === 'M') {
        first = to
        points.push(to)
      } else line(at, to)
      at = to
    }
  }
  return points
}

/** Distance of a point from a polyline. */
export function distanceTo([x, y]: Point, line: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const [index, [bx, by]] of line.entries()) {
    const [ax, ay] = line[index - 1] ?? [bx, by]
    const [dx, dy] = [bx - ax, by - ay]
    const length = dx * dx + dy * dy
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy))
  }
  return least
}
