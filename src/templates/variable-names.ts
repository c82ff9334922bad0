import type { NameType, Names } from '../formula/index.js'
import { parseUnit, UNIT_ONE } from '../units/index.js'
import type { Variable } from './content.js'

/** What a dictionary variable is in a formula; `undefined` where its unit cannot be read. */
export function nameTypeOf(variable: Variable): NameType | undefined {
  if (variable.type === 'boolean') return 'truth'
  if (variable.type === 'enum') return 'text'
  if (variable.unit === '') return UNIT_ONE
  const parsed = parseUnit(variable.unit)
  return 'unit' in parsed ? parsed.unit : undefined
}

/** All names that a condition or a `with` expression may use. */
export function variableNames(variables: ReadonlyMap<string, Variable>): Names {
  const names = new Map<string, NameType>()
  for (const [name, variable] of variables) {
    const type = nameTypeOf(variable)
    if (type !== undefined) names.set(name, type)
  }
  return names
}
