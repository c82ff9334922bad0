import { diagnose } from '../diagnostics/catalogue.js'
import { COVERAGE, createLedger, influencesOn, parseFormula, toText, type Ledger } from '../formula/index.js'
import type { Answer, Calculated } from '../model/calculated.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Quantity } from '../model/quantity.js'
import { sameText, type Text } from '../model/text.js'
import { applicableMethod, compileSteps, isFormulaDefault } from '../templates/compute-method.js'
import type { Content, Method, MethodInput } from '../templates/content.js'
import { expandMethod, rowName } from '../templates/expand-method.js'
import { enterSteps, type EnteredSteps } from '../templates/method-figures.js'
import { brokenLimits, outsideRange, rangeArgs } from '../templates/method-limits.js'
import { fuelValue } from './fuel-value.js'
import { givenFigure, shownUnit } from './given-figure.js'
import { missingInputs, rowCounts, strangers } from './ask.js'
import { readGiven, type Given } from './read-given.js'
import { withWorth, worthInputs } from './with-worth.js'

/**
 * One calculation by one method. `null` where an input is missing or cannot be used; outside the limits of the
 * method the steps are there and an error says that the result does not hold.
 */
export function calculate(method: Method, given: Given, content: Content): Staged<Calculated | null> {
  const fuels = namedFuels(method, given, content)
  const texts = new Map([...given].filter(([name]) => !fuels.has(name)))
  const {
    quantities,
    currency = 'USD',
    diagnostics: unread,
  } = readGiven(texts, (name) => unitAsked(method, name))
  const asked = [...method.inputs, ...worthInputs(method, currency)]
  const counted = rowCounts(method, given)
  const wrong = [...unread, ...strangers(method, asked, given), ...counted.diagnostics]
  const expanded = expandMethod(method, { rows: counted.rows, currency })
  if ('detail' in expanded) return broken(method, expanded)
  const byName = oneByOne(method, quantities)
  const has = (name: string): boolean => byName.has(name) || fuels.has(name)
  const applicable = applicableMethod(expanded, has)
  const plain = withWorth(applicable, has, currency)
  const lacking = missingInputs(plain, has).filter(({ name }) => !unreadName(name, given, quantities))
  const lacks = lacking.map(missing)
  const ledger = createLedger()
  const unusable = enterInputs(ledger, plain, { quantities: byName, fuels }, content)
  const problems = [...wrong, ...lacks, ...unusable]
  if (problems.length > 0) return { value: null, diagnostics: problems }
  const steps = compileSteps(plain)
  if ('detail' in steps) return broken(method, steps)
  const inputs = Object.fromEntries(plain.inputs.map(({ name }) => [name, name]))
  const run = enterSteps(ledger, plain, inputs, {
    id: (step) => step,
    label: (label) => label,
    sourceName: (id) => sourceName(content, id).en,
  })
  return { value: calculated(plain, ledger, run, content), diagnostics: judged(plain, ledger, run) }
}

/** A method of somebody's own content that does not hold. */
function broken(
  { id, steps }: Method,
  { step, detail }: { readonly step: string; readonly detail: string },
): Staged<null> {
  const formula = steps.find(({ name }) => name === step)?.formula ?? ''
  const where = { file: `methods/${id}.yaml`, field: `steps.${step}` }
  return { value: null, diagnostics: [diagnose('C108', '', { ...where, formula, detail })] }
}

function unitAsked({ inputs }: Method, name: string): string | undefined {
  const input = inputs.find((one) => one.name === name)
  return input && shownUnit(input)
}

function unreadName(name: string, given: Given, read: ReadonlyMap<string, unknown>): boolean {
  const plain = given.has(name) ? name : name.replace(/_\d+$/, '')
  return given.has(plain) && !read.has(plain)
}

function missing(input: MethodInput): Diagnostic {
  const { name, label } = input
  return diagnose('M102', '', { input: name, label: label.en, 'label-vi': label.vi, unit: shownUnit(input) })
}

/** The values under the names of the expanded method: `flow_1`, `flow_2` … where there are several. */
function oneByOne(
  method: Method,
  quantities: ReadonlyMap<string, readonly Quantity[]>,
): ReadonlyMap<string, Quantity> {
  const rowed = new Set(method.inputs.filter(({ rows }) => rows !== undefined).map(({ name }) => name))
  return new Map(
    [...quantities].flatMap(([name, values]) =>
      values.map(
        (value, at) => [rowed.has(name) ? rowName(name, at + 1, values.length) : name, value] as const,
      ),
    ),
  )
}

/** Inputs that are given by the name of a fuel. */
function namedFuels(method: Method, given: Given, content: Content): ReadonlyMap<string, Figure> {
  const found = method.inputs.flatMap((input) => {
    const [only, ...others] = given.get(input.name) ?? []
    const figure = only && others.length === 0 ? fuelValue(content, input, only.text) : undefined
    return figure === undefined ? [] : [[input.name, figure] as const]
  })
  return new Map(found)
}

type Entering = {
  readonly quantities: ReadonlyMap<string, Quantity>
  readonly fuels: ReadonlyMap<string, Figure>
}

/** Enters every input: what is given, else the default of the method with its source. */
function enterInputs(
  ledger: Ledger,
  method: Method,
  { quantities, fuels }: Entering,
  content: Content,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const input of method.inputs) {
    const [quantity, fuel] = [quantities.get(input.name), fuels.get(input.name)]
    if (fuel !== undefined) ledger.add(fuel)
    else if (quantity !== undefined) {
      const figure = givenFigure(input, quantity, content.uncertainty)
      if ('code' in figure) diagnostics.push(figure)
      else ledger.add(figure)
    } else if (input.default !== undefined && !isFormulaDefault(input))
      ledger.add(defaultFigure(input, input.default, content))
  }
  return diagnostics
}

function defaultFigure(
  { name, label, unit, show }: MethodInput,
  { value, source }: NonNullable<MethodInput['default']>,
  content: Content,
): Figure {
  const shown = show === undefined ? {} : { show }
  const derived = createLedger().derive({ id: name, label, unit, ...shown, formula: value, uses: {} })
  return {
    id: name,
    label,
    unit,
    ...shown,
    value: derived.value,
    kind: 'factor',
    source: sourceName(content, source).en,
  }
}

function sourceName(content: Content, id: string): Text {
  const found = content.references.get(id)
  if (found === undefined) return sameText(id)
  const { title, publisher, year } = found
  return sameText([title, publisher, year].filter((part) => part !== '').join(', '))
}

function calculated(plain: Method, ledger: Ledger, run: EnteredSteps, content: Content): Calculated {
  const answers = [...new Set([...Object.values(plain.outputs), ...plain.results])]
  const broken = new Set(brokenLimits(plain, run.values).map(({ when }) => when))
  return {
    format: 'recp.calculation/1',
    content: content.version,
    method: plain.id,
    title: plain.title,
    ...(plain.about !== undefined && { about: plain.about }),
    references: plain.references.map((id) => sourceName(content, id)),
    figures: ledger.all(),
    inputs: plain.inputs.map(({ name }) => name),
    steps: plain.steps.map(({ name }) => name),
    answers: answers.map((name) => answerOf(name, ledger)),
    unpriced: unpriced(plain),
    limits: plain.limits.map(({ text, when }) => ({
      text,
      condition: conditionText(when),
      holds: !broken.has(when),
    })),
  }
}

/** Low and high at the ends of the range, and the inputs by their part of the variance. */
function answerOf(name: string, ledger: Ledger): Answer {
  const found = ledger.get(name)
  if (found?.value == null || found.sd === undefined) return { figure: name, influences: [] }
  const half = COVERAGE * found.sd
  return {
    figure: name,
    low: found.value - half,
    high: found.value + half,
    influences: influencesOn(found),
  }
}

function unpriced(plain: Method): readonly string[] {
  const priced = plain.inputs.some(({ name }) => name.startsWith('price.'))
  if (!priced) return []
  return Object.entries(plain.outputs)
    .filter(([medium]) => medium !== 'money' && !plain.inputs.some(({ name }) => name === `price.${medium}`))
    .map(([, step]) => step)
}

function conditionText(when: string): string {
  const parsed = parseFormula(when)
  return 'ast' in parsed ? toText(parsed.ast, (name) => name, 'plain') : when
}

/** What there is to say about a result: limits, ranges, steps without a value. */
function judged(plain: Method, ledger: Ledger, run: EnteredSteps): readonly Diagnostic[] {
  const broken = brokenLimits(plain, run.values).map(({ text, when }) =>
    diagnose('M201', '', { limit: text.en, 'limit-vi': text.vi, condition: conditionText(when) }),
  )
  const outside = outsideRange(plain, run.values).map((input) =>
    diagnose('M202', ledger.get(input.name)?.at ?? '', rangeArgs(input, run.values.get(input.name) ?? 0)),
  )
  const empty = plain.steps.flatMap(({ name, label }) => {
    const reason = ledger.get(name)?.reason
    return reason === undefined
      ? []
      : [diagnose('M203', '', { step: name, label: label.en, 'label-vi': label.vi, reason })]
  })
  return [...broken, ...outside, ...empty]
}
