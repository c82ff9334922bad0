import type { Figure } from '../model/figure.js'
import type { Content, MethodInput } from '../templates/content.js'
import { fuelFactor, leadingUnit } from '../templates/select-factor.js'
import { convert, parseUnit } from '../units/index.js'

/** Inputs that are a property of a fuel, by their name. */
const PROPERTIES: ReadonlySet<string> = new Set(['ncv'])

/**
 * The value of an input that is given as the name of a fuel, `ncv=anthracite`: from the table of fuels, with its source.
 * `undefined` where the input is no property of a fuel, or the table has none for it.
 */
export function fuelValue(content: Content, input: MethodInput, text: string): Figure | undefined {
  const { name, label, unit } = input
  const row = PROPERTIES.has(name) ? fuelFactor(content, text, name, 'WORLD') : undefined
  const from = parseUnit((row && leadingUnit(row.unit)?.unit) ?? '')
  const to = parseUnit(unit)
  if (row === undefined || 'problem' in from || 'problem' in to) return undefined
  const value = convert(row.value, from.unit, to.unit)
  if (value === undefined) return undefined
  return {
    id: name,
    label,
    value,
    unit,
    kind: 'factor',
    source: `${text}: ${row.source}`,
    note: row.name,
  }
}
