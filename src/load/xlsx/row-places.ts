import { FIELD, ID, MONTH, VALUE } from '../../intake/columns.js'
import { joinPath } from '../../intake/path.js'
import type { RowPlace, SiteRows } from '../../intake/site-of-rows.js'
import type { Place, PlaceLookup } from '../../model/place.js'
import { pointerKeys } from '../../model/pointer.js'
import type { FoundSheet } from './find-heads.js'
import { shownText } from './read-cells.js'

/** A cell by numbers; `sheet` counts the intake sheets from 0. */
export type CellPlace = { readonly sheet: number; readonly row: number; readonly column: number }

/**
 * Looks up in which cell a part of the site stands. Nothing is stored for a cell, so that a workbook of many rows
 * stays small.
 */
export function rowPlaces(
  file: string,
  sheets: readonly FoundSheet[],
  where: SiteRows,
  extra: ReadonlyMap<string, CellPlace>,
): PlaceLookup {
  const columns = sheets.map(columnsByPath)
  const find = (pointer: string): Place | undefined => {
    const given = extra.get(pointer)
    if (given !== undefined) return placeOf(file, sheets, given)
    const keys = pointerKeys(pointer)
    if (keys.length === 0) return { file, line: 1, column: 1, length: 1 }
    const cell = fieldCell(keys, where, columns) ?? thingCell(keys, where, columns)
    return cell === undefined ? undefined : placeOf(file, sheets, cell)
  }
  return { get: find, has: (pointer) => find(pointer) !== undefined }
}

type Columns = ReadonlyMap<string, number>

function columnsByPath({ columns }: FoundSheet): Columns {
  return new Map([...columns].map(([number, { path }]) => [path, number]))
}

/** Fields of General and facts: the longest known path decides the row, what is left of it the column. */
function fieldCell(
  keys: readonly string[],
  { fields }: SiteRows,
  columns: readonly Columns[],
): CellPlace | undefined {
  const [section = '', ...rest] = keys
  const name = section === 'facts' ? `facts.${joinPath(...rest)}` : joinPath(...keys)
  for (let path = name; path !== ''; path = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '') {
    const row = fields.get(path)
    if (row === undefined) continue
    const part = `${VALUE}${name.slice(path.length)}`
    const own = columns[row.sheet]
    return { ...row, column: own?.get(part) ?? own?.get(VALUE) ?? own?.get(FIELD) ?? 1 }
  }
  return undefined
}

function thingCell(
  keys: readonly string[],
  { things, months }: SiteRows,
  columns: readonly Columns[],
): CellPlace | undefined {
  const [section = '', key = '', ...rest] = keys
  const row = things.get(section)?.get(key)
  if (row === undefined) return undefined
  if (section === 'readings' && rest[0] === 'months') {
    const month = months.get(key)?.get(rest[1] ?? '')
    if (month !== undefined) return within(month, ['value', ...rest.slice(2)], columns)
    if (rest.length === 1) return within(row, [MONTH], columns)
  }
  return within(row, rest, columns)
}

/** The cell of a path in a row; of the nearest field above it; else nothing, or the id of the whole row. */
function within(row: RowPlace, rest: readonly string[], columns: readonly Columns[]): CellPlace | undefined {
  const own = columns[row.sheet]
  for (let length = rest.length; length > 0; length -= 1) {
    const keys = rest.slice(0, length)
    // Lists count from 1 in the heads of columns.
    const path = joinPath(...keys.map((key) => (/^\d+$/.test(key) ? String(Number(key) + 1) : key)))
    const column = own?.get(path) ?? own?.get(`${path}.value`)
    if (column !== undefined) return { ...row, column }
  }
  if (rest.length > 0) return undefined
  return { ...row, column: own?.get(ID) ?? Math.min(...(own?.values() ?? [1])) }
}

function placeOf(file: string, sheets: readonly FoundSheet[], { sheet, row, column }: CellPlace): Place {
  const cells = sheets[sheet]?.cells
  const content = cells?.rows.get(row)?.get(column)
  const length = content === undefined ? 1 : Math.max(1, shownText(content).length)
  return { file, line: row, column, length, sheet: { name: cells?.name ?? '', number: sheet } }
}
