import { diagnose } from '../diagnostics/catalogue.js'
import { fits, needs, parseFormula } from '../formula/index.js'
import { bandPriceFigure, pricedBands } from '../inputs/band-price.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import type { InventoryGood } from '../model/inventory.js'
import type { PriceBasis } from '../model/opportunities.js'
import { pointerOf } from '../model/pointer.js'
import type { Quantity } from '../model/quantity.js'
import type { ChecklistEntry } from '../templates/content.js'
import { figureId, type Bands, type Draft, type Evaluating, type StandAlone } from './evaluating.js'
import type { Valued } from './valued.js'

type Stated = Readonly<Record<string, Quantity>>

/** The bands that a measure or an answer states for its saving, as shares. */
export function statedBands(work: Evaluating, id: string, bands: Stated, at: string): Bands {
  const weights = Object.entries(bands).map(([band, share]) => {
    const label = {
      en: `Share of the saving in the band ${band}`,
      vi: `Tỷ lệ tiết kiệm trong khung ${band}`,
    }
    return [band, enterQuantity(work, figureId(id, `band-${band}`), label, share).id] as const
  })
  return { by: 'stated', at, weights: Object.fromEntries(weights) }
}

/**
 * The bands of an entry's saving: those that the answer states, else those of its machine, else those of the only
 * machine whose stream it acts on. How several machines share a stream hour by hour nobody wrote down.
 */
export function entryBands(
  work: Evaluating,
  id: string,
  { entry, machine }: { readonly entry: ChecklistEntry; readonly machine?: string },
): Bands | undefined {
  const stated = (Object.hasOwn(work.site.answers, entry.id) ? work.site.answers[entry.id] : undefined)?.bands
  if (stated !== undefined) return statedBands(work, id, stated, pointerOf('answers', entry.id, 'bands'))
  return machineBands(work, machine ?? onlyMachine(work, entry.stream))
}

/** The machine of a stream, by the kinds of machine that its variables are about, where there is one alone. */
function onlyMachine(work: Evaluating, stream: string | undefined): string | undefined {
  const names = (work.content.streams.get(stream ?? '')?.base ?? []).flatMap((expression) => {
    const parsed = parseFormula(expression)
    return 'ast' in parsed ? needs(parsed.ast) : []
  })
  const systems = new Set(names.map((name) => (name.split('.')[0] ?? '').replaceAll('_', '-')))
  const machines = [...systems].flatMap((system) => work.variables.machines(system))
  return machines.length === 1 ? machines[0] : undefined
}

/** The bands in which a machine runs, by its hours in each; `undefined` where it does not say. */
export function machineBands(work: Evaluating, machine: string | undefined): Bands | undefined {
  const known = machine !== undefined && Object.hasOwn(work.site.equipment, machine)
  const bands = known ? work.site.equipment[machine]?.bands : undefined
  if (!known || bands === undefined || Object.keys(bands).length === 0) return undefined
  const weights = Object.entries(bands).map(([band, hours]) => {
    const label = {
      en: `${machine}: running hours in the band ${band}`,
      vi: `${machine}: số giờ chạy trong khung ${band}`,
    }
    return [band, enterQuantity(work, `equipment.${machine}.band-${band}`, label, hours).id] as const
  })
  const at = pointerOf('equipment', machine, 'bands')
  return { by: 'machine', at, weights: Object.fromEntries(weights) }
}

/**
 * The marginal price of a saving that falls in tariff bands: the mean of their prices, weighed by its shares or by the
 * running hours of the machine. A saving at night earns the price of the night. `undefined` where the bands are not
 * known, or one has no price.
 */
export function bandPrice(
  work: Evaluating,
  saving: StandAlone,
  good: InventoryGood,
  { id, bands }: Pick<Draft, 'bands' | 'id'>,
): Valued | undefined {
  if (bands === undefined || saving.medium !== 'electricity') return undefined
  const basis: PriceBasis = bands.by === 'machine' ? 'bands-of-machine' : 'bands-stated'
  const valued = (price: string): Valued => ({ price, formula: 'price', uses: { price }, basis })
  const known = figureId(id, 'band-price')
  if (work.ledger.has(known)) return valued(known)
  const unit = `${work.site.site.currency}/${good.unit}`
  const names = Object.keys(bands.weights)
  const prices = names.map((band) => bandPriceFigure(work, good.id, band))
  const missing = names.find((_, index) => prices[index] === undefined)
  if (missing !== undefined) {
    sayOnce(work, { opportunity: id, band: missing }, bands.at)
    return undefined
  }
  const uses: Record<string, string> = {}
  names.forEach((band, index) => {
    uses[`share_${index + 1}`] = bands.weights[band] ?? ''
    uses[`price_${index + 1}`] = prices[index] ?? ''
  })
  const shares = names.map((_, index) => `share_${index + 1}`)
  const products = names.map((_, index) => `share_${index + 1} * price_${index + 1}`).join(' + ')
  const formula = `(${products}) / (${shares.join(' + ')})`
  if (!fits({ unit, formula, uses }, work.ledger)) return undefined
  const label = { en: 'Price in the bands of the saving', vi: 'Đơn giá theo khung giờ của khoản tiết kiệm' }
  return valued(work.ledger.derive({ id: known, label, unit, formula, uses }).id)
}

/**
 * How a saving of electricity is priced whose hours nobody wrote down: at a mean over all hours. `undefined` where the
 * good has no tariff bands, so that its price is the same at any hour.
 */
export function meanBasis(work: Evaluating, saving: StandAlone, good: InventoryGood): PriceBasis | undefined {
  if (saving.medium !== 'electricity' || pricedBands(work, good.id).size === 0) return undefined
  const uses = Object.values(work.ledger.get(good.price ?? '')?.uses ?? {})
  return uses.some((id) => id.startsWith(`good.${good.id}.billed-`)) ? 'mean-of-bills' : 'one-price'
}

/** Once a place: many savings of one machine lack the same price. */
function sayOnce(work: Evaluating, args: { opportunity: string; band: string }, at: string): void {
  const said = work.diagnostics.some(
    (one) => one.code === 'E306' && one.at === at && one.args['band'] === args.band,
  )
  if (!said) work.diagnostics.push(diagnose('E306', at, args))
}
