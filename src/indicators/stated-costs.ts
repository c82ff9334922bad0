import type { Cost } from '../schema/site.js'
import type { Indicating } from './indicating.js'
import { statedCost } from './other-losses.js'

/** A cost that the site states, by step and class. */
export type YearlyCost = { readonly step: string | null; readonly figure: string }

/** The stated costs of a class as figures in money per year; those in another currency are left out. */
export function yearlyCosts(work: Indicating, wanted: NonNullable<Cost['class']>): YearlyCost[] {
  return work.site.costs.flatMap((cost, index) => {
    if (cost.class !== wanted) return []
    const id = `${wanted}-cost.${index + 1}`
    const known = work.ledger.get(`cost-row.${id}.yearly`) ?? work.ledger.get(`loss.${id}.treatment`)
    const figure = known?.id ?? yearly(work, cost, id)
    return figure === undefined ? [] : [{ step: cost.step ?? null, figure }]
  })
}

function yearly(work: Indicating, cost: Cost, id: string): string | undefined {
  const paid = statedCost(work, cost, id)
  if (paid === undefined) return undefined
  const { label, formula, uses } = paid
  const unit = `${work.site.site.currency}/yr`
  return work.ledger.derive({ id: `cost-row.${id}.yearly`, label, unit, formula, uses, sd: 'independent' }).id
}
