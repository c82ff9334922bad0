import { cleanText } from '../../intake/cell-text.js'
import { ID, MARK } from '../../intake/columns.js'
import type { Column } from '../../intake/columns.js'
import { ANSWERS } from '../../intake/sheets.js'
import type { FoundSheet } from './find-heads.js'
import { columnOf, isExample } from './read-rows.js'
import type { OpenIntake } from './read-intake.js'

/** A column of the answers, with its number on the sheet. */
export type AnswerColumn = { readonly number: number; readonly column: Column }

/** Where answers stand in a workbook, and where the next one would. */
export type AnswerRows = {
  /** Name of the sheet. */
  readonly sheet: string
  readonly id: number
  readonly answer: AnswerColumn
  readonly note?: AnswerColumn
  /** Entry of a checklist → its row: the one with an answer where several name it. */
  readonly rows: ReadonlyMap<string, number>
  /** An empty row below all that is filled, and the filled row above it, whose look it takes. */
  readonly next: number
  readonly last?: number
}

/** The rows of answers of an open workbook; `undefined` where it has no sheet with columns for them. */
export function answerRows({ found }: OpenIntake): AnswerRows | undefined {
  const here = found.find(({ sheet }) => sheet.id === ANSWERS)
  const id = here && columnOf(here, ID)
  const [answer, note] = ['answer', 'note'].map((path) => here && answerColumn(here, path))
  if (here === undefined || id === undefined || answer === undefined) return undefined
  const mark = columnOf(here, MARK)
  const rows = new Map<string, number>()
  for (const [row, cells] of here.cells.rows) {
    if (row <= here.lastHead || isExample(cells, mark)) continue
    const content = cells.get(id)
    const entry = content?.kind === 'text' ? cleanText(content.text) : ''
    if (entry !== '' && (!rows.has(entry) || cells.has(answer.number))) rows.set(entry, row)
  }
  const last = Math.max(here.lastHead, ...here.cells.rows.keys())
  return {
    sheet: here.cells.name,
    id,
    answer,
    ...(note === undefined ? {} : { note }),
    rows,
    next: last + 1,
    ...(last > here.lastHead ? { last } : {}),
  }
}

function answerColumn(sheet: FoundSheet, path: string): AnswerColumn | undefined {
  const number = columnOf(sheet, path)
  const column = number === undefined ? undefined : sheet.columns.get(number)?.column
  return number === undefined || column === undefined ? undefined : { number, column }
}
