import { isTaken, type Opportunity } from '../model/opportunities.js'
import type { Evaluating } from './evaluating.js'

/**
 * The order of the marginal abatement curve. For what pays for itself a low cost per tonne says nothing (dividing a
 * profit by fewer tonnes makes it look larger), so that part goes by net present value; the rest by cost per tonne.
 */
export function abatementOrder(work: Evaluating, opportunities: readonly Opportunity[]): readonly string[] {
  const value = (id: string | undefined): number | null => work.ledger.get(id ?? '')?.value ?? null
  const drawn = opportunities.flatMap((one) => {
    const cost = value(one.costOfCo2e)
    return cost === null || !isTaken(one) ? [] : [{ id: one.id, cost, npv: value(one.npv) ?? 0 }]
  })
  const pays = drawn.filter(({ cost }) => cost <= 0).sort((a, b) => b.npv - a.npv || (a.id < b.id ? -1 : 1))
  const costs = drawn.filter(({ cost }) => cost > 0).sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1))
  return [...pays, ...costs].map(({ id }) => id)
}
