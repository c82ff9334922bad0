import { type InventoryFlow, type InventoryGood, isElectricity } from '../model/inventory.js'
import type { Medium } from '../model/opportunities.js'
import type { ChecklistEntry } from '../templates/content.js'
import type { Evaluating } from './evaluating.js'
import { mediumOf } from './targets.js'

function enters(work: Evaluating, good: InventoryGood): boolean {
  return work.inventory.flows.some((flow) => flow.of === good.id && flow.from === null)
}

/** The largest of some goods by a figure, so that a saving is valued at what is mostly used. */
function largest(
  work: Evaluating,
  goods: readonly InventoryGood[],
  figure: (good: InventoryGood) => string,
): InventoryGood | undefined {
  const size = (good: InventoryGood): number => work.ledger.get(figure(good))?.value ?? 0
  return [...goods].sort((a, b) => size(b) - size(a))[0]
}

/** Whose saving it is: the entry says what kind of material it is about, the machine which fuel it burns. */
export type SavedBy = {
  readonly entry?: Pick<ChecklistEntry, 'id' | 'material' | 'stream'>
  readonly machine?: string
}

/**
 * The good whose purchase a saving of a medium avoids: what the answer names; else the machine's own fuel, the carrier
 * that is bought most, or the material of the role that the entry is about. `undefined` where none enters the site, or
 * where several could be meant.
 */
export function savedGood(
  work: Evaluating,
  medium: Medium,
  { entry, machine }: SavedBy,
): InventoryGood | undefined {
  const named = entry && namedGood(work, entry.id, medium)
  if (named !== undefined) return named
  const bought = work.inventory.goods.filter((good) => enters(work, good))
  const own = machine === undefined ? undefined : work.site.equipment[machine]?.fuel
  switch (medium) {
    case 'electricity':
      return bought.find((good) => good.list === 'energy' && isElectricity(good))
    case 'fuel':
    case 'heat': {
      const fuels = bought.filter((good) => good.list === 'energy' && !isElectricity(good))
      return bought.find((good) => good.id === own) ?? largest(work, fuels, (good) => `cost.${good.id}`)
    }
    case 'water':
      return largest(
        work,
        bought.filter((good) => good.list === 'water'),
        (good) => `use.${good.id}`,
      )
    case 'material':
      return material(work, bought, roleOf(work, entry))
    case 'wastewater':
      return treated(work, 'wastewater')
    case 'waste':
      return treated(work, 'waste')
    // A lower demand is no less of any good.
    case 'demand':
      return undefined
  }
}

/** What the auditor's answer says it saves, where that is a good of this medium. */
function namedGood(work: Evaluating, entry: string, medium: Medium): InventoryGood | undefined {
  const of = Object.hasOwn(work.site.answers, entry) ? work.site.answers[entry]?.of : undefined
  const good = work.inventory.goods.find(({ id }) => id === of)
  return good !== undefined && mediumOf(good) === medium ? good : undefined
}

function roleOf(work: Evaluating, entry: SavedBy['entry']): string {
  return entry?.material ?? work.content.streams.get(entry?.stream ?? '')?.role ?? 'raw'
}

/** The only material of a role; of several raw materials their mixture. Which of several others is meant nobody knows. */
function material(
  work: Evaluating,
  bought: readonly InventoryGood[],
  role: string,
): InventoryGood | undefined {
  const goods = bought.filter((good) => good.list === 'materials' && (good.role ?? 'raw') === role)
  if (goods.length < 2) return goods[0]
  return role === 'raw' ? mixtureOf(work, goods) : undefined
}

/** Raw materials at their mean price by mass; `undefined` where the mass or the cost of one is not known. */
function mixtureOf(work: Evaluating, goods: readonly InventoryGood[]): InventoryGood | undefined {
  const flows = goods.flatMap((good) =>
    work.inventory.flows.filter((flow) => flow.of === good.id && flow.from === null),
  )
  const masses = flows.map(({ id }) => `flow.${id}.mass`)
  const costs = goods.map(({ id }) => `cost.${id}`)
  if ([...masses, ...costs].some((id) => work.ledger.get(id)?.value == null)) return undefined
  const label = { en: 'Raw materials, mixed', vi: 'Hỗn hợp nguyên liệu' }
  const uses = Object.fromEntries([
    ...costs.map((id, index) => [`c${index + 1}`, id] as const),
    ...masses.map((id, index) => [`m${index + 1}`, id] as const),
  ])
  const names = (prefix: string): string =>
    Object.keys(uses)
      .filter((name) => name.startsWith(prefix))
      .join(', ')
  const price = work.ledger.has(MIXED_PRICE)
    ? MIXED_PRICE
    : work.ledger.derive({
        id: MIXED_PRICE,
        label: { en: `${label.en}: mean price`, vi: `${label.vi}: đơn giá bình quân` },
        unit: `${work.site.site.currency}/t`,
        formula: `sum(${names('c')}) / sum(${names('m')})`,
        uses,
      }).id
  return {
    id: 'raw-materials',
    name: label,
    list: 'materials',
    role: 'raw',
    unit: 't',
    contents: {},
    price,
    at: '',
  }
}

const MIXED_PRICE = 'price.raw-materials'

/** What a price lacks: the price itself, or which of several materials is saved. */
export function lacksPrice(
  work: Evaluating,
  medium: Medium | 'money',
  good: string | undefined,
  entry: string | undefined,
): string {
  if (good !== undefined || entry === undefined) return `good.${good ?? medium}.price`
  const several =
    medium === 'material' && work.inventory.goods.filter(({ list }) => list === 'materials').length > 1
  return several ? `of.${entry}` : `good.${medium}.price`
}

/** The largest residue or wastewater whose treatment or disposal is paid for. */
function treated(work: Evaluating, as: 'wastewater' | 'waste'): InventoryGood | undefined {
  const leaving = (good: InventoryGood): InventoryFlow[] =>
    work.inventory.flows.filter((flow) => flow.of === good.id && flow.to === null && flow.as === as)
  const size = (good: InventoryGood): number =>
    leaving(good).reduce((sum, flow) => sum + (work.ledger.get(`flow.${flow.id}`)?.value ?? 0), 0)
  const paid = (good: InventoryGood): boolean =>
    good.treatmentCost !== undefined || (work.ledger.get(good.price ?? '')?.value ?? 0) < 0
  const goods = work.inventory.goods.filter((good) => leaving(good).length > 0 && paid(good))
  return goods.sort((a, b) => size(b) - size(a))[0]
}
