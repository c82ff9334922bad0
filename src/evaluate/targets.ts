import { fits } from '../formula/index.js'
import { type InventoryFlow, type InventoryGood, isElectricity } from '../model/inventory.js'
import type { Medium } from '../model/opportunities.js'
import { asText, type Text } from '../model/text.js'
import type { Evaluating } from './evaluating.js'

/** What a measure acts on. */
export type Target = {
  readonly id: string
  readonly good: InventoryGood
  readonly label: Text
  /** Figure of the amount there is, per year. */
  readonly base: string
  readonly flow?: InventoryFlow
}

/** What a measure acts on: a flow, all of a good that crosses the boundary, or what a machine uses. */
export function targetOf(work: Evaluating, name: string): Target | undefined {
  const machine = work.site.equipment[name]
  const id = machine === undefined ? name : (machine.uses ?? machine.fuel)
  const { flows, goods } = work.inventory
  const flow = flows.find((candidate) => candidate.id === id)
  const good = goods.find((candidate) => candidate.id === (flow?.of ?? id))
  if (id === undefined || good === undefined) return undefined
  const label = asText(flow?.name ?? good.name, id)
  if (flow !== undefined) return { id, good, label, base: `flow.${flow.id}`, flow }
  const own = flows.filter((candidate) => candidate.of === good.id)
  const entering = own.filter((candidate) => candidate.from === null)
  const moved = entering.length > 0 ? entering : own.filter((candidate) => candidate.to === null)
  const [only] = moved
  if (only === undefined) return undefined
  // The only flow of a good and the good are one stream: measures on either meet.
  if (moved.length === 1) return { id, good, label, base: `flow.${only.id}`, flow: only }
  return { id, good, label, base: totalOf(work, good, moved, label) }
}

function totalOf(
  work: Evaluating,
  good: InventoryGood,
  flows: readonly InventoryFlow[],
  label: Text,
): string {
  const id = `use.${good.id}`
  if (work.ledger.has(id)) return id
  const uses = Object.fromEntries(flows.map((flow, index) => [`f${index + 1}`, `flow.${flow.id}`]))
  return work.ledger.derive({
    id,
    label: { en: `${label.en}: all flows`, vi: `${label.vi}: tất cả các dòng` },
    unit: `${good.unit}/yr`,
    formula: `sum(${Object.keys(uses).join(', ')})`,
    uses,
  }).id
}

export function mediumOf(good: InventoryGood): Medium {
  if (good.list === 'energy') return isElectricity(good) ? 'electricity' : 'fuel'
  if (good.as === 'wastewater') return 'wastewater'
  return ({ water: 'water', residues: 'waste', materials: 'material', products: 'material' } as const)[
    good.list
  ]
}

/** A derivation that is tried as it is, then through what one unit of the good carries; the first that fits. */
export function throughContents<T extends { readonly formula: string; readonly uses: Uses }>(
  work: Evaluating,
  good: InventoryGood,
  unit: string,
  write: (amount: (name: string) => string, uses: Uses) => T,
): T | undefined {
  const contents = ['energy', 'mass', 'water'].flatMap((layer) => good.contents[layer] ?? [])
  return [undefined, ...contents]
    .map((content) =>
      content === undefined ? write((name) => name, {}) : write((name) => `${name} / content`, { content }),
    )
    .find(({ formula, uses }) => fits({ unit, formula, uses }, work.ledger))
}

type Uses = Readonly<Record<string, string>>
