import type { Cell as ExcelCell, CellValue } from 'exceljs'
import { reference } from './address.js'
import type { Cell, Content, Link } from './book.js'
import { parseDay } from './day.js'
import { checkedFormula, checkedNumber, safeLine, safeText, safeUrl } from './safe-text.js'
import type { StyleOf } from './styles.js'

/** What every cell of a book needs to be put. */
export type Putting = {
  readonly styleOf: StyleOf
  /** Id of a sheet → its name. */
  readonly sheetNames: ReadonlyMap<string, string>
}

const LONGEST_NOTE = 2000

/** Names the cell when something is wrong with it; only then. */
type Where = () => string

/**
 * The one way a cell gets into the file. Text is cleaned and stays text whatever it begins with; a number that is
 * none, or a formula Excel would refuse, throws.
 */
export function putCell(target: ExcelCell, cell: Cell, where: Where, { styleOf, sheetNames }: Putting): void {
  target.value = cellContent(cell, where, sheetNames)
  const dead = 'link' in cell && typeof target.value === 'string'
  const style = dead ? 'text' : (cell.style ?? ('formula' in cell ? 'derived' : 'text'))
  const format = cell.format ?? ('date' in cell ? 'date' : undefined)
  target.style = styleOf(cell, style, format)
  if (cell.note) target.note = { texts: [{ text: safeText(cell.note, LONGEST_NOTE) }] }
}

function cellContent(cell: Content, where: Where, sheetNames: ReadonlyMap<string, string>): CellValue {
  if ('blank' in cell) return null
  if ('formula' in cell) return formulaContent(cell.formula, cell.result, where)
  if ('number' in cell) return checkedNumber(cell.number, where)
  if ('boolean' in cell) return cell.boolean
  if ('date' in cell) return dateContent(cell.date)
  if ('link' in cell) return linkContent(cell.text, cell.link, where, sheetNames)
  // No text is an empty cell: to Excel one that holds an empty text is filled.
  return safeText(cell.text) || null
}

function formulaContent(text: string, result: number | string | boolean | null, where: Where): CellValue {
  const formula = checkedFormula(text, where)
  if (typeof result === 'number') return { formula, result: checkedNumber(result, where) }
  if (typeof result === 'boolean') return { formula, result }
  return { formula, result: safeText(result ?? '') }
}

/** A day of the calendar Excel can count (from 1901 on); any other text stays the text it is. */
function dateContent(date: string): CellValue {
  const day = parseDay(date)
  return day === undefined || day.getUTCFullYear() < 1901 ? safeText(date) : day
}

function linkContent(
  text: string,
  link: Link,
  where: Where,
  sheetNames: ReadonlyMap<string, string>,
): CellValue {
  const shown = safeText(text)
  if ('url' in link) {
    const hyperlink = safeUrl(link.url)
    const label = shown || safeLine(link.url)
    return hyperlink ? { text: label, hyperlink } : label
  }
  const name = sheetNames.get(link.sheet)
  if (name === undefined) throw new Error(`${where()}: there is no sheet "${link.sheet}" to link to`)
  return { text: shown || name, hyperlink: `#${reference(name, link.cell ?? 'A1')}` }
}
