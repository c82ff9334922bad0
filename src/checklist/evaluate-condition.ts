import { check, evaluate, needs, parseFormula, problemText } from '../formula/index.js'
import type { NameType, Value } from '../formula/index.js'
import type { Seen } from '../model/opportunities.js'
import type { Unit } from '../model/unit.js'
import type { VariableLookup, VariableValue } from '../model/variables.js'
import type { Variable } from '../templates/content.js'
import { convert, parseUnit, UNIT_ONE } from '../units/index.js'

/** What conditions are judged by. */
export type Facts = {
  readonly dictionary: ReadonlyMap<string, Variable>
  readonly variables: VariableLookup
  /** The list of equipment is complete: what is not on it is not there. */
  readonly complete: boolean
}

/** A condition here: true, false or unknown, with what it looked at; `failed` where values and units do not fit. */
export type Judged = {
  readonly truth: boolean | null
  readonly seen: readonly Seen[]
  readonly lacks: readonly string[]
  readonly failed?: string
}

type Known = { readonly type: NameType; readonly value: Value; readonly seen: Seen; readonly failed?: string }

/** The names that a condition reads; none where it cannot be read. */
export function namesIn(condition: string): readonly string[] {
  const parsed = parseFormula(condition)
  return 'ast' in parsed ? needs(parsed.ast) : []
}

/** Three-valued: `false and unknown` is false, `true or unknown` is true. Missing is not zero. */
export function judge(facts: Facts, condition: string, machine?: string): Judged {
  const known = new Map(namesIn(condition).map((name) => [name, knownOf(facts, name, machine)] as const))
  const seen = [...known.values()].map((one) => one.seen)
  const failed = [...known.values()].find((one) => one.failed !== undefined)?.failed
  if (failed !== undefined) return { truth: null, seen, lacks: [], failed }
  const names = new Map([...known].map(([name, one]) => [name, one.type] as const))
  const checked = check(condition, names, 'truth')
  if ('problem' in checked) return { truth: null, seen, lacks: [], failed: problemText(checked.problem).en }
  const { value, lacks } = evaluate(checked.typed, (name) => known.get(name)?.value ?? null)
  return { truth: typeof value === 'boolean' ? value : null, seen, lacks }
}

function knownOf(facts: Facts, name: string, machine: string | undefined): Known {
  const declared = facts.dictionary.get(name)
  const found = facts.variables.get(name, machine) ?? absent(facts, declared)
  if (declared === undefined) {
    return { type: UNIT_ONE, value: null, seen: { name, value: null }, failed: `"${name}"` }
  }
  if (declared.type === 'number') return numberOf(declared, found)
  const type = declared.type === 'boolean' ? 'truth' : 'text'
  if (found === undefined) return { type, value: null, seen: { name, value: null } }
  const fits = typeof found.value === (type === 'truth' ? 'boolean' : 'string')
  const shown = typeof found.value === 'boolean' ? (found.value ? 'yes' : 'no') : String(found.value)
  const seen = seenOf(name, shown, found)
  return fits
    ? { type, value: found.value, seen }
    : { type, value: null, seen, failed: `"${name}": ${shown}` }
}

function numberOf(declared: Variable, found: VariableValue | undefined): Known {
  const { name } = declared
  const own = unitOf(declared.unit === '' ? (found?.unit ?? '1') : declared.unit)
  const type = own.scale !== 1 && Object.keys(own.dimension).length === 0 ? UNIT_ONE : own
  if (found === undefined) return { type, value: null, seen: { name, value: null } }
  const given = unitOf(found.unit ?? declared.unit)
  const value = typeof found.value === 'number' ? convert(found.value, given, type) : undefined
  const shown = value === undefined ? undefined : convert(value, type, own)
  if (value === undefined || shown === undefined) {
    const written = `${String(found.value)} ${found.unit ?? ''}`.trim()
    return { type, value: null, seen: seenOf(name, written, found), failed: `"${name}": ${written}` }
  }
  const unit = own.text === '1' ? '' : ` ${own.text}`
  return { type, value, seen: seenOf(name, `${Number(shown.toPrecision(5))}${unit}`, found) }
}

function unitOf(text: string): Unit {
  const parsed = parseUnit(text === '' ? '1' : text)
  return 'unit' in parsed ? parsed.unit : UNIT_ONE
}

function seenOf(name: string, value: string, found: VariableValue): Seen {
  const { figure, at } = found
  return { name, value, ...(figure !== undefined && { figure }), ...(at !== undefined && { at }) }
}

/** On a complete list of equipment a missing count is zero, and so is all that belongs to a machine not listed. */
function absent(facts: Facts, declared: Variable | undefined): VariableValue | undefined {
  if (!facts.complete || declared === undefined || declared.origin !== 'equipment-list') return undefined
  if (declared.type === 'boolean') return { value: false }
  const isCount = declared.unit === '1'
  const system = (declared.name.split('.')[0] ?? '').replaceAll('_', '-')
  const listed = facts.variables.machines(system).length > 0
  if (declared.type !== 'number' || (!isCount && (listed || !EQUIPMENT.has(system)))) return undefined
  return { value: 0, unit: declared.unit === '%' ? '1' : declared.unit }
}

/** Systems whose machines the list of equipment holds. */
const EQUIPMENT: ReadonlySet<string> = new Set([
  'boiler',
  'air',
  'motor',
  'pump',
  'fan',
  'refrigeration',
  'cooling-tower',
  'lighting',
  'furnace',
  'kiln',
  'dryer',
  'evaporator',
  'thermal-oil',
  'transformer',
  'tank',
  'cip',
  'ro',
  'softener',
  'vacuum',
  'hvac',
  'voc',
  'wwtp',
])
