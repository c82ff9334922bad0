import type { Ledger } from '../formula/index.js'
import type { Content } from '../templates/content.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Quantity } from '../model/quantity.js'
import { sameText, type Text } from '../model/text.js'
import type { Site } from '../schema/site.js'

/** What the parts of the stage share while it runs: the site, the content, and what they have found so far. */
export type Normalising = {
  readonly site: Site
  readonly content: Content
  readonly ledger: Ledger
  readonly diagnostics: Diagnostic[]
}

/** Joins a name and what is said of it: `Beer: price`. */
export function about(name: Text, what: Text): Text {
  return { en: `${name.en}: ${what.en}`, vi: `${name.vi}: ${what.vi}` }
}

/**
 * Enters a quantity of the site file into the ledger as it was written. Shares become fractions.
 * Its standard uncertainty is what stands after `±`, else the default of its basis.
 */
export function enter(work: Normalising, id: string, label: Text, quantity: Quantity): Figure {
  const known = work.ledger.get(id)
  if (known !== undefined) return known
  const share = quantity.unit.text === '%'
  const value = share ? quantity.value / 100 : quantity.value
  const sd = standardUncertainty(work, quantity)
  return work.ledger.add({
    id,
    label,
    value,
    unit: share ? '1' : quantity.unit.text,
    ...(share ? { show: '%' as const } : {}),
    kind: 'input',
    ...(sd === undefined ? {} : { sd: share ? sd / 100 : sd }),
    ...(quantity.basis === undefined ? {} : { basis: quantity.basis }),
    ...(quantity.source === undefined ? {} : { source: quantity.source }),
    ...(quantity.note === undefined ? {} : { note: sameText(quantity.note) }),
    at: quantity.at,
    written: quantity.written,
  })
}

/** One standard deviation in the unit of the quantity; `undefined` when neither it nor its basis says anything. */
export function standardUncertainty(work: Normalising, quantity: Quantity): number | undefined {
  const given = quantity.plusMinus
  if (given !== undefined) {
    const divisor = PLUS_MINUS_DIVISOR[work.site.uncertainty?.['plus-minus'] ?? 'standard'] ?? 1
    return (given.kind === 'relative' ? Math.abs(quantity.value) * given.value : given.value) / divisor
  }
  const relative = relativeUncertainty(work, quantity)
  return relative === undefined ? undefined : Math.abs(quantity.value) * relative
}

/** What `±` means: one standard deviation, a 95 % half-width, or a limit that is never passed (rectangular). */
const PLUS_MINUS_DIVISOR: Readonly<Record<string, number>> = {
  standard: 1,
  '95 %': 1.96,
  limit: Math.sqrt(3),
}

function relativeUncertainty(work: Normalising, quantity: Quantity): number | undefined {
  const { basis } = quantity
  if (basis === undefined) return work.content.uncertainty.byBasis['unstated']
  const own = work.site.uncertainty?.['by-basis']?.[basis]
  if (own !== undefined) return own.value / (own.unit.text === '%' ? 100 : 1)
  return work.content.uncertainty.byBasis[basis]
}
