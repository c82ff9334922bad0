import type { Draft, Evaluating } from './evaluating.js'
import { plainMoney } from './plain-money.js'

/**
 * Of opportunities that exclude each other (same group on the same machine) the one worth most is taken: by net
 * present value where rate, life and investment are known for all of them, else by yearly money.
 * Returns the excluded ones with what excluded them.
 */
export function chooseAlternatives(
  work: Evaluating,
  drafts: readonly Draft[],
  payback: (draft: Draft) => number,
): ReadonlyMap<string, string> {
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) {
    if (draft.group === undefined || draft.savings.length === 0) continue
    if (draft.status === 'rejected' || draft.status === 'done') continue
    groups.set(draft.group, [...(groups.get(draft.group) ?? []), draft])
  }
  const excluded = new Map<string, string>()
  for (const members of groups.values()) {
    if (members.length < 2) continue
    const worths = members.map((draft) => worthOf(work, draft))
    const comparable = worths.every((worth) => worth.npv !== undefined)
    const size = (index: number): number =>
      (comparable ? worths[index]?.npv : worths[index]?.money) ?? Number.NEGATIVE_INFINITY
    const paysIn = (index: number): number => (members[index] === undefined ? 0 : payback(members[index]))
    const order = members.map((_, index) => index).sort((a, b) => size(b) - size(a) || paysIn(a) - paysIn(b))
    const best = members[order[0] ?? 0]
    for (const draft of members) if (best !== undefined && draft !== best) excluded.set(draft.id, best.id)
  }
  return excluded
}

function worthOf(work: Evaluating, draft: Draft): { readonly money?: number; readonly npv?: number } {
  const money = plainMoney(work, draft)
  if (money === null) return {}
  const value = (id: string | undefined): number | undefined => work.ledger.get(id ?? '')?.value ?? undefined
  const [rate, life, invest] = [value('economics.discount-rate'), value(draft.life), value(draft.investment)]
  if (rate === undefined || life === undefined || invest === undefined) return { money }
  const annuity = rate === 0 ? life : (1 - (1 + rate) ** -life) / rate
  return { money, npv: (money - (value(draft.running) ?? 0)) * annuity - invest }
}
