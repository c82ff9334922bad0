import {
  expandRows,
  needs,
  parseFormula,
  problemText,
  toText,
  type Rows,
  type Series,
} from '../formula/index.js'
import type { Text } from '../model/text.js'
import type { Method, MethodInput, MethodStep } from './content.js'

/** How a method is used: rows given for each group of rows, the currency of its money. */
export type MethodUse = {
  readonly rows?: ReadonlyMap<string, number>
  readonly currency?: string
}

/** A method whose rows, repetitions and money are settled, or the step whose formula cannot be read. */
export type ExpandedMethod = Method | { readonly step: string; readonly detail: string }

/**
 * The method as plain inputs and steps, one formula each: rows become `flow_1`, `flow_2` …, a repeated step the chain
 * of its rounds, `money` the currency. With one row the names stay as they are.
 */
export function expandMethod(method: Method, { rows, currency = 'USD' }: MethodUse = {}): ExpandedMethod {
  if (rows !== undefined) return expanded(method, rows, currency)
  const known = seen.get(method) ?? new Map<string, ExpandedMethod>()
  const found = known.get(currency) ?? expanded(method, new Map(), currency)
  seen.set(method, known.set(currency, found))
  return found
}

/** Many checklist entries share one method: with one row, and in one currency, it is expanded once. */
const seen = new WeakMap<Method, Map<string, ExpandedMethod>>()

function expanded(method: Method, rows: ReadonlyMap<string, number>, currency: string): ExpandedMethod {
  const count = (group: string): number => rows.get(group) ?? 1
  const series = new Map<string, Series>(
    [...method.inputs, ...method.steps].flatMap(({ name, rows: group }) =>
      group === undefined ? [] : [[name, { group, count: count(group) }]],
    ),
  )
  const nameOf = (name: string, index: number): string => rowName(name, index, series.get(name)?.count ?? 1)
  const steps: MethodStep[] = []
  for (const step of method.steps) {
    const own = expandStep(step, { series, nameOf })
    if ('detail' in own) return own
    steps.push(...own)
  }
  const limits: Method['limits'][number][] = []
  for (const limit of method.limits) {
    const when = expandedFormula(limit.when, { series, nameOf })
    if ('detail' in when) return { step: limit.when, ...when }
    limits.push({ ...limit, when: when.formula })
  }
  const inputs = method.inputs.flatMap((input) => expandInput(input, count))
  return {
    ...method,
    limits,
    inputs: inputs.map((input) => inCurrency(input, currency)),
    steps: steps.map((step) => inCurrency(step, currency)),
  }
}

/** `kWh/yr` stays, `money/kWh` becomes `EUR/kWh`. */
export function unitInCurrency(unit: string, currency: string): string {
  return unit.replace(/\bmoney\b/g, currency)
}

function inCurrency<T extends { readonly unit: string }>(part: T, currency: string): T {
  return { ...part, unit: unitInCurrency(part.unit, currency) }
}

/** What the value of a name in a row is called. */
export function rowName(name: string, index: number, count: number): string {
  return count === 1 ? name : `${name}_${index}`
}

function rowLabel(label: Text, index: number, count: number): Text {
  if (count === 1) return label
  return { en: `${label.en}, ${index}`, vi: `${label.vi}, ${index}` }
}

function expandInput(
  { rows: group, ...input }: MethodInput,
  count: (group: string) => number,
): readonly MethodInput[] {
  if (group === undefined) return [input]
  const many = count(group)
  return Array.from({ length: many }, (_, at) => ({
    ...input,
    name: rowName(input.name, at + 1, many),
    label: rowLabel(input.label, at + 1, many),
  }))
}

type Unread = { readonly step: string; readonly detail: string }

function expandStep(
  { rows: group, repeat, ...step }: MethodStep,
  { series, nameOf }: Rows,
): readonly MethodStep[] | Unread {
  if (repeat !== undefined) return repeated(step, repeat, { series, nameOf })
  if (group === undefined) return oneRow(step, { series, nameOf }, step.name, step.label)
  const many = series.get(step.name)?.count ?? 1
  return collected(many, (index) =>
    oneRow(
      step,
      { series, nameOf, row: { group, index } },
      nameOf(step.name, index),
      rowLabel(step.label, index, many),
    ),
  )
}

/** The rounds `surface_1`, `surface_2` …; the last one has the name of the step. */
function repeated(step: MethodStep, rounds: number, rows: Rows): readonly MethodStep[] | Unread {
  const group = `rounds of ${step.name}`
  const roundName = (index: number): string => (index === rounds ? step.name : `${step.name}_${index}`)
  const series = new Map([...rows.series, [step.name, { group, count: rounds }]])
  const nameOf = (name: string, index: number): string =>
    name === step.name ? roundName(index) : rows.nameOf(name, index)
  return collected(rounds, (index) =>
    oneRow(
      step,
      { series, nameOf, row: { group, index } },
      roundName(index),
      index === rounds ? step.label : rowLabel(step.label, index, rounds),
    ),
  )
}

function collected(
  count: number,
  make: (index: number) => readonly MethodStep[] | Unread,
): readonly MethodStep[] | Unread {
  const steps: MethodStep[] = []
  for (let index = 1; index <= count; index++) {
    const made = make(index)
    if ('detail' in made) return made
    steps.push(...made)
  }
  return steps
}

function oneRow(step: MethodStep, rows: Rows, name: string, label: Text): readonly MethodStep[] | Unread {
  const expanded = expandedFormula(step.formula, rows)
  return 'detail' in expanded
    ? { step: step.name, ...expanded }
    : [{ ...step, name, label, formula: expanded.formula }]
}

/** A formula without rows as it was written; else the formula of one row. */
function expandedFormula(
  formula: string,
  rows: Rows,
): { readonly formula: string } | { readonly detail: string } {
  const parsed = parseFormula(formula)
  if ('problem' in parsed) return failed(parsed.problem)
  const plain = rows.row === undefined && !needs(parsed.ast).some((name) => rows.series.has(name))
  if (plain) return { formula }
  const expanded = expandRows(parsed.ast, rows)
  return 'problem' in expanded
    ? failed(expanded.problem)
    : { formula: toText(expanded, (name) => name, 'plain') }
}

function failed(problem: Parameters<typeof problemText>[0]): { readonly detail: string } {
  return { detail: `${problemText(problem).en} (character ${problem.start + 1})` }
}
