import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { pointerOf } from '../model/pointer.js'
import type { PeriodSpan, Site } from '../schema/site.js'
import { nearNames } from './near-names.js'

/** Row → pointer. */
type Rows = ReadonlyMap<unknown, string>

/** What rows and entries must agree on within themselves; `entries` are the checklist entries that exist. */
export function checkRows(
  site: Site,
  rows: Rows,
  entries: readonly string[] | undefined,
): readonly Diagnostic[] {
  return [
    ...[...site.readings, ...site.bills].flatMap((row) => oneSubject(row, rows.get(row) ?? '')),
    ...ordered(site, rows),
    ...outside(site, rows),
    ...Object.entries(site.flows).flatMap(([id, { from, to }]) =>
      from !== undefined && from === to
        ? [diagnose('S207', pointerOf('flows', id), { thing: pointerOf('flows', id), step: from })]
        : [],
    ),
    ...unknownAnswers(site, entries),
  ]
}

function oneSubject(row: { readonly meter?: string; readonly of?: string }, at: string): Diagnostic[] {
  if ((row.meter === undefined) !== (row.of === undefined)) return []
  return [diagnose('S204', at, { thing: at, both: row.meter === undefined ? 'no' : 'yes' })]
}

function ordered(site: Site, rows: Rows): Diagnostic[] {
  const { first, last } = site.period
  const found = last < first ? [diagnose('S205', '/period', { thing: '/period', first, last })] : []
  for (const row of [...site.readings, ...site.bills, ...site.prices]) {
    const at = rows.get(row) ?? ''
    const { start, end } = row
    if (start !== undefined && end !== undefined && end < start)
      found.push(diagnose('S205', at, { thing: at, first: start, last: end }))
  }
  return found
}

/** Months and dates that lie wholly outside the period. */
function outside(site: Site, rows: Rows): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const row of site.readings) {
    const at = rows.get(row) ?? ''
    for (const month of Object.keys(row.months ?? {}))
      found.push(...late(month, month, `${at}/months/${month}`, site.period))
  }
  for (const row of site.bills)
    if (row.start !== undefined && row.end !== undefined)
      found.push(...late(row.start, row.end, rows.get(row) ?? '', site.period))
  return found
}

function late(start: string, end: string, at: string, { first, last }: PeriodSpan): Diagnostic[] {
  const before = end < first.slice(0, end.length)
  const after = start > last.slice(0, start.length)
  if (!before && !after) return []
  return [diagnose('P107', at, { thing: at, month: start.slice(0, 7), first, last })]
}

function unknownAnswers(site: Site, entries: readonly string[] | undefined): Diagnostic[] {
  if (entries === undefined) return []
  const known = new Set(entries)
  return Object.keys(site.answers)
    .filter((id) => !known.has(id))
    .map((written) => {
      const at = pointerOf('answers', written)
      return diagnose('S206', at, { thing: at, written, near: nearNames(written, entries) })
    })
}
