import type { Dimension } from '../model/unit.js'

/** The pure number: no base quantity at all. */
export const NO_DIMENSION: Dimension = Object.freeze({})

function isPure(dimension: Dimension): boolean {
  for (const _ in dimension) return false
  return true
}

/** Drops zero exponents and sorts the bases, so that equal dimensions print alike. */
export function cleanDimension(entries: Iterable<readonly [string, number]>): Dimension {
  const kept = [...entries].filter(([, power]) => power !== 0)
  kept.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.freeze(Object.fromEntries(kept))
}

/** The product of two dimensions: exponents add up. */
export function multiplyDimensions(a: Dimension, b: Dimension): Dimension {
  if (isPure(b)) return a
  if (isPure(a)) return b
  const sum = new Map(Object.entries(a))
  for (const [base, power] of Object.entries(b)) sum.set(base, (sum.get(base) ?? 0) + power)
  return cleanDimension(sum)
}

/** A dimension to a power; `-1` turns it over, `0.5` is a square root. */
export function powerDimension(dimension: Dimension, power: number): Dimension {
  if (power === 1) return dimension
  return cleanDimension(Object.entries(dimension).map(([base, p]) => [base, p * power] as const))
}

/** The quotient of two dimensions. */
export function divideDimensions(a: Dimension, b: Dimension): Dimension {
  return multiplyDimensions(a, powerDimension(b, -1))
}

/** Whether two dimensions have the same exponents. */
export function dimensionsEqual(a: Dimension, b: Dimension): boolean {
  const bases = Object.keys(a)
  return (
    bases.length === Object.keys(b).length &&
    bases.every((base) => Object.hasOwn(b, base) && a[base] === b[base])
  )
}
