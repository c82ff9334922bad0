import type { ChecklistEntry, Content, Part } from '../templates/content.js'
import { doubtfulParts, isAbsent, type Presence } from './parts.js'
import { classesOf, entriesOf } from './run-checklists.js'

/** What a form asks in a sector: which parts the factory has, and the entries of its checklists. */
export type FormQuestions = {
  readonly parts: readonly Part[]
  readonly entries: readonly ChecklistEntry[]
}

/**
 * The questions of a form for a factory of which only the sector is known. Parts that no factory of its kind has are
 * not asked for, nor are the entries that stand or fall with them; and a part is asked for only where it settles more
 * than the one question that it is itself.
 */
export function formQuestions(
  content: Pick<Content, 'entries' | 'parts' | 'sectors'>,
  sector: string | undefined,
): FormQuestions {
  const entries = entriesOf({ content, answers: {}, ...(sector === undefined ? {} : { sector }) })
  const classes = classesOf(content, sector)
  const presences = new Map(
    [...content.parts.values()].flatMap((part) => {
      const presence: Presence = { part, there: isAbsent(part, classes) ? false : null, contradicts: false }
      return part.words.map((word) => [word, presence] as const)
    }),
  )
  const doubts = doubtfulParts(entries, presences, {})
  const settling = new Set(
    [...doubts.values()].filter(({ there }) => there === null).map(({ part }) => part.id),
  )
  return {
    parts: [...content.parts.values()].filter(({ id, complete }) => complete === true || settling.has(id)),
    entries: entries.filter((entry) => doubts.get(entry)?.there !== false).sort(byRank),
  }
}

/** What the catalogue looks at first, and of that what is of the sector; else as the content lies. */
function byRank(a: ChecklistEntry, b: ChecklistEntry): number {
  return a.priority - b.priority || Number(b.sectors.length > 0) - Number(a.sectors.length > 0)
}
