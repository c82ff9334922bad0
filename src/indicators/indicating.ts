import { diagnose } from '../diagnostics/catalogue.js'
import { totalOf, type Ledger } from '../formula/index.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Inventory, InventoryFlow, InventoryGood, Leaves } from '../model/inventory.js'
import { asText, type Text } from '../model/text.js'
import type { Site } from '../schema/site.js'
import type { Content } from '../templates/content.js'

/** What the parts of the indicator stage share while it runs. */
export type Indicating = {
  readonly site: Site
  readonly content: Content
  readonly inventory: Inventory
  readonly ledger: Ledger
  readonly diagnostics: Diagnostic[]
}

/** Is this a figure with a value? */
export function isKnown({ ledger }: Pick<Indicating, 'ledger'>, id: string | undefined): id is string {
  return id !== undefined && ledger.get(id)?.value != null
}

/** Values of figures that were seen to be known; one that is not is a bug. */
export function valueOf({ ledger }: Pick<Indicating, 'ledger'>): (id: string) => number {
  return (id) => {
    const value = ledger.get(id)?.value
    if (value == null) throw new Error(`"${id}" has no value`)
    return value
  }
}

export function goodOf(work: Indicating, flow: InventoryFlow): InventoryGood | undefined {
  return work.inventory.goods.find((good) => good.id === flow.of)
}

/** Flows of a good that enter the site. */
export function entering(work: Indicating, good: InventoryGood): InventoryFlow[] {
  return work.inventory.flows.filter((flow) => flow.of === good.id && flow.from === null)
}

/** Flows that leave the site as one of these. */
export function leavingAs(work: Indicating, ...kinds: readonly Leaves[]): InventoryFlow[] {
  return work.inventory.flows.filter(
    (flow) => flow.to === null && flow.as !== undefined && kinds.includes(flow.as),
  )
}

/** A total of the ledger, see `totalOf`. */
export function total(
  work: Indicating,
  id: string,
  label: Text,
  unit: string,
  figures: readonly string[],
  unknown: readonly string[] = [],
): { readonly id: string; readonly left: readonly string[] } {
  return totalOf(work.ledger, { id, label, unit }, figures, unknown)
}

/** What is not known of a flow or good that a total leaves out, beside its amount. */
export type Lacking =
  'mass' | 'water' | 'energy' | 'price' | 'in-product' | 'emission-factor' | 'toe-factor' | 'unit'

/**
 * Says what a total leaves out, once for each total: `amounts` are figures or ids without an amount, `others` ids of
 * flows or goods of which `what` is not known.
 */
export function sayIncomplete(
  work: Indicating,
  indicator: Text,
  amounts: readonly string[],
  others: readonly string[],
  what: Lacking,
): void {
  if (amounts.length + others.length === 0) return
  const ids = [amounts, others].map((list) => [...new Set(list.map(idOfFigure))]) as [string[], string[]]
  const [left, rest] = [ids[0], ids[1].filter((id) => !ids[0].includes(id))]
  const [a, b] = [left, rest].map((list) => namesOf(work, list)) as [Text, Text]
  work.diagnostics.push(
    diagnose('K102', '', {
      indicator: indicator.en,
      'indicator-vi': indicator.vi,
      lacks: [...left, ...rest].join(', '),
      amounts: a.en,
      'amounts-vi': a.vi,
      others: b.en,
      'others-vi': b.vi,
      what,
    }),
  )
}

/** `flow.labels.mass` → `labels` */
function idOfFigure(figure: string): string {
  return /^(?:flow|cost|use|ghg|toe)\.([^.]+)/.exec(figure)?.[1] ?? figure
}

/** Most names that a message lists. */
const MOST_NAMES = 8

/** Names of flows, goods and balances, with the id where the name is that of a good and the flow has its own. */
function namesOf(work: Indicating, ids: readonly string[]): Text {
  const named = ids.slice(0, MOST_NAMES).map((id): Text => {
    const flow = work.inventory.flows.find((one) => one.id === id)
    const good = work.inventory.goods.find((one) => one.id === (flow?.of ?? id))
    if (good === undefined) return { en: id, vi: id }
    const name = asText(good.name, good.id)
    return good.id === id ? name : { en: `${name.en} (${id})`, vi: `${name.vi} (${id})` }
  })
  const more = ids.length - named.length
  const rest = more > 0 ? { en: ` and ${more} more`, vi: ` và ${more} thứ khác` } : { en: '', vi: '' }
  const list = (lang: 'en' | 'vi'): string => named.map((name) => name[lang]).join('; ') + rest[lang]
  return { en: list('en'), vi: list('vi') }
}

/** Figure of a good's yearly use: all of it that enters the site. */
export function useOf(work: Indicating, good: InventoryGood): string {
  const id = `use.${good.id}`
  if (work.ledger.has(id)) return id
  const name = asText(good.name, good.id)
  const label = { en: `${name.en}: use`, vi: `${name.vi}: lượng sử dụng` }
  const flows = entering(work, good).map((flow) => `flow.${flow.id}`)
  return total(work, id, label, `${good.unit}/yr`, flows).id
}
