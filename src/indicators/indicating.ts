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

/** Says what a total leaves out, once for each total. */
export function sayIncomplete(work: Indicating, indicator: Text, lacks: readonly string[]): void {
  if (lacks.length === 0) return
  const names = lacks.map((figure) => /^(?:flow|cost|use|ghg|toe)\.([^.]+)/.exec(figure)?.[1] ?? figure)
  const text = [...new Set(names)].join(', ')
  work.diagnostics.push(
    diagnose('K102', '', { indicator: indicator.en, 'indicator-vi': indicator.vi, lacks: text }),
  )
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
