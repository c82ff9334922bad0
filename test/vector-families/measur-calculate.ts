import { check, evaluate, problemText, type NameType } from '../../src/formula/index.js'
import type { Unit } from '../../src/model/unit.js'
import { applicableMethod, computeMethod, namesIn } from '../../src/templates/compute-method.js'
import type { Method } from '../../src/templates/content.js'
import { expandMethod, rowName, unitInCurrency } from '../../src/templates/expand-method.js'
import { parseUnit } from '../../src/units/index.js'

/** A number in a unit, several of them (a list of the case, a row of a method), or a word. */
export type Known = {
  readonly unit: Unit | 'text'
  readonly values: readonly (number | string | null)[]
  readonly list: boolean
}

export type Knowledge = Map<string, Known>

const CURRENCY = 'USD'

export function unitOf(text: string): Unit {
  const parsed = parseUnit(unitInCurrency(text, CURRENCY))
  if ('problem' in parsed) throw new Error(`"${text}" is no unit`)
  return parsed.unit
}

/** A formula over what is known, once for each value of a list in it; `undefined` where a name is not known. */
export function known(formula: string, knowledge: Knowledge, unit: Unit): Known | undefined {
  const names = namesIn(formula)
  const used = names.map((name) => knowledge.get(name))
  if (used.includes(undefined)) return undefined
  const types = new Map(names.map((name): [string, NameType] => [name, knowledge.get(name)?.unit ?? 'text']))
  const checked = check(formula, types, unit)
  if ('problem' in checked) throw new Error(`${formula}: ${problemText(checked.problem).en}`)
  const lists = used.filter((one) => one?.list === true)
  const count = lists[0]?.values.length ?? 1
  const values = Array.from({ length: count }, (_, at) => {
    const { value } = evaluate(checked.typed, (name) => {
      const found = knowledge.get(name)
      return found?.values[found.list ? at : 0] ?? null
    })
    return typeof value === 'number' ? value : null
  })
  return { unit, values, list: lists.length > 0 }
}

/** Runs a method and puts its inputs and steps beside what is known, as `alias.step`. */
export function runMethod(
  method: Method,
  inputs: Readonly<Record<string, string>>,
  alias: string,
  knowledge: Knowledge,
): void {
  const unknown = Object.keys(inputs).filter((name) => !method.inputs.some((input) => input.name === name))
  if (unknown.length > 0) throw new Error(`method "${method.id}" has no input ${unknown.join(', ')}`)
  const given = new Map(
    method.inputs.flatMap((input) => {
      const formula = inputs[input.name]
      const value = formula === undefined ? undefined : known(formula, knowledge, unitOf(input.unit))
      return value === undefined ? [] : [[input.name, value] as const]
    }),
  )
  for (const [name, value] of given) knowledge.set(`${alias}.${name}`, value)
  const rowed = new Set(method.inputs.flatMap(({ name, rows }) => (rows === undefined ? [] : [name])))
  const lists = [...given].filter(([name, { list }]) => list && !rowed.has(name))
  const runs = Array.from({ length: lists[0]?.[1].values.length ?? 1 }, (_, at) => oneRun(method, given, at))
  for (const { name, unit } of method.steps) {
    const values = runs.flatMap((run) => run.get(name) ?? [])
    const list = lists.length > 0 || (runs[0]?.get(name)?.length ?? 0) > 1
    knowledge.set(`${alias}.${name}`, { unit: unitOf(unit), values, list })
  }
}

/** The steps of one run, each with the values of its rows. */
function oneRun(
  method: Method,
  given: ReadonlyMap<string, Known>,
  at: number,
): ReadonlyMap<string, readonly (number | null)[]> {
  const counts = new Map(
    method.inputs.flatMap(({ name, rows }) =>
      rows === undefined ? [] : [[rows, given.get(name)?.values.length ?? 1] as const],
    ),
  )
  const expanded = expandMethod(method, { rows: counts, currency: CURRENCY })
  if ('detail' in expanded) throw new Error(`method "${method.id}": ${expanded.detail}`)
  const values = new Map<string, number>()
  for (const { name, rows } of method.inputs) {
    const value = given.get(name)
    const many = rows === undefined ? 1 : (counts.get(rows) ?? 1)
    for (let row = 0; row < many; row++) {
      const found = value?.values[rows === undefined && value.list ? at : row]
      if (typeof found === 'number') values.set(rowName(name, row + 1, many), found)
    }
  }
  const computed = computeMethod(
    applicableMethod(expanded, (name) => values.has(name)),
    values,
  )
  if ('step' in computed) throw new Error(`method "${method.id}": ${String(computed.detail)}`)
  return new Map(
    method.steps.map(({ name, rows }) => {
      const many = rows === undefined ? 1 : (counts.get(rows) ?? 1)
      return [
        name,
        Array.from({ length: many }, (_, row) => computed.get(rowName(name, row + 1, many)) ?? null),
      ]
    }),
  )
}
