import type { Cell as ExcelCell, CellValue, Worksheet } from 'exceljs'
import { isoDay } from '../../intake/day-text.js'
import { numberText } from '../../intake/number-text.js'
import { LIMITS } from './open-package.js'

/** What a cell holds, as somebody sees it in Excel. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly format: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'error'; readonly error: string }
  /** A formula without a stored value, or one that looks into another file. */
  | { readonly kind: 'no-result' }
  | { readonly kind: 'elsewhere' }

/** Row number → column number → content; only what is filled. */
export type SheetCells = {
  readonly name: string
  readonly hidden: boolean
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Content>>
  readonly hiddenRows: ReadonlySet<number>
  readonly mergedRows: readonly number[]
  readonly formulas: number
}

/** A workbook as cells. */
export type WorkbookCells = {
  readonly sheets: readonly SheetCells[]
  readonly from1904: boolean
  /** A text that is longer than Excel allows; its length. */
  readonly longest: number
}

/** Parts of a sheet that say nothing about its cells, and of which some make the library slow or fail. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
  'rowBreaks',
  'colBreaks',
]

/** Reads the cells of a package that `openPackage` let through. Throws what the library throws. */
export async function readCells(bytes: Uint8Array): Promise<WorkbookCells> {
  const { default: ExcelWorkbook } = await import('exceljs/lib/doc/workbook.js')
  const workbook = new ExcelWorkbook()
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes: IGNORED })
  const state = { longest: 0 }
  const sheets = workbook.worksheets.map((sheet) => sheetCells(sheet, state))
  return {
    sheets,
    from1904: workbook.properties.date1904 === true,
    longest: state.longest,
  }
}

function sheetCells(sheet: Worksheet, state: { longest: number }): SheetCells {
  const rows = new Map<number, Map<number, Content>>()
  const hiddenRows = new Set<number>()
  const mergedRows: number[] = []
  let formulas = 0
  sheet.eachRow((row, number) => {
    const cells = new Map<number, Content>()
    row.eachCell((cell, column) => {
      if (cell.isMerged && cell.master !== cell) {
        if (cell.master.row !== String(number) && column === Number(cell.master.col)) mergedRows.push(number)
        return
      }
      if (isFormula(cell.value)) formulas += 1
      const content = contentOf(cell)
      if (content === undefined) return
      if (content.kind === 'text') state.longest = Math.max(state.longest, content.text.length)
      cells.set(column, content)
    })
    if (cells.size === 0) return
    rows.set(number, cells)
    if (row.hidden) hiddenRows.add(number)
  })
  return { name: sheet.name, hidden: sheet.state !== 'visible', rows, hiddenRows, mergedRows, formulas }
}

type Formula = { readonly formula?: string; readonly sharedFormula?: string; readonly result?: CellValue }

function isFormula(value: CellValue): value is CellValue & Formula {
  return typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)
}

function contentOf(cell: ExcelCell): Content | undefined {
  const { value } = cell
  if (!isFormula(value)) return plainContent(value, cell.numFmt)
  const { result } = value as Formula
  const formula = cell.formula ?? ''
  // [1]Sheet!A1 is a cell of another file.
  if (/\[\d+\]|\[[^\]]+\.xl\w+\]/i.test(formula)) return { kind: 'elsewhere' }
  if (result === undefined || result === null) return { kind: 'no-result' }
  return plainContent(result, cell.numFmt)
}

function plainContent(value: CellValue, format: string | undefined): Content | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return value.trim() === '' ? undefined : { kind: 'text', text: value }
  if (typeof value === 'number') return { kind: 'number', number: value, format: format ?? '' }
  if (typeof value === 'boolean') return { kind: 'yes-no', yes: value }
  if (value instanceof Date) {
    const day = isoDay(value)
    return day === undefined ? { kind: 'error', error: '#NUM!' } : { kind: 'day', day }
  }
  if ('error' in value) return { kind: 'error', error: String(value.error) }
  const text = richText(value)
  return text === undefined || text.trim() === '' ? undefined : { kind: 'text', text }
}

/** The text of rich text and of links. */
function richText(value: CellValue): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return undefined
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  return 'text' in value ? richText(value.text as CellValue) : undefined
}

/** A cell as the user sees it, for messages. */
export function shownText(content: Content): string {
  switch (content.kind) {
    case 'text':
      return content.text.length > LIMITS.text ? content.text.slice(0, 40) : content.text
    case 'number':
      return numberText(content.number, content.format)
    case 'day':
      return content.day
    case 'yes-no':
      return content.yes ? 'TRUE' : 'FALSE'
    case 'error':
      return content.error
    default:
      return '='
  }
}
