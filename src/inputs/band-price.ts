import { pricesOf } from './demand-price.js'
import { enterQuantity } from './enter-quantity.js'
import type { Entering } from './entering.js'

/** The newest price of a good in a tariff band, as a figure; `undefined` where the site writes none. */
export function bandPriceFigure(work: Entering, good: string, band: string): string | undefined {
  const rows = pricesOf(work.site, good).filter((row) => row.band === band)
  const newest = [...rows].sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1)).at(-1)
  if (newest === undefined) return undefined
  const label = { en: `Price, band ${band}`, vi: `Đơn giá, khung ${band}` }
  return enterQuantity(work, `good.${good}.price-${band}`, label, newest.price).id
}

/** The tariff bands in which a good has a price. */
export function pricedBands({ site }: Pick<Entering, 'site'>, good: string): ReadonlySet<string> {
  return new Set(pricesOf(site, good).flatMap(({ band }) => band ?? []))
}
