import { diagnose } from '../diagnostics/catalogue.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import type { Bill, Meter, Reading, Term } from '../schema/site.js'
import { convert } from '../units/index.js'
import { dayNumber, readPeriod } from './period.js'
import { type Normalising } from './stage.js'
import { asText } from '../model/text.js'

/** The total that a meter, or the papers about a good, show for the period. */
export type Metered = {
  readonly id: string
  readonly label: Text
  readonly reads: readonly Term[]
  readonly total: Quantity
  readonly kind: 'reading' | 'bill'
}

/** Share of the period that readings or bills must cover to count as a claim on all of it. */
const COVERED = 0.98

/** Readings of the whole period, or months that add up to it; what leaves months out is a trend, not a claim. */
export function readingsTotal(work: Normalising): Metered[] {
  const found: Metered[] = []
  for (const [index, reading] of work.site.readings.entries()) {
    const source = sourceOf(work, reading)
    const total = readingTotal(work, reading, source?.meter, index)
    if (source !== undefined && total !== undefined) {
      found.push({
        id: `reading.${source.name}.${index + 1}`,
        label: source.label,
        reads: source.reads,
        total,
        kind: 'reading',
      })
    }
  }
  return found
}

function sourceOf(
  work: Normalising,
  row: Reading | Bill,
): { name: string; label: Text; reads: readonly Term[]; meter?: Meter } | undefined {
  if (row.meter !== undefined) {
    const meter = work.site.meters[row.meter]
    if (meter === undefined) return undefined
    return { name: row.meter, label: asText(meter.name, row.meter), reads: meter.reads, meter }
  }
  return row.of === undefined
    ? undefined
    : { name: row.of, label: asText(undefined, row.of), reads: [{ of: row.of, coefficient: 1 }] }
}

function readingTotal(
  work: Normalising,
  reading: Reading,
  meter: Meter | undefined,
  index: number,
): Quantity | undefined {
  const at = `/readings/${index}`
  if (reading.value !== undefined && reading.start === undefined && reading.date === undefined) {
    return withAccuracy(times(reading.value, meter?.factor), meter)
  }
  if (reading.value !== undefined && reading.start !== undefined && reading.end !== undefined) {
    if (coverage(work, [{ start: reading.start, end: reading.end }]) >= COVERED) {
      return withAccuracy(times(reading.value, meter?.factor), meter)
    }
    work.diagnostics.push(diagnose('U341', at, { what: reading.meter ?? reading.of ?? '' }))
    return undefined
  }
  const unit = Object.values(reading.months ?? {})[0]?.unit
  if (reading.months === undefined || unit === undefined) return undefined
  const wanted = monthsOf(work)
  const values = Object.entries(reading.months)
  const missing = wanted.filter((month) => !values.some(([name]) => name === month))
  if (missing.length > 0) {
    work.diagnostics.push(
      diagnose('U342', at, {
        what: reading.meter ?? reading.of ?? '',
        given: values.length,
        wanted: wanted.length,
      }),
    )
    return undefined
  }
  const sum = values
    .filter(([month]) => wanted.includes(month))
    .reduce((total, [, month]) => total + (convert(month.value, month.unit, unit) ?? 0), 0)
  const total: Quantity = {
    value: sum,
    unit,
    written: `${sum} ${unit.text}`,
    basis: 'measured',
    at: `${at}/months`,
  }
  return withAccuracy(times(total, meter?.factor), meter)
}

/** The months of the period as `yyyy-mm`. */
function monthsOf(work: Normalising): string[] {
  const period = readPeriod(work.site.period)
  if (period === undefined) return []
  const months: string[] = []
  let [year, month] = [Number(period.first.slice(0, 4)), Number(period.first.slice(5, 7))]
  const last = period.last.slice(0, 7)
  for (let text = period.first.slice(0, 7); text <= last;) {
    months.push(text)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    text = `${year}-${String(month).padStart(2, '0')}`
  }
  return months
}

/** Multiplies by the meter's factor (current transformer, pulse value). */
function times(quantity: Quantity, factor: Quantity | undefined): Quantity {
  return factor === undefined || factor.value === 1
    ? quantity
    : { ...quantity, value: quantity.value * factor.value }
}

function withAccuracy(quantity: Quantity, meter: Meter | undefined): Quantity {
  const accuracy = meter?.accuracy
  if (quantity.plusMinus !== undefined || accuracy === undefined) return quantity
  const value = accuracy.value / (accuracy.unit.text === '%' ? 100 : 1)
  return { ...quantity, plusMinus: { kind: 'relative', value } }
}

/** Bills of one meter or good, added up by days where they run over the ends of the period. */
export function billsTotal(work: Normalising): Metered[] {
  const groups = new Map<string, { rows: Bill[]; first: number }>()
  for (const [index, bill] of work.site.bills.entries()) {
    const key = bill.meter ?? bill.of
    if (key === undefined || bill.amount === undefined) continue
    const group = groups.get(key) ?? { rows: [], first: index }
    group.rows.push(bill)
    groups.set(key, group)
  }
  const found: Metered[] = []
  for (const [key, { rows, first }] of groups) {
    const source = rows[0] && sourceOf(work, rows[0])
    const unit = rows[0]?.amount?.unit
    if (source === undefined || unit === undefined) continue
    const at = `/bills/${first}`
    if (coverage(work, rows) < COVERED) {
      work.diagnostics.push(diagnose('U341', at, { what: key }))
      continue
    }
    const value = rows.reduce(
      (sum, bill) =>
        sum +
        (bill.amount === undefined ? 0 : (convert(bill.amount.value, bill.amount.unit, unit) ?? 0)) *
          insideShare(work, bill),
      0,
    )
    const total: Quantity = {
      value,
      unit,
      written: `${rows.length} × ${unit.text}`,
      basis: 'billed',
      at: `${at}/amount`,
    }
    found.push({
      id: `bills.${key}`,
      label: source.label,
      reads: source.reads,
      total: withAccuracy(total, source.meter),
      kind: 'bill',
    })
  }
  return found
}

type Span = { readonly start?: string; readonly end?: string }

/** Reading days of a bill: the first is not counted, the last is, so that consecutive bills never overlap. */
function spanOf(row: Span): [number, number] | undefined {
  const start = row.start === undefined ? undefined : dayNumber(row.start)
  const end = row.end === undefined ? undefined : dayNumber(row.end)
  return start === undefined || end === undefined || end <= start ? undefined : [start, end]
}

function periodDays(work: Normalising): [number, number] {
  const period = readPeriod(work.site.period)
  return period === undefined ? [0, 0] : [(dayNumber(period.first) ?? 0) - 1, dayNumber(period.last) ?? 0]
}

function coverage(work: Normalising, rows: readonly Span[]): number {
  const [from, to] = periodDays(work)
  const covered = rows.reduce((sum, row) => {
    const span = spanOf(row)
    return span === undefined ? sum : sum + Math.max(0, Math.min(span[1], to) - Math.max(span[0], from))
  }, 0)
  return to > from ? covered / (to - from) : 0
}

function insideShare(work: Normalising, row: Span): number {
  const [from, to] = periodDays(work)
  const span = spanOf(row)
  if (span === undefined) return 0
  return Math.max(0, Math.min(span[1], to) - Math.max(span[0], from)) / (span[1] - span[0])
}
