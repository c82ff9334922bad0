import type { ChecklistEntry, Content, Part } from '../templates/content.js'
import { doubtfulPart } from './parts.js'
import { entriesOf } from './run-checklists.js'

/** What a form asks in a sector: which parts the factory has, and the entries of its checklists. */
export type FormQuestions = {
  readonly parts: readonly Part[]
  readonly entries: readonly ChecklistEntry[]
}

/**
 * The questions of a form for a factory of which only the sector is known. Parts that no factory of its kind has are
 * not asked for, nor are the entries that stand or fall with them.
 */
export function formQuestions(
  content: Pick<Content, 'entries' | 'parts' | 'sectors'>,
  sector: string | undefined,
): FormQuestions {
  const entries = entriesOf({ content, answers: {}, ...(sector === undefined ? {} : { sector }) })
  const classes = sector === undefined ? [] : (content.sectors.get(sector)?.isic ?? [])
  const all = [...content.parts.values()]
  const parts = all.filter((part) => !isAbsent(part, classes))
  const presences = new Map(
    all.flatMap((part) =>
      part.words.map((word) => [word, { part, there: parts.includes(part), contradicts: false }] as const),
    ),
  )
  return { parts, entries: entries.filter((entry) => doubtfulPart(entry, presences) === undefined) }
}

/** A sector of several classes has a part as soon as one of them may. */
function isAbsent({ absentIn }: Part, classes: readonly string[]): boolean {
  return classes.length > 0 && classes.every((code) => absentIn.some((start) => code.startsWith(start)))
}
