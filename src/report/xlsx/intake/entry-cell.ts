import { cellKind, cellTextFor, readCellText, withUnit } from '../../../intake/cell-text.js'
import type { Column } from '../../../intake/columns.js'
import { numberCellOf } from '../../../intake/number-text.js'
import type { Lang } from '../../../model/text.js'
import type { Cell, Look } from '../book.js'
import { parseDay } from '../day.js'

const TEXT: Look = { format: { code: '@' } }

/** A text of a site file as the cell of a form, so that the reader finds the same text again. */
export function entryCell(text: string, column: Column, lang: Lang, look: Look): Cell {
  const kind = cellKind(column.field)
  if (kind === 'number' || kind === 'whole') return numberCell(text, column, look)
  if (kind === 'day' && (parseDay(text)?.getUTCFullYear() ?? 0) > 1901)
    return { ...look, date: text, align: 'left' }
  if (kind === 'choice') {
    const shown = choiceShown(text, column, lang)
    const kept = readCellText(shown, column, 'point').text === text
    return { ...look, text: kept ? shown : cellTextFor(text, column) }
  }
  return { ...look, ...(kind === 'month' || kind === 'text' ? TEXT : {}), text: cellTextFor(text, column) }
}

/** A number as a number where that keeps every digit of its text. */
function numberCell(text: string, column: Column, look: Look): Cell {
  const end = column.unit === undefined ? '' : ` ${column.unit}`
  const plain = end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text
  const cell = withUnit(plain, column) === text && column.unit !== '%' ? numberCellOf(plain) : undefined
  const percent = column.unit === '%' ? numberCellOf(text) : undefined
  const found = cell ?? percent
  if (found === undefined || (column.unit === '%' && !text.endsWith(' %')))
    return { ...look, text: cellTextFor(text, column) }
  return { ...look, number: found.number, format: { code: found.format } }
}

/** Choices are shown in the language of the workbook; the reader knows both. */
export function choiceShown(word: string, { field }: Pick<Column, 'field'>, lang: Lang): string {
  const local = field.node['x-values-vi']?.[(field.node.enum ?? []).map(String).indexOf(word)]
  return lang === 'vi' && local !== undefined ? local : word
}

/** The look of an empty cell that waits for a text, a number or a day. */
export function blankLook(column: Column): Look {
  const kind = cellKind(column.field)
  if (kind === 'day') return { format: 'date', align: 'left' }
  return kind === 'month' || column.path === 'id' || isCode(column) ? TEXT : {}
}

/** Codes keep their leading zeros. */
function isCode({ keys }: Column): boolean {
  return ['ewc', 'waste-code', 'cas', 'isic', 'vsic', 'number', 'period'].includes(keys.at(-1) ?? '')
}
