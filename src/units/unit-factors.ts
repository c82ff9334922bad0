import type { Dimension } from '../model/unit.js'
import { divideDimensions, multiplyDimensions, NO_DIMENSION, powerDimension } from './dimension.js'

/** One factor of a unit: `1000 pcs`, `m3`, `million-VND`. */
export type Factor = {
  readonly name: string
  readonly power: number
  readonly dimension: Dimension
  readonly scale: number
  /** What stands before the name, with its blank or hyphen: `1000 `, `million-`. */
  readonly count?: { readonly text: string; readonly value: number }
}

/** A quotient of products. */
export type Quotient = { readonly above: readonly Factor[]; readonly below: readonly Factor[] }

/** Powers of a decimal fraction go through its inverse, so that cubic centimetres are exactly a millionth. */
export function powerScale(scale: number, power: number): number {
  const inverse = Math.round(1 / scale)
  if (scale < 1 && Math.abs(1 / scale - inverse) < 1e-9 * inverse) return 1 / inverse ** power
  return scale ** power
}

const factorText = (f: Factor): string => `${f.count?.text ?? ''}${f.name}${f.power === 1 ? '' : f.power}`

/** The canonical spelling: `kJ/(kg.K)`. */
export function quotientText({ above, below }: Quotient): string {
  const numerator = above.map(factorText).join('.')
  const denominator = below.map(factorText).join('.')
  if (below.length === 0) return numerator === '' ? '1' : numerator
  return `${numerator === '' ? '1' : numerator}/${below.length > 1 ? `(${denominator})` : denominator}`
}

/** A factor's scale as a fraction, so that decimal parts divide once: kgf/cm2 is 98 066.5 Pa to the last bit. */
function factorFraction(f: Factor): readonly [number, number] {
  const scale = powerScale(f.scale, f.power)
  const count = f.count?.value ?? 1
  const inverse = Math.round(1 / scale)
  return scale < 1 && Math.abs(1 / scale - inverse) < 1e-9 ? [count, inverse] : [count * scale, 1]
}

/** Base value of one of this unit. */
export function quotientScale({ above, below }: Quotient): number {
  let [numerator, denominator] = [1, 1]
  for (const [n, d] of above.map(factorFraction)) [numerator, denominator] = [numerator * n, denominator * d]
  for (const [n, d] of below.map(factorFraction)) [numerator, denominator] = [numerator * d, denominator * n]
  return numerator / denominator
}

/** What the quotient measures. */
export function quotientDimension({ above, below }: Quotient): Dimension {
  const product = (factors: readonly Factor[]): Dimension =>
    factors.reduce((d, f) => multiplyDimensions(d, powerDimension(f.dimension, f.power)), NO_DIMENSION)
  return divideDimensions(product(above), product(below))
}

/** A quotient to a whole power; `undefined` when it holds a count, which has no power. */
export function powerQuotient(q: Quotient, power: number): Quotient | undefined {
  if (power === 1) return q
  if ([...q.above, ...q.below].some((f) => f.count !== undefined)) return undefined
  const raised = (factors: readonly Factor[]): readonly Factor[] =>
    factors.map((f) => ({ ...f, power: f.power * Math.abs(power) }))
  return power > 0
    ? { above: raised(q.above), below: raised(q.below) }
    : { above: raised(q.below), below: raised(q.above) }
}

export function multiplyQuotients(a: Quotient, b: Quotient): Quotient {
  return { above: [...a.above, ...b.above], below: [...a.below, ...b.below] }
}

export function divideQuotients(a: Quotient, b: Quotient): Quotient {
  return { above: [...a.above, ...b.below], below: [...a.below, ...b.above] }
}
