import { cellTextFor } from '../../intake/cell-text.js'
import { answerRows, type AnswerRows } from '../../load/xlsx/answer-rows.js'
import { openIntake, siteOfIntake } from '../../load/xlsx/read-intake.js'
import type { Lang } from '../../model/text.js'
import { yesNo } from '../../report/xlsx/intake/lists.js'
import type { TypedText } from '../../report/xlsx/type-into-sheet.js'
import { typeIntoWorkbook, type TypedWorkbook } from '../../report/xlsx/type-into-workbook.js'
import { isOnlyThat, noteText, type Refusal, type WalkAnswer } from './answer-text.js'

/**
 * An intake workbook with one answer more, or another one. Nothing but the cells of that answer changes, and that is
 * checked before the file is handed back.
 */
export async function withAnswerCells(
  bytes: Uint8Array,
  entry: string,
  { answer, note }: WalkAnswer,
): Promise<TypedWorkbook | { readonly refused: Refusal }> {
  const open = await openIntake(bytes, '')
  if ('problem' in open) return { refused: 'form' }
  const rows = answerRows(open)
  if (rows === undefined) return { refused: 'sheet' }
  const word = wordFor(answer, open.marker.lang)
  const kept = note === undefined ? undefined : noteText(note)
  const texts = answerTexts(rows, entry, word, kept)
  const typed = texts && typeIntoWorkbook(bytes, rows.sheet, texts, rows.last)
  const again = typed === undefined ? undefined : await openIntake(typed.zip, '')
  if (typed === undefined || again === undefined || 'problem' in again) return { refused: 'form' }
  const [before, after] = [open, again].map((one) => siteOfIntake(one, '', 'auto').value)
  const said = { answer: word, ...(kept === undefined ? {} : { note: kept }) }
  return isOnlyThat(before, after, entry, said) ? typed : { refused: 'form' }
}

function wordFor(answer: WalkAnswer['answer'], lang: Lang): string {
  const [yes = 'yes', no = 'no'] = yesNo(lang, true)
  return { yes, no, 'n/a': 'n/a' }[answer]
}

/** The cells of an answer, in the row that names its entry or in a new one. */
function answerTexts(
  { rows, next, id, answer, note }: AnswerRows,
  entry: string,
  word: string,
  kept: string | undefined,
): readonly TypedText[] | undefined {
  const known = rows.get(entry)
  const row = known ?? next
  if (kept !== undefined && note === undefined) return undefined
  return [
    ...(known === undefined ? [{ row, column: id, text: entry }] : []),
    { row, column: answer.number, text: cellTextFor(word, answer.column) },
    ...(kept === undefined || note === undefined
      ? []
      : [{ row, column: note.number, text: cellTextFor(kept, note.column) }]),
  ]
}
