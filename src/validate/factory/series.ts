import type { Quantity } from '../../model/quantity.js'
import type { Bill, Reading } from '../../schema/site.js'
import { billedAmount, subjectOf, type Checking } from './checking.js'

/** One row of a series of readings or bills from day to day. */
export type Span = {
  readonly at: string
  readonly start: string
  readonly end: string
  readonly quantity: Quantity | undefined
  readonly row: Reading | Bill
}

/** What was counted of one thing, from day to day, in the order of its days. */
export type Series = {
  readonly list: 'readings' | 'bills'
  readonly subject: string
  readonly spans: readonly Span[]
}

/** The readings and bills that have a first and a last day, by what they are of. */
export function daySeries(checking: Checking): readonly Series[] {
  const { site } = checking
  return [
    ...grouped(checking, 'readings', site.readings, (row) => row.value),
    ...grouped(checking, 'bills', site.bills, billedAmount),
  ]
}

function grouped<R extends Reading | Bill>(
  { rows }: Checking,
  list: Series['list'],
  entries: readonly R[],
  quantityOf: (row: R) => Quantity | undefined,
): Series[] {
  const groups = new Map<string, Span[]>()
  for (const row of entries) {
    const { start, end } = row
    if (start === undefined || end === undefined || end <= start) continue
    const span = { at: rows.get(row) ?? '', start, end, quantity: quantityOf(row), row }
    groups.set(subjectOf(row), [...(groups.get(subjectOf(row)) ?? []), span])
  }
  return [...groups].map(([subject, spans]) => ({ list, subject, spans: spans.sort(byDays) }))
}

function byDays(a: Span, b: Span): number {
  return a.start < b.start ? -1 : a.start > b.start ? 1 : a.end < b.end ? -1 : a.end > b.end ? 1 : 0
}

/** Days between two dates. */
export function daysBetween(start: string, end: string): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000)
}

/** The value in the middle of a list; of an even number the mean of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 1 ? half : half - 1], sorted[half]]
  return ((low ?? 0) + (high ?? 0)) / 2
}
