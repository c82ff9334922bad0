/** Addresses of cells in the A1 notation, and references to them that a formula or a chart can hold. */

import { columnLetters } from '../../model/cell-name.js'

export { columnLetters }

/** Rows and columns counted from 1, both ends included. */
export type Area = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/** `A` → 1, `AA` → 27. */
export function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** Row 3, column 2 → `B3`. */
export function cellAddress(row: number, column: number): string {
  if (!Number.isInteger(row) || row < 1 || row > LAST_ROW) {
    throw new RangeError(`row ${row} is outside 1 to ${LAST_ROW}`)
  }
  return columnLetters(column) + row
}

/** Row 3, column 2 → `$B$3`. */
export function fixedAddress(row: number, column: number): string {
  return `$${columnLetters(column)}$${row}`
}

/** `B3` or `A2:C9` (with or without `$`) as numbers; throws for anything else, also for `C9:A2`. */
export function parseArea(text: string): Area {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?$/.exec(text)
  if (!match) throw new Error(`"${text}" is no cell and no area such as B3 or A2:C9`)
  const [, first = '', row = '', last = first, lastRow = row] = match
  const area = { top: +row, left: columnNumber(first), bottom: +lastRow, right: columnNumber(last) }
  const inside = area.bottom <= LAST_ROW && area.right <= LAST_COLUMN
  if (!inside || area.top > area.bottom || area.left > area.right) {
    throw new Error(`"${text}" is no area of a sheet`)
  }
  return area
}

/** `A2:C9`, or `B3` when the area is one cell. */
export function areaText(area: Area): string {
  const from = cellAddress(area.top, area.left)
  const to = cellAddress(area.bottom, area.right)
  return from === to ? from : `${from}:${to}`
}

/** `$A$2:$C$9`, or `$B$3` when the area is one cell. */
export function fixedArea(area: Area): string {
  const from = fixedAddress(area.top, area.left)
  const to = fixedAddress(area.bottom, area.right)
  return from === to ? from : `${from}:${to}`
}

/** The sheet's name as a formula needs it: always in quotes, quotes inside doubled. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}

/** `'Năng lượng'!B3`: the text a formula of another sheet uses. `address` is taken as it is, with or without `$`. */
export function reference(sheetName: string, address: string): string {
  return `${quotedSheet(sheetName)}!${address}`
}

/**
 * A name that Excel accepts for a sheet: without `[ ] : * ? / \`, not over 31 characters, and unlike every name
 * in `taken` (case aside). Made from text that somebody else wrote.
 */
export function legalSheetName(wanted: string, taken: Iterable<string> = []): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()))
  const stem = wanted
    .replace(/[[\]:*?/\\\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '')
  const base = stem === '' || stem.toLowerCase() === 'history' ? `${stem}_` : stem
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` ${number}`
    const name = cutWhole(base, 31 - suffix.length).replace(/[' ]+$/, '') + suffix
    if (!used.has(name.toLowerCase())) return name
  }
}

/** At most `length` UTF-16 units, never half of a character. */
export function cutWhole(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}
