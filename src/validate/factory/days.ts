import { diagnose } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Bill } from '../../schema/site.js'
import type { Checking } from './checking.js'
import { daysBetween, daySeries, median, type Series, type Span } from './series.js'

/** Rows from day to day that repeat, overlap, leave days out, or are not of a month among monthly ones. */
export function daysOfRows(checking: Checking): readonly Diagnostic[] {
  return daySeries(checking).flatMap((series) => {
    const pairs = series.spans.slice(1).map((span, i) => [series.spans[i] as Span, span] as const)
    return [
      ...pairs.flatMap(([before, after]) => betweenRows(series, before, after)),
      ...oddLengths(checking, series),
    ]
  })
}

function betweenRows({ list, subject }: Series, before: Span, after: Span): Diagnostic[] {
  const days = daysBetween(before.end, after.start)
  const args = { list, subject, first: before.end, last: after.start }
  if (isTwice(before, after))
    return [diagnose('P404', after.at, { list, subject, day: after.start }, [before.at])]
  if (days < 0) return [diagnose('P403', after.at, { ...args, days: -days }, [before.at])]
  return days > 0 ? [diagnose('P402', after.at, { ...args, days }, [before.at])] : []
}

/** The same days and the same amount, or the same number of a bill. */
function isTwice(a: Span, b: Span): boolean {
  const [left, right] = [(a.row as Bill).number, (b.row as Bill).number]
  if (left !== undefined && left === right) return true
  return a.start === b.start && a.end === b.end && sameAmount(a, b)
}

function sameAmount(a: Span, b: Span): boolean {
  const [left, right] = [baseValue(a), baseValue(b)]
  return left === undefined || right === undefined || Math.abs(left - right) <= 1e-6 * Math.abs(left)
}

function baseValue({ quantity }: Span): number | undefined {
  return quantity === undefined ? undefined : quantity.value * quantity.unit.scale
}

/** A bill of two months among monthly ones hides a missing reading, or a wrong day. */
function oddLengths({ plausibility }: Checking, { list, subject, spans }: Series): Diagnostic[] {
  const band = plausibility.bands.get('month-days')
  const lengths = spans.map(({ start, end }) => daysBetween(start, end))
  const usual = median(lengths)
  if (band === undefined || spans.length < 3 || usual < band.low || usual > band.high) return []
  return spans.flatMap(({ at, start, end }, i) => {
    const days = lengths[i] ?? 0
    return days >= band.low && days <= band.high
      ? []
      : [diagnose('P401', at, { list, subject, days, start, end })]
  })
}
