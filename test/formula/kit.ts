import type { Unit } from '../../src/model/unit.js'
import { check, toExcel, evaluate } from '../../src/formula/index.js'
import type { Evaluated, Names, NameType, Value } from '../../src/formula/index.js'
import { parseUnit } from '../../src/units/index.js'

export function unit(text: string): Unit {
  const parsed = parseUnit(text)
  if ('problem' in parsed) throw new Error(`"${text}" is no unit`)
  return parsed.unit
}

/** `{ fuel: 'GJ/yr', has: 'truth', class: 'text' }` as the names of a formula. */
export function names(units: Readonly<Record<string, string>>): Names {
  const type = (text: string): NameType => (text === 'truth' || text === 'text' ? text : unit(text))
  return new Map(Object.entries(units).map(([name, text]) => [name, type(text)]))
}

export function typedOf(text: string, known: Names, result?: string) {
  const checked = check(text, known, result === undefined || result === 'truth' ? result : unit(result))
  if ('problem' in checked) throw new Error(`${text}: ${JSON.stringify(checked.problem)}`)
  return checked.typed
}

/** Names are written in capitals, so that `a1` stands for the cell A1. */
export function excelOf(text: string, known: Names, result?: string): string {
  return toExcel(typedOf(text, known, result), (name) => name.toUpperCase())
}

export function valueOf(
  text: string,
  known: Names,
  values: Readonly<Record<string, Value>> = {},
  result?: string,
): Evaluated {
  return evaluate(typedOf(text, known, result), (name) => values[name] ?? null)
}

/** Kind of the problem and the piece of text it points at. */
export function problemOf(
  text: string,
  known: Names,
  result?: string,
): readonly [string, string] | undefined {
  const checked = check(text, known, result === undefined || result === 'truth' ? result : unit(result))
  if (!('problem' in checked)) return undefined
  const { kind, start, length } = checked.problem
  return [kind, text.slice(start, start + length)]
}
