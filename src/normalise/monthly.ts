import type { InventoryFlow, MonthlySeries } from '../model/inventory.js'
import type { Quantity } from '../model/quantity.js'
import type { Unit } from '../model/unit.js'
import { convert } from '../units/index.js'
import { sourceOf, throughMeter, type Source } from './meter.js'
import { dayNumber } from './period.js'
import type { Normalising } from './stage.js'

/** A row that covers more days than this says nothing of months. */
const LONGEST_ROW = 46
/** Share of the days of a month that must be covered for the month to be known. */
const COVERED = 0.98
/** Ten years. */
const MOST_MONTHS = 120

type Series = {
  readonly source: Source
  readonly unit: Unit
  /** Month → amount in `unit`, and days of it that are covered. */
  readonly months: Map<string, { amount: number; days: number }>
}

/**
 * What readings and bills say month by month, also outside of the period: months as they were given, and rows from day
 * to day divided by days among the months they touch. A month that is not covered is not known.
 */
export function monthlySeries(work: Normalising, flows: readonly InventoryFlow[]): readonly MonthlySeries[] {
  const found = new Map<string, Series>()
  for (const reading of work.site.readings) {
    const source = sourceOf(work, reading)
    if (source === undefined) continue
    for (const [month, quantity] of Object.entries(reading.months ?? {}))
      add(found, source, month, quantity, daysOf(month), 1)
    if (reading.value !== undefined) divide(found, source, reading, [reading.value])
  }
  for (const bill of work.site.bills) {
    const source = sourceOf(work, bill)
    if (source === undefined) continue
    divide(found, source, bill, bill.amount === undefined ? Object.values(bill.bands ?? {}) : [bill.amount])
  }
  return [...found.values()].flatMap((series) => seriesOf(series, flows))
}

/** Reading days: the first is not counted, the last is. */
function divide(
  found: Map<string, Series>,
  source: Source,
  row: { readonly start?: string; readonly end?: string },
  quantities: readonly Quantity[],
): void {
  const [start, end] = [dayNumber(row.start ?? ''), dayNumber(row.end ?? '')]
  if (start === undefined || end === undefined || end <= start || end - start > LONGEST_ROW) return
  const days = new Map<string, number>()
  for (let day = start + 1; day <= end; day++) {
    const month = monthOf(day)
    days.set(month, (days.get(month) ?? 0) + 1)
  }
  for (const [index, quantity] of quantities.entries()) {
    for (const [month, count] of days)
      add(found, source, month, quantity, index === 0 ? count : 0, count / (end - start))
  }
}

function add(
  found: Map<string, Series>,
  source: Source,
  month: string,
  written: Quantity,
  days: number,
  share: number,
): void {
  const quantity = throughMeter(written, source.meter)
  const series: Series = found.get(source.name) ?? { source, unit: quantity.unit, months: new Map() }
  const amount = convert(quantity.value, quantity.unit, series.unit)
  if (amount === undefined) return
  found.set(source.name, series)
  const before = series.months.get(month) ?? { amount: 0, days: 0 }
  series.months.set(month, { amount: before.amount + amount * share, days: before.days + days })
}

function seriesOf(
  { source, unit, months }: Series,
  flows: readonly InventoryFlow[],
): readonly MonthlySeries[] {
  const known = [...months].filter(([month, { days }]) => {
    const all = daysOf(month)
    // Covered twice is as little known as not covered.
    return days >= COVERED * all && days <= all / COVERED
  })
  const values = known.sort(([a], [b]) => (a < b ? -1 : 1)).slice(-MOST_MONTHS)
  const [only, ...others] = source.reads
  const read = others.length === 0 && only?.coefficient === 1 ? only.of : undefined
  const good = read === undefined ? undefined : (flows.find(({ id }) => id === read)?.of ?? read)
  if (values.length < 2) return []
  return [
    {
      id: source.name,
      label: source.label,
      unit: unit.text,
      ...(good !== undefined && { good }),
      months: values.map(([month, { amount }]) => ({ month, amount })),
    },
  ]
}

function daysOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}

function monthOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 7)
}
