import { dayNumber, readPeriod } from './period.js'
import type { Normalising } from './stage.js'

/** Share of the period that readings or bills must cover to count as a claim on all of it. */
const COVERED = 0.98

/** Reading days of a bill or a meter. */
export type Span = { readonly start?: string; readonly end?: string }

/** Reading days: the first is not counted, the last is, so that consecutive bills never overlap. */
function spanOf(row: Span): [number, number] | undefined {
  const start = row.start === undefined ? undefined : dayNumber(row.start)
  const end = row.end === undefined ? undefined : dayNumber(row.end)
  return start === undefined || end === undefined || end <= start ? undefined : [start, end]
}

function periodDays(work: Normalising): [number, number] {
  const period = readPeriod(work.site.period)
  return period === undefined ? [0, 0] : [(dayNumber(period.first) ?? 0) - 1, dayNumber(period.last) ?? 0]
}

/** Whether rows cover the period, leave a part of it out, or count a part of it twice. */
export function coverage(work: Normalising, rows: readonly Span[]): 'whole' | 'part' | 'twice' {
  const [from, to] = periodDays(work)
  const spans = rows
    .flatMap((row) => {
      const span = spanOf(row)
      return span === undefined ? [] : [[Math.max(span[0], from), Math.min(span[1], to)] as const]
    })
    .filter(([start, end]) => end > start)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  let covered = 0
  let counted = 0
  let until = from
  for (const [start, end] of spans) {
    counted += end - start
    covered += Math.max(0, end - Math.max(start, until))
    until = Math.max(until, end)
  }
  if (counted - covered > (1 - COVERED) * (to - from)) return 'twice'
  return to > from && covered / (to - from) >= COVERED ? 'whole' : 'part'
}

/** Share of a row's days that lie inside the period. */
export function insideShare(work: Normalising, row: Span): number {
  const [from, to] = periodDays(work)
  const span = spanOf(row)
  if (span === undefined) return 0
  return Math.max(0, Math.min(span[1], to) - Math.max(span[0], from)) / (span[1] - span[0])
}

/** The months of the period as `yyyy-mm`. */
export function monthsOf(work: Normalising): string[] {
  const period = readPeriod(work.site.period)
  if (period === undefined) return []
  const months: string[] = []
  let [year, month] = [Number(period.first.slice(0, 4)), Number(period.first.slice(5, 7))]
  const last = period.last.slice(0, 7)
  for (let text = period.first.slice(0, 7); text <= last;) {
    months.push(text)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  }
  return months
}
