import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { diagnose } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { writeTold } from '../write-told.js'
import { withAnswer, type Refusal, type WalkAnswer } from './answer-text.js'

/** What came of a change: written, refused because of the form of the file, or not written at all. */
export type Saved = 'saved' | 'changed' | { readonly refused: Refusal } | { readonly failed: Diagnostic }

/** Where answers are written: a file that can take one answer and give it back. */
export type AnswerFile = {
  readonly save: (entry: string, answer: WalkAnswer) => Promise<Saved>
  /** Takes the last answer back, byte for byte; `changed` where somebody else wrote in between. */
  readonly undo: () => Promise<Saved>
}

/** A file with an answer in it, and the way back to what it was. */
type Edited = { readonly bytes: Uint8Array; readonly before: (written: Uint8Array) => Uint8Array | undefined }

type Edit = (
  old: Uint8Array,
  entry: string,
  answer: WalkAnswer,
) => Promise<Edited | { readonly refused: Refusal }>

/** The answers of a site file or of an intake workbook. */
export function answerFile(path: string, shown: string): AnswerFile {
  return answersIn(path, shown, /\.ya?ml$/i.test(shown) ? inYaml : inWorkbook)
}

/**
 * Whether Excel or LibreOffice has a workbook open: what they save later would take the answers away. Both put a file
 * beside it that says so; only Windows keeps others from writing.
 */
async function isOpenElsewhere(path: string): Promise<boolean> {
  const [folder, name] = [dirname(path), basename(path)]
  const marks = [`~$${name}`, `~$${name.slice(2)}`, `.~lock.${name}#`]
  const found = await Promise.all(marks.map((mark) => stat(join(folder, mark)).catch(() => null)))
  return found.some((one) => one !== null)
}

/** Each change reads the file anew, so that another program may write it in the meantime. */
function answersIn(path: string, shown: string, edit: Edit): AnswerFile {
  const done: { readonly written: string; readonly before: Edited['before'] }[] = []
  const write = async (bytes: Uint8Array): Promise<Saved> => {
    if (edit === inWorkbook && (await isOpenElsewhere(path)))
      return { failed: diagnose('L109', '', { file: shown }) }
    const failed = await writeTold(path, shown, bytes)
    return failed === null ? 'saved' : { failed }
  }
  return {
    save: async (entry, answer) => {
      const edited = await edit(await readFile(path), entry, answer)
      if ('refused' in edited) return edited
      const saved = await write(edited.bytes)
      if (saved === 'saved') done.push({ written: sha256(edited.bytes), before: edited.before })
      return saved
    },
    undo: async () => {
      const last = done.at(-1)
      const now = await readFile(path)
      const old = last?.written === sha256(now) ? last.before(now) : undefined
      if (old === undefined) return 'changed'
      const saved = await write(old)
      if (saved === 'saved') done.pop()
      return saved
    },
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function inYaml(
  old: Uint8Array,
  entry: string,
  answer: WalkAnswer,
): Promise<Edited | { readonly refused: Refusal }> {
  const edited = withAnswer(new TextDecoder('utf-8', { ignoreBOM: true }).decode(old), entry, answer)
  return 'refused' in edited ? edited : { bytes: new TextEncoder().encode(edited.text), before: () => old }
}

/** Only the part of the sheet is kept for the way back: workbooks may be large, and walks long. */
async function inWorkbook(
  old: Uint8Array,
  entry: string,
  answer: WalkAnswer,
): Promise<Edited | { readonly refused: Refusal }> {
  const { withAnswerCells } = await import('./answer-workbook.js')
  const { swapPart } = await import('../../report/xlsx/swap-part.js')
  const typed = await withAnswerCells(old, entry, answer)
  if ('refused' in typed) return typed
  return { bytes: typed.zip, before: (written) => swapPart(written, typed.part, typed.undo)?.zip }
}
