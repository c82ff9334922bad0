import type { Ledger } from '../formula/index.js'
import type { Content } from '../templates/content.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Quantity } from '../model/quantity.js'
import { sameText, type Text } from '../model/text.js'
import type { Site, Term } from '../schema/site.js'
import { defaultUncertainty } from './default-uncertainty.js'

/** What the parts of the stage share while it runs: the site, the content, and what they have found so far. */
export type Normalising = {
  readonly site: Site
  readonly content: Content
  readonly ledger: Ledger
  readonly diagnostics: Diagnostic[]
}

/** The total that a meter, or the papers about a good, show for the period. */
export type Metered = {
  readonly id: string
  readonly label: Text
  readonly reads: readonly Term[]
  readonly total: Quantity
  readonly kind: 'reading' | 'bill'
}

/** Joins a name and what is said of it: `Beer: price`. */
export function about(name: Text, what: Text): Text {
  return { en: `${name.en}: ${what.en}`, vi: `${name.vi}: ${what.vi}` }
}

/**
 * Enters a quantity of the site file into the ledger as it was written. Shares become fractions.
 * Its standard uncertainty is what stands after `±`, else the default of its basis. Below a detection limit it
 * counts as half of the limit, with the spread of anything between zero and the limit.
 */
export function enter(work: Normalising, id: string, label: Text, quantity: Quantity): Figure {
  const known = work.ledger.get(id)
  if (known !== undefined) return known
  const share = quantity.unit.text === '%'
  const size = quantity.below === true ? quantity.value / 2 : quantity.value
  const value = share ? size / 100 : size
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
    ...noteOf(quantity),
    at: quantity.at,
    written: quantity.written,
  })
}

/** Half of the limit is the rule of Directive 2009/90/EC, article 5, for results below the limit of quantification. */
const BELOW = {
  en: 'Below the detection limit; counted as half of it (Directive 2009/90/EC, article 5)',
  vi: 'Dưới giới hạn phát hiện; tính bằng một nửa giới hạn (Chỉ thị 2009/90/EC, điều 5)',
} as const

function noteOf(quantity: Quantity): { readonly note?: Text } {
  if (quantity.below === true) return { note: BELOW }
  return quantity.note === undefined ? {} : { note: sameText(quantity.note) }
}

/** One standard deviation in the unit of the quantity; `undefined` when neither it nor its basis says anything. */
export function standardUncertainty(work: Normalising, quantity: Quantity): number | undefined {
  // Anything between zero and the limit is equally likely: width ÷ √12.
  if (quantity.below === true) return Math.abs(quantity.value) / Math.sqrt(12)
  const given = quantity.plusMinus
  if (given !== undefined) {
    const divisor = PLUS_MINUS_DIVISOR[work.site.uncertainty?.['plus-minus'] ?? 'standard'] ?? 1
    return (given.kind === 'relative' ? Math.abs(quantity.value) * given.value : given.value) / divisor
  }
  const relative = defaultUncertainty(work, quantity.basis)
  return relative === undefined ? undefined : Math.abs(quantity.value) * relative
}

/** What `±` means: one standard deviation, a 95 % half-width, or a limit that is never passed (rectangular). */
const PLUS_MINUS_DIVISOR: Readonly<Record<string, number>> = {
  standard: 1,
  '95 %': 1.96,
  limit: Math.sqrt(3),
}
