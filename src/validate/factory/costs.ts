import { pricesOf } from '../../inputs/demand-price.js'
import { diagnose } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Quantity } from '../../model/quantity.js'
import type { Bill, Site } from '../../schema/site.js'
import { convert, parseUnit } from '../../units/index.js'
import { demandCost } from './demand-cost.js'
import { GOOD_LISTS } from './goods.js'
import { billedAmount, threshold, short, type Checking } from './checking.js'

/** One bill with what it is for, what it says it costs, and what amount and price make of it. */
type Costed = {
  readonly bill: Bill
  readonly at: string
  readonly good: string
  readonly amount: Quantity
  readonly cost: Quantity
  readonly price: Quantity
  /** What the highest demand costs beside the amount, as a share of the cost of the amount. */
  readonly demand?: number
}

/** Bills whose money is not amount times price: with the tax in it, rows shifted against each other, or just wrong. */
export function costsAgainstPrices(checking: Checking): readonly Diagnostic[] {
  const costed = checking.site.bills.flatMap((bill) => costedBill(checking, bill))
  const tolerance = threshold(checking, 'cost-differs')
  const wrong = costed.filter((row) => differs(row, tolerance) && !isWithDemand(row, tolerance))
  const shifted = shiftedRows(costed, wrong, tolerance)
  return [
    ...(shifted.length === 0 ? [] : [shiftFound(shifted)]),
    ...wrong.filter((row) => !shifted.includes(row)).map((row) => wrongCost(checking, row)),
    ...costed.flatMap((row) => demandInPrice(row, tolerance)),
  ]
}

/** The charge for demand makes up the rest of the cost. */
function isWithDemand({ demand, ...row }: Costed, tolerance: number): boolean {
  const ratio = ratioOf(row.cost, row)
  return demand !== undefined && ratio !== undefined && Math.abs(ratio / (1 + demand) - 1) <= tolerance
}

/** Amount times price makes all of the cost, though a charge for demand comes to it: then the price has it in it. */
function demandInPrice(row: Costed, tolerance: number): Diagnostic[] {
  const { demand } = row
  if (demand === undefined || demand <= tolerance || differs(row, tolerance)) return []
  const ratio = ratioOf(row.cost, row) ?? 1
  const charge = `${short((row.cost.value / ratio) * demand, 9)} ${row.cost.unit.text}`
  return [diagnose('P304', row.cost.at, { thing: row.at, price: row.price.written, charge })]
}

/** A bill with one amount and one price for it; bands have prices of their own and are added up elsewhere. */
function costedBill({ site, rows }: Checking, bill: Bill): Costed[] {
  const name = bill.of ?? onlyRead(site, bill.meter)
  const good = name === undefined ? undefined : (site.flows[name]?.of ?? name)
  const amount = bill.amount ?? billedAmount(bill)
  const price = good === undefined ? undefined : priceOf(site, good, bill)
  if (good === undefined || amount === undefined || price === undefined || bill.cost === undefined) return []
  const row = { bill, at: rows.get(bill) ?? '', good, amount, cost: bill.cost, price }
  const ratio = ratioOf(bill.cost, row)
  if (ratio === undefined) return []
  const demand = demandCost(site, good, bill, bill.cost)
  return [demand === undefined ? row : { ...row, demand: (demand * ratio) / bill.cost.value }]
}

function onlyRead(site: Site, meter: string | undefined): string | undefined {
  const reads = meter === undefined ? [] : (site.meters[meter]?.reads ?? [])
  return reads.length === 1 ? reads[0]?.of : undefined
}

/** The one price that holds for the whole bill; a tariff of bands or of several times has none. */
function priceOf(site: Site, good: string, bill: Bill): Quantity | undefined {
  const own = GOOD_LISTS.map((list) => site[list][good]?.price).find((price) => price !== undefined)
  const rows = pricesOf(site, good)
  if (own !== undefined && rows.length === 0) return own
  const holding = rows.filter(
    ({ band, start, end }) =>
      band === undefined &&
      (start === undefined || bill.start === undefined || start <= bill.start) &&
      (end === undefined || bill.end === undefined || end >= bill.end),
  )
  const banded = rows.some(({ band }) => band !== undefined)
  return holding.length === 1 && !banded ? holding[0]?.price : undefined
}

/** A cost divided by amount times price; `undefined` where they do not multiply to money of that currency. */
function ratioOf(cost: Quantity, { amount, price }: Pick<Costed, 'amount' | 'price'>): number | undefined {
  const made = parseUnit(`(${price.unit.text})*(${amount.unit.text})`)
  const product = 'unit' in made ? convert(price.value * amount.value, made.unit, cost.unit) : undefined
  return product === undefined || product === 0 ? undefined : cost.value / product
}

function differs(row: Costed, tolerance: number): boolean {
  const ratio = ratioOf(row.cost, row)
  return ratio !== undefined && Math.abs(ratio - 1) > tolerance
}

/**
 * Rows whose price and cost stand one row too low: the columns of the source were shifted. Three or more of them,
 * each wrong by itself, are no accident.
 */
function shiftedRows(costed: readonly Costed[], wrong: readonly Costed[], tolerance: number): Costed[] {
  const belongsBelow = costed.filter((row, i) => {
    const below = costed[i + 1]
    return wrong.includes(row) && below !== undefined && isMadeOf(below, row.amount, tolerance)
  })
  if (belongsBelow.length < 3) return []
  // The last of them has its own cost on the row below, which is wrong as well.
  const last = costed[costed.indexOf(belongsBelow.at(-1) as Costed) + 1]
  const first = costed.indexOf(belongsBelow[0] as Costed)
  const end = costed.indexOf(last as Costed)
  return costed.slice(first, end + 1).filter((row) => wrong.includes(row))
}

/**
 * Whether a cost is a price times the amount of another row. The units of a shifted row are those of its new
 * neighbours, so only the numbers count, and a thousand between them is one of units.
 */
function isMadeOf({ cost, price }: Costed, amount: Quantity, tolerance: number): boolean {
  const per = Number(/\/(\d+) /.exec(price.unit.text)?.[1] ?? 1)
  const ratio = (cost.value * per) / (price.value * amount.value)
  return [1, 1000, 0.001].some((times) => Math.abs(ratio / times - 1) <= tolerance)
}

function shiftFound(rows: readonly Costed[]): Diagnostic {
  const [first, ...others] = rows as [Costed, ...Costed[]]
  const last = others.at(-1) ?? first
  const args = { from: first.good, to: last.good, rows: rows.length }
  return diagnose(
    'P303',
    first.cost.at,
    args,
    others.map((row) => row.cost.at),
  )
}

function wrongCost(checking: Checking, row: Costed): Diagnostic {
  const ratio = ratioOf(row.cost, row) ?? 1
  const tax = checking.plausibility.bands.get('vat')
  const args = {
    thing: row.at,
    amount: row.amount.written,
    price: row.price.written,
    cost: row.cost.written,
    made: `${short(row.cost.value / ratio, 9)} ${row.cost.unit.text}`,
  }
  const more = ratio - 1
  if (
    tax !== undefined &&
    row.bill.vat === undefined &&
    isWholeRate(more) &&
    more >= tax.low &&
    more <= tax.high
  )
    return diagnose('P302', row.cost.at, { ...args, rate: `${Math.round(more * 100)} %` })
  return diagnose('P301', row.cost.at, args)
}

/** Rates of tax are whole per cents. */
function isWholeRate(share: number): boolean {
  return Math.abs(share * 100 - Math.round(share * 100)) < 0.1
}
