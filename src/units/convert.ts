import type { Unit } from '../model/unit.js'
import { dimensionsEqual } from './dimension.js'

/** A ratio that is a whole number but for the last bits is that number: 3.6e6 / 3.6e3 shall be 1000. */
function whole(ratio: number): number {
  const near = Math.round(ratio)
  return near !== 0 && Math.abs(ratio - near) <= 8 * Number.EPSILON * near ? near : ratio
}

function scaled(value: number, from: Unit, to: Unit): number {
  // Dividing by a whole number rounds once; multiplying by its inverse would round twice.
  return from.scale >= to.scale ? value * whole(from.scale / to.scale) : value / whole(to.scale / from.scale)
}

/** A difference of sums carries noise in digits its terms never had: 32 F shall be 0 C, not 6e-14. */
function withoutNoise(difference: number, size: number): number {
  const decimals = 13 - Math.floor(Math.log10(size))
  return decimals >= 0 && decimals <= 100 ? Number(difference.toFixed(decimals)) : difference
}

/**
 * A value of `from` in `to`; a temperature or a gauge pressure is a point, so 20 `C` are 293.15 `K`.
 * `undefined` when the two measure different things.
 */
export function convert(value: number, from: Unit, to: Unit): number | undefined {
  if (!dimensionsEqual(from.dimension, to.dimension)) return undefined
  if (from.scale === to.scale && from.offset === to.offset) return value
  if (from.offset === 0 && to.offset === 0) return scaled(value, from, to)
  const absolute = scaled(value + from.offset, from, to)
  return withoutNoise(absolute - to.offset, Math.max(Math.abs(absolute), Math.abs(to.offset)))
}

/** A difference or an uncertainty of `from` in `to`: 20 `C` wide are 20 `K` wide. `undefined` as in `convert`. */
export function convertDifference(value: number, from: Unit, to: Unit): number | undefined {
  return dimensionsEqual(from.dimension, to.dimension) ? scaled(value, from, to) : undefined
}

/** The factor from `from` to `to` for quantities without offset. `undefined` as in `convert`. */
export function conversionFactor(from: Unit, to: Unit): number | undefined {
  return convertDifference(1, from, to)
}
