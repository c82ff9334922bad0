import { diagnose } from '../diagnostics/catalogue.js'
import { type Derivation, fits } from '../formula/index.js'
import { demandPrice } from '../inputs/demand-price.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import type { Figure } from '../model/figure.js'
import { isElectricity } from '../model/inventory.js'
import type { Text } from '../model/text.js'
import type { Price } from '../schema/site.js'
import { sameDimension } from '../units/index.js'
import type { Draft, Evaluating, StandAlone } from './evaluating.js'
import { inUnit, poolAt, shareOf, type Pool, type Share } from './pools.js'
import type { Valued } from './valued.js'

/** A charge for the highest demand of a month. */
type Charge = { readonly row: Price; readonly per: 'kW' | 'kVA' }

/**
 * Whether less demand of this unit lessens a bill: a charge per kVA counts kW through the power factor, one per kW
 * does not count kVA. A tariff that is said to have a charge without a price has one of unknown size.
 */
export function isCharged(work: Evaluating, unit: string): boolean {
  const charges = chargesOf(work)
  const active = sameDimension(unit, 'kW')
  if (charges.length > 0) return charges.some(({ per }) => per === 'kVA' || active)
  return work.variables.get('tariff.has_demand_charge')?.value === true
}

/**
 * Worth of a lower demand: kW or kVA times the charge of a month, twelve times a year. Of charges by tariff band those
 * that the measure names or its machine runs in count; where none is known, the only charge there is. `undefined`
 * where the charge or the power factor is not known.
 */
export function demandWorth(
  work: Evaluating,
  saving: StandAlone,
  { bands }: Pick<Draft, 'bands'>,
): Valued | undefined {
  const prices = chargesThatCount(work, bands).map(({ row }) => priceFigure(work, row))
  const [price] = prices
  const unit = `${work.site.site.currency}/yr`
  if (price === undefined) return undefined
  const uses = Object.fromEntries(prices.map((id, index) => [`price_${index + 1}`, id]))
  const [only, ...rest] = Object.keys(uses)
  const sum = rest.length === 0 ? only : `(${[only, ...rest].join(' + ')})`
  const factor = work.variables.get('electricity.power_factor')?.figure
  const ways = [
    { formula: `saved * ${sum}`, uses },
    ...(factor === undefined
      ? []
      : [{ formula: `saved * (1 kVA/kW) / power_factor * ${sum}`, uses: { ...uses, power_factor: factor } }]),
  ]
  const way = ways.find((one) =>
    fits({ unit, formula: one.formula, uses: { saved: saving.base, ...one.uses } }, work.ledger),
  )
  return way && { price, ...way }
}

/** What there is to cut: the highest demand of the bills, in kVA where that is charged. */
export function demandPool(work: Evaluating): Pool | undefined {
  const peak = work.variables.get('electricity.peak_demand')?.figure
  const label = { en: 'Highest demand', vi: 'Công suất cực đại' }
  if (peak === undefined) return undefined
  const factor = work.variables.get('electricity.power_factor')?.figure
  const apparent = chargesOf(work).some(({ per }) => per === 'kVA')
  const pool = apparent && factor !== undefined ? apparentPeak(work, label, { peak, factor }) : peak
  return poolAt(work, pool, label)
}

/** How much of the highest demand a saving is; of kVA one of kW through the power factor. */
export function demandShare(work: Evaluating, saved: Figure): Share | undefined {
  const pool = demandPool(work)
  const direct = pool && shareOf(work, pool, saved, undefined)
  if (pool === undefined || direct !== undefined) return direct
  const factor = work.variables.get('electricity.power_factor')?.figure
  const active = inUnit(1, saved.unit, 'kW')
  if (factor === undefined || active === undefined) return undefined
  const content = once(work, {
    id: 'electricity.active-per-apparent',
    label: { en: 'Active power of the apparent', vi: 'Công suất tác dụng trên công suất biểu kiến' },
    unit: 'kW/kVA',
    formula: 'factor * (1 kW/kVA)',
    uses: { factor },
  })
  return content.value ? { pool, factor: active / content.value, content: content.id } : undefined
}

/**
 * The pool, where a saving of kVA follows from the demand itself: capacitors act on the kW that others leave. What is
 * stated in kW is an amount of its own.
 */
export function demandStream(work: Evaluating, saved: Figure): Pool | undefined {
  return sameDimension(saved.unit, 'kVA') ? demandShare(work, saved)?.pool : undefined
}

function apparentPeak(work: Evaluating, label: Text, uses: Readonly<Record<string, string>>): string {
  const id = 'electricity.apparent-peak-demand'
  return once(work, { id, label, unit: 'kVA', formula: 'peak * (1 kVA/kW) / factor', uses }).id
}

/** The figure of the ledger, derived where it is not yet there. */
function once(work: Evaluating, derivation: Derivation): Figure {
  return work.ledger.get(derivation.id) ?? work.ledger.derive(derivation)
}

/** The newest charge of every band. What does not say for how long it holds is asked about, and is none. */
function chargesOf(work: Evaluating): readonly Charge[] {
  const electric = new Set(work.inventory.goods.filter(isElectricity).map(({ id }) => id))
  const newest = new Map<string, Charge>()
  for (const row of work.site.prices) {
    const charge = electric.has(row.of) ? demandPrice(row.price) : undefined
    const before = newest.get(row.band ?? '')
    if (charge === undefined) continue
    if (!charge.period) sayOnce(work, row)
    else if (before === undefined || (before.row.start ?? '') <= (row.start ?? ''))
      newest.set(row.band ?? '', { row, per: charge.of })
  }
  return [...newest.values()]
}

function sayOnce({ diagnostics }: Evaluating, { of, price }: Price): void {
  if (diagnostics.some(({ code, at }) => code === 'E307' && at === price.at)) return
  diagnostics.push(diagnose('E307', price.at, { good: of, written: price.written, unit: price.unit.text }))
}

function chargesThatCount(work: Evaluating, bands: Draft['bands']): readonly Charge[] {
  const charges = chargesOf(work)
  if (bands === undefined && charges.length === 1) return charges
  const weights: Readonly<Record<string, string>> = bands?.weights ?? {}
  const isNamed = (band: string): boolean => (work.ledger.get(weights[band] ?? '')?.value ?? 0) > 0
  return charges.filter(({ row }) => row.band === undefined || isNamed(row.band))
}

function priceFigure(work: Evaluating, row: Price): string {
  const band = row.band === undefined ? '' : `, ${row.band}`
  const label = { en: `Charge for the highest demand${band}`, vi: `Giá công suất cực đại${band}` }
  const id = `good.${row.of}.demand-price${row.band === undefined ? '' : `-${row.band}`}`
  return enterQuantity(work, id, label, row.price).id
}
