import { demandPrice } from '../../inputs/demand-price.js'
import type { Quantity } from '../../model/quantity.js'
import type { Bill, Site } from '../../schema/site.js'
import { convert, parseUnit } from '../../units/index.js'
import { daysBetween } from './series.js'

const DAYS_PER_MONTH = 365.25 / 12

/** What the highest demand on a bill costs by the only charge for it, in the unit of the cost; `undefined` where not known. */
export function demandCost(
  { prices }: Site,
  good: string,
  { demand, start, end }: Bill,
  { unit }: Quantity,
): number | undefined {
  const charges = prices.flatMap(({ of, price }) =>
    of === good && demandPrice(price)?.period ? [price] : [],
  )
  const [charge] = charges
  if (charge === undefined || charges.length > 1 || demand === undefined) return undefined
  if (start === undefined || end === undefined) return undefined
  // A month of 28 days is charged like one of 31.
  const months = Math.round(daysBetween(start, end) / DAYS_PER_MONTH)
  const made = parseUnit(`(${charge.unit.text})*(${demand.unit.text})*month`)
  return months > 0 && 'unit' in made
    ? convert(charge.value * demand.value * months, made.unit, unit)
    : undefined
}
