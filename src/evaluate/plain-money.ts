import { createLedger } from '../formula/index.js'
import type { Draft, Evaluating, StandAlone } from './evaluating.js'
import { valueOf } from './prices.js'

/** Yearly money of every saving of a draft, stand-alone; `null` where one has no price. For weighing only. */
export function moneyOfSavings(work: Evaluating, draft: Draft): readonly number[] | null {
  const money = draft.savings.map((saving, index) => moneyOf(work, draft, saving, index))
  return money.length > 0 && money.every((value) => value !== null) ? money : null
}

/** Yearly money of a draft, stand-alone. */
export function plainMoney(work: Evaluating, draft: Draft): number | null {
  return moneyOfSavings(work, draft)?.reduce((sum, value) => sum + value, 0) ?? null
}

/** Evaluated on a ledger of its own, since it is for weighing only. */
export function moneyOf(
  work: Evaluating,
  draft: Pick<Draft, 'id' | 'bands'>,
  saving: StandAlone,
  index = 0,
): number | null {
  if (saving.medium === 'money') return work.ledger.get(saving.base)?.value ?? null
  const valued = valueOf(work, saving, draft)
  if (valued === undefined) return null
  const ids = [...new Set([saving.base, ...Object.values(valued.uses)])]
  const scratch = createLedger(ids.flatMap((id) => work.ledger.get(id) ?? []))
  return scratch.derive({
    id: `scratch-${index}`,
    label: { en: '', vi: '' },
    unit: `${work.site.site.currency}/yr`,
    formula: valued.formula,
    uses: { saved: saving.base, ...valued.uses },
  }).value
}
