import type { Quantity } from '../model/quantity.js'
import type { Price, Site } from '../schema/site.js'

/** A charge for the highest demand: of active or apparent power, and whether it says for how long. */
export type DemandPrice = { readonly of: 'kW' | 'kVA'; readonly period: boolean }

/** Shorter than a day, power times time is an amount of energy and its price no charge for demand. */
const ENERGY_TIMES: ReadonlySet<string> = new Set(['h', 'min', 's'])

/**
 * Whether a price is one of demand. By dimension `VND/kW/month` is a price of energy like `VND/kWh`, so the words of
 * its unit decide, in whatever order they stand.
 */
export function demandPrice({ unit }: Quantity): DemandPrice | undefined {
  const per = /^(?:[a-z]+-)?[A-Z]{3}\/\(?([A-Za-z.]+)\)?$/.exec(unit.text)?.[1]?.split('.') ?? []
  const power = per.find((word) => /^[kM]?(?:W|VA)$/.test(word))
  const [time, ...others] = per.filter((word) => word !== power)
  if (power === undefined || others.length > 0 || ENERGY_TIMES.has(time ?? '')) return undefined
  return { of: power.endsWith('VA') ? 'kVA' : 'kW', period: time !== undefined }
}

/** The rows that price an amount of a good; a charge for its highest demand is none of them. */
export function pricesOf({ prices }: Pick<Site, 'prices'>, good: string): readonly Price[] {
  return prices.filter(({ of, price }) => of === good && demandPrice(price) === undefined)
}
