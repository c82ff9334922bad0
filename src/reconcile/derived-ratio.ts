import type { Reconciliation } from './reconciliation.js'

/** A quotient of two reconciled values, e.g. a transfer coefficient. `null` where it cannot be known. */
export type DerivedRatio = {
  readonly ratio: string
  readonly value: number | null
  /** With the covariance of both. */
  readonly sd: number | null
  readonly covariance: number | null
  /** What independent errors would give: for comparison only. */
  readonly sdIfCovarianceIgnored: number | null
}

/** The two variables of `S6/S1`; ids may themselves contain a slash. */
function partsOf(ratio: string, known: ReadonlyMap<string, unknown>): readonly [string, string] | null {
  for (let at = ratio.indexOf('/'); at >= 0; at = ratio.indexOf('/', at + 1)) {
    const [top, bottom] = [ratio.slice(0, at), ratio.slice(at + 1)]
    if (known.has(top) && known.has(bottom)) return [top, bottom]
  }
  return null
}

/** `top/bottom` of a reconciliation with its standard deviation to first order. */
export function derivedRatio(result: Reconciliation, ratio: string): DerivedRatio {
  const unknown = { ratio, value: null, sd: null, covariance: null, sdIfCovarianceIgnored: null }
  const parts = partsOf(ratio, result.variables)
  if (parts === null) return unknown
  const [top, bottom] = parts
  const [x, y] = [result.variables.get(top), result.variables.get(bottom)]
  if (x?.value == null || y?.value == null || y.value === 0) return unknown
  const [slopeX, slopeY] = [1 / y.value, -x.value / y.value ** 2]
  return {
    ratio,
    value: x.value / y.value,
    sd: result.sdOf([
      { variable: top, coefficient: slopeX },
      { variable: bottom, coefficient: slopeY },
    ]),
    covariance: result.covariance(top, bottom),
    sdIfCovarianceIgnored: x.sd === null || y.sd === null ? null : Math.hypot(slopeX * x.sd, slopeY * y.sd),
  }
}
