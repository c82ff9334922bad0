import { check, createLedger, evaluate, needs, parseFormula, type NameType } from '../formula/index.js'
import { parseUnit } from '../units/index.js'
import type { Figure } from '../model/figure.js'
import type { Calculation } from '../model/opportunities.js'
import { asText, type Text } from '../model/text.js'
import type { ChecklistEntry, Estimate, Given, Method, MethodInput, Saved } from '../templates/content.js'
import { figureId, type ActsOn, type Evaluating, type StandAlone } from './evaluating.js'
import { quantityFigure } from './quantity-figure.js'
import { savedGood } from './prices.js'

/** What an estimate gives, or what it lacks. */
export type Estimated =
  | { readonly savings: readonly StandAlone[]; readonly calculation?: Calculation; readonly range: boolean }
  | { readonly lacks: readonly string[] }

type Asking = {
  readonly id: string
  readonly entry: ChecklistEntry
  readonly machine?: string
  readonly stream?: ActsOn
}

/** Tries the estimates of an entry in order; the first whose condition holds and whose inputs are known wins. */
export function estimate(work: Evaluating, asking: Asking): Estimated {
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

/** Three-valued: `null` where a variable of the condition is not known. */
function holds(work: Evaluating, when: string | undefined, machine: string | undefined): boolean | null {
  if (when === undefined) return true
  const names = new Map(namesOf(when).map((name) => [name, nameType(work, name, machine)]))
  const checked = check(when, names, 'truth')
  if ('problem' in checked) return false
  const { value } = evaluate(checked.typed, (name) => work.variables.get(name, machine)?.value ?? null)
  return typeof value === 'boolean' ? value : null
}

function namesOf(formula: string): readonly string[] {
  const parsed = parseFormula(formula)
  return 'ast' in parsed ? needs(parsed.ast) : []
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
  const method = work.content.methods.get(attempt.method)
  if (method === undefined) return { lacks: [attempt.method] }
  const asked = method.inputs.map((input) => ({ input, given: givenFor(work, asking, input, attempt.with) }))
  const lacks = asked.flatMap(({ input, given }) =>
    given === undefined
      ? [input.variable ?? input.name]
      : typeof given === 'string'
        ? []
        : unknownNames(work, given.base, asking.machine),
  )
  if (lacks.length > 0) return { lacks }
  const base = runMethod(work, asking, method, asked, 'base')
  const cases = asked.some(
    ({ given }) =>
      given !== undefined &&
      typeof given !== 'string' &&
      (given.low !== undefined || given.high !== undefined),
  )
  const low = cases ? runMethod(work, asking, method, asked, 'low') : undefined
  const high = cases ? runMethod(work, asking, method, asked, 'high') : undefined
  const broken = method.limits.filter((limit) => limitHolds(work, limit.when, base.uses) === false)
  if (broken.length > 0) return { lacks: broken.map((limit) => limit.text.en) }
  const savings = Object.entries(method.outputs).map(([medium, step]) => {
    const [lowFigure, highFigure] = [low?.uses[step], high?.uses[step]]
    return saving(work, asking, medium as Saved, base.uses[step] ?? '', lowFigure, highFigure)
  })
  const calculation: Calculation = {
    method: method.id,
    title: method.title,
    reference: method.references.join(', '),
    inputs: method.inputs.map((input) => base.uses[input.name] ?? ''),
    steps: method.steps.map((step) => base.uses[step.name] ?? ''),
  }
  return { savings, calculation, range: false }
}

function saving(
  work: Evaluating,
  asking: Asking,
  medium: Saved,
  base: string,
  low: string | undefined,
  high: string | undefined,
): StandAlone {
  const good = medium === 'money' ? undefined : savedGood(work, medium, asking.machine)
  return {
    medium,
    base,
    ...(good === undefined ? {} : { good }),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
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
  if (own !== undefined) {
    const label = input.label
    return quantityFigure(work, figureId(asking.id, input.name), label, own).id
  }
  if (Object.hasOwn(given, input.name)) return given[input.name]
  if (input.variable !== undefined && work.variables.get(input.variable, asking.machine) !== undefined) {
    return { base: input.variable }
  }
  return input.default === undefined ? undefined : { base: input.default.value, source: input.default.source }
}

type Asked = { readonly input: MethodInput; readonly given: Given | string | undefined }

/** Enters inputs and steps of one run of a method; the low and high runs differ only where a value is a range. */
function runMethod(
  work: Evaluating,
  asking: Asking,
  method: Method,
  asked: readonly Asked[],
  run: 'base' | 'low' | 'high',
): { readonly uses: Readonly<Record<string, string>> } {
  const uses: Record<string, string> = {}
  const suffix = run === 'base' ? '' : `.${run}`
  for (const { input, given } of asked) {
    if (given === undefined) continue
    uses[input.name] = typeof given === 'string' ? given : inputFigure(work, asking, input, given, run)
  }
  for (const step of method.steps) {
    uses[step.name] = work.ledger.derive({
      id: `${figureId(asking.id, step.name)}${suffix}`,
      label: withCase(step.label, run),
      unit: step.unit,
      ...(step.show === undefined ? {} : { show: step.show }),
      formula: step.formula,
      uses: usedBy(step.formula, uses),
      sd: 'independent',
    }).id
  }
  return { uses }
}

function withCase(label: Text, run: 'base' | 'low' | 'high'): Text {
  if (run === 'base') return label
  return run === 'low'
    ? { en: `${label.en} (low)`, vi: `${label.vi} (thấp)` }
    : { en: `${label.en} (high)`, vi: `${label.vi} (cao)` }
}

function usedBy(formula: string, uses: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    namesOf(formula).flatMap((name) => (uses[name] === undefined ? [] : [[name, uses[name]]])),
  )
}

function inputFigure(
  work: Evaluating,
  asking: Asking,
  input: MethodInput,
  given: Given,
  run: 'base' | 'low' | 'high',
): string {
  const expression = (run === 'base' ? undefined : given[run]) ?? given.base
  const own = expression !== given.base
  const id = `${figureId(asking.id, input.name)}${own ? `.${run}` : ''}`
  if (work.ledger.has(id)) return id
  const names = namesOf(expression)
  const uses = Object.fromEntries(names.map((name) => [name, variableFigure(work, name, asking.machine).id]))
  const fields = {
    id,
    label: withCase(input.label, own ? run : 'base'),
    unit: input.unit,
    ...(input.show === undefined ? {} : { show: input.show }),
    ...(given.source === undefined ? {} : { source: sourceText(work, given.source) }),
    ...(given.note === undefined ? {} : { note: given.note }),
  }
  if (names.length > 0)
    return work.ledger.derive({ ...fields, formula: expression, uses, sd: 'independent' }).id
  const { value } = createLedger().derive({ ...fields, formula: expression, uses: {} })
  return work.ledger.add({ ...fields, value, kind: given.choice === true ? 'choice' : 'factor' }).id
}

/** A source by its id in the references, in words. */
export function sourceText(work: Evaluating, id: string): string {
  const reference = work.content.references.get(id)
  return reference === undefined ? id : `${reference.title}, ${reference.publisher} ${reference.year}`.trim()
}

/** The figure of a dictionary variable: the one it was derived as, else what stands in the site file. */
export function variableFigure(work: Evaluating, name: string, machine: string | undefined): Figure {
  const found = work.variables.get(name, machine)
  const existing = found?.figure === undefined ? undefined : work.ledger.get(found.figure)
  if (existing !== undefined) return existing
  const declared = work.content.variables.get(name)
  const owner = ownerOf(work, found?.at)
  const meaning = declared?.meaning ?? asText(undefined, name)
  const label =
    owner === undefined ? meaning : { en: `${owner.en}: ${meaning.en}`, vi: `${owner.vi}: ${meaning.vi}` }
  if (found?.quantity !== undefined) {
    // One figure for one place of the input, whichever variable reads it.
    return quantityFigure(work, found.quantity.at.slice(1).replaceAll('/', '.'), label, found.quantity)
  }
  const id = `variable.${machine ?? 'site'}.${name.replaceAll('_', '-')}`
  const share = declared?.unit === '%'
  return (
    work.ledger.get(id) ??
    work.ledger.add({
      id,
      label,
      value: typeof found?.value === 'number' ? found.value : null,
      unit: share ? '1' : (found?.unit ?? declared?.unit ?? '1'),
      ...(share ? { show: '%' as const } : {}),
      kind: 'input',
      ...(found?.at === undefined ? {} : { at: found.at }),
      ...(typeof found?.value === 'number' ? {} : { lacks: [name] }),
    })
  )
}

/** The machine a value stands at, by the name it has. */
function ownerOf(work: Evaluating, at: string | undefined): Text | undefined {
  const id = /^\/equipment\/([^/]+)/.exec(at ?? '')?.[1]
  return id === undefined ? undefined : asText(work.site.equipment[id]?.name, id)
}

function limitHolds(work: Evaluating, when: string, uses: Readonly<Record<string, string>>): boolean | null {
  const figure = (name: string): Figure | undefined => work.ledger.get(uses[name] ?? '')
  const names = new Map(
    namesOf(when).flatMap((name) => {
      const parsed = parseUnit(figure(name)?.unit ?? '1')
      return 'unit' in parsed ? [[name, parsed.unit] as const] : []
    }),
  )
  const checked = check(when, names, 'truth')
  if ('problem' in checked) return null
  const { value } = evaluate(checked.typed, (name) => figure(name)?.value ?? null)
  return typeof value === 'boolean' ? value : null
}

/** A published share of the stream, low to high; the middle is the base, a lower bound alone is taken as it is. */
function byRange(work: Evaluating, asking: Asking, attempt: Extract<Estimate, { kind: 'range' }>): Estimated {
  const { stream } = asking
  if (stream === undefined || attempt.low === undefined) return { lacks: [attempt.of] }
  const source = sourceText(work, attempt.source)
  const share = (name: 'low' | 'high', value: number): string =>
    work.ledger.add({
      id: figureId(asking.id, `share-${name}`),
      label:
        name === 'low'
          ? { en: 'Published saving, low', vi: 'Mức tiết kiệm công bố, thấp' }
          : { en: 'Published saving, high', vi: 'Mức tiết kiệm công bố, cao' },
      value,
      unit: '1',
      show: '%',
      kind: 'factor',
      source,
      ...(attempt.note === undefined ? {} : { note: attempt.note }),
    }).id
  const low = share('low', attempt.low)
  const high = attempt.high === undefined ? undefined : share('high', attempt.high)
  const unit = work.ledger.get(stream.base)?.unit ?? '1'
  const saved = (
    name: string,
    label: Text,
    formula: string,
    uses: Readonly<Record<string, string>>,
  ): string =>
    work.ledger.derive({
      id: figureId(asking.id, name),
      label,
      unit,
      formula,
      uses: { stream: stream.base, ...uses },
    }).id
  const lowSaving = saved('saved-low', { en: 'Saving, low', vi: 'Tiết kiệm, thấp' }, 'stream * low', { low })
  const highSaving =
    high === undefined
      ? undefined
      : saved('saved-high', { en: 'Saving, high', vi: 'Tiết kiệm, cao' }, 'stream * high', { high })
  const base =
    high === undefined
      ? lowSaving
      : saved('saved', { en: 'Saving', vi: 'Tiết kiệm' }, 'stream * (low + high) / 2', { low, high })
  const calculation: Calculation = {
    method: 'range',
    title: { en: 'Range estimate: published share of the stream', vi: 'Ước tính theo khoảng công bố' },
    reference: attempt.source,
    inputs: [stream.base, low, ...(high === undefined ? [] : [high])],
    steps: [...new Set([lowSaving, base, ...(highSaving === undefined ? [] : [highSaving])])],
  }
  return {
    savings: [saving(work, asking, stream.medium, base, lowSaving, highSaving)],
    calculation,
    range: true,
  }
}
