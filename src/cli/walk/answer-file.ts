import { readFile } from 'node:fs/promises'
import type { Diagnostic } from '../../model/diagnostic.js'
import { writeTold } from '../write-told.js'
import { withAnswer, type Refusal, type WalkAnswer } from './answer-text.js'

/** What came of a change: written, refused because of the form of the file, or not written at all. */
export type Saved = 'saved' | 'changed' | { readonly refused: Refusal } | { readonly failed: Diagnostic }

/**
 * Where answers are written: a file that can take one answer and give it back. A site file in YAML is one; a
 * workbook becomes another by the same two functions.
 */
export type AnswerFile = {
  readonly save: (entry: string, answer: WalkAnswer) => Promise<Saved>
  /** Takes the last answer back, byte for byte; `changed` where somebody else wrote in between. */
  readonly undo: () => Promise<Saved>
}

/** The answers of a site file in YAML. Each change reads the file anew, so that an editor may have it open. */
export function yamlAnswers(path: string, shown: string): AnswerFile {
  const before: { readonly old: string; readonly written: string }[] = []
  const write = async (text: string): Promise<Saved> => {
    const failed = await writeTold(path, shown, text)
    return failed === null ? 'saved' : { failed }
  }
  return {
    save: async (entry, answer) => {
      const old = await readFile(path, 'utf8')
      const edited = withAnswer(old, entry, answer)
      if ('refused' in edited) return edited
      const saved = await write(edited.text)
      if (saved === 'saved') before.push({ old, written: edited.text })
      return saved
    },
    undo: async () => {
      const last = before.at(-1)
      if (last === undefined || (await readFile(path, 'utf8')) !== last.written) return 'changed'
      const saved = await write(last.old)
      if (saved === 'saved') before.pop()
      return saved
    },
  }
}
