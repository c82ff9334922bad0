import { cleanText } from '../../intake/cell-text.js'
import { columnAt, columnsOf, FIELD, ID, MARK, parseHead, VALUE } from '../../intake/columns.js'
import type { Column } from '../../intake/columns.js'
import { SHEET_MARK, SHOWN_ONLY } from '../../intake/places.js'
import { QUANTITY_PARTS } from '../../intake/quantity-cells.js'
import { intakeSheets } from '../../intake/sheets.js'
import type { IntakeSheet } from '../../intake/sheets.js'
import type { Text } from '../../model/text.js'
import type { Content, SheetCells } from './read-cells.js'

/** A column of a sheet as it was found; `column` is missing for the id, the mark and rows of fields. */
export type FoundColumn = {
  readonly path: string
  readonly unit?: string
  readonly column?: Column
}

/** A sheet of the intake in a workbook, with where its columns stand now. */
export type FoundSheet = {
  readonly sheet: IntakeSheet
  readonly cells: SheetCells
  /** Number of the column → what it is. */
  readonly columns: ReadonlyMap<number, FoundColumn>
  /** Heads that recp does not know, as the user wrote them, with the numbers of their columns. */
  readonly own: ReadonlyMap<number, string>
  /** Rows of heads, and whatever stands above them. */
  readonly headRows: ReadonlySet<number>
  readonly lastHead: number
}

/** Heads are looked for in the first rows only. */
const HEAD_ROWS = 20

/** The intake sheet that a sheet of the workbook is: by its hidden row, else by name and heads. */
export function findSheet(cells: SheetCells): FoundSheet | undefined {
  const marked = markedRow(cells)
  const sheet = marked === undefined ? sheetNamed(cells.name) : intakeSheets().get(marked.id)
  if (sheet === undefined) return undefined
  const labels = labelsOf(sheet)
  const shown = labelRow(cells, labels, marked?.row ?? 0) ?? rowOfTexts(cells, marked?.row)
  if (marked === undefined && shown === undefined) return undefined
  const columns = new Map<number, FoundColumn>()
  const own = new Map<number, string>()
  const hidden = marked === undefined ? undefined : cells.rows.get(marked.row)
  const heads = shown === undefined ? undefined : cells.rows.get(shown)
  const numbers = new Set([...(hidden?.keys() ?? []), ...(heads?.keys() ?? [])])
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const machine = textOf(hidden?.get(number))
    const label = textOf(heads?.get(number))
    const found = machine === '' ? labelled(label, labels, sheet) : headed(machine, sheet)
    if (found !== undefined) columns.set(number, found)
    else if (!machine.startsWith(SHOWN_ONLY) && (machine || label) !== '') own.set(number, label || machine)
  }
  const rows = [marked?.row, shown].filter((row) => row !== undefined)
  return { sheet, cells, columns, own, headRows: new Set(rows), lastHead: Math.max(0, ...rows) }
}

function textOf(content: Content | undefined): string {
  return content?.kind === 'text' ? cleanText(content.text) : ''
}

function markedRow({ rows }: SheetCells): { readonly id: string; readonly row: number } | undefined {
  for (const [row, cells] of rows) {
    if (row > HEAD_ROWS) return undefined
    for (const content of cells.values()) {
      const text = textOf(content)
      if (text.startsWith(SHEET_MARK)) return { id: text.slice(SHEET_MARK.length), row }
    }
  }
  return undefined
}

const plain = (text: string): string => cleanText(text).replaceAll(/\s+/gu, ' ').toLowerCase()

function sheetNamed(name: string): IntakeSheet | undefined {
  const wanted = plain(name)
  return [...intakeSheets().values()].find(({ id, name: own }) =>
    [id, own.en, own.vi].some((one) => plain(one) === wanted),
  )
}

/** Every head a sheet may show, in plain letters → its column. */
function labelsOf(sheet: IntakeSheet): ReadonlyMap<string, FoundColumn> {
  const labels = new Map<string, FoundColumn>()
  const add = (label: Text, found: FoundColumn): void => {
    for (const text of [label.en, label.vi]) if (!labels.has(plain(text))) labels.set(plain(text), found)
  }
  if (sheet.form === 'map' || sheet.form === 'list') {
    if (sheet.form === 'map') add({ en: 'Id', vi: 'Mã' }, { path: ID })
    for (const column of columnsOf(sheet, [], []))
      add(column.label, {
        path: column.path,
        column,
        ...(column.unit === undefined ? {} : { unit: column.unit }),
      })
  } else {
    add({ en: 'Field', vi: 'Trường' }, { path: FIELD })
    add({ en: 'Value', vi: 'Giá trị' }, { path: VALUE })
    add({ en: 'Unit', vi: 'Đơn vị' }, { path: `${VALUE}.unit` })
    add({ en: 'Known by', vi: 'Cách biết' }, { path: `${VALUE}.basis` })
    add({ en: 'Source', vi: 'Nguồn' }, { path: `${VALUE}.source` })
  }
  return labels
}

/** The first row below `after` of which half of the heads are known; two at least where no hidden row is above. */
function labelRow(
  { rows }: SheetCells,
  labels: ReadonlyMap<string, FoundColumn>,
  after: number,
): number | undefined {
  for (const [row, cells] of rows) {
    if (row > HEAD_ROWS) return undefined
    if (row <= after) continue
    const texts = [...cells.values()].map(textOf).filter((text) => text !== '')
    const known = texts.filter((text) => headKey(text).some((key) => labels.has(key))).length
    if (known >= (after > 0 ? 1 : 2) && known * 2 >= texts.length) return row
  }
  return undefined
}

/** The row below the hidden one shows the heads, in whatever words. */
function rowOfTexts({ rows }: SheetCells, hidden: number | undefined): number | undefined {
  if (hidden === undefined) return undefined
  const cells = [...(rows.get(hidden + 1)?.values() ?? [])]
  return cells.length > 1 && cells.every(({ kind }) => kind === 'text') ? hidden + 1 : undefined
}

/** A bilingual head counts by either line, without its star and its unit. */
function headKey(text: string): readonly string[] {
  return text.split('\n').map((line) => plain(line.replace(/\*\s*$/, '').replace(/\s*\[[^\]]*\]\s*$/, '')))
}

function labelled(
  label: string,
  labels: ReadonlyMap<string, FoundColumn>,
  sheet: IntakeSheet,
): FoundColumn | undefined {
  if (label === '') return undefined
  const known = headKey(label)
    .map((key) => labels.get(key))
    .find((found) => found !== undefined)
  return known ?? headed(label, sheet)
}

/** What a head in the spelling of the hidden row means. */
function headed(head: string, sheet: IntakeSheet): FoundColumn | undefined {
  const { path, unit } = parseHead(head)
  const more = unit === undefined ? {} : { unit }
  if (head.startsWith(SHEET_MARK)) return { path: MARK }
  if (sheet.form === 'fields' || sheet.form === 'facts') {
    const part = path.startsWith(`${VALUE}.`) ? path.slice(VALUE.length + 1) : ''
    const known = path === FIELD || path === VALUE || (QUANTITY_PARTS as readonly string[]).includes(part)
    return known ? { path, ...more } : undefined
  }
  if (path === ID && sheet.form === 'map') return { path }
  const column = /^[a-z0-9.~-]+$/.test(path) ? columnAt(sheet, path, unit) : undefined
  return column === undefined ? undefined : { path, column, ...more }
}
