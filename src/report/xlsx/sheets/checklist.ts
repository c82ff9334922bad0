import type { Finding, Outcome } from '../../../model/opportunities.js'
import type { ConditionalFormat } from '../book.js'
import { savingOf } from '../../finding-sections.js'
import type { DraftCell, DraftSheet } from '../layout.js'
import { ANSWERS, EVIDENCE, OUTCOMES, PRACTICES, SYSTEMS, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FIRST_HEAD, framed } from './frame.js'
import { areaOf, laidList, type KnownColumns, listTable } from './laid-list.js'
import { EMPTY, listRows } from './list-rows.js'
import {
  calledOf,
  machineName,
  conditionWords,
  contradictionWords,
  reasonWithSource,
  valueWords,
} from '../../finding-words.js'
import { type Page, say } from './page.js'
import { linked, text } from './page-cells.js'

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
  const wanted = page.layout.sheets.find(({ sheet }) => sheet === 'checklist')?.outcomes ?? []
  const findings = page.audit.findings.filter(
    ({ outcome }) => wanted.length === 0 || wanted.includes(outcome),
  )
  if (findings.length === 0) return undefined
  const turns = new Map(page.audit.evaluation.stakes.map((one, index) => [keyOf(one), index]))
  const laid = laidList(page, 'checklist', knownColumns(page))
  const rank = ({ outcome }: Finding) => ORDER.indexOf(outcome)
  // What is open stands in the order in which to take it up.
  const turn = (finding: Finding) => turns.get(keyOf(finding)) ?? 0
  const sorted = [...findings].sort(
    (a, b) => rank(a) - rank(b) || turn(a) - turn(b) || a.priority - b.priority,
  )
  const outcomes = areaOf(laid, 'outcome', FIRST_HEAD + 1, FIRST_HEAD + sorted.length)
  const [head, ...rows] = listRows(page, laid.columns, sorted)
  const shown = sorted.map((finding) => comesFirst(finding))
  return framed(page, 'checklist', {
    widths: laid.widths,
    // The rest is folded: a press on + at the left opens it, and paper has the first alone.
    rows: [
      head ?? EMPTY,
      ...rows.map((row, index) => (shown[index] ? row : { ...row, outline: 1, hidden: true })),
    ],
    homes: false,
    tables: listTable(page, 'Checklist', laid, { top: FIRST_HEAD, count: sorted.length }),
    conditionalFormats: outcomes === undefined ? [] : outcomeFormats(page, outcomes.area),
  })
}

/** Where the auditor may write. */
const TO_FILL_IN = { blank: true, style: 'text' } as const

function knownColumns(page: Page): KnownColumns<Finding, 'checklist'> {
  return {
    entry: { head: HEADS.entry, cell: (finding) => text(finding.title[page.lang]) },
    system: { head: HEADS.system, cell: (finding) => text(say(page, termOf(SYSTEMS, finding.system))) },
    machine: {
      head: HEADS.machine,
      cell: (finding) => text(finding.machine === undefined ? '' : machineName(page, finding.machine)),
    },
    practice: {
      head: HEADS.practice,
      cell: (finding) => text(say(page, termOf(PRACTICES, finding.practice))),
    },
    outcome: { head: HEADS.outcome, cell: (finding) => text(say(page, termOf(OUTCOMES, finding.outcome))) },
    evidence: {
      head: HEADS.evidence,
      cell: (finding) =>
        text(finding.evidence === 'none' ? '' : say(page, termOf(EVIDENCE, finding.evidence)), {
          style: 'muted',
        }),
    },
    why: { head: HEADS.why, cell: (finding) => text(whyWords(page, finding), { style: 'muted' }) },
    stake: { head: HEADS.stake, right: true, cell: (finding) => stakeCell(page, finding) },
    missing: {
      head: HEADS.missing,
      cell: (finding) =>
        text(finding.lacks.map((name) => calledOf(page, name)).join('; '), { style: 'muted' }),
    },
    question: {
      head: HEADS.question,
      cell: (finding) => text(asks(finding) ? finding.question[page.lang] : ''),
    },
    answer: {
      head: HEADS.answer,
      cell: ({ answer }) => (answer === undefined ? TO_FILL_IN : text(say(page, termOf(ANSWERS, answer)))),
    },
    note: { head: HEADS.note, cell: ({ note }) => (note === undefined ? TO_FILL_IN : text(note)) },
  }
}

/** What was found, what failed, and what to look at on site before anything else. */
function comesFirst({ outcome, priority }: Finding): boolean {
  return outcome === 'found' || outcome === 'failed' || (outcome === 'look' && priority === 1)
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
    evidence === 'reported' || condition === undefined ? '' : conditionWords(page, condition),
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
