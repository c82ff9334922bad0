import { diagnose } from '../diagnostics/catalogue.js'
import { fits } from '../formula/index.js'
import type { InventoryGood } from '../model/inventory.js'
import type { Quantity } from '../model/quantity.js'
import { figureId, type Draft, type Evaluating, type StandAlone } from './evaluating.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import type { Valued } from './valued.js'

/** Shares of a saving by tariff band, as figures. */
export function bandShares(
  work: Evaluating,
  id: string,
  bands: Readonly<Record<string, Quantity>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(bands).map(([band, share]) => {
      const label = {
        en: `Share of the saving in the band ${band}`,
        vi: `Tỷ lệ tiết kiệm trong khung ${band}`,
      }
      return [band, enterQuantity(work, figureId(id, `band-${band}`), label, share).id]
    }),
  )
}

/**
 * The marginal price of a saving that falls in tariff bands: the mean of their prices, weighed by the shares. A saving
 * at night earns the price of the night. `undefined` where the measure names no bands, or one has no price.
 */
export function bandPrice(
  work: Evaluating,
  saving: StandAlone,
  good: InventoryGood,
  { id, bands, at }: Pick<Draft, 'bands' | 'id' | 'at'>,
): Valued | undefined {
  if (bands === undefined || saving.medium !== 'electricity') return undefined
  const known = figureId(id, 'band-price')
  if (work.ledger.has(known)) return { price: known, formula: 'price', uses: { price: known } }
  const unit = `${work.site.site.currency}/${good.unit}`
  const names = Object.keys(bands)
  const prices = names.map((band) => priceOf(work, good.id, band))
  const missing = names.find((_, index) => prices[index] === undefined)
  if (missing !== undefined) {
    sayOnce(work, id, missing, at)
    return undefined
  }
  const uses: Record<string, string> = {}
  names.forEach((band, index) => {
    uses[`share_${index + 1}`] = bands[band] ?? ''
    uses[`price_${index + 1}`] = prices[index] ?? ''
  })
  const shares = names.map((_, index) => `share_${index + 1}`)
  const products = names.map((_, index) => `share_${index + 1} * price_${index + 1}`).join(' + ')
  const formula = `(${products}) / (${shares.join(' + ')})`
  if (!fits({ unit, formula, uses }, work.ledger)) return undefined
  const label = { en: 'Price in the bands of the saving', vi: 'Đơn giá theo khung giờ của khoản tiết kiệm' }
  const price = work.ledger.derive({ id: known, label, unit, formula, uses }).id
  return { price, formula: 'price', uses: { price } }
}

function priceOf(work: Evaluating, good: string, band: string): string | undefined {
  const rows = work.site.prices.filter((row) => row.of === good && row.band === band)
  const newest = [...rows].sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1)).at(-1)
  if (newest === undefined) return undefined
  const label = { en: `Price, band ${band}`, vi: `Đơn giá, khung ${band}` }
  return enterQuantity(work, `good.${good}.price-${band}`, label, newest.price).id
}

function sayOnce(work: Evaluating, opportunity: string, band: string, at = ''): void {
  const said = work.diagnostics.some(
    ({ code, args }) => code === 'E306' && args['opportunity'] === opportunity,
  )
  if (!said) work.diagnostics.push(diagnose('E306', at, { opportunity, band }))
}
