/** Width to which a root is enclosed, relative to the bracket at the start. */
const TOLERANCE = 1e-14

const MOST_STEPS = 200

/**
 * The root of a continuous function in a bracket where it changes sign, by inverse quadratic interpolation where the
 * last three points admit it and by bisection else (Chandrupatla, Advances in Engineering Software 28, 1997).
 * `undefined` where both ends have one sign or a value is no number.
 */
export function findRoot(of: (x: number) => number, from: number, to: number): number | undefined {
  let [x1, x2, f1, f2] = [to, from, of(to), of(from)]
  if (f1 === 0) return x1
  if (f2 === 0) return x2
  if (!(f1 * f2 < 0)) return undefined
  let [x3, f3, part] = [x2, f2, 0.5]
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = x1 + part * (x2 - x1)
    const f = of(x)
    if (Number.isNaN(f)) return undefined
    if (f * f1 > 0) [x3, f3] = [x1, f1]
    else [x3, x2, f3, f2] = [x2, x1, f2, f1]
    ;[x1, f1] = [x, f]
    const least = (TOLERANCE * Math.abs(to - from)) / Math.abs(x2 - x1)
    if (f === 0 || least > 0.5) return Math.abs(f1) < Math.abs(f2) ? x1 : x2
    part = Math.min(1 - least, Math.max(least, interpolated(x1, x2, x3, f1, f2, f3)))
  }
  return x1
}

function interpolated(x1: number, x2: number, x3: number, f1: number, f2: number, f3: number): number {
  const xi = (x1 - x2) / (x3 - x2)
  const phi = (f1 - f2) / (f3 - f2)
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5
  return (f1 / (f2 - f1)) * (f3 / (f2 - f3)) + ((x3 - x1) / (x2 - x1)) * (f1 / (f3 - f1)) * (f2 / (f3 - f2))
}
