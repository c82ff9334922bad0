import { diagnose } from '../diagnostics/catalogue.js'
import { createLedger, fits, needs, parseFormula, type Derivation } from '../formula/index.js'
import type { Figure } from '../model/figure.js'
import type { Quantity } from '../model/quantity.js'
import { asText, type Text } from '../model/text.js'
import type { Given, MethodInput } from '../templates/content.js'
import { currencyOf, parseUnit } from '../units/index.js'
import type { Asking } from './asking.js'
import { figureId, type Evaluating } from './evaluating.js'
import { enterQuantity } from '../inputs/enter-quantity.js'

/** Names of the variables in a formula; none where it does not read. */
export function namesOf(formula: string): readonly string[] {
  const parsed = parseFormula(formula)
  return 'ast' in parsed ? needs(parsed.ast) : []
}

/** The label of a figure in one of the cases of a range. */
export function withCase(label: Text, run: 'base' | 'low' | 'high'): Text {
  if (run === 'base') return label
  return run === 'low'
    ? { en: `${label.en} (low)`, vi: `${label.vi} (thấp)` }
    : { en: `${label.en} (high)`, vi: `${label.vi} (cao)` }
}

/** One input of a method as a figure: an expression over variables of the site, or a number of the content. */
export function inputFigure(
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
    return enterQuantity(work, found.quantity.at.slice(1).replaceAll('/', '.'), label, found.quantity)
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

/** A value that the auditor gives for this calculation; what measures something else is said and not used. */
export function ownInput(
  work: Evaluating,
  asking: Asking,
  input: MethodInput,
  own: Quantity,
): string | undefined {
  const { label, unit, name } = input
  const written = enterQuantity(work, figureId(asking.id, `${name}-given`), label, own)
  const uses = { given: written.id }
  const derivation = { unit, formula: 'given', uses }
  if (written.unit === unit) return written.id
  if (fits(derivation, work.ledger)) return inOwnUnit(work, figureId(asking.id, name), input, derivation)
  work.diagnostics.push(
    diagnose('U313', own.at, { what: label.en, 'what-vi': label.vi, written: own.written, unit }),
  )
  return undefined
}

type Derived = Pick<Derivation, 'unit' | 'formula' | 'uses'>

/** Limits and ranges of a method speak of its own units. */
function inOwnUnit(work: Evaluating, id: string, { label, show }: MethodInput, derivation: Derived): string {
  const shown = show === undefined ? {} : { show }
  return work.ledger.has(id)
    ? id
    : work.ledger.derive({ id, label, ...shown, ...derivation, sd: 'independent' }).id
}

/** Whether money is in the currency that the method counts in; of all else the schema has seen to the dimension. */
export function inCurrencyOf(
  work: Evaluating,
  { unit }: MethodInput,
  { base: formula }: Given,
  machine: string | undefined,
): boolean {
  const parsed = parseUnit(unit)
  if ('problem' in parsed || currencyOf(parsed.unit.dimension) === undefined) return true
  const ids = namesOf(formula).map((name) => [name, variableFigure(work, name, machine).id] as const)
  return fits({ unit, formula, uses: Object.fromEntries(ids) }, work.ledger)
}
