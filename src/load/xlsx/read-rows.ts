import { cleanText, cellKind, readCellText, withUnit } from '../../intake/cell-text.js'
import { columnAt, FIELD, MARK, VALUE } from '../../intake/columns.js'
import type { Column } from '../../intake/columns.js'
import { dayOfSerial } from '../../intake/day-text.js'
import { numberText, typedNumber } from '../../intake/number-text.js'
import type { DecimalMark } from '../../intake/number-text.js'
import { EXAMPLE_WORDS } from '../../intake/places.js'
import type { ReadRow } from '../../intake/site-of-rows.js'
import type { FoundColumn, FoundSheet } from './find-heads.js'
import type { Content } from './read-cells.js'

/** What is wrong with a cell. */
export type CellProblem = { readonly row: number; readonly column: number; readonly path: string } & (
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'no-result' | 'elsewhere' }
  | { readonly kind: 'ambiguous'; readonly written: string; readonly comma: string; readonly point: string }
  | { readonly kind: 'unsure-day'; readonly written: string; readonly day: string }
  | { readonly kind: 'day-for-number'; readonly day: string }
)

export type RowsRead = {
  readonly rows: readonly ReadRow[]
  readonly examples: readonly ReadRow[]
  readonly problems: readonly CellProblem[]
}

export type ReadingRules = { readonly mark: DecimalMark | undefined; readonly from1904: boolean }

const EXAMPLES: ReadonlySet<string> = new Set(Object.values(EXAMPLE_WORDS))

/** The rows of a sheet as texts of a site file, by path of their columns. */
export function readRows(found: FoundSheet, rules: ReadingRules): RowsRead {
  const rows: ReadRow[] = []
  const examples: ReadRow[] = []
  const problems: CellProblem[] = []
  const mark = columnOf(found, MARK)
  for (const [number, cells] of found.cells.rows) {
    if (number <= found.lastHead) continue
    const example = isExample(cells, mark)
    const said: CellProblem[] = []
    const texts = rowTexts(found, number, cells, rules, example ? [] : said)
    if (texts.size === 0 && said.length === 0) continue
    problems.push(...said)
    if (example) examples.push({ number, cells: texts })
    else if (hasData(texts) || said.length > 0) rows.push({ number, cells: texts })
  }
  return { rows, examples, problems }
}

/** Whether the word for an example stands in the column of marks. */
export function isExample(cells: ReadonlyMap<number, Content>, mark: number | undefined): boolean {
  const first = mark === undefined ? undefined : cells.get(mark)
  return first?.kind === 'text' && EXAMPLES.has(cleanText(first.text).toLowerCase())
}

/** Number of the column of a path. */
export function columnOf({ columns }: FoundSheet, path: string): number | undefined {
  for (const [number, column] of columns) if (column.path === path) return number
  return undefined
}

/** A number in front of a row alone is no thing. */
function hasData(texts: ReadonlyMap<string, string>): boolean {
  return texts.size > (texts.has(MARK) ? 1 : 0)
}

function rowTexts(
  found: FoundSheet,
  row: number,
  cells: ReadonlyMap<number, Content>,
  rules: ReadingRules,
  problems: CellProblem[],
): Map<string, string> {
  const texts = new Map<string, string>()
  const fieldAt = columnOf(found, FIELD)
  const fieldText = fieldAt === undefined ? undefined : cells.get(fieldAt)
  const field = fieldText?.kind === 'text' ? cleanText(fieldText.text) : undefined
  if (isByField(found) && field === undefined) return texts
  for (const [column, content] of cells) {
    const head = found.columns.get(column)
    if (head === undefined) continue
    const target = targetOf(found, head, field)
    const read = readContent(content, target, rules)
    if (typeof read === 'string') {
      if (head.path !== MARK || content.kind === 'number') texts.set(head.path, read)
    } else if (read !== undefined)
      problems.push({ row, column, path: problemPath(found, head, field), ...read })
    if (content.kind === 'text' && typeof read === 'string' && target !== undefined)
      noteUnsureDay(content.text, target, rules, (day) =>
        problems.push({
          row,
          column,
          path: head.path,
          kind: 'unsure-day',
          written: cleanText(content.text),
          day,
        }),
      )
  }
  return texts
}

function isByField({ sheet }: FoundSheet): boolean {
  return sheet.form === 'fields' || sheet.form === 'facts'
}

/** On sheets with a field a row, the row decides how the cell is read. */
function targetOf({ sheet }: FoundSheet, head: FoundColumn, field: string | undefined): Column | undefined {
  if (head.column !== undefined || field === undefined || head.path === FIELD) return head.column
  return columnAt(sheet, `${field}${head.path.slice(VALUE.length)}`, head.unit)
}

function problemPath(found: FoundSheet, head: FoundColumn, field: string | undefined): string {
  return isByField(found) && head.path !== FIELD
    ? `${field ?? ''}${head.path.slice(VALUE.length)}`
    : head.path
}

type ProblemKind = CellProblem extends infer P
  ? P extends CellProblem
    ? Omit<P, 'row' | 'column' | 'path'>
    : never
  : never

/** The text of a cell for a site file, what is wrong with it, or nothing. */
function readContent(
  content: Content,
  column: Column | undefined,
  { mark, from1904 }: ReadingRules,
): string | ProblemKind | undefined {
  const kind = column === undefined ? 'name' : cellKind(column.field)
  switch (content.kind) {
    case 'error':
      return content
    case 'no-result':
    case 'elsewhere':
      return { kind: content.kind }
    case 'yes-no':
      return content.yes ? 'yes' : 'no'
    case 'day':
      if (kind === 'number') return { kind: 'day-for-number', day: content.day }
      return kind === 'month' ? content.day.slice(0, 7) : content.day
    case 'number': {
      if (kind === 'day') return dayOfSerial(content.number, from1904) ?? String(content.number)
      if (kind !== 'number' && kind !== 'whole') return numberText(content.number)
      const text = numberText(content.number, content.format)
      return column === undefined ? text : withUnit(text, column)
    }
    case 'text': {
      if (column === undefined) return cleanText(content.text) === '' ? undefined : cleanText(content.text)
      const read = readCellText(content.text, column, mark)
      return read.unsure === 'number' ? ambiguous(content.text) : read.text
    }
  }
}

function ambiguous(text: string): ProblemKind {
  const written = cleanText(text)
  const as = (mark: DecimalMark): string => {
    const read = typedNumber(written, mark)
    return 'text' in read ? read.text : written
  }
  return { kind: 'ambiguous', written, comma: as('comma'), point: as('point') }
}

function noteUnsureDay(
  text: string,
  column: Column,
  { mark }: ReadingRules,
  say: (day: string) => void,
): void {
  if (cellKind(column.field) !== 'day') return
  const read = readCellText(text, column, mark)
  if (read.unsure === 'day' && read.text !== undefined) say(read.text)
}

/** How the texts of a workbook write decimals, where some prove it and none the opposite. */
export function provedMark(sheets: readonly FoundSheet[]): DecimalMark | undefined {
  const proofs = new Set<DecimalMark>()
  for (const found of sheets) {
    const first = columnOf(found, MARK)
    for (const [number, cells] of found.cells.rows) {
      // What recp wrote as an example says nothing of how people here write.
      if (number <= found.lastHead || isExample(cells, first)) continue
      for (const [column, content] of cells) {
        const target = found.columns.get(column)?.column
        const read =
          content.kind === 'text' && target !== undefined ? readCellText(content.text, target, undefined) : {}
        if (read.mark !== undefined) proofs.add(read.mark)
      }
    }
  }
  const [only, ...others] = proofs
  return others.length === 0 ? only : undefined
}
