import { diagnose } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { pointerOf } from '../../model/pointer.js'
import type { Quantity } from '../../model/quantity.js'
import type { Bill, Reading } from '../../schema/site.js'
import { convert } from '../../units/index.js'
import { subjectOf, type Checking } from './checking.js'

/** Single readings and bills that cannot be taken as they stand: negative, running back, read twice, estimated. */
export function oddRows(checking: Checking): readonly Diagnostic[] {
  const { site, rows } = checking
  return [
    ...site.readings.flatMap((row) => negatives(row, rows.get(row) ?? '', readValues(row))),
    ...site.bills.flatMap((row) => negatives(row, rows.get(row) ?? '', billValues(row))),
    ...site.bills.flatMap((row) => estimated(row, rows.get(row) ?? '')),
    ...dials(checking),
  ]
}

type Valued = readonly (readonly [field: string, quantity: Quantity | undefined])[]

function readValues({ value, months = {} }: Reading): Valued {
  return [['/value', value], ...inMap('months', months)]
}

function billValues({ amount, bands = {} }: Bill): Valued {
  return [['/amount', amount], ...inMap('bands', bands)]
}

function inMap(field: string, values: Readonly<Record<string, Quantity>>): Valued {
  return Object.entries(values).map(([key, quantity]) => [pointerOf(field, key), quantity] as const)
}

function negatives(row: Reading | Bill, at: string, values: Valued): Diagnostic[] {
  return values.flatMap(([field, quantity]) =>
    quantity !== undefined && quantity.value < 0
      ? [diagnose('P405', `${at}${field}`, { subject: subjectOf(row), written: quantity.written })]
      : [],
  )
}

/** Words by which suppliers mark a bill that nobody read the meter for. */
const ESTIMATED = /(?<!\p{L})(estimat|provisional|tạm tính|ước tính)/iu

function estimated(bill: Bill, at: string): Diagnostic[] {
  const amounts = [bill.amount, ...Object.values(bill.bands ?? {})]
  const said = amounts.some((quantity) => quantity?.basis === 'estimated') || ESTIMATED.test(bill.note ?? '')
  return said ? [diagnose('P411', at, { subject: subjectOf(bill), start: bill.start ?? '–' })] : []
}

/** The numbers of each dial in the order of their days: two on one day, or a smaller one after a larger one. */
function dials({ site, rows }: Checking): Diagnostic[] {
  const groups = new Map<string, Reading[]>()
  for (const row of site.readings)
    if (row.date !== undefined && row.value !== undefined)
      groups.set(subjectOf(row), [...(groups.get(subjectOf(row)) ?? []), row])
  return [...groups].flatMap(([subject, readings]) => {
    const ordered = [...readings].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
    return ordered
      .slice(1)
      .flatMap((row, i) => dialPair(subject, ordered[i] as Reading, row, (one) => rows.get(one) ?? ''))
  })
}

function dialPair(
  subject: string,
  before: Reading,
  row: Reading,
  at: (row: Reading) => string,
): Diagnostic[] {
  const day = row.date ?? ''
  if (row.date === before.date)
    return [diagnose('P404', at(row), { list: 'readings', subject, day }, [at(before)])]
  const [from, to] = [before.value, row.value]
  const start = from && to && convert(from.value, from.unit, to.unit)
  if (from === undefined || to === undefined || start === undefined || to.value >= start) return []
  const args = { subject, before: from.written, written: to.written, day }
  return [diagnose('P406', `${at(row)}/value`, args, [`${at(before)}/value`])]
}
