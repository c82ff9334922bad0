import { createLedger } from '../formula/index.js'
import type { Draft, Evaluating } from './evaluating.js'
import { valueOf } from './prices.js'

/** Yearly money of a draft, stand-alone; evaluated on a ledger of its own, since it is for sorting only. */
export function plainMoney(work: Evaluating, draft: Draft): number | null {
  let sum = 0
  for (const [index, saving] of draft.savings.entries()) {
    if (saving.medium === 'money') {
      const money = work.ledger.get(saving.base)?.value
      if (money == null) return null
      sum += money
      continue
    }
    const valued = valueOf(work, saving)
    if (valued === undefined) return null
    const scratch = createLedger(
      [saving.base, ...Object.values(valued.uses)]
        .flatMap((id) => work.ledger.get(id) ?? [])
        .filter((figure, at, all) => all.findIndex((other) => other.id === figure.id) === at),
    )
    const { value } = scratch.derive({
      id: `scratch-${index}`,
      label: { en: '', vi: '' },
      unit: `${work.site.site.currency}/yr`,
      formula: valued.formula,
      uses: { saved: saving.base, ...valued.uses },
    })
    if (value === null) return null
    sum += value
  }
  return draft.savings.length === 0 ? null : sum
}
