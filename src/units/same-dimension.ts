import { dimensionsEqual } from './dimension.js'
import { parseUnit } from './parse-unit.js'

/** Whether two units measure the same thing, such as `t` and `lb`; `false` where either is no unit. */
export function sameDimension(a: string, b: string): boolean {
  const [left, right] = [parseUnit(a), parseUnit(b)]
  return 'unit' in left && 'unit' in right && dimensionsEqual(left.unit.dimension, right.unit.dimension)
}
