import { fits } from '../formula/index.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import type { Balance } from '../model/balances.js'
import { asText, type Text } from '../model/text.js'
import type { Cost } from '../schema/site.js'
import { meanCost } from './costs.js'
import type { Indicating } from './indicating.js'
import { part, type LossDraft } from './loss-parts.js'

const VALUED = new Map([
  ['water', { list: 'water', kind: 'water' }],
  ['energy', { list: 'energy', kind: 'energy' }],
  ['mass', { list: 'materials', kind: 'material' }],
] as const)

/** What a balance of a step misses: paid for, and gone nobody knows where. */
export function unaccountedLosses(
  work: Indicating,
  balances: readonly Balance[],
  materialsCounted: boolean,
): LossDraft[] {
  return balances.flatMap((balance) => {
    const valued = VALUED.get(balance.layer as 'water' | 'energy' | 'mass')
    if (balance.step === null || valued === undefined) return []
    if (balance.layer === 'mass' && materialsCounted) return []
    const rest = work.ledger.get(balance.unaccounted)?.value ?? 0
    const into = work.ledger.get(balance.in)?.value ?? 0
    const price = meanCost(work, valued.list, balance.layer)
    if (rest <= 1e-9 * Math.max(1, into) || price === undefined) return []
    const label = work.ledger.get(balance.unaccounted)?.label ?? { en: balance.id, vi: balance.id }
    const id = `unaccounted.${balance.layer}.${balance.step}`
    const amount =
      balance.layer === 'mass' ? dryRest(work, balance, id, label, balances) : balance.unaccounted
    const parts = [part(work, id, valued.kind, label, 'amount * price', { amount, price })]
    return [{ id, label, balance: balance.id, layer: balance.layer, amount, parts }]
  })
}

/** Missing mass without the water that the water balance of the same step misses too. */
function dryRest(
  work: Indicating,
  balance: Balance,
  id: string,
  label: Text,
  balances: readonly Balance[],
): string {
  const water = balances.find((other) => other.step === balance.step && other.layer === 'water')
  if (water === undefined || work.ledger.get(water.unaccounted)?.value == null) return balance.unaccounted
  return work.ledger.derive({
    id: `loss.${id}.dry`,
    label: { en: `${label.en}, dry`, vi: `${label.vi}, phần khô` },
    unit: 't/yr',
    formula: 'max(missing - max(water, 0 m3/yr) * density, 0 t/yr)',
    uses: { missing: balance.unaccounted, water: water.unaccounted, density: 'choice.water-density' },
  }).id
}

/** Costs of waste that the site states by themselves: collection, treatment plant, fees. */
export function wasteCosts(work: Indicating): LossDraft[] {
  return work.site.costs.flatMap((cost, index) =>
    cost.class === 'waste' ? wasteCost(work, cost, `waste-cost.${index + 1}`) : [],
  )
}

function wasteCost(work: Indicating, cost: Cost, id: string): LossDraft[] {
  const paid = statedCost(work, cost, id)
  if (paid === undefined) return []
  const parts = [part(work, id, 'treatment', paid.label, paid.formula, paid.uses)]
  return [{ id, label: paid.label, amount: paid.written, parts }]
}

type StatedCost = {
  readonly label: Text
  /** Figure as it is written. */
  readonly written: string
  /** Money per year. */
  readonly formula: string
  readonly uses: Readonly<Record<string, string>>
}

/** A cost that the site states by itself, in money per year; `undefined` where it is no money. */
export function statedCost(work: Indicating, cost: Cost, id: string): StatedCost | undefined {
  const { currency } = work.site.site
  const { amount } = cost
  if (!Object.hasOwn(amount.unit.dimension, currency)) return undefined
  const label = asText(cost.name, cost.step ?? id)
  const written = enterQuantity(work, `cost-row.${id}`, label, amount).id
  const yearly = { unit: `${currency}/yr`, formula: 'paid', uses: { paid: written } }
  const total = { ...yearly, formula: 'paid / years', uses: { paid: written, years: 'period.years' } }
  const found = [yearly, total].find((attempt) => fits(attempt, work.ledger))
  return found === undefined ? undefined : { label, written, formula: found.formula, uses: found.uses }
}
