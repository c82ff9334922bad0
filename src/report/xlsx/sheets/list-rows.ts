import { NO_VALUE } from '../../../formula/index.js'
import type { Text } from '../../../model/text.js'
import { columnLetters } from '../address.js'
import type { Cell, Format, Look } from '../book.js'
import type { DraftCell, DraftRow } from '../layout.js'
import { WORDS } from '../texts.js'
import { say, type Page } from './page.js'

/** The total of a column of rows `first` to `last`: a live sum, a dash where nothing is known. */
export function sumCell(
  column: number,
  first: number,
  last: number,
  values: readonly (number | null)[],
  format: Format,
): Cell {
  const letters = columnLetters(column)
  const area = `${letters}${first}:${letters}${last}`
  const known = values.filter((value) => value !== null)
  const result = known.length === 0 ? NO_VALUE : known.reduce((sum, value) => sum + value, 0)
  return {
    formula: `IF(COUNT(${area})=0,"${NO_VALUE}",SUM(${area}))`,
    result,
    format,
    style: 'total',
    align: 'right',
  }
}

/** Columns of a plain list: the head, and the cell for each item. */
export type ListColumn<T> = ListHead & { readonly cell: (item: T, index: number) => DraftCell | null }

export type ListHead = {
  readonly head: Text
  /** Numbers stand at the right, and so does their head. */
  readonly right?: true
  /** Columns of the sheet that it covers. */
  readonly span?: number
}

/** A head row and one row an item. */
export function listRows<T>(
  page: Page,
  columns: readonly ListColumn<T>[],
  items: readonly T[],
): readonly DraftRow[] {
  return [headRow(page, columns), ...itemRows(columns, items)]
}

/** One row an item. */
export function itemRows<T>(columns: readonly ListColumn<T>[], items: readonly T[]): readonly DraftRow[] {
  return items.map((item, index) => ({
    cells: columns.flatMap((column, place) => {
      const cell = column.cell(item, index)
      const apart = cell && afterNumber(columns, place) && !cell.align && !cell.indent && !('blank' in cell)
      return covering(apart ? { ...cell, indent: 1 } : cell, column.span)
    }),
  }))
}

export function headRow(
  page: Pick<Page, 'lang'> & Partial<Pick<Page, 'meanings'>>,
  columns: readonly ListHead[],
): DraftRow {
  return {
    cells: columns.flatMap(({ head, right, span }, place) => {
      const look: Look = right ? { align: 'right' } : afterNumber(columns, place) ? { indent: 1 } : {}
      const meaning = page.meanings?.get(head.en)
      const note = meaning === undefined ? {} : { note: say(page, meaning) }
      return covering({ text: say(page, head), style: 'head', ...look, ...note }, span)
    }),
  }
}

/** A text right of a number would touch it. */
function afterNumber(columns: readonly ListHead[], place: number): boolean {
  return columns[place]?.right !== true && columns[place - 1]?.right === true
}

function covering(cell: DraftCell | null, span = 1): readonly (DraftCell | null)[] {
  if (span === 1 || cell === null) return [cell, ...Array.from({ length: span - 1 }, () => null)]
  return [{ ...cell, span: { columns: span } }, ...Array.from({ length: span - 1 }, () => null)]
}

export const EMPTY: DraftRow = { cells: [] }

/** An empty row, after which a new page begins on paper. */
export const PAGE_BREAK: DraftRow = { cells: [], pageBreak: true }

/** A heading over the next block, its rule as wide as the sheet. */
export function heading(words: string, width: number, anchor?: string): DraftRow {
  const rest = Array.from({ length: width - 1 }, () => ({ blank: true, style: 'heading' }) as const)
  return {
    cells: [{ text: words, style: 'heading', wrap: false }, ...rest],
    ...(anchor !== undefined && { anchor }),
  }
}

/** A sentence across the sheet. */
export function paragraph(words: string, width: number, look: Look = {}): DraftRow {
  return { cells: [{ text: words, style: 'paragraph', span: { columns: width }, ...look }] }
}

export function nothing(page: Page): DraftRow {
  return { cells: [{ text: say(page, WORDS.none), style: 'muted' }] }
}
