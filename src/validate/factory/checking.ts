import type { Diagnostic } from '../../model/diagnostic.js'
import type { Quantity } from '../../model/quantity.js'
import type { Bill, Reading, Site } from '../../schema/site.js'
import type { Plausibility } from '../../templates/content.js'
import { convert, formatNumber, parseUnit } from '../../units/index.js'

/** What the checks that know factories look at. */
export type Checking = {
  readonly site: Site
  /** Where each row of a list stands. */
  readonly rows: ReadonlyMap<unknown, string>
  /** Where a quantity is said not to apply. */
  readonly notApplicable: ReadonlySet<string>
  readonly plausibility: Plausibility
}

/** One check: what it has to say about a site. */
export type Check = (checking: Checking) => readonly Diagnostic[]

/** A single threshold of the content; a content without it asks nothing. */
export function threshold({ plausibility }: Checking, id: string): number {
  return plausibility.thresholds.get(id) ?? Number.POSITIVE_INFINITY
}

/** A quantity as a number of `unit`; `undefined` where it measures something else. */
export function inUnit(quantity: Quantity, unit: string): number | undefined {
  const parsed = parseUnit(unit)
  return 'unit' in parsed ? convert(quantity.value, quantity.unit, parsed.unit) : undefined
}

/** A number for a message; money takes more digits, so that it can be compared with a bill. */
export function short(value: number, digits = 4): string {
  return formatNumber(value, { lang: 'en', digits })
}

/** What a reading or bill is about: a meter, or a good or flow without one. */
export function subjectOf(row: Reading | Bill): string {
  return row.meter ?? row.of ?? ''
}

/** The amount of a bill: its own, else its tariff bands together; `undefined` where these measure different things. */
export function billedAmount(bill: Bill): Quantity | undefined {
  if (bill.amount !== undefined) return bill.amount
  const [first, ...others] = Object.values(bill.bands ?? {})
  if (first === undefined) return undefined
  const parts = others.map((other) => convert(other.value, other.unit, first.unit))
  if (parts.includes(undefined)) return undefined
  const value = parts.reduce<number>((sum, part) => sum + (part ?? 0), first.value)
  return { ...first, value, written: `${short(value)} ${first.unit.text}` }
}
