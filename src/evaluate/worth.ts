import type { Draft, Evaluating } from './evaluating.js'
import { numberAmounts } from './number-amounts.js'
import { moneyOfSavings, plainMoney } from './plain-money.js'
import type { Act } from './pools.js'
import { sequence } from './sequence.js'

/** What is needed to weigh a measure: money of each saving alone, what it costs, and what a yearly unit is worth. */
export type Weighed = {
  readonly money: readonly number[]
  readonly running: number
  readonly investment: number
  /** Present value of one a year over the life of the measure. */
  readonly annuity: number
}

/** The measures whose net present value can be known: rate, life, investment and all prices are there. */
export function weighed(work: Evaluating, drafts: readonly Draft[]): ReadonlyMap<string, Weighed> {
  const value = (id: string | undefined): number | undefined => work.ledger.get(id ?? '')?.value ?? undefined
  const rate = value('economics.effective-rate') ?? value('economics.discount-rate')
  const found = new Map<string, Weighed>()
  for (const draft of drafts) {
    const [life, investment, money] = [
      value(draft.life),
      value(draft.investment),
      moneyOfSavings(work, draft),
    ]
    if (rate === undefined || life === undefined || investment === undefined || money === null) continue
    const annuity = rate === 0 ? life : (1 - (1 + rate) ** -life) / rate
    found.set(draft.id, { money, running: value(draft.running) ?? 0, investment, annuity })
  }
  return found
}

/** Net present value of measures together, in plain numbers; what cannot be weighed counts with nothing. */
export function packageWorth(acts: readonly Act[], known: ReadonlyMap<string, Weighed>): number {
  const { savings } = sequence(acts, numberAmounts)
  return acts.reduce((sum, { draft, effects }) => {
    const one = known.get(draft.id)
    if (one === undefined) return sum
    const money = effects.reduce((total, { alone, index }) => {
      const value = one.money[index] ?? 0
      const now = savings.get(`${draft.id}|${index}`) ?? alone
      return total + (alone === 0 ? value : (value * now) / alone)
    }, 0)
    return sum + (money - one.running) * one.annuity - one.investment
  }, 0)
}

/** Investment over yearly money, stand-alone, as a plain number for sorting; unknown sorts last. */
export function plainPayback(work: Evaluating, draft: Draft): number {
  const invest = work.ledger.get(draft.investment ?? '')?.value ?? null
  const money = plainMoney(work, draft)
  return invest === null || money === null || money <= 0 ? Number.POSITIVE_INFINITY : invest / money
}
