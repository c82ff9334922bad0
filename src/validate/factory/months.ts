import { diagnose } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { pointerOf } from '../../model/pointer.js'
import type { Quantity } from '../../model/quantity.js'
import type { Reading } from '../../schema/site.js'
import { threshold, short, subjectOf, type Checking } from './checking.js'
import { daysBetween, daySeries, median } from './series.js'

/** One value of a series, brought to a day, with the month or day it is called by. */
type Point = {
  readonly at: string
  readonly when: string
  readonly quantity: Quantity
  readonly daily: number
}

/** Months that are zero, left out, or far from the others. */
export function monthsOfRows(checking: Checking): readonly Diagnostic[] {
  const { site, rows } = checking
  return [
    ...site.readings.flatMap((row) => {
      const points = monthPoints(row, rows.get(row) ?? '')
      const subject = subjectOf(row)
      return [...leftOut(row, rows.get(row) ?? ''), ...oddPoints(checking, subject, points)]
    }),
    ...daySeries(checking).flatMap(({ subject, spans }) =>
      oddPoints(
        checking,
        subject,
        spans.flatMap(({ at, start, end, quantity }) =>
          quantity === undefined
            ? []
            : [{ at, when: start, quantity, daily: base(quantity) / daysBetween(start, end) }],
        ),
      ),
    ),
  ]
}

function base({ value, unit }: Quantity): number {
  return value * unit.scale
}

function monthPoints(row: Reading, at: string): Point[] {
  return Object.entries(row.months ?? {}).map(([month, quantity]) => ({
    at: `${at}/months${pointerOf(month)}`,
    when: month,
    quantity,
    daily: base(quantity) / daysBetween(`${month}-01`, `${nextMonth(month)}-01`),
  }))
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const [y, m] = number === 12 ? [year + 1, 1] : [year, number + 1]
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`
}

/** Months missing between others; a series that merely begins late or ends early is a trend. */
function leftOut(row: Reading, at: string): Diagnostic[] {
  const months = Object.keys(row.months ?? {}).sort()
  const last = months.at(-1)
  const missing: string[] = []
  for (
    let month = months[0];
    month !== undefined && last !== undefined && month < last;
    month = nextMonth(month)
  )
    if (!months.includes(month)) missing.push(month)
  if (missing.length === 0) return []
  return [
    diagnose('P408', `${at}/months`, {
      subject: subjectOf(row),
      months: missing.join(', '),
      n: missing.length,
    }),
  ]
}

/** Zeros among others, and values further from the median than the others are, by day. */
function oddPoints(checking: Checking, subject: string, points: readonly Point[]): Diagnostic[] {
  const values = points.filter(({ daily }) => daily > 0).map(({ daily }) => daily)
  if (values.length < threshold(checking, 'least-months') - 1) return []
  const middle = median(values)
  const spread = median(values.map((value) => Math.abs(value - middle)))
  const far = Math.max(
    threshold(checking, 'outlier-deviations') * spread,
    threshold(checking, 'outlier-share') * middle,
  )
  return points.flatMap(({ at, when, quantity, daily }) => {
    if (daily === 0) return quantity.basis === undefined ? [diagnose('P407', at, { subject, when })] : []
    if (daily < 0 || Math.abs(daily - middle) <= far || hasReason(checking, when)) return []
    const usual = `${short((quantity.value * middle) / daily)} ${quantity.unit.text}`
    const args = { subject, when, written: quantity.written, usual }
    const slip = [1000, 0.001].some((times) => Math.abs(daily / times - middle) <= far)
    return [diagnose(slip ? 'P410' : 'P409', at, args)]
  })
}

/** Something happened in that month, and somebody wrote it down. */
function hasReason({ site }: Checking, when: string): boolean {
  return site.events.some(({ date }) => date.slice(0, 7) === when.slice(0, 7))
}
