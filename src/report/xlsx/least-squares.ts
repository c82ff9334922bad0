/** A straight line `y = base + slope × x`, and the share of the variation of y that it explains. */
export type Line = { readonly slope: number; readonly base: number; readonly r2: number }

type Point = { readonly x: number; readonly y: number }

/**
 * The line through points by least squares, as SLOPE, INTERCEPT and RSQ of a spreadsheet give it. `undefined` where x
 * does not vary. `r2` is NaN where y does not.
 */
export function leastSquares(points: readonly Point[]): Line | undefined {
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x0, y0] = [mean(({ x }) => x), mean(({ y }) => y)]
  let [xx, xy, yy] = [0, 0, 0]
  for (const { x, y } of points) {
    xx += (x - x0) ** 2
    xy += (x - x0) * (y - y0)
    yy += (y - y0) ** 2
  }
  if (!(xx > 0)) return undefined
  const slope = xy / xx
  return { slope, base: y0 - slope * x0, r2: xy ** 2 / (xx * yy) }
}
