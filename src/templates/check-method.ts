import { diagnose } from '../diagnostics/catalogue.js'
import { currencyOf, formatDimension, parseUnit } from '../units/index.js'
import { checkFormula, checkName } from './checking.js'
import type { Checking } from './checking.js'
import { literalIn, methodNames, namesIn } from './compute-method.js'
import type { Method, MethodExample, Saved } from './content.js'
import { expandMethod, unitInCurrency } from './expand-method.js'
import { runExample } from './run-example.js'

/** Relative tolerance of the examples of a method. */
const TOLERANCE = 1e-6

/** Dimension that the saving of a medium may have, per year; power of demand. */
const MEDIUM_UNITS: Readonly<Record<Saved, readonly string[]>> = {
  fuel: ['GJ/yr'],
  heat: ['GJ/yr'],
  electricity: ['kWh/yr'],
  water: ['m3/yr'],
  wastewater: ['m3/yr'],
  material: ['t/yr'],
  waste: ['t/yr'],
  demand: ['kW', 'kVA'],
  money: ['VND/yr', 'EUR/yr', 'USD/yr'],
}

/** Names, units, formulas, outputs, limits and examples of one method. */
export function checkMethod(checking: Checking, method: Method): void {
  const file = `methods/${method.id}.yaml`
  const { problems, content } = checking
  for (const source of [
    ...method.references,
    ...method.inputs.flatMap((input) => input.default?.source ?? []),
  ]) {
    checkName(checking, { file, field: 'references' }, 'reference', source, content.references)
  }
  const plain = expandMethod(method)
  if ('detail' in plain) {
    const formula = method.steps.find(({ name }) => name === plain.step)?.formula ?? ''
    const where = { file, field: `steps.${plain.step}` }
    return void problems.push(diagnose('C108', '', { ...where, formula, detail: plain.detail }))
  }
  const names = methodNames(plain)
  for (const { name, unit, variable, default: preset } of plain.inputs) {
    const where = { file, field: `inputs.${name}` }
    const parsed = parseUnit(unit)
    if (!('unit' in parsed))
      problems.push(diagnose('C104', '', { ...where, written: unit, expected: 'GJ/yr' }))
    else if (preset !== undefined) checkFormula(checking, where, preset.value, names, parsed.unit)
    if (variable !== undefined) checkVariable(checking, where, variable, moneyUnit(method, name, unit))
  }
  checkSteps(checking, file, plain)
  checkOutputs(checking, file, plain)
  method.examples.forEach((example, index) => checkExample(checking, file, method, example, index + 1))
}

/** The unit of an input as it is written, with `money` where it has any. */
function moneyUnit(method: Method, name: string, unit: string): string {
  return method.inputs.find((input) => input.name === name)?.unit ?? unit
}

/** Money of a method is in the currency of what it is given. */
function checkVariable(
  checking: Checking,
  where: { readonly file: string; readonly field: string },
  variable: string,
  unit: string,
): void {
  checkName(checking, where, 'variable', variable, checking.content.variables)
  const type = checking.names.get(variable)
  const currency = type === undefined || typeof type === 'string' ? undefined : currencyOf(type.dimension)
  const parsed = parseUnit(unitInCurrency(unit, currency ?? 'USD'))
  if (checking.names.has(variable) && 'unit' in parsed) {
    checkFormula(checking, where, variable, checking.names, parsed.unit)
  }
}

function checkSteps(checking: Checking, file: string, method: Method): void {
  const names = methodNames(method)
  const before = new Set(method.inputs.map(({ name }) => name))
  for (const { name, unit, formula } of method.steps) {
    const where = { file, field: `steps.${name}` }
    const parsed = parseUnit(unit)
    if ('unit' in parsed) checkFormula(checking, where, formula, names, parsed.unit)
    else checking.problems.push(diagnose('C104', '', { ...where, written: unit, expected: 'GJ/yr' }))
    for (const used of namesIn(formula)) checkName(checking, where, 'input', used, before)
    before.add(name)
  }
  for (const { when } of method.limits)
    checkFormula(checking, { file, field: 'limits' }, when, names, 'truth')
}

function checkOutputs(checking: Checking, file: string, method: Method): void {
  const steps = new Map(method.steps.map((step) => [step.name, step]))
  for (const name of method.results) checkName(checking, { file, field: 'results' }, 'step', name, steps)
  for (const [medium, name] of Object.entries(method.outputs)) {
    const where = { file, field: `outputs.${medium}` }
    checkName(checking, where, 'step', name, steps)
    const written = steps.get(name)?.unit ?? ''
    const allowed = MEDIUM_UNITS[medium as Saved]
    if (steps.has(name) && !allowed.some((unit) => sameDimension(unit, written))) {
      checking.problems.push(diagnose('C104', '', { ...where, written, expected: allowed.join(' | ') }))
    }
  }
}

function sameDimension(a: string, b: string): boolean {
  const [one, other] = [parseUnit(a), parseUnit(b)]
  if (!('unit' in one) || !('unit' in other)) return false
  return formatDimension(one.unit.dimension) === formatDimension(other.unit.dimension)
}

function checkExample(
  checking: Checking,
  file: string,
  method: Method,
  example: MethodExample,
  number: number,
): void {
  const fail = (found: string, expected: string): void =>
    void checking.problems.push(diagnose('C111', '', { file, example: number, found, expected }))
  const run = runExample(method, example)
  if ('wrong' in run) return fail(run.wrong, run.expected)
  for (const [name, written] of Object.entries(example.expect)) {
    const unit = run.method.steps.find((step) => step.name === name)?.unit ?? '1'
    const [found, expected] = [run.values.get(name) ?? null, literalIn(written, unit)]
    const near =
      Math.abs((found ?? NaN) - (expected ?? NaN)) <= TOLERANCE * Math.max(Math.abs(expected ?? 0), 1e-12)
    if (!near) fail(`${name} = ${found ?? 'unknown'} ${unit}`, written)
  }
}
