import { type InventoryGood, isElectricity } from '../model/inventory.js'
import { throughContents } from './targets.js'
import { demandWorth } from './demand.js'
import type { Valued } from './valued.js'
import { bandPrice, meanBasis } from './bands.js'
import { figureId, present, type Draft, type Evaluating, type StandAlone } from './evaluating.js'

/**
 * How a saving is turned into money: amount × marginal price, through heating value or mass where the saving is
 * counted otherwise. What leaves the site costs its treatment, and its price is revenue: less of it earns less,
 * and where the price is negative, less of it costs less.
 */
export function valueOf(
  work: Evaluating,
  saving: StandAlone,
  draft: Pick<Draft, 'bands' | 'id'>,
): Valued | undefined {
  if (saving.medium === 'demand') return demandWorth(work, saving, draft)
  const { good } = saving
  const worth =
    good === undefined ? undefined : (bandPrice(work, saving, good, draft) ?? worthOf(work, saving, good))
  if (good === undefined || worth === undefined) return undefined
  const found = throughContents(work, good, `${work.site.site.currency}/yr`, (amount, uses) => ({
    formula: `${amount('saved')} * ${worth.formula}`,
    uses: { saved: saving.base, ...worth.uses, ...uses },
  }))
  if (found === undefined) return undefined
  const { saved: _saved, ...uses } = found.uses as Record<string, string>
  return { price: worth.price, formula: found.formula, uses, ...present('basis', worth.basis) }
}

function worthOf(work: Evaluating, saving: StandAlone, good: InventoryGood): Valued | undefined {
  const { price, treatmentCost: cost } = good
  if (saving.medium !== 'wastewater' && saving.medium !== 'waste')
    return price === undefined
      ? undefined
      : { price, formula: 'price', uses: { price }, ...present('basis', meanBasis(work, saving, good)) }
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
