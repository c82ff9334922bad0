import { areaText, parseArea, type Area } from './address.js'
import type { Book, CellRange, DefinedName, Sheet, TableSpec, Validation } from './book.js'
import { cellValue } from './cells.js'
import { parseDay } from './day.js'
import { safeLine } from './safe-text.js'

/**
 * Throws when the maker of the book made a mistake that Excel would answer with "We found a problem with some
 * content". Text that somebody else wrote is no matter here: it is cleaned when it is put.
 */
export function checkBook(book: Book): void {
  if (!parseDay(book.date)) throw new Error(`the date of the book is "${book.date}", not yyyy-mm-dd`)
  if (!book.sheets.some((sheet) => !sheet.hidden)) throw new Error('a book needs a sheet that is shown')
  checkUnique(
    book.sheets.map((sheet) => sheet.id),
    'id of a sheet',
  )
  checkUnique(
    book.sheets.map((sheet) => sheet.name),
    'name of a sheet',
  )
  const sheets = new Map(book.sheets.map((sheet) => [sheet.id, sheet]))
  for (const sheet of book.sheets) checkSheet(sheet, sheets)
  const tables = book.sheets.flatMap((sheet) => sheet.tables ?? [])
  const names = book.names ?? []
  checkUnique(
    [...tables, ...names].map((one) => one.name),
    'name of a table or a cell',
  )
  for (const { name } of [...tables, ...names]) checkIdentifier(name)
  for (const name of names) checkName(name, sheets)
}

function checkSheet(sheet: Sheet, sheets: ReadonlyMap<string, Sheet>): void {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(sheet.id)) throw new Error(`"${sheet.id}" is no id of a sheet`)
  checkSheetName(sheet.name)
  const tables = (sheet.tables ?? []).map((table) => checkTable(table, sheet))
  for (const [index, area] of tables.entries()) {
    if (tables.slice(index + 1).some((other) => overlap(area, other))) {
      throw new Error(`sheet "${sheet.id}": two tables share cells`)
    }
  }
  for (const validation of sheet.validations ?? []) checkValidation(validation, sheets)
  for (const chart of sheet.charts ?? []) {
    if (chart.series.length === 0) throw new Error(`chart "${chart.title}" has no series`)
    if (chart.kind === 'pareto' && chart.series.length !== 2) {
      throw new Error(`chart "${chart.title}": a pareto has two series, bars and shares`)
    }
    const ranges = chart.series.flatMap(({ values, x, size }) => [values, x, size])
    for (const range of [chart.categories, ...ranges]) {
      if (range !== undefined) checkLine(range, sheet.id, sheets)
    }
  }
}

function checkSheetName(name: string): void {
  const wrong = /[[\]:*?/\\\p{Cc}\p{Cs}]|^'|'$|^\s*$/u.test(name) || name.toLowerCase() === 'history'
  if (wrong || name.length > 31) throw new Error(`"${name}" is no name of a sheet`)
}

function checkIdentifier(name: string): void {
  const form = /^[\p{L}_][\p{L}\p{N}_.]{0,254}$/u.test(name)
  const looksLikeCell = /^(?:[a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(name)
  if (!form || looksLikeCell) throw new Error(`"${name}" is no name Excel takes for a table or a cell`)
}

function checkName(name: DefinedName, sheets: ReadonlyMap<string, Sheet>): void {
  if (!sheets.has(name.sheet)) throw new Error(`name "${name.name}": there is no sheet "${name.sheet}"`)
  parseArea(name.area)
}

function checkTable(table: TableSpec, sheet: Sheet): Area {
  const area = parseArea(table.area)
  if (area.bottom === area.top) throw new Error(`table "${table.name}" has no row below its heads`)
  const heads = tableHeads(table, sheet)
  if (heads.some((head) => head === '')) throw new Error(`table "${table.name}" has a column without a head`)
  checkUnique(heads, `head in table "${table.name}"`)
  return area
}

/** The texts in the first row of a table; a cell that is no text counts as empty. */
export function tableHeads(table: TableSpec, sheet: Sheet): readonly string[] {
  const { top, left, right } = parseArea(table.area)
  const cells = sheet.rows[top - 1]?.cells.slice(left - 1, right) ?? []
  return Array.from({ length: right - left + 1 }, (_, index) => {
    const value = cellValue(cells[index])
    return typeof value === 'string' ? safeLine(value) : ''
  })
}

function checkValidation({ area, allow }: Validation, sheets: ReadonlyMap<string, Sheet>): void {
  parseArea(area)
  if ('listFrom' in allow) checkLine(allow.listFrom, allow.listFrom.sheet, sheets)
  if ('dateBetween' in allow && !(parseDay(allow.dateBetween.from) && parseDay(allow.dateBetween.to))) {
    throw new Error(`the rule for ${area} is between two dates that are none`)
  }
  if (!('list' in allow)) return
  const joined = allow.list.join(',')
  if (allow.list.length === 0 || joined.length > 255 || allow.list.some((word) => /[,"]|^\s*$/.test(word))) {
    throw new Error(`the list for ${area} cannot be written in a cell rule: ${joined.slice(0, 60)}`)
  }
}

function checkLine(range: CellRange, home: string, sheets: ReadonlyMap<string, Sheet>): void {
  const id = range.sheet ?? home
  const area = parseArea(range.area)
  if (!sheets.has(id)) throw new Error(`there is no sheet "${id}"`)
  if (area.top !== area.bottom && area.left !== area.right) {
    throw new Error(`${areaText(area)} of sheet "${id}" is neither one row nor one column`)
  }
}

function checkUnique(names: readonly string[], what: string): void {
  const seen = new Set<string>()
  for (const name of names) {
    const key = name.toLowerCase()
    if (seen.has(key)) throw new Error(`"${name}" is there twice as ${what}`)
    seen.add(key)
  }
}

function overlap(a: Area, b: Area): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}
