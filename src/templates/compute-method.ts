import { check, evaluate } from '../formula/index.js'
import type { Names, NameType } from '../formula/index.js'
import { problemText } from '../formula/index.js'
import { convert, parseUnit } from '../units/index.js'
import type { Unit } from '../model/unit.js'
import type { Method } from './content.js'

/** A number that somebody wrote with its unit, e.g. `50000 GJ/yr`; without a unit it is a plain number. */
export function parseLiteral(text: string): { readonly value: number; readonly unit: Unit } | undefined {
  const [, number = '', unit = ''] = /^(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*(.*)$/.exec(text.trim()) ?? []
  const parsed = parseUnit(unit === '' ? '1' : unit)
  return number === '' || !('unit' in parsed) ? undefined : { value: Number(number), unit: parsed.unit }
}

/** A written number in another unit; `undefined` where it measures something else. */
export function literalIn(text: string, unit: string): number | undefined {
  const literal = parseLiteral(text)
  const target = parseUnit(unit)
  return literal && 'unit' in target ? convert(literal.value, literal.unit, target.unit) : undefined
}

/** What a formula of the method may use: its inputs and all its steps. */
export function methodNames(method: Method): Names {
  const names = new Map<string, NameType>()
  for (const { name, unit } of [...method.inputs, ...method.steps]) {
    const parsed = parseUnit(unit)
    if ('unit' in parsed) names.set(name, parsed.unit)
  }
  return names
}

/**
 * Runs a method on numbers in the units of its inputs; `null` is unknown.
 * @returns inputs and steps by name, each in its own unit, or the step whose formula does not hold
 */
export function computeMethod(
  method: Method,
  given: ReadonlyMap<string, number>,
): ReadonlyMap<string, number | null> | { readonly step: string; readonly detail: string } {
  const names = methodNames(method)
  const values = new Map<string, number | null>(
    method.inputs.map(({ name }) => [name, given.get(name) ?? null]),
  )
  for (const { name, formula } of method.steps) {
    const unit = names.get(name)
    const checked = check(formula, names, unit === 'text' ? undefined : unit)
    if ('problem' in checked) return { step: name, detail: problemText(checked.problem).en }
    const { value } = evaluate(checked.typed, (used) => values.get(used) ?? null)
    values.set(name, typeof value === 'number' ? value : null)
  }
  return values
}
