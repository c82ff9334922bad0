import { fits } from '../formula/index.js'
import { bandPriceFigure, pricedBands } from '../inputs/band-price.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import type { Text } from '../model/text.js'
import type { Bill } from '../schema/site.js'
import { quotientUnit } from '../units/index.js'
import { insideShare } from './days.js'
import { sourceOf, throughMeter } from './meter.js'
import { about, type Normalising } from './stage.js'

type Priced = { readonly id: string; readonly label: Text; readonly unit: string }
type Row = { readonly bill: Bill; readonly index: number }

const MEAN = {
  en: 'price, mean of the tariff bands by the amounts billed',
  vi: 'đơn giá bình quân các khung giờ theo lượng trên hóa đơn',
} as const

/**
 * The price of one unit of a good that is bought by tariff bands: the mean of their prices, weighed by what the bills
 * of the period say of each. `undefined` where a bill is not split, or a billed band has no price.
 */
export function bandMean(work: Normalising, good: Priced): string | undefined {
  if (pricedBands(work, good.id).size === 0) return undefined
  const rows = billsOf(work, good.id)
  const bands = [...new Set(rows.flatMap(({ bill }) => Object.keys(bill.bands ?? {})))]
  const unsplit = rows.some(({ bill }) => Object.keys(bill.bands ?? {}).length === 0)
  const prices = bands.map((band) => bandPriceFigure(work, good.id, band))
  if (bands.length === 0 || unsplit || prices.includes(undefined)) return undefined
  const amounts = bands.map((band) => bandAmount(work, good, band, rows))
  if (amounts.includes(undefined)) return undefined
  const uses: Record<string, string> = {}
  bands.forEach((_, index) => {
    uses[`amount_${index + 1}`] = amounts[index] ?? ''
    uses[`price_${index + 1}`] = prices[index] ?? ''
  })
  const all = (term: (index: number) => string): string =>
    bands.map((_, index) => term(index + 1)).join(' + ')
  const formula = `(${all((n) => `amount_${n} * price_${n}`)}) / (${all((n) => `amount_${n}`)})`
  const derivation = { unit: quotientUnit(work.site.site.currency, good.unit), formula, uses }
  if (!fits(derivation, work.ledger)) return undefined
  return work.ledger.derive({ id: `good.${good.id}.price`, label: about(good.label, MEAN), ...derivation }).id
}

/** Bills of the period that are of this good alone, directly, through a flow of it or through a meter. */
function billsOf(work: Normalising, good: string): readonly Row[] {
  return work.site.bills.flatMap((bill, index) => {
    const [read, ...others] = sourceOf(work, bill)?.reads ?? []
    const of = read && (work.site.flows[read.of]?.of ?? read.of)
    const own = of === good && others.length === 0 && read?.coefficient === 1
    return own && insideShare(work, bill) > 0 ? [{ bill, index }] : []
  })
}

/** What the bills say of one band in the period; a bill over its ends counts by its days inside. */
function bandAmount(work: Normalising, good: Priced, band: string, rows: readonly Row[]): string | undefined {
  const uses: Record<string, string> = {}
  const terms = rows.flatMap(({ bill, index }) => {
    const quantity = bill.bands?.[band]
    if (quantity === undefined) return []
    const label = { en: `Bill ${index + 1}: ${band}`, vi: `Hóa đơn ${index + 1}: ${band}` }
    const read = throughMeter(quantity, sourceOf(work, bill)?.meter)
    const name = `b${index + 1}`
    const id = `bills.${index}.bands.${band}`
    uses[name] = enterQuantity(work, read === quantity ? id : `${id}.metered`, label, read).id
    const share = insideShare(work, bill)
    return share === 1 ? [name] : [`${share.toFixed(6)} * ${name}`]
  })
  const formula = terms.join(' + ')
  if (!fits({ unit: good.unit, formula, uses }, work.ledger)) return undefined
  const label = about(good.label, { en: `billed in the band ${band}`, vi: `lượng hóa đơn khung ${band}` })
  return work.ledger.derive({ id: `good.${good.id}.billed-${band}`, label, unit: good.unit, formula, uses })
    .id
}
