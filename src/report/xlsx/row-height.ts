import type { Cell, Column, Row } from './book.js'
import { cellValue } from './cells.js'
import { textShape } from './styles.js'

/** What a row of one line of standard letters takes, in points. */
const STANDARD = 15
/** Excel's own limit. */
const HIGHEST = 409

/**
 * The height, in points, for a row whose text breaks or whose letters are large; nothing where the standard height
 * does. A rough count of characters per line: LibreOffice does not fit rows when it opens a file, and no program fits
 * them to merged cells.
 */
export function rowHeight(row: Row, columns: readonly Column[]): number | undefined {
  let highest = STANDARD
  for (let index = 0; index < row.cells.length; index++) {
    const cell = row.cells[index]
    if (!cell || (cell.span?.rows ?? 1) > 1) continue
    highest = Math.max(highest, textHeight(cell, widthOf(columns, index, cell.span?.columns ?? 1)))
  }
  return highest > STANDARD ? Math.min(HIGHEST, highest) : undefined
}

/** Whether a program may fit the row again when its text is changed: not where cells are merged. */
export function mayFit(row: Row): boolean {
  return row.height === undefined && !row.cells.some((cell) => cell?.span)
}

function textHeight(cell: Cell, width: number): number {
  const { size, wrap, bold } = textShape(cell)
  const value = wrap ? cellValue(cell) : null
  const perLine = Math.max(4, (width * (bold ? 10 : 10.8)) / size)
  return Math.ceil((typeof value === 'string' ? linesOf(value, perLine) : 1) * size * 1.3 + 2)
}

function linesOf(text: string, perLine: number): number {
  if (text.length <= perLine && !text.includes('\n')) return 1
  let lines = 0
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(line.length / perLine))
  return lines
}

function widthOf(columns: readonly Column[], first: number, count: number): number {
  let width = 0
  for (let index = first; index < first + count; index++) width += columns[index]?.width ?? 9
  return width
}
