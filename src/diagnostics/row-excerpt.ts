import { columnLetters } from '../model/cell-name.js'
import type { ShownCell } from '../model/place.js'
import { columnsOf, show } from './excerpt.js'
import type { ExcerptLine } from './excerpt.js'
import type { Found } from './place.js'

/** Cells shown beside the faulty one, and the most letters of each; a choice that fits a terminal. */
const BESIDE = 2
const WIDEST = 28

/** The row of a cell as the user sees it, under the letters of its columns, with carets below the faulty part. */
export function rowExcerpt(
  found: Found,
  cells: readonly ShownCell[],
  label: string,
  width: number,
): readonly ExcerptLine[] {
  let letters = ''
  let texts = ''
  let carets = ''
  for (const cell of chosen(found, cells)) {
    const text = cut(show(cell.text.replaceAll('\n', ' ')))
    const head = columnLetters(cell.column)
    const room = Math.max(columnsOf(text), head.length) + 2
    if (cell.column === found.column) {
      const from = Math.min(found.inside?.start ?? 0, text.length)
      const part = text.slice(from, from + (found.inside?.length ?? text.length))
      carets = `${' '.repeat(columnsOf(texts) + columnsOf(text.slice(0, from)))}${'^'.repeat(Math.max(1, columnsOf(part)))}`
    }
    letters += head + ' '.repeat(room - head.length)
    texts += text + ' '.repeat(room - columnsOf(text))
  }
  const under = label === '' ? carets : `${carets} ${label}`
  return [
    { number: null, text: letters.trimEnd(), marks: false },
    { number: found.line, text: texts.trimEnd(), marks: false },
    { number: null, text: under.slice(0, Math.max(30, width)), marks: true },
  ]
}

/** The first cell, which names the row, the faulty one and its neighbours. */
function chosen(found: Found, cells: readonly ShownCell[]): readonly ShownCell[] {
  const here = cells.some(({ column }) => column === found.column)
    ? cells
    : [...cells, { column: found.column, text: '' }].sort((a, b) => a.column - b.column)
  const at = here.findIndex(({ column }) => column === found.column)
  return here.filter((_, i) => i === 0 || Math.abs(i - at) <= BESIDE)
}

function cut(text: string): string {
  const letters = Array.from(text)
  return letters.length <= WIDEST ? text : `${letters.slice(0, WIDEST - 3).join('')}...`
}
