import { diagnose } from '../diagnostics/catalogue.js'
import type { Quantity } from '../model/quantity.js'
import type { Reading } from '../schema/site.js'
import { convert } from '../units/index.js'
import { coverage, insideShare, monthsOf } from './days.js'
import { sourceOf, sumOf, throughMeter, type Source } from './meter.js'
import type { Metered, Normalising } from './stage.js'

type Row = { readonly reading: Reading; readonly index: number }

/**
 * What meters and records show for the period: a value without days, months that add up to it, rows from day to
 * day, or the dial on two days. What leaves a part out is a trend, not a claim on the whole.
 */
export function readingsTotal(work: Normalising): Metered[] {
  const found: Metered[] = []
  const spans = new Map<string, Row[]>()
  const dials = new Map<string, Row[]>()
  for (const [index, reading] of work.site.readings.entries()) {
    const source = sourceOf(work, reading)
    if (source === undefined) continue
    const row = { reading, index }
    if (reading.value === undefined) push(found, source, index, monthsTotal(work, row))
    else if (reading.date !== undefined) gather(dials, source.name, row)
    else if (reading.start !== undefined || reading.end !== undefined) gather(spans, source.name, row)
    else push(found, source, index, reading.value)
  }
  for (const rows of [...spans.values(), ...[...dials.values()].map(fromDial)]) {
    const first = rows[0]
    const source = first && sourceOf(work, first.reading)
    if (first !== undefined && source !== undefined) push(found, source, first.index, spanTotal(work, rows))
  }
  return found
}

function gather(groups: Map<string, Row[]>, name: string, row: Row): void {
  groups.set(name, [...(groups.get(name) ?? []), row])
}

function push(found: Metered[], source: Source, index: number, total: Quantity | undefined): void {
  if (total === undefined) return
  found.push({
    id: `reading.${source.name}.${index + 1}`,
    label: source.label,
    reads: source.reads,
    total: throughMeter(total, source.meter),
    kind: 'reading',
  })
}

/** Numbers on the dial become amounts between the days on which they were read; a dial that ran over counts nothing. */
function fromDial(rows: readonly Row[]): Row[] {
  const day = (row: Row): string => row.reading.date ?? ''
  const ordered = [...rows].sort((a, b) => (day(a) < day(b) ? -1 : 1))
  return ordered.slice(1).flatMap((row, place) => {
    const before = ordered[place]?.reading
    const [from, to] = [before?.value, row.reading.value]
    const start = from === undefined || to === undefined ? undefined : convert(from.value, from.unit, to.unit)
    if (start === undefined || to === undefined || to.value < start) return []
    const value = { ...to, value: to.value - start, written: `${to.written} − ${from?.written}` }
    return [
      {
        index: row.index,
        reading: { ...row.reading, start: day({ reading: before ?? {}, index: 0 }), end: day(row), value },
      },
    ]
  })
}

function spanTotal(work: Normalising, rows: readonly Row[]): Quantity | undefined {
  const [first] = rows
  if (first === undefined) return undefined
  const { reading, index } = first
  const at = `/readings/${index}`
  const covered = coverage(
    work,
    rows.map((row) => row.reading),
  )
  const what = reading.meter ?? reading.of ?? ''
  if (covered !== 'whole') {
    work.diagnostics.push(diagnose(covered === 'part' ? 'U341' : 'U344', at, { what }))
    return undefined
  }
  const parts = rows.flatMap(({ reading: { value, start, end } }) => {
    const days = { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }
    return value === undefined ? [] : [{ quantity: value, weight: insideShare(work, days) }]
  })
  const only = parts.length === 1 && parts[0]?.weight === 1 ? parts[0].quantity : undefined
  return only ?? summed(work, what, at, parts, reading.value)
}

function summed(
  work: Normalising,
  what: string,
  at: string,
  parts: Parameters<typeof sumOf>[0],
  first: Quantity | undefined,
): Quantity | undefined {
  const total = sumOf(parts, at, 'measured')
  if (total === undefined)
    work.diagnostics.push(
      diagnose('U313', at, { what, written: first?.written ?? '–', unit: first?.unit.text ?? '–' }),
    )
  return total
}

function monthsTotal(work: Normalising, { reading, index }: Row): Quantity | undefined {
  const at = `/readings/${index}/months`
  const values = Object.entries(reading.months ?? {})
  if (values.length === 0) return undefined
  const what = reading.meter ?? reading.of ?? ''
  const wanted = monthsOf(work)
  const inside = values.filter(([month]) => wanted.includes(month))
  if (inside.length < wanted.length) {
    work.diagnostics.push(
      diagnose('U342', `/readings/${index}`, { what, given: inside.length, wanted: wanted.length }),
    )
    return undefined
  }
  const parts = inside.map(([, quantity]) => ({ quantity, weight: 1 }))
  return summed(work, what, at, parts, inside[0]?.[1])
}
