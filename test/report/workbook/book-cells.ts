import { cellAddress, parseArea, quotedSheet } from '../../../src/report/xlsx/address.js'
import type { Book, Cell, CellRange, Sheet } from '../../../src/report/xlsx/book.js'
import { cellValue } from '../../../src/report/xlsx/cells.js'
import type { StoredBook, StoredCell } from '../../../src/verify/read-cells.js'
import { recalculate } from '../../../src/verify/recalculate.js'

/** The cells of a book as a file would hold them, without writing one. */
export function storedBook({ sheets, names = [] }: Book): StoredBook {
  const nameOf = new Map(sheets.map(({ id, name }) => [id, name]))
  return {
    sheets: sheets.map(({ name, id, rows }) => ({
      name,
      part: id,
      cells: new Map(
        rows.flatMap(({ cells }, row) =>
          cells.flatMap((cell, column) =>
            cell === null || 'blank' in cell
              ? []
              : [[cellAddress(row + 1, column + 1), storedCell(cell)] as const],
          ),
        ),
      ),
    })),
    names: new Map(
      names.map(({ name, sheet, area }) => [name, `${quotedSheet(nameOf.get(sheet) ?? '')}!${area}`]),
    ),
  }
}

function storedCell(cell: Cell): StoredCell {
  if ('date' in cell) return { value: Date.parse(cell.date) / 86_400_000 + 25_569 }
  return { value: cellValue(cell), ...('formula' in cell && { formula: cell.formula }) }
}

/** Formulas of a book whose result is not what the cells give. */
export function wrongResults(book: Book): readonly string[] {
  const stored = storedBook(book)
  const values = recalculate(stored)
  return stored.sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([address, { formula, value }]) => {
      if (formula === undefined) return []
      const found = values.get(`${name}!${address}`)
      const same =
        typeof value === 'number' && typeof found === 'number'
          ? Math.abs(value - found) <= 1e-9 * Math.max(1, Math.abs(value))
          : (value ?? '') === (found ?? '')
      return same ? [] : [`${name}!${address} =${formula}: ${found}, not ${value}`]
    }),
  )
}

/** What an area of a sheet shows, row by row. */
export function shownIn(book: Book, home: Sheet, range: CellRange): readonly unknown[] {
  const sheet = book.sheets.find(({ id }) => id === (range.sheet ?? home.id)) ?? home
  const { top, left, bottom, right } = parseArea(range.area)
  return sheet.rows
    .slice(top - 1, bottom)
    .flatMap(({ cells }) =>
      Array.from({ length: right - left + 1 }, (_, index) => cellValue(cells[left - 1 + index])),
    )
}
