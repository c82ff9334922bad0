import type { Period } from '../model/inventory.js'

const DAY = 86_400_000

/** Days from 1970-01-01 to an ISO date; `undefined` when there is no such day. */
export function dayNumber(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (match === null) return undefined
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return new Date(time).toISOString().startsWith(iso) ? time / DAY : undefined
}

/** The span of days, both included; `undefined` when it ends before it begins. A calendar year is called by its number. */
export function readPeriod(span: { readonly first: string; readonly last: string }): Period | undefined {
  const from = dayNumber(span.first)
  const to = dayNumber(span.last)
  if (from === undefined || to === undefined || to < from) return undefined
  const label = isCalendarYear(span) ? span.first.slice(0, 4) : `${span.first} – ${span.last}`
  return { label, first: span.first, last: span.last, days: to - from + 1 }
}

function isCalendarYear(span: { readonly first: string; readonly last: string }): boolean {
  return (
    span.first.endsWith('-01-01') &&
    span.last.endsWith('-12-31') &&
    span.first.slice(0, 4) === span.last.slice(0, 4)
  )
}

/** Length of the period in years: a whole calendar year is exactly one, anything else counts its days over 365. */
export function yearsOf(period: Period): number {
  return isCalendarYear(period) ? 1 : period.days / 365
}
