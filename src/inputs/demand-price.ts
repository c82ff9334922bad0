import type { Quantity } from '../model/quantity.js'
import type { Price, Site } from '../schema/site.js'

/** A charge for the highest demand: of active or apparent power, and whether it says for how long. */
export type DemandPrice = { readonly of: 'kW' | 'kVA'; readonly period: boolean }

/** Shorter than a day, power times time is an amount of energy and its price no charge for demand. */
const ENERGY_TIMES: ReadonlySet<string> = new Set(['h', 'min', 's'])

/**
 * Whether a price is one of demand. By dimension `VND/kW/month` is a price of energy like `VND/kWh`, so the words of
 * its unit decide.
 */
export function demandPrice({ unit }: Quantity): DemandPrice | undefined {
  const found = /^[A-Z]{3}\/\(?[kM]?(W|VA)(?:\.([a-z]+))?\)?$/.exec(unit.text)
  if (found === null || ENERGY_TIMES.has(found[2] ?? '')) return undefined
  return { of: found[1] === 'VA' ? 'kVA' : 'kW', period: found[2] !== undefined }
}

/** The rows that price an amount of a good; a charge for its highest demand is none of them. */
export function pricesOf({ prices }: Pick<Site, 'prices'>, good: string): readonly Price[] {
  return prices.filter(({ of, price }) => of === good && demandPrice(price) === undefined)
}
