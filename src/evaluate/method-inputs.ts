import { createLedger, needs, parseFormula } from '../formula/index.js'
import type { Figure } from '../model/figure.js'
import { asText, type Text } from '../model/text.js'
import type { Given, MethodInput } from '../templates/content.js'
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
