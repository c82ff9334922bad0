import { diagnose } from '../diagnostics/catalogue.js'
import { check, evaluate, type NameType } from '../formula/index.js'
import { parseUnit } from '../units/index.js'
import type { Calculation } from '../model/opportunities.js'
import { COINCIDENCE } from '../templates/coincident-demand.js'
import { applicableMethod, compileSteps, isFormulaDefault } from '../templates/compute-method.js'
import type { Estimate, Given, Method, MethodInput, Saved } from '../templates/content.js'
import { expandMethod } from '../templates/expand-method.js'
import { enterSteps, type EnteredSteps } from '../templates/method-figures.js'
import { brokenLimits, outsideRange, rangeArgs } from '../templates/method-limits.js'
import { figureId, type Evaluating } from './evaluating.js'
import { savingOf, type Asking, type Estimated } from './asking.js'
import { isCharged } from './demand.js'
import { influencesOnStep } from './influences.js'
import { isMoney, statedSaving } from './measured-saving.js'
import { savedGood } from './saved-good.js'
import { inCurrencyOf, inputFigure, namesOf, ownInput, sourceText, withCase } from './method-inputs.js'
import { byRange } from './range-estimate.js'

/**
 * What the auditor's answer says it saves; else the estimates of the entry in order: the first whose condition holds
 * and whose inputs are known wins.
 */
export function estimate(work: Evaluating, asking: Asking): Estimated {
  const stated = statedByAnswer(work, asking)
  if (stated !== undefined) return stated
  const lacks: string[] = []
  for (const attempt of asking.entry.estimate) {
    const condition = holds(work, attempt.when, asking.machine)
    if (condition === false) continue
    if (condition === null) {
      lacks.push(...unknownNames(work, attempt.when ?? '', asking.machine))
      continue
    }
    const found = attempt.kind === 'method' ? byMethod(work, asking, attempt) : byRange(work, asking, attempt)
    if ('savings' in found) return found
    lacks.push(...found.lacks)
  }
  return { lacks: [...new Set(lacks)] }
}

/** The saving that the auditor's answer states, of the stream that the entry acts on. */
function statedByAnswer(work: Evaluating, asking: Asking): Estimated | undefined {
  const { id, stream } = asking
  const quantity = work.site.answers[asking.entry.id]?.saves
  const good = stream === undefined ? undefined : savedGood(work, stream.medium, asking)
  if (quantity === undefined || stream === undefined || good === undefined) return undefined
  const target = { id: stream.id, good, label: stream.label, base: stream.base }
  const label = { en: 'Saving', vi: 'Tiết kiệm' }
  const base = statedSaving(work, { id, what: 'stated', quantity, target, label })
  if (base === undefined) return undefined
  const saving = isMoney(work, quantity)
    ? { medium: 'money' as const, base }
    : { medium: stream.medium, good, base }
  return { savings: [saving], range: false }
}

/** Three-valued: `null` where a variable of the condition is not known. */
function holds(work: Evaluating, when: string | undefined, machine: string | undefined): boolean | null {
  if (when === undefined) return true
  const names = new Map(namesOf(when).map((name) => [name, nameType(work, name, machine)]))
  const checked = check(when, names, 'truth')
  if ('problem' in checked) return false
  const { value } = evaluate(checked.typed, (name) => work.variables.get(name, machine)?.value ?? null)
  return typeof value === 'boolean' ? value : null
}

function nameType(work: Evaluating, name: string, machine: string | undefined): NameType {
  const declared = work.content.variables.get(name)
  if (declared?.type === 'boolean') return 'truth'
  if (declared?.type === 'enum') return 'text'
  const unit = work.variables.get(name, machine)?.unit ?? (declared?.unit === '%' ? '1' : declared?.unit)
  const parsed = parseUnit(unit === undefined || unit === '' ? '1' : unit)
  return 'unit' in parsed ? parsed.unit : 'text'
}

function unknownNames(work: Evaluating, formula: string, machine: string | undefined): string[] {
  return namesOf(formula).filter((name) => work.variables.get(name, machine) === undefined)
}

function byMethod(
  work: Evaluating,
  asking: Asking,
  attempt: Extract<Estimate, { kind: 'method' }>,
): Estimated {
  const found = work.content.methods.get(attempt.method)
  if (found === undefined) return { lacks: [attempt.method] }
  const known = (input: MethodInput): Given | string | undefined =>
    givenFor(work, asking, input, attempt.with)
  const whole = methodHere(work, found, known)
  if (whole === undefined) return { lacks: [attempt.method] }
  const method = withoutUncharged(work, whole)
  if (method === undefined) return { lacks: [] }
  const asked = method.inputs.map((input) => ({ input, given: known(input) }))
  const lacks = asked.flatMap(({ input, given }) => lacking(work, asking, method, input, given))
  if (lacks.length > 0) return { lacks }
  const steps = compileSteps(method)
  if ('detail' in steps) {
    sayBroken(work, found, steps)
    return { lacks: [attempt.method] }
  }
  const base = runMethod(work, asking, method, asked, 'base')
  const cases = asked.some(
    ({ given }) =>
      given !== undefined &&
      typeof given !== 'string' &&
      (given.low !== undefined || given.high !== undefined),
  )
  const low = cases ? runMethod(work, asking, method, asked, 'low') : undefined
  const high = cases ? runMethod(work, asking, method, asked, 'high') : undefined
  const broken = brokenLimits(method, base.values)
  if (broken.length > 0) return beyondLimits(work, asking, method, broken)
  sayOutside(work, asking, method, base)
  const savings = Object.entries(method.outputs).map(([medium, step]) => {
    const [lowFigure, highFigure] = [low?.uses[step], high?.uses[step]]
    return savingOf(work, asking, medium as Saved, base.uses[step] ?? '', lowFigure, highFigure)
  })
  const main = Object.values(method.outputs)[0] ?? ''
  const calculation: Calculation = {
    method: method.id,
    title: method.title,
    reference: method.references.join(', '),
    inputs: method.inputs.map((input) => base.uses[input.name] ?? ''),
    steps: method.steps.map((step) => base.uses[step.name] ?? ''),
    influences: influencesOnStep(work, steps, main, { base, low: low ?? base, high: high ?? base }),
  }
  return { savings, calculation, range: false, lacks: unknownDemand(work, found, method) }
}

/** A lower demand that no bill counts is no saving; `undefined` where the method saves nothing else. */
function withoutUncharged(work: Evaluating, method: Method): Method | undefined {
  const { demand, ...others } = method.outputs
  const unit = method.steps.find(({ name }) => name === demand)?.unit
  if (unit === undefined || isCharged(work, unit)) return method
  return Object.keys(others).length === 0 ? undefined : { ...method, outputs: others }
}

/** How much of the power runs at the highest demand, where that is charged and nobody said it. */
function unknownDemand(work: Evaluating, found: Method, { outputs }: Method): readonly string[] {
  const asks = found.inputs.some(({ name }) => name === COINCIDENCE.name)
  const open = asks && outputs.demand === undefined && isCharged(work, 'kW')
  return open ? [`with.${found.id}.${COINCIDENCE.name}`] : []
}

/** The method with one row, in the currency of the site, without what its optional inputs leave out. */
function methodHere(
  work: Evaluating,
  method: Method,
  known: (input: MethodInput) => Given | string | undefined,
): Method | undefined {
  const expanded = expandMethod(method, { currency: work.site.site.currency })
  if ('detail' in expanded) {
    sayBroken(work, method, expanded)
    return undefined
  }
  const has = (name: string): boolean =>
    expanded.inputs.some((input) => input.name === name && known(input) !== undefined)
  return applicableMethod(expanded, has)
}

function sayBroken(
  work: Evaluating,
  method: Method,
  { step, detail }: { readonly step: string; readonly detail: string },
): void {
  const formula = method.steps.find(({ name }) => name === step)?.formula ?? ''
  const where = { file: `methods/${method.id}.yaml`, field: `steps.${step}` }
  work.diagnostics.push(diagnose('C108', '', { ...where, formula, detail }))
}

function lacking(
  work: Evaluating,
  asking: Asking,
  method: Method,
  input: MethodInput,
  given: Given | string | undefined,
): readonly string[] {
  if (given === undefined) return [input.variable ?? `with.${method.id}.${input.name}`]
  if (typeof given === 'string') return []
  const unknown = unknownNames(work, given.base, asking.machine)
  return unknown.length > 0 || inCurrencyOf(work, input, given, asking.machine)
    ? unknown
    : namesOf(given.base)
}

/** Outside its limits a method says nothing: the entry has no saving, and the reader learns why. */
function beyondLimits(work: Evaluating, asking: Asking, method: Method, broken: Method['limits']): Estimated {
  for (const { text } of broken) {
    work.diagnostics.push(
      diagnose('M301', '', {
        opportunity: asking.id,
        method: method.id,
        limit: text.en,
        'limit-vi': text.vi,
      }),
    )
  }
  return { lacks: broken.map((limit) => limit.text.en) }
}

function sayOutside(work: Evaluating, asking: Asking, method: Method, run: EnteredSteps): void {
  for (const input of outsideRange(method, run.values)) {
    work.diagnostics.push(
      diagnose('M302', '', { opportunity: asking.id, ...rangeArgs(input, run.values.get(input.name) ?? 0) }),
    )
  }
}

/** Where an input comes from: the auditor's own value, the entry, the dictionary variable, the method's default. */
function givenFor(
  work: Evaluating,
  asking: Asking,
  input: MethodInput,
  given: Readonly<Record<string, Given>>,
): Given | string | undefined {
  const own = work.site.answers[asking.entry.id]?.with?.[input.name]
  if (own !== undefined) return ownInput(work, asking, input, own)
  if (Object.hasOwn(given, input.name)) return given[input.name]
  if (input.variable !== undefined && work.variables.get(input.variable, asking.machine) !== undefined) {
    return { base: input.variable }
  }
  if (input.default === undefined || isFormulaDefault(input)) return undefined
  return { base: input.default.value, source: input.default.source }
}

type Asked = { readonly input: MethodInput; readonly given: Given | string | undefined }

/** Enters inputs and steps of one run of a method; the low and high runs differ only where a value is a range. */
function runMethod(
  work: Evaluating,
  asking: Asking,
  method: Method,
  asked: readonly Asked[],
  run: 'base' | 'low' | 'high',
): EnteredSteps {
  const inputs: Record<string, string> = {}
  const suffix = run === 'base' ? '' : `.${run}`
  for (const { input, given } of asked) {
    if (given === undefined) continue
    inputs[input.name] = typeof given === 'string' ? given : inputFigure(work, asking, input, given, run)
  }
  return enterSteps(work.ledger, method, inputs, {
    id: (step) => `${figureId(asking.id, step)}${suffix}`,
    label: (label) => withCase(label, run),
    sourceName: (id) => sourceText(work, id),
    exact: run !== 'base',
  })
}
