import { type GoodList, isElectricity } from '../model/inventory.js'
import type { Quantity } from '../model/quantity.js'
import type { Good, Site } from '../schema/site.js'
import { parseUnit, sameDimension, timeBaseOf } from '../units/index.js'

/**
 * The unit in which a good's amounts are kept: that of its own amount, else of the first amount written for it,
 * else one that fits its list. Amounts in other units of the same dimension are converted to it. Electricity is
 * energy whatever is written, so that an amount in another unit is refused where it stands.
 */
export function goodUnit(site: Site, id: string, list: GoodList, good: Good): string | undefined {
  const unit = unitSaid(site, id, list, good)
  return isElectricity({ ...good, id, list }) && !sameDimension(unit ?? '', 'MWh') ? 'MWh' : unit
}

function unitSaid(site: Site, id: string, list: GoodList, good: Good): string | undefined {
  const first = firstAmount(site, id, good)
  if (first !== undefined) return timeBaseOf(first.unit).unit
  for (const said of [good.price, good['treatment-cost'], good.mass, good.heat, good.ncv, good.ghg]) {
    const per = /\/(?:\d+ )?([^/()]+)$/.exec(said?.unit.text ?? '')?.[1]
    if (per !== undefined && 'unit' in parseUnit(per)) return per
  }
  if (list === 'water' || isWastewater(good)) return 'm3'
  if (list === 'residues' || list === 'materials' || good.fluid === 'water') return 't'
  return list === 'energy' && good.fuel === undefined ? 'MWh' : undefined
}

function isWastewater(good: Good): boolean {
  return good.as === 'wastewater'
}

function firstAmount(site: Site, id: string, good: Good): Quantity | undefined {
  if (isAmount(good.amount)) return good.amount
  const flows = Object.entries(site.flows).filter(([, flow]) => flow.of === id)
  for (const [, flow] of flows) {
    if (isAmount(flow.amount)) return flow.amount
  }
  const names = new Set([id, ...flows.map(([name]) => name)])
  for (const [, meter] of Object.entries(site.meters)) {
    if (meter.unit !== undefined && meter.reads.every((term) => names.has(term.of))) {
      // A unit of the site's own is none here: its readings were brought to units that everybody knows.
      const parsed = parseUnit(meter.unit)
      if ('unit' in parsed) return { value: 0, unit: parsed.unit, written: meter.unit, at: '' }
    }
  }
  for (const row of [...site.readings, ...site.bills]) {
    if (!names.has(row.of ?? '') && !readsOnly(site, row.meter, names)) continue
    const [said] =
      'amount' in row || 'bands' in row
        ? [row.amount ?? Object.values(row.bands ?? {})[0]]
        : 'value' in row || 'months' in row
          ? [row.value ?? Object.values(row.months ?? {})[0]]
          : []
    if (isAmount(said)) return said
  }
  for (const stock of Object.values(site.stocks)) {
    if (stock.of === id && stock.opening !== undefined) return stock.opening
  }
  return undefined
}

function readsOnly(site: Site, meter: string | undefined, names: ReadonlySet<string>): boolean {
  const reads = meter === undefined ? undefined : site.meters[meter]?.reads
  return reads?.every((term) => names.has(term.of)) ?? false
}

/** A ratio to another flow and the amount of a layer say nothing about the unit of the good. */
function isAmount(quantity: Quantity | undefined): quantity is Quantity {
  return quantity !== undefined && quantity.of === undefined && quantity.layer === undefined
}
