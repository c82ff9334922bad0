import type { InventoryFlow, InventoryGood } from '../model/inventory.js'
import { convert, parseUnit, quotientUnit } from '../units/index.js'
import { keysOf, type Output } from './centre-outputs.js'
import { isKnown, type Indicating } from './indicating.js'
import type { CostClass } from './mfca-types.js'
import { yearlyCosts } from './stated-costs.js'

/** What a cost is: scale × a product of figures, `amount × price`, or one figure. */
export type Money = { readonly step: string; readonly factors: readonly string[]; readonly scale: number }

/** What is paid for a flow; its amount may be unknown. */
export type PaidFlow = { readonly flow: InventoryFlow; readonly list: string; readonly money: Money }

/** Stock change of a priced good at a step. */
export type PricedStock = {
  readonly id: string
  readonly step: string
  readonly change: string
  readonly price: string
  readonly scale: number
  readonly keys: Output['keys']
}

/** The steps of the site, and its goods by id. */
export type Places = {
  readonly steps: ReadonlySet<string>
  readonly goods: ReadonlyMap<string, InventoryGood>
}

/** Lists whose goods are paid for when they come in. */
const BOUGHT: ReadonlySet<string> = new Set(['materials', 'water', 'energy'])

/** What is paid for flows that enter at steps, whether their amounts are known or not. */
export function purchases(work: Indicating, { steps, goods }: Places): PaidFlow[] {
  return work.inventory.flows.flatMap((flow) => {
    const good = goods.get(flow.of)
    if (flow.from !== null || flow.to === null || !steps.has(flow.to) || good === undefined) return []
    if (!BOUGHT.has(good.list) || !isKnown(work, good.price)) return []
    return [{ flow, list: good.list, money: priced(work, flow, flow.to, good.price, good, 1) }]
  })
}

/** What is paid for flows that leave a step for good, whether their amounts are known or not. */
export function disposal(work: Indicating, { steps, goods }: Places): PaidFlow[] {
  return work.inventory.flows.flatMap((flow) => {
    const good = goods.get(flow.of)
    if (flow.to !== null || flow.from === null || !steps.has(flow.from) || good === undefined) return []
    const { list, price, treatmentCost } = good
    if (isKnown(work, treatmentCost))
      return [{ flow, list, money: priced(work, flow, flow.from, treatmentCost, good, 1) }]
    const isPaid = isKnown(work, price) && (work.ledger.get(price)?.value ?? 0) < 0
    return isPaid ? [{ flow, list, money: priced(work, flow, flow.from, price, good, -1) }] : []
  })
}

/** The costs of a class that the site places at steps. */
export function placedCosts(work: Indicating, of: CostClass | 'waste', { steps }: Places): Money[] {
  return yearlyCosts(work, of).flatMap(({ step, figure }) =>
    step !== null && steps.has(step) && isKnown(work, figure) ? [{ step, factors: [figure], scale: 1 }] : [],
  )
}

/** Stock changes of goods that are paid for. */
export function pricedStocks(work: Indicating, { steps, goods }: Places): PricedStock[] {
  return work.inventory.stocks.flatMap(({ id, of, step, change, contents }) => {
    const good = goods.get(of)
    if (step === null || !steps.has(step) || good === undefined || !BOUGHT.has(good.list)) return []
    const { price } = good
    if (!isKnown(work, price) || !isKnown(work, change)) return []
    const reconciled = `stock.${id}.reconciled`
    return [
      {
        id: `stock:${id}`,
        step,
        change: isKnown(work, reconciled) ? reconciled : change,
        price,
        scale: scaleOf(work, price, good),
        keys: keysOf(work, `stock.${id}.carries`, contents),
      },
    ]
  })
}

/** Amount × price in the currency of the site, whatever unit the price is said for: `VND/kg` of a good in tonnes. */
function priced(
  work: Indicating,
  flow: InventoryFlow,
  step: string,
  price: string,
  good: InventoryGood,
  sign: 1 | -1,
): Money {
  return { step, factors: [`flow.${flow.id}`, price], scale: sign * scaleOf(work, price, good) }
}

function scaleOf(work: Indicating, price: string, good: InventoryGood): number {
  const wanted = quotientUnit(work.site.site.currency, good.unit)
  const [from, to] = [parseUnit(work.ledger.get(price)?.unit ?? wanted), parseUnit(wanted)]
  return ('unit' in from && 'unit' in to ? convert(1, from.unit, to.unit) : undefined) ?? 1
}
