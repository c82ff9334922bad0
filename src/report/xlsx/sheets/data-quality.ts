import { isDatum } from '../../../model/figure.js'
import { entryOf } from '../../../diagnostics/catalogue.js'
import type { PlacedDiagnostic } from '../../../model/audit.js'
import type { Figure } from '../../../model/figure.js'
import type { NextMeasurement } from '../../../model/indicators.js'
import type { DataRequest } from '../../../model/opportunities.js'
import { BASES, type Basis } from '../../../model/quantity.js'
import { basisWord, formatNumber } from '../../../units/index.js'
import { PLUS_MINUS } from '../../balance-words.js'
import { askedWords } from '../../finding-sections.js'
import { showFigure } from '../../show-figure.js'
import type { ConditionalFormat } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { SEVERITIES, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import { placeWords } from './figure-words.js'
import { EMPTY, heading, type ListColumn, listRows, nothing, paragraph } from './list-rows.js'
import { type Page, say } from './page.js'
import { text } from './page-cells.js'

const WIDTHS = [36, 72, 34, 60, 8]

/** How the inputs are known, what contradicts, messages with their place, and what to ask for. */
export function dataQualitySheet(page: Page): DraftSheet {
  const { diagnostics } = page.audit
  const rows: DraftRow[] = [
    heading(say(page, WORDS.basisOfInputs), WIDTHS.length),
    ...listRows(page, basisColumns(page), basisCounts(page)),
    EMPTY,
    heading(say(page, WORDS.suspects), WIDTHS.length),
    ...suspectRows(page),
    EMPTY,
    heading(say(page, WORDS.measureNext), WIDTHS.length),
    ...nextRows(page),
    EMPTY,
    heading(say(page, WORDS.defaults), WIDTHS.length),
    ...defaultRows(page),
    EMPTY,
    heading(say(page, WORDS.dataRequest), WIDTHS.length),
    ...requestRows(page),
    EMPTY,
    heading(say(page, WORDS.messages), WIDTHS.length),
  ]
  const head = FRAME_ROWS + rows.length + 1
  const sorted = [...diagnostics].sort((a, b) => weight(a) - weight(b))
  const messages = sorted.length > 0 ? listRows(page, messageColumns(page), sorted) : [nothing(page)]
  const last = head + sorted.length
  return framed(page, 'data-quality', {
    widths: WIDTHS,
    rows: [...rows, ...messages],
    homes: false,
    freeze: FRAME_ROWS,
    ...(sorted.length > 0 && {
      tables: [{ name: 'Messages', area: `A${head}:E${last}` }],
      conditionalFormats: severityFormats(page, head + 1, last),
    }),
  })
}

type BasisCount = { readonly basis: Basis | undefined; readonly count: number; readonly share: number }

/** Inputs by how they are known, best first. */
export function basisCounts(page: Page): readonly BasisCount[] {
  const inputs = page.audit.figures.filter(isDatum)
  return [...BASES, undefined].flatMap((basis) => {
    const count = inputs.filter((one) => one.basis === basis).length
    return count === 0 ? [] : [{ basis, count, share: count / inputs.length }]
  })
}

function basisColumns(page: Page): readonly ListColumn<BasisCount>[] {
  const word = ({ basis }: BasisCount) =>
    basis === undefined ? say(page, WORDS.notStated) : basisWord(basis, page.lang)
  const counted = ({ count, share }: BasisCount) =>
    `${count}  (${formatNumber(share * 100, { lang: page.lang, digits: 2 })} %)`
  return [
    { head: HEADS.basis, cell: (one) => text(word(one)) },
    { head: HEADS.count, cell: (one) => text(counted(one)) },
  ]
}

function suspectRows(page: Page): readonly DraftRow[] {
  const suspects = page.audit.reconciled.claims.filter(({ suspect }) => suspect)
  if (suspects.length === 0) return [nothing(page)]
  return suspects.map(({ measured, claim, z }) => ({
    cells: [
      text(page.ledger.get(measured)?.label[page.lang] ?? claim, { style: 'bad' }),
      text(z === null ? '' : `z = ${formatNumber(z, { lang: page.lang, digits: 3 })}`),
      text(placeWords(page.audit.inventory.claims.find(({ id }) => id === claim)?.at), { style: 'muted' }),
    ],
  }))
}

/** The one measurement that would make the cost of losses surest, and what each would leave of its uncertainty. */
function nextRows(page: Page): readonly DraftRow[] {
  const { measureNext, totalLoss } = page.audit.indicators
  const now = page.ledger.get(totalLoss)
  if (measureNext.length === 0 || now?.value == null || now.sd === undefined) return [nothing(page)]
  const money = (value: number): string => showFigure({ value, unit: now.unit }, page.lang, 'proper', 3)
  const columns: readonly ListColumn<NextMeasurement>[] = [
    { head: HEADS.datum, cell: ({ label }) => text(label[page.lang]) },
    {
      head: HEADS.spreadThen,
      cell: ({ remaining }) => text(`± ${money(page.ledger.get(remaining)?.value ?? 0)}`),
    },
  ]
  const today = `${say(page, WORDS.lossNow)}: ${money(now.value)} ± ${money(now.sd)}`
  return [...listRows(page, columns, measureNext), paragraph(today, WIDTHS.length)]
}

/** What numbers count with that state no uncertainty, the choice of recp or of the site, and what ± means. */
function defaultRows(page: Page): readonly DraftRow[] {
  const defaults = page.audit.figures.filter(({ id }) => id.startsWith('choice.uncertainty.'))
  const columns: readonly ListColumn<Figure>[] = [
    { head: HEADS.datum, cell: ({ label }) => text(label[page.lang]) },
    { head: HEADS.value, cell: (one) => text(showFigure(one, page.lang)) },
    {
      head: HEADS.whereFrom,
      span: 3,
      cell: ({ kind, at, note }) =>
        text(kind === 'input' ? placeWords(at) : (note?.[page.lang] ?? ''), { style: 'muted' }),
    },
  ]
  const meaning = say(page, PLUS_MINUS[page.audit.inventory.plusMinus])
  return [...listRows(page, columns, defaults), paragraph(meaning, WIDTHS.length)]
}

const MOST_REQUESTS = 25

/** What to ask for, the most valuable first: the number or the question, who waits, what it may unlock. */
function requestRows(page: Page): readonly DraftRow[] {
  const { requests } = page.audit.evaluation
  if (requests.length === 0) return [nothing(page)]
  const titles = new Map(page.audit.findings.map(({ entry, title }) => [entry, title[page.lang]]))
  const worth = ({ saving, stream }: DataRequest): string => {
    const words = saving === undefined ? WORDS.spentOnIt : WORDS.mayUnlock
    const known = page.ledger.get(saving ?? stream ?? '')
    return known === undefined ? '' : `${say(page, words)}: ${showFigure(known, page.lang, 'proper')}`
  }
  const columns: readonly ListColumn<DataRequest>[] = [
    { head: HEADS.datum, cell: (one) => text(askedWords(page, one)) },
    { head: HEADS.neededFor, cell: ({ entries }) => text(entryWords(entries, titles)) },
    { head: HEADS.stake, cell: (one) => text(worth(one)) },
    { head: HEADS.answer, cell: () => ({ blank: true, style: 'input' }) },
  ]
  // The most valuable stand open; + at the left opens the rest.
  return listRows(page, columns, requests).map((row, index) =>
    index <= MOST_REQUESTS ? row : { ...row, outline: 1, hidden: true },
  )
}

const FEW = 6

function entryWords(entries: readonly string[], titles: ReadonlyMap<string, string>): string {
  const words = entries.slice(0, FEW).map((entry) => titles.get(entry) ?? entry)
  return [...words, ...(entries.length > FEW ? [`+ ${entries.length - FEW}`] : [])].join('; ')
}

const WEIGHTS = { error: 0, warning: 1, note: 2 } as const

function weight({ severity }: PlacedDiagnostic): number {
  return WEIGHTS[severity]
}

function messageColumns(page: Page): readonly ListColumn<PlacedDiagnostic>[] {
  const said = (one: PlacedDiagnostic) => entryOf(one.code)
  return [
    {
      head: HEADS.severity,
      cell: (one) => text(say(page, termOf(SEVERITIES, one.severity))),
    },
    { head: HEADS.message, cell: (one) => text(said(one)?.message[page.lang](one.args) ?? one.code) },
    { head: HEADS.place, cell: (one) => text(fileWords(one), { style: 'muted' }) },
    {
      head: HEADS.help,
      cell: (one) => text(said(one)?.help?.[page.lang](one.args) ?? '', { style: 'muted' }),
    },
    { head: HEADS.id, cell: (one) => text(one.code, { style: 'code' }) },
  ]
}

/** `site.yaml:42`, else the path in the input. */
function fileWords({ file, line, at }: PlacedDiagnostic): string {
  if (file === undefined) return placeWords(at)
  return line === undefined ? file : `${file}:${line}`
}

function severityFormats(page: Page, first: number, last: number): readonly ConditionalFormat[] {
  const equal = (severity: PlacedDiagnostic['severity'], look: 'bad' | 'warning'): ConditionalFormat => ({
    area: `A${first}:A${last}`,
    when: { is: 'equal', value: `"${say(page, termOf(SEVERITIES, severity))}"` },
    look,
  })
  return [equal('error', 'bad'), equal('warning', 'warning')]
}
