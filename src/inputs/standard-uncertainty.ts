import type { Quantity } from '../model/quantity.js'
import type { UncertaintyRules } from '../schema/site.js'

/** What the sign ± of a file means: one standard deviation, a 95 % half-width, or a limit that is never passed. */
type PlusMinus = NonNullable<UncertaintyRules['plus-minus']>

/** Standard deviations in what is written; a limit stands for a rectangular distribution. */
const DIVISOR: Readonly<Record<PlusMinus, number>> = { standard: 1, '95 %': 1.96, limit: Math.sqrt(3) }

/** One standard uncertainty; `relative` where it is a share of the value and so grows with it. */
export type Spread = { readonly sd: number; readonly relative?: true }

/**
 * One standard uncertainty of a quantity, in its own unit: what stands after ±, else the share that is usual for the
 * way it is known. `undefined` where neither says anything; a share of a point on a scale, such as a temperature in C
 * or a gauge pressure, does not.
 */
export function standardUncertainty(
  { value, unit, below, plusMinus, basis }: Quantity,
  usualShare: (basis: Quantity['basis']) => number | undefined,
  means: PlusMinus = 'standard',
): Spread | undefined {
  // Anything between zero and the limit is equally likely: width ÷ √12.
  if (below === true) return { sd: Math.abs(value) / Math.sqrt(12) }
  if (plusMinus?.kind === 'absolute') return { sd: plusMinus.value / DIVISOR[means] }
  if (unit.offset !== 0) return undefined
  const share = plusMinus === undefined ? usualShare(basis) : plusMinus.value / DIVISOR[means]
  return share === undefined ? undefined : { sd: Math.abs(value) * share, relative: true }
}
