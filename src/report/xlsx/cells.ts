import type { Cell, Format, Link, Look, Result, Row, StyleName } from './book.js'

/** Short makers of cells and rows, for those who write sheets. */

export function textCell(text: string, style: StyleName = 'text', look: Look = {}): Cell {
  return { text, style, ...look }
}

/** A number that stands in the cell as it is; `style` says where it comes from. */
export function numberCell(
  number: number,
  format: Format,
  style: StyleName = 'input',
  look: Look = {},
): Cell {
  return { number, format, style, ...look }
}

/** A live formula (without `=`) and the result the engine has for it. */
export function formulaCell(
  formula: string,
  result: Result,
  format: Format,
  style: StyleName = 'derived',
): Cell {
  return { formula, result, format, style }
}

export function linkCell(text: string, link: Link): Cell {
  return { link, text, style: 'link' }
}

/** An empty cell that shows its style: a place to fill in. */
export function blankCell(style: StyleName = 'input', look: Look = {}): Cell {
  return { blank: true, style, ...look }
}

export function row(...cells: readonly (Cell | null)[]): Row {
  return { cells }
}

export const EMPTY_ROW: Row = { cells: [] }

/** The row of heads of a table. */
export function headRow(...heads: readonly string[]): Row {
  return { cells: heads.map((text) => ({ text, style: 'head' })) }
}

/** What the cell holds, as a chart or a table sees it; `null` for an empty cell. Dates stay `yyyy-mm-dd`. */
export function cellValue(cell: Cell | null | undefined): Result {
  if (!cell || 'blank' in cell) return null
  if ('formula' in cell) return cell.result
  if ('number' in cell) return cell.number
  if ('boolean' in cell) return cell.boolean
  return 'date' in cell ? cell.date : cell.text
}
