import type { Unit } from '../model/unit.js'
import { parseQuantity } from './parse-quantity.js'
import type { UnitOptions } from './parse-unit.js'
import type { QuantityProblem } from './quantity-problem.js'
import { normaliseUnitText } from './unit-index.js'

/**
 * A unit of the user's own from a definition in other units: `crate` as `24 pcs`, `shift` as `8 h`.
 * Put it into the `custom` map under its `text`.
 */
export function defineUnit(
  name: string,
  definition: string,
  at: string,
  options: UnitOptions = {},
): { readonly unit: Unit } | { readonly problem: QuantityProblem } {
  const parsed = parseQuantity(definition, at, options)
  if ('problem' in parsed) return parsed
  const { value, unit } = parsed.quantity
  const scale = value * unit.scale
  if (!(scale > 0) || !Number.isFinite(scale) || unit.offset !== 0) {
    const text = definition.trim()
    return {
      problem: {
        kind: 'number',
        written: definition,
        part: text,
        start: definition.indexOf(text),
        length: text.length,
      },
    }
  }
  return { unit: { text: normaliseUnitText(name), dimension: unit.dimension, scale, offset: 0 } }
}
