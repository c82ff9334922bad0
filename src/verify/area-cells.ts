import { columnLetters, columnNumber } from '../report/xlsx/address.js'

/** Larger areas than this are no area of ours. */
const MOST = 200_000

/** The addresses of an area, row by row: `A1:B2` → A1, B1, A2, B2. Throws a RangeError for one that is too large. */
export function areaCells(area: string): readonly string[] {
  const match = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(area)
  if (match === null) return []
  const [, left = '', top = '', right = left, bottom = top] = match
  const [width, height] = [columnNumber(right) - columnNumber(left) + 1, Number(bottom) - Number(top) + 1]
  if (width * height > MOST) throw new RangeError(`area ${area} is too large`)
  return Array.from(
    { length: Math.max(0, width * height) },
    (_, index) =>
      `${columnLetters(columnNumber(left) + (index % width))}${Number(top) + Math.floor(index / width)}`,
  )
}

/** A formula moved by rows and columns: relative references move along, those with `$` and texts stay. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  const parts = /("(?:[^"]|"")*"|'(?:[^']|'')*'!)|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\d_(])/gu
  return formula.replace(
    parts,
    (whole, fixed: string | undefined, lockColumn: string, letters: string, lockRow: string, row: string) => {
      if (fixed !== undefined) return whole
      const column = lockColumn === '$' ? letters : columnLetters(columnNumber(letters) + columns)
      return `${lockColumn}${column}${lockRow}${lockRow === '$' ? row : Number(row) + rows}`
    },
  )
}
