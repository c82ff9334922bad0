import type { Finding, Outcome } from '../../../model/opportunities.js'
import { columnLetters } from '../address.js'
import type { ConditionalFormat } from '../book.js'
import { savingOf } from '../../finding-sections.js'
import type { DraftCell, DraftSheet } from '../layout.js'
import { ANSWERS, EVIDENCE, OUTCOMES, PRACTICES, SYSTEMS, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FIRST_HEAD, framed } from './frame.js'
import { type ListColumn, listRows } from './list-rows.js'
import { calledOf, contradictionWords, reasonWithSource, valueWords } from '../../finding-words.js'
import { type Page, say } from './page.js'
import { linked, text } from './page-cells.js'

const WIDTHS = [42, 16, 15, 20, 13, 10, 44, 15, 28, 42, 9, 26]
const OUTCOME_COLUMN = 'E'

const ORDER: readonly Outcome[] = [
  'found',
  'look',
  'needs-data',
  'failed',
  'in-place',
  'waived',
  'not-applicable',
]

/** Every entry of the checklists with what became of it, those that call for something first. */
export function checklistSheet(page: Page): DraftSheet | undefined {
  const { findings } = page.audit
  if (findings.length === 0) return undefined
  const turns = new Map(page.audit.evaluation.stakes.map((one, index) => [keyOf(one), index]))
  const rank = ({ outcome }: Finding) => ORDER.indexOf(outcome)
  // What is open stands in the order in which to take it up.
  const turn = (finding: Finding) => turns.get(keyOf(finding)) ?? 0
  const sorted = [...findings].sort(
    (a, b) => rank(a) - rank(b) || turn(a) - turn(b) || a.priority - b.priority,
  )
  const last = FIRST_HEAD + sorted.length
  return framed(page, 'checklist', {
    widths: WIDTHS,
    rows: listRows(page, columns(page), sorted),
    homes: false,
    tables: [{ name: 'Checklist', area: `A${FIRST_HEAD}:${columnLetters(WIDTHS.length)}${last}` }],
    conditionalFormats: outcomeFormats(page, `${OUTCOME_COLUMN}${FIRST_HEAD + 1}:${OUTCOME_COLUMN}${last}`),
  })
}

function columns(page: Page): readonly ListColumn<Finding>[] {
  return [
    { head: HEADS.entry, cell: (finding) => text(finding.title[page.lang]) },
    { head: HEADS.system, cell: (finding) => text(say(page, termOf(SYSTEMS, finding.system))) },
    { head: HEADS.machine, cell: (finding) => text(finding.machine ?? '') },
    { head: HEADS.practice, cell: (finding) => text(say(page, termOf(PRACTICES, finding.practice))) },
    { head: HEADS.outcome, cell: (finding) => text(say(page, termOf(OUTCOMES, finding.outcome))) },
    {
      head: HEADS.evidence,
      cell: (finding) =>
        text(finding.evidence === 'none' ? '' : say(page, termOf(EVIDENCE, finding.evidence)), {
          style: 'muted',
        }),
    },
    { head: HEADS.why, cell: (finding) => text(whyWords(page, finding), { style: 'muted' }) },
    { head: HEADS.stake, right: true, cell: (finding) => stakeCell(page, finding) },
    {
      head: HEADS.missing,
      cell: (finding) =>
        text(finding.lacks.map((name) => calledOf(page, name)).join('; '), { style: 'muted' }),
    },
    { head: HEADS.question, cell: (finding) => text(asks(finding) ? finding.question[page.lang] : '') },
    {
      head: HEADS.answer,
      cell: (finding) => text(finding.answer === undefined ? '' : say(page, termOf(ANSWERS, finding.answer))),
    },
    { head: HEADS.note, cell: (finding) => text(finding.note ?? '') },
  ]
}

function asks({ outcome }: Finding): boolean {
  return outcome !== 'not-applicable'
}

/** One line a reason: the value, the limit and who set it. Where nothing fired, the condition and what it saw. */
function whyWords(page: Page, finding: Finding): string {
  const { condition, seen, why, part, evidence } = finding
  const contradiction = contradictionWords(page, finding)
  if (why.length > 0)
    return [...why.map((one) => reasonWithSource(page, one)), contradiction].join('\n').trimEnd()
  const values = seen.flatMap(({ name, value }) =>
    value === null ? [] : [`${calledOf(page, name)}: ${valueWords(page, value)}`],
  )
  const doubt = part && say(page, part.there === false ? WORDS.notThere : WORDS.perhapsThere)
  const lines = [
    doubt && part ? `${doubt}: ${part.name[page.lang]}` : '',
    evidence === 'reported' ? '' : (condition ?? ''),
    values.join('; '),
    contradiction,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/** What it is worth where that is known, else what it would save if it applies. */
function stakeCell(page: Page, finding: Finding): DraftCell | null {
  const id = savingOf(page.audit, finding)
  return id === undefined || page.ledger.get(id)?.value == null ? null : linked(id, { format: 'money' })
}

function keyOf({ entry, machine }: { readonly entry: string; readonly machine?: string }): string {
  return `${entry}|${machine ?? ''}`
}

function outcomeFormats(page: Page, area: string): readonly ConditionalFormat[] {
  const equal = (outcome: Outcome, look: ConditionalFormat['look']): ConditionalFormat => ({
    area,
    when: { is: 'equal', value: `"${say(page, termOf(OUTCOMES, outcome))}"` },
    look,
  })
  return [
    equal('found', 'good'),
    equal('look', 'warning'),
    equal('needs-data', 'warning'),
    equal('failed', 'bad'),
    equal('not-applicable', 'muted'),
  ]
}
