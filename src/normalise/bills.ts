import { diagnose } from '../diagnostics/catalogue.js'
import type { Quantity } from '../model/quantity.js'
import type { Bill } from '../schema/site.js'
import { coverage, insideShare } from './days.js'
import { sourceOf, sumOf, throughMeter } from './meter.js'
import type { Metered, Normalising } from './stage.js'

type Row = { readonly bill: Bill; readonly index: number }

/** Bills of one meter or good, added up by days where they run over the ends of the period. */
export function billsTotal(work: Normalising): Metered[] {
  const groups = new Map<string, Row[]>()
  for (const [index, bill] of work.site.bills.entries()) {
    const key = bill.meter ?? bill.of
    if (key !== undefined && billed(bill).length > 0)
      groups.set(key, [...(groups.get(key) ?? []), { bill, index }])
  }
  return [...groups].flatMap(([key, rows]) => {
    const total = groupTotal(work, key, rows)
    return total === undefined ? [] : [total]
  })
}

/** The amount of a bill, or the amounts of its tariff bands. */
function billed(bill: Bill): readonly Quantity[] {
  return bill.amount === undefined ? Object.values(bill.bands ?? {}) : [bill.amount]
}

function groupTotal(work: Normalising, key: string, rows: readonly Row[]): Metered | undefined {
  const [first] = rows
  const source = first && sourceOf(work, first.bill)
  if (first === undefined || source === undefined) return undefined
  const at = `/bills/${first.index}`
  const covered = coverage(
    work,
    rows.map((row) => row.bill),
  )
  if (covered !== 'whole') {
    work.diagnostics.push(diagnose(covered === 'part' ? 'U341' : 'U344', at, { what: key }))
    return undefined
  }
  const parts = rows.flatMap(({ bill }) =>
    billed(bill).map((quantity) => ({ quantity, weight: insideShare(work, bill) })),
  )
  const total = sumOf(parts, first.bill.amount === undefined ? `${at}/bands` : `${at}/amount`, 'billed')
  if (total === undefined) {
    const written = parts[0]?.quantity
    work.diagnostics.push(
      diagnose('U313', at, { what: key, written: written?.written ?? '–', unit: written?.unit.text ?? '–' }),
    )
    return undefined
  }
  return {
    id: `bills.${key}`,
    label: source.label,
    reads: source.reads,
    total: throughMeter(total, source.meter),
    kind: 'bill',
  }
}
