import { check, evaluate, needs, parseFormula, problemText } from '../formula/index.js'
import type { Names, NameType, Typed } from '../formula/index.js'
import { convert, parseUnit } from '../units/index.js'
import type { Unit } from '../model/unit.js'
import type { Method, MethodInput, MethodStep, Saved } from './content.js'

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

/** Names that a formula reads; none where it cannot be read. */
export function namesIn(formula: string): readonly string[] {
  const parsed = parseFormula(formula)
  return 'ast' in parsed ? needs(parsed.ast) : []
}

/**
 * The part of an expanded method that can be calculated: optional inputs that are not given fall out, and so do the
 * steps, outputs, results and limits that need them.
 */
export function applicableMethod(method: Method, given: (name: string) => boolean): Method {
  const asked = method.inputs.filter(({ name, optional }) => optional !== true || given(name))
  const firsts = asked.flatMap((input) => (given(input.name) ? [] : defaultStep(input, asked)))
  const inputs = asked.filter(({ name }) => !firsts.some((step) => step.name === name))
  const there = new Set(asked.map(({ name }) => name))
  const steps = method.steps.filter(({ name, formula }) => {
    const holds = namesIn(formula).every((used) => there.has(used))
    if (holds) there.add(name)
    return holds
  })
  const outputs = Object.entries(method.outputs).filter(([, step]) => there.has(step))
  return {
    ...method,
    inputs,
    steps: [...firsts, ...steps],
    outputs: Object.fromEntries(outputs) as Partial<Record<Saved, string>>,
    results: method.results.filter((step) => there.has(step)),
    limits: method.limits.filter(({ when }) => namesIn(when).every((used) => there.has(used))),
  }
}

/** A default over other inputs that are there, as the step that it is. */
function defaultStep(input: MethodInput, asked: readonly MethodInput[]): readonly MethodStep[] {
  if (input.default === undefined) return []
  const used = namesIn(input.default.value)
  const there = used.length > 0 && used.every((name) => asked.some((one) => one.name === name))
  const { name, unit, label, show } = input
  const { value: formula, source } = input.default
  return there ? [{ name, unit, label, ...(show !== undefined && { show }), formula, source }] : []
}

/** Whether the default of an input is an expression over other inputs of the method. */
export function isFormulaDefault({ default: preset }: MethodInput): boolean {
  return preset !== undefined && namesIn(preset.value).length > 0
}

/** The steps of an expanded method with their units settled, or the step whose formula does not hold. */
export type CompiledSteps = readonly { readonly name: string; readonly typed: Typed }[]

export function compileSteps(
  method: Method,
): CompiledSteps | { readonly step: string; readonly detail: string } {
  const names = methodNames(method)
  const compiled: { name: string; typed: Typed }[] = []
  for (const { name, formula } of method.steps) {
    const unit = names.get(name)
    const checked = check(formula, names, unit === 'text' ? undefined : unit)
    if ('problem' in checked) return { step: name, detail: problemText(checked.problem).en }
    compiled.push({ name, typed: checked.typed })
  }
  return compiled
}

export type Values = ReadonlyMap<string, number | null>

/** Inputs and steps by name, each in its own unit; `null` is unknown. */
export function runSteps(steps: CompiledSteps, given: Values): Values {
  const values = new Map(given)
  for (const { name, typed } of steps) {
    const { value } = evaluate(typed, (used) => values.get(used) ?? null)
    values.set(name, typeof value === 'number' ? value : null)
  }
  return values
}

/**
 * Runs an expanded method on numbers in the units of its inputs; `null` is unknown.
 * @returns inputs and steps by name, each in its own unit, or the step whose formula does not hold
 */
export function computeMethod(
  method: Method,
  given: ReadonlyMap<string, number>,
): Values | { readonly step: string; readonly detail: string } {
  const steps = compileSteps(method)
  if ('detail' in steps) return steps
  return runSteps(steps, new Map(method.inputs.map(({ name }) => [name, given.get(name) ?? null])))
}
