import type { InventoryFlow, InventoryGood } from '../model/inventory.js'
import type { Medium } from '../model/opportunities.js'
import { figureId, type Evaluating, type StandAlone } from './evaluating.js'

/** Bought electricity by its fuel or its name. */
function isElectricity(good: InventoryGood): boolean {
  return good.fuel === 'electricity' || /^(electricity|dien)(-|$)/.test(good.id)
}

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

/**
 * The good whose purchase a saving of a medium avoids: the machine's own fuel, else the carrier that is bought most.
 * `undefined` where none enters the site.
 */
export function savedGood(
  work: Evaluating,
  medium: Medium,
  machine: string | undefined,
): InventoryGood | undefined {
  const bought = work.inventory.goods.filter((good) => enters(work, good))
  const own = machine === undefined ? undefined : work.site.equipment[machine]?.fuel
  switch (medium) {
    case 'electricity':
      return bought.find((good) => good.list === 'energy' && isElectricity(good))
    case 'fuel':
    case 'heat': {
      const named = bought.find((good) => good.id === own)
      const fuels = bought.filter((good) => good.list === 'energy' && !isElectricity(good))
      return named ?? largest(work, fuels, (good) => `cost.${good.id}`)
    }
    case 'water':
      return largest(
        work,
        bought.filter((good) => good.list === 'water'),
        (good) => `use.${good.id}`,
      )
    case 'material':
      return largest(
        work,
        bought.filter((good) => good.list === 'materials' && (good.role ?? 'raw') === 'raw'),
        (good) => `cost.${good.id}`,
      )
    case 'wastewater':
      return treated(work, 'wastewater')
    case 'waste':
      return treated(work, 'waste')
  }
}

/** The residue or wastewater with a cost of treatment. */
function treated(work: Evaluating, as: 'wastewater' | 'waste'): InventoryGood | undefined {
  const leaving = (flow: InventoryFlow): boolean => flow.to === null && flow.as === as
  const goods = work.inventory.goods.filter(
    (good) =>
      good.treatmentCost !== undefined &&
      work.inventory.flows.some((flow) => flow.of === good.id && leaving(flow)),
  )
  return goods[0]
}

/** A price and the formula by which it values a saving. */
export type Valued = {
  readonly price: string
  readonly formula: string
  readonly uses: Readonly<Record<string, string>>
}

/** How a saving is turned into money: amount × marginal price, through the heating value where the saving is energy. */
export function valueOf(work: Evaluating, saving: StandAlone): Valued | undefined {
  const { good, medium } = saving
  if (good === undefined) return undefined
  const waste = medium === 'wastewater' || medium === 'waste'
  const price = waste ? good.treatmentCost : good.price
  if (price === undefined) return undefined
  const through = contentNeeded(work, saving)
  if (through === undefined) return { price, formula: 'saved * price', uses: { price } }
  return { price, formula: 'saved / content * price', uses: { price, content: through } }
}

/** Greenhouse gases that a saving avoids, where the good has a factor. */
export function avoidedGhg(work: Evaluating, saving: StandAlone): Omit<Valued, 'price'> | undefined {
  const { good } = saving
  if (good === undefined || good.list !== 'energy') return undefined
  const emission = work.ledger.has(`good.${good.id}.ghg`)
    ? `good.${good.id}.ghg`
    : `factor.grid-electricity-${work.site.site.country.toLowerCase()}`
  if (!work.ledger.has(emission) || (!isElectricity(good) && emission.startsWith('factor.'))) return undefined
  const through = contentNeeded(work, saving)
  if (through === undefined) return { formula: 'saved * factor', uses: { factor: emission } }
  return { formula: 'saved / content * factor', uses: { factor: emission, content: through } }
}

/** The energy one unit of the good carries, when the saving is counted in energy and the good is not. */
function contentNeeded(work: Evaluating, saving: StandAlone): string | undefined {
  const { good } = saving
  if (good === undefined || good.list !== 'energy') return undefined
  const energy = good.contents['energy']
  const unit = work.ledger.get(saving.base)?.unit ?? ''
  const bare = unit.replace(/\/yr$/, '')
  if (energy === undefined || bare === good.unit || !/^(k|M|G|T)?(J|Wh)$|^toe$/.test(bare)) return undefined
  return /^(k|M|G|T)?(J|Wh)$|^toe$/.test(good.unit) ? undefined : energy
}

/** Money of a saving per year as a figure, stand-alone or in the package. */
export function moneyFigure(
  work: Evaluating,
  id: string,
  what: string,
  saved: string,
  valued: Valued,
  label: { en: string; vi: string },
): string {
  return work.ledger.derive({
    id: figureId(id, what),
    label,
    unit: `${work.site.site.currency}/yr`,
    formula: valued.formula,
    uses: { saved, ...valued.uses },
  }).id
}
