/**
 * Tails and limits of the normal and the chi-square distribution, for the tests of a reconciliation.
 * Series and continued fraction of the incomplete gamma function: NIST Digital Library of Mathematical Functions,
 * 8.11 and 8.9; Stirling series: 5.11.
 */

const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]

function logGamma(x: number): number {
  let shifted = x
  let product = 1
  while (shifted < 15) {
    product *= shifted
    shifted += 1
  }
  const inverse = 1 / shifted
  let power = inverse
  let tail = 0
  for (const coefficient of STIRLING) {
    tail += coefficient * power
    power *= inverse * inverse
  }
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + tail - Math.log(product)
  )
}

const EPSILON = 1e-17
const MAX_TERMS = 100_000

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < MAX_TERMS && term > sum * EPSILON; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** Modified Lentz evaluation; the fraction is what stands beside x^a e^-x in the upper incomplete gamma function. */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / (Math.abs(b) < tiny ? tiny : b)
  let fraction = d
  for (let n = 1; n < MAX_TERMS; n++) {
    const numerator = -n * (n - a)
    b += 2
    d = numerator * d + b
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = b + numerator / c
    if (Math.abs(c) < tiny) c = tiny
    const step = c * d
    fraction *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return fraction
}

/** Regularised upper incomplete gamma function Q(a, x), a > 0. */
function upperGamma(a: number, x: number): number {
  if (!(x > 0)) return 1
  if (x === Infinity) return 0
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x)
}

/** Probability that a chi-square variable with `dof` degrees of freedom exceeds `x`. */
export function chiSquareTail(x: number, dof: number): number {
  return upperGamma(dof / 2, x / 2)
}

/** The value that a chi-square variable exceeds with probability `tail` (0 < tail < 1). */
export function chiSquareLimit(dof: number, tail: number): number {
  const a = dof / 2
  const h = 2 / (9 * dof)
  // Wilson–Hilferty is the start, Newton with a shrinking bracket the answer.
  let y = Math.max((dof * (1 - h + normalLimit(tail) * Math.sqrt(h)) ** 3) / 2, 1e-8)
  let low = 0
  let high = Infinity
  for (let n = 0; n < 200; n++) {
    const excess = upperGamma(a, y) - tail
    if (excess > 0) low = y
    else high = y
    const density = Math.exp((a - 1) * Math.log(y) - y - logGamma(a))
    let next = y + excess / density
    if (!(next > low && next < high)) next = high === Infinity ? 2 * y : (low + high) / 2
    if (Math.abs(next - y) <= 1e-15 * y) return 2 * next
    y = next
  }
  return 2 * y
}

/** Probability that a standard normal variable exceeds `z`. */
export function normalTail(z: number): number {
  const half = 0.5 * upperGamma(0.5, (z * z) / 2)
  return z >= 0 ? half : 1 - half
}

/** The value that a standard normal variable exceeds with probability `tail` (0 < tail < 1). */
export function normalLimit(tail: number): number {
  if (tail === 0.5) return 0
  if (tail > 0.5) return -normalLimit(1 - tail)
  const t = Math.sqrt(-2 * Math.log(tail))
  // Start: Abramowitz & Stegun 26.2.23, good to 4.5e-4; Newton does the rest.
  let z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let n = 0; n < 8; n++) {
    const step = (normalTail(z) - tail) / (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI))
    z += step
    if (Math.abs(step) <= 1e-15 * Math.max(z, 1e-3)) break
  }
  return z
}

/** Two-sided limit of each of `count` tests so that all together hold the significance `alpha` (Sidak). */
export function sidakLimit(alpha: number, count: number): number {
  return normalLimit(-Math.expm1(Math.log1p(-alpha) / count) / 2)
}
