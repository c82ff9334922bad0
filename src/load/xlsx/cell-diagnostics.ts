import { diagnose } from '../../diagnostics/catalogue.js'
import { splitPath } from '../../intake/path.js'
import { GENERAL } from '../../intake/sheets.js'
import type { RowPlace, RowProblem, SiteRows } from '../../intake/site-of-rows.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { pointerOf } from '../../model/pointer.js'
import type { FoundSheet } from './find-heads.js'
import { shownText } from './read-cells.js'
import type { CellProblem } from './read-rows.js'
import type { CellPlace } from './row-places.js'

type Extra = Map<string, CellPlace>

/** What is wrong with single cells. The same mistake in many rows of a column is said once, with all places. */
export function cellDiagnostics(
  problems: readonly CellProblem[],
  sheet: number,
  found: readonly FoundSheet[],
  where: SiteRows,
  extra: Extra,
): readonly Diagnostic[] {
  const here = found[sheet]
  if (here === undefined || problems.length === 0) return []
  const owners = ownersOf(here, sheet, where)
  const groups = new Map<string, Diagnostic[]>()
  for (const problem of problems) {
    const at = pointerAt(problem, here, owners)
    extra.set(at, { sheet, row: problem.row, column: problem.column })
    const diagnostic = worded(problem, at)
    const key = `${diagnostic.code} ${problem.column}`
    groups.set(key, [...(groups.get(key) ?? []), diagnostic])
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : others.length === 0
        ? [first]
        : [{ ...first, also: others.map(({ at }) => at) }],
  )
}

/** Row → pointer of the thing that stands there. */
function ownersOf(
  { sheet: { section } }: FoundSheet,
  sheet: number,
  where: SiteRows,
): ReadonlyMap<number, string> {
  const owners = new Map<number, string>()
  for (const [key, place] of where.things.get(section) ?? [])
    if (place.sheet === sheet) owners.set(place.row, pointerOf(section, key))
  for (const [reading, months] of where.months)
    for (const [month, place] of months)
      if (place.sheet === sheet) owners.set(place.row, pointerOf(section, reading, 'months', month))
  return owners
}

function pointerAt(
  { row, column, path }: CellProblem,
  { sheet, cells }: FoundSheet,
  owners: ReadonlyMap<number, string>,
): string {
  const keys = splitPath(path)
  if (sheet.id === GENERAL) return pointerOf(...keys)
  if (sheet.form === 'facts') return pointerOf(sheet.section, ...keys)
  const owner = owners.get(row)
  if (owner === undefined) return `@${cells.name}!${row}:${column}`
  return owner.includes('/months/') ? owner : owner + pointerOf(...keys)
}

function worded(problem: CellProblem, at: string): Diagnostic {
  switch (problem.kind) {
    case 'error':
      return diagnose('L141', at, { error: problem.error })
    case 'no-result':
      return diagnose('L142', at, {})
    case 'elsewhere':
      return diagnose('L156', at, {})
    case 'ambiguous':
      return diagnose('L144', at, { written: problem.written, comma: problem.comma, point: problem.point })
    case 'unsure-day':
      return diagnose('L145', at, { written: problem.written, day: problem.day })
    case 'day-for-number':
      return diagnose('L146', at, { day: problem.day })
  }
}

/** What is wrong with whole rows. */
export function rowDiagnostics(
  problems: readonly RowProblem[],
  found: readonly FoundSheet[],
  extra: Extra,
): readonly Diagnostic[] {
  return problems.map((problem) => {
    const { at } = problem
    const name = found[at.sheet]?.cells.name ?? ''
    if (problem.kind === 'no-id') {
      const pointer = `@${name}!${at.row}`
      extra.set(pointer, cellIn(found, at, 'id'))
      return diagnose('L157', pointer, { section: problem.section })
    }
    if (problem.kind === 'repeated') {
      const pointer = `${problem.pointer}@${at.row}`
      extra.set(pointer, cellIn(found, at, problem.pointer.includes('/months/') ? 'month' : 'id'))
      return diagnose('L112', pointer, { key: problem.key, row: problem.first.row }, [problem.pointer])
    }
    const unit = cellIn(found, at, `${problem.path}.unit`)
    const content = found[at.sheet]?.cells.rows.get(at.row)?.get(unit.column)
    extra.set(problem.pointer, cellIn(found, at, problem.path))
    return diagnose('L147', problem.pointer, { unit: content === undefined ? '' : shownText(content) })
  })
}

function cellIn(found: readonly FoundSheet[], { sheet, row }: RowPlace, path: string): CellPlace {
  const columns = [...(found[sheet]?.columns ?? [])]
  const column = columns.find(([, one]) => one.path === path)?.[0]
  return { sheet, row, column: column ?? 1 }
}
