import type { Finding, Outcome } from '../model/opportunities.js'
import type { ChecklistEntry } from '../templates/content.js'
import type { Judged } from './evaluate-condition.js'

export type Reply = 'yes' | 'no' | 'n/a'

export type Decided = {
  readonly outcome: Outcome
  readonly evidence: Finding['evidence']
  /** The answer and the figures say opposite things. */
  readonly contradicts: boolean
}

/**
 * What becomes of an entry, from its condition and the answer to its question (where yes means that it applies).
 *
 * | fires on | condition true | unknown | false |
 * |---|---|---|---|
 * | data | found; an answer no contradicts | yes: found as reported; no: in place; else needs data | not applicable; yes contradicts |
 * | gate | yes: found; no: in place; else look | yes: found as reported; no: in place; else look | not applicable; yes contradicts |
 *
 * Where the condition is unknown and the part of the factory that it is about is not there, it does not apply; an
 * answer yes goes before that.
 */
export function decideOutcome(
  entry: ChecklistEntry,
  judged: Judged,
  reply: Reply | undefined,
  there: boolean | null = null,
): Decided {
  if (judged.failed !== undefined) return { outcome: 'failed', evidence: 'none', contradicts: false }
  if (judged.truth === false) {
    return { outcome: 'not-applicable', evidence: 'measured', contradicts: reply === 'yes' }
  }
  if (there === false && judged.truth === null && reply !== 'yes') {
    return { outcome: 'not-applicable', evidence: 'reported', contradicts: false }
  }
  const measured = judged.truth === true && judged.seen.length > 0
  if (measured && entry.firesOn === 'data') {
    return { outcome: 'found', evidence: 'measured', contradicts: reply === 'no' }
  }
  if (reply === 'yes')
    return { outcome: 'found', evidence: measured ? 'measured' : 'reported', contradicts: false }
  if (reply === 'no') return { outcome: 'in-place', evidence: 'reported', contradicts: false }
  if (reply === 'n/a') return { outcome: 'not-applicable', evidence: 'reported', contradicts: false }
  const open = entry.firesOn === 'data' && judged.truth === null ? 'needs-data' : 'look'
  return { outcome: open, evidence: 'none', contradicts: false }
}
