import type { Workbook, Worksheet } from 'exceljs'
import { addCharts } from './add-charts.js'
import { cellAddress, parseArea } from './address.js'
import type { Book, Cell, PrintSetup, Sheet, TableSpec } from './book.js'
import { checkBook, tableHeads } from './check-book.js'
import { conditionalRule, validationRule } from './cell-rules.js'
import { fixedZip } from './fixed-zip.js'
import { putCell, type Putting } from './put-cell.js'
import { hasOutline, repairParts } from './repair.js'
import { safeLine, safeText } from './safe-text.js'
import { openParts } from './open-parts.js'
import { isBare, sharedStyles } from './styles.js'
import { rowHeight } from './row-height.js'

/**
 * The workbook file (.xlsx) of a book. The same book gives the same bytes in every place and at every time.
 * Throws for mistakes of whoever made the book (see `Book`), never for what the texts in it say.
 */
export async function writeBook(book: Book): Promise<Uint8Array> {
  checkBook(book)
  // The library is large: it is loaded when there is something to write.
  const { default: ExcelWorkbook } = await import('exceljs/lib/doc/workbook.js')
  const workbook = new ExcelWorkbook()
  describeBook(workbook, book)
  const sheetNames = new Map(book.sheets.map((sheet) => [sheet.id, sheet.name]))
  const putting = { styleOf: sharedStyles(), sheetNames }
  for (const sheet of book.sheets) putSheet(workbook, sheet, sheet === firstShown(book), putting)
  const parts = await openParts(workbook)
  repairParts(parts, book)
  addCharts(parts, book)
  return fixedZip(parts)
}

function firstShown(book: Book): Sheet | undefined {
  return book.sheets.find((sheet) => !sheet.hidden)
}

function describeBook(workbook: Workbook, book: Book): void {
  const date = new Date(`${book.date}T00:00:00Z`)
  workbook.created = date
  workbook.modified = date
  workbook.creator = safeLine(book.author ?? 'recp') || 'recp'
  workbook.lastModifiedBy = workbook.creator
  workbook.title = safeLine(book.title)
  workbook.subject = safeLine(book.subject ?? '')
  workbook.company = safeLine(book.company ?? '')
  workbook.keywords = safeLine(book.keywords ?? '')
  // The language of the content has a place in the file, though not in the library's types.
  Object.assign(workbook, { language: book.lang })
  workbook.calcProperties = { fullCalcOnLoad: true }
  const first = book.sheets.findIndex((sheet) => !sheet.hidden)
  const view = { x: 0, y: 0, width: 28_800, height: 15_000, visibility: 'visible' as const }
  workbook.views = [{ ...view, firstSheet: first, activeTab: first }]
}

function putSheet(workbook: Workbook, sheet: Sheet, open: boolean, putting: Putting): void {
  const target = workbook.addWorksheet(sheet.name)
  if (sheet.hidden) target.state = sheet.hidden === 'very' ? 'veryHidden' : 'hidden'
  if (sheet.tabColor) target.properties.tabColor = { argb: `FF${sheet.tabColor}` }
  setView(target, sheet, open)
  setColumns(target, sheet)
  for (const table of sheet.tables ?? []) addTable(target, table, sheet)
  putRows(target, sheet, putting)
  for (const validation of sheet.validations ?? []) {
    // By area: cell by cell the library writes areas that overlap, slowly. Its types lack the list of rules.
    const rules = (target as unknown as { dataValidations: { add(area: string, rule: unknown): void } })
      .dataValidations
    rules.add(validation.area, validationRule(validation, putting.sheetNames))
  }
  for (const [index, format] of (sheet.conditionalFormats ?? []).entries()) {
    target.addConditionalFormatting({ ref: format.area, rules: [conditionalRule(format, index + 1)] })
  }
  setPrint(target, sheet.print ?? {})
}

function setView(target: Worksheet, sheet: Sheet, open: boolean): void {
  const { rows = 0, columns = 0 } = sheet.freeze ?? {}
  const common = {
    showGridLines: sheet.gridLines ?? false,
    zoomScale: sheet.zoom ?? 100,
    ...(open && { tabSelected: true }),
  }
  const frozen = rows > 0 || columns > 0
  target.views = [
    frozen ? { ...common, state: 'frozen', xSplit: columns, ySplit: rows } : { ...common, state: 'normal' },
  ]
}

function setColumns(target: Worksheet, sheet: Sheet): void {
  for (const [index, column] of sheet.columns.entries()) {
    const excelColumn = target.getColumn(index + 1)
    excelColumn.width = column.width ?? 9
    if (column.hidden) excelColumn.hidden = true
    if (column.outline) excelColumn.outlineLevel = column.outline
  }
  if (hasOutline(sheet)) setOutline(target, sheet)
}

function setOutline(target: Worksheet, sheet: Sheet): void {
  const deepest = (list: readonly { readonly outline?: number }[]) =>
    list.reduce((depth, one) => Math.max(depth, one.outline ?? 0), 0)
  target.properties.outlineLevelRow = deepest(sheet.rows)
  target.properties.outlineLevelCol = deepest(sheet.columns)
  // The line that sums up a folded group stands above it.
  target.properties.outlineProperties = { summaryBelow: false, summaryRight: false }
}

function putRows(target: Worksheet, sheet: Sheet, putting: Putting): void {
  const spanned: Place[] = []
  // Counted by number: every cell passes here once, before the engine has made the loops fast.
  for (let row = 0; row < sheet.rows.length; row++) putRow(target, sheet, row, putting, spanned)
  for (const place of spanned) mergeSpan(target, sheet, place)
  // The heads of a table must be the names of its columns to the letter.
  for (const table of sheet.tables ?? []) {
    const { top, left } = parseArea(table.area)
    for (const [index, head] of tableHeads(table, sheet).entries())
      target.getCell(top, left + index).value = head
  }
}

/** Row and column of a cell, from 0. */
type Place = { readonly row: number; readonly column: number }

function putRow(target: Worksheet, sheet: Sheet, row: number, putting: Putting, spanned: Place[]): void {
  const given = sheet.rows[row]
  if (!given) return
  const excelRow = target.getRow(row + 1)
  for (let column = 0; column < given.cells.length; column++) {
    const cell = given.cells[column]
    if (!cell || showsNothing(cell)) continue
    putCell(excelRow.getCell(column + 1), cell, () => placeName(sheet, { row, column }), putting)
    if (cell.span) spanned.push({ row, column })
  }
  const height = given.height ?? rowHeight(given, sheet.columns)
  if (height !== undefined) excelRow.height = height
  if (given.outline) excelRow.outlineLevel = given.outline
  if (given.hidden) excelRow.hidden = true
  if (given.pageBreak) excelRow.addPageBreak()
}

/** An empty text without a frame or a colour leaves no trace; a place to write in is a blank. */
function showsNothing(cell: Cell): boolean {
  return 'text' in cell && cell.text === '' && !('link' in cell) && !cell.note && !cell.span && isBare(cell)
}

function placeName({ id }: Sheet, { row, column }: Place): string {
  return `sheet "${id}", cell ${cellAddress(row + 1, column + 1)}`
}

function addTable(target: Worksheet, table: TableSpec, sheet: Sheet): void {
  const { top, left, bottom } = parseArea(table.area)
  const columns = tableHeads(table, sheet).map((name) => ({ name, filterButton: table.filter !== false }))
  target.addTable({
    name: table.name,
    ref: cellAddress(top, left),
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: table.stripes !== false },
    columns,
    // Only the size counts: the cells are put afterwards.
    rows: Array.from({ length: bottom - top }, () => columns.map(() => null)),
  })
}

/** A cell that a merged area covers, as the library has it though its types do not say so. */
type CoveredCell = { readonly isMerged: boolean; readonly merge: (master: object) => void }

/** Cell by cell: the library's `mergeCells` compares each area with all before it. */
function mergeSpan(target: Worksheet, sheet: Sheet, { row, column }: Place): void {
  const master = sheet.rows[row]?.cells[column]
  const { columns = 1, rows = 1 } = master?.span ?? {}
  for (let below = 0; below < rows; below++) {
    for (let right = 0; right < columns; right++) {
      if (below + right === 0) continue
      const other = sheet.rows[row + below]?.cells[column + right]
      const covered = target.getCell(row + below + 1, column + right + 1) as unknown as CoveredCell
      if (covered.isMerged || (other && !('blank' in other))) {
        throw new Error(`${placeName(sheet, { row, column })} spans cells that are not empty`)
      }
      covered.merge(target.getCell(row + 1, column + 1))
    }
  }
}

function setPrint(target: Worksheet, print: PrintSetup): void {
  const fit = print.fitWidth !== false
  const margins = { left: 0.5, right: 0.5, top: 0.55, bottom: 0.65, header: 0.3, footer: 0.3 }
  target.pageSetup = {
    paperSize: 9,
    orientation: print.landscape ? 'landscape' : 'portrait',
    margins,
    ...(fit && { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
  }
  // `&` is an order in a foot; doubled it is the character.
  const left = safeText(print.footer ?? '', 120).replaceAll('&', '&&')
  target.headerFooter.oddFooter = `&L&8${left && ` ${left}`}&C&8&A&R&8&P / &N`
}
