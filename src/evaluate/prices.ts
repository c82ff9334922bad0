import { type InventoryFlow, type InventoryGood, isElectricity } from '../model/inventory.js'
import type { Medium } from '../model/opportunities.js'
import { throughContents } from './targets.js'
import type { Valued } from './valued.js'
import { bandPrice } from './bands.js'
import { figureId, type Draft, type Evaluating, type StandAlone } from './evaluating.js'

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

/**
 * How a saving is turned into money: amount × marginal price, through heating value or mass where the saving is
 * counted otherwise. What leaves the site costs its treatment, and its price is revenue: less of it earns less,
 * and where the price is negative, less of it costs less.
 */
export function valueOf(
  work: Evaluating,
  saving: StandAlone,
  draft: Pick<Draft, 'bands' | 'id' | 'at'>,
): Valued | undefined {
  const { good } = saving
  const worth =
    good === undefined ? undefined : (bandPrice(work, saving, good, draft) ?? worthOf(saving, good))
  if (good === undefined || worth === undefined) return undefined
  const found = throughContents(work, good, `${work.site.site.currency}/yr`, (amount, uses) => ({
    formula: `${amount('saved')} * ${worth.formula}`,
    uses: { saved: saving.base, ...worth.uses, ...uses },
  }))
  if (found === undefined) return undefined
  const { saved: _saved, ...uses } = found.uses as Record<string, string>
  return { price: worth.price, formula: found.formula, uses }
}

function worthOf(saving: StandAlone, good: InventoryGood): Valued | undefined {
  const { price, treatmentCost: cost } = good
  if (saving.medium !== 'wastewater' && saving.medium !== 'waste')
    return price === undefined ? undefined : { price, formula: 'price', uses: { price } }
  if (cost !== undefined && price !== undefined && good.list === 'residues')
    return { price: cost, formula: '(cost - max(price, 0 * price))', uses: { cost, price } }
  if (cost !== undefined) return { price: cost, formula: 'cost', uses: { cost } }
  return price === undefined ? undefined : { price, formula: '(-price)', uses: { price } }
}

/** Greenhouse gases that a saving avoids, where the good has a factor. */
export function avoidedGhg(work: Evaluating, saving: StandAlone): Omit<Valued, 'price'> | undefined {
  const { good } = saving
  if (good === undefined || good.list !== 'energy') return undefined
  const own = `good.${good.id}.ghg`
  const grid = `factor.grid-electricity-${work.site.site.country.toLowerCase()}`
  const factor = work.ledger.has(own) ? own : isElectricity(good) && work.ledger.has(grid) ? grid : undefined
  if (factor === undefined) return undefined
  const found = throughContents(work, good, 'tCO2e/yr', (amount, uses) => ({
    formula: `${amount('saved')} * factor`,
    uses: { saved: saving.base, factor, ...uses },
  }))
  if (found === undefined) return undefined
  const { saved: _saved, ...uses } = found.uses as Record<string, string>
  return { formula: found.formula, uses }
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
