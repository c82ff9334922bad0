import type { ChecklistEntry, Content, Part } from '../templates/content.js'
import { doubtfulParts, isAbsent, type Presence } from './parts.js'
import { classesOf, entriesOf } from './run-checklists.js'

/** What a form asks in a sector: which parts the factory has, and the entries of its checklists. */
export type FormQuestions = {
  readonly parts: readonly Part[]
  readonly entries: readonly FormEntry[]
}

/** An entry, and the part without which it need not be answered. */
export type FormEntry = { readonly entry: ChecklistEntry; readonly part?: Part }

/**
 * The questions of a form for a factory of which only the sector is known. Parts that no factory of its kind has are
 * not asked for, nor are the entries that stand or fall with them; and a part is asked for only where it settles more
 * than the one question that it is itself. What is about no part comes first, then part by part, so that a part that
 * is not there is passed over as a whole; in each what the catalogue looks at first.
 */
export function formQuestions(
  content: Pick<Content, 'entries' | 'parts' | 'sectors'>,
  sector: string | undefined,
): FormQuestions {
  const all = entriesOf({ content, answers: {}, ...(sector === undefined ? {} : { sector }) })
  const classes = classesOf(content, sector)
  const presences = new Map(
    [...content.parts.values()].flatMap((part) => {
      const presence: Presence = { part, there: isAbsent(part, classes) ? false : null, contradicts: false }
      return part.words.map((word) => [word, presence] as const)
    }),
  )
  const doubts = doubtfulParts(all, presences, {})
  const entries = all.flatMap((entry): FormEntry[] => {
    const doubt = doubts.get(entry)
    return doubt?.there === false ? [] : [doubt === undefined ? { entry } : { entry, part: doubt.part }]
  })
  const settling = new Set(entries.map(({ part }) => part?.id))
  const parts = [...content.parts.values()].filter(
    ({ id, complete }) => complete === true || settling.has(id),
  )
  const place = ({ part }: FormEntry): number => parts.findIndex(({ id }) => id === part?.id)
  return { parts, entries: entries.sort((a, b) => place(a) - place(b) || byRank(a.entry, b.entry)) }
}

/** What the catalogue looks at first, and of that what is of the sector; else as the content lies. */
function byRank(a: ChecklistEntry, b: ChecklistEntry): number {
  return a.priority - b.priority || Number(b.sectors.length > 0) - Number(a.sectors.length > 0)
}
