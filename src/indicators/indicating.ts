import { diagnose } from '../diagnostics/catalogue.js'
import type { Ledger } from '../formula/index.js'
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

/**
 * The sum of figures in `unit`. Figures without a value are left out and named in `lacks`, since a total of what is
 * known is more use than none; nothing known at all gives no value, and so does nothing written at all, since what
 * nobody wrote down is not zero. `unknown` names what has no figure at all.
 */
export function total(
  work: Indicating,
  id: string,
  label: Text,
  unit: string,
  figures: readonly string[],
  unknown: readonly string[] = [],
): { readonly id: string; readonly left: readonly string[] } {
  const known = figures.filter((figure) => work.ledger.get(figure)?.value != null)
  const left = figures.filter((figure) => !known.includes(figure))
  if (known.length === 0) {
    const lacks = left.length + unknown.length > 0 ? [...left, ...unknown] : [id]
    work.ledger.add({ id, label, value: null, unit, kind: 'solved', method: 'sum', lacks })
    return { id, left }
  }
  const uses = Object.fromEntries(known.map((figure, index) => [`f${index + 1}`, figure]))
  const formula = `sum(${Object.keys(uses).join(', ')})`
  work.ledger.derive({ id, label, unit, formula, uses, sd: 'independent' })
  return { id, left }
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
