import type { Dimension, Unit } from '../model/unit.js'
import { arithmetic, typedNumber, type Typed } from './typed.js'

/** What a value is measured in. Base value = (value + offset) × scale. */
export type Measure = {
  readonly dimension: Dimension
  readonly scale: number
  /** Non-zero for a point on a scale. */
  readonly offset: number
  /** The value is a difference of two points: it must not be read as a point. */
  readonly difference?: true
}

export type Sort = 'number' | 'text' | 'truth'

/** A sub-formula with what it gives. For texts and truths the measure is that of a plain number. */
export type Measured = Measure & { readonly sort: Sort; readonly typed: Typed }

export const PLAIN: Measure = { dimension: {}, scale: 1, offset: 0 }

export function measureOf({ dimension, scale, offset }: Unit): Measure {
  return { dimension, scale, offset }
}

export function isDimensionless({ dimension }: Measure): boolean {
  return Object.keys(dimension).length === 0
}

/** A literal zero without unit: zero of anything, except of a point on a scale. */
export function isBareZero({ typed, dimension }: Measured): boolean {
  return typed.kind === 'number' && typed.value === 0 && Object.keys(dimension).length === 0
}

/**
 * A factor made of unit scales, freed from the last bits that multiplying left: the nearest number of at most
 * 12 digits when it is within one part in 1e14, otherwise the number itself.
 */
export function cleanFactor(factor: number): number {
  const short = Number(factor.toPrecision(12))
  return Math.abs(short - factor) <= 1e-14 * Math.abs(factor) ? short : factor
}

/** `typed` times a constant: nothing for 1, a folded constant, or `/ 3.6` where that is shorter than `* 0.2777…`. */
export function timesFactor(typed: Typed, factor: number): Typed {
  const clean = cleanFactor(factor)
  if (clean === 1) return typed
  if (typed.kind === 'number') return typedNumber(cleanFactor(typed.value * clean))
  const inverse = cleanFactor(1 / factor)
  const divides = String(inverse).length < String(clean).length
  return divides ? arithmetic('/', typed, typedNumber(inverse)) : arithmetic('*', typed, typedNumber(clean))
}

/** `typed` plus a constant: nothing for 0; a negative constant is taken off. */
export function plusConstant(typed: Typed, constant: number): Typed {
  const clean = cleanFactor(constant)
  if (clean === 0) return typed
  if (typed.kind === 'number') return typedNumber(cleanFactor(typed.value + clean))
  return arithmetic(clean < 0 ? '-' : '+', typed, typedNumber(Math.abs(clean)))
}

/** The same value counted from the zero of its unit: 20 C becomes 293.15 K, 3 bar(g) becomes 4.01325 bar. */
export function fromZero(value: Measured): Measured {
  if (value.offset === 0) return value
  return { ...value, typed: plusConstant(value.typed, value.offset), offset: 0 }
}

/** The value of `value` expressed in `target`, which has the same dimension. */
export function express(value: Measured, target: Measure): Typed {
  const { scale, offset } = target
  if (value.scale === scale && value.offset === offset) return value.typed
  const scaled = timesFactor(plusConstant(value.typed, value.offset), value.scale / scale)
  return plusConstant(scaled, -offset)
}
