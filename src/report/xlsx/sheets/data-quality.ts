import { isDatum } from '../../../model/figure.js'
import { wordsOf } from '../../../diagnostics/print-diagnostic.js'
import type { PlacedDiagnostic } from '../../../model/audit.js'
import type { ClaimCheck } from '../../../model/balances.js'
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
import { capital, SEVERITIES, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import { placeWords } from './figure-words.js'
import { areaOf, laidList, type KnownColumns, listTable, sheetWidths } from './laid-list.js'
import { EMPTY, heading, itemRows, type ListColumn, listRows, nothing, paragraph } from './list-rows.js'
import { type Page, say } from './page.js'
import { text } from './page-cells.js'

/** How the inputs are known, what contradicts, messages with their place, and what to ask for. */
export function dataQualitySheet(page: Page): DraftSheet {
  const { diagnostics, reconciled, evaluation } = page.audit
  const lists = {
    basis: laidList(page, 'data-quality.basis', basisColumns(page)),
    suspects: laidList(page, 'data-quality.suspects', suspectColumns(page)),
    next: laidList(page, 'data-quality.next', nextColumns(page)),
    defaults: laidList(page, 'data-quality.defaults', defaultColumns(page)),
    requests: laidList(page, 'data-quality.requests', requestColumns(page)),
    messages: laidList(page, 'data-quality.messages', messageColumns(page)),
  }
  const widths = sheetWidths(...Object.values(lists).map((laid) => laid.widths))
  const suspects = reconciled.claims.filter(({ suspect }) => suspect)
  const titled = (title: keyof typeof WORDS, rows: readonly DraftRow[]): readonly DraftRow[] => [
    heading(say(page, WORDS[title]), widths.length),
    ...(rows.length > 0 ? rows : [nothing(page)]),
    EMPTY,
  ]
  const { requests } = evaluation
  const rows: DraftRow[] = [
    ...titled('basisOfInputs', listRows(page, lists.basis.columns, basisCounts(page))),
    ...titled('suspects', itemRows(lists.suspects.columns, suspects)),
    ...titled('measureNext', nextRows(page, lists.next.columns, widths.length)),
    ...titled('defaults', defaultRows(page, lists.defaults.columns, widths.length)),
    ...titled('dataRequest', requests.length === 0 ? [] : requestRows(page, lists.requests.columns)),
    heading(say(page, WORDS.messages), widths.length),
  ]
  const head = FRAME_ROWS + rows.length + 1
  const sorted = [...diagnostics].sort((a, b) => weight(a) - weight(b))
  const messages = sorted.length > 0 ? listRows(page, lists.messages.columns, sorted) : [nothing(page)]
  const severities = areaOf(lists.messages, 'severity', head + 1, head + sorted.length)
  return framed(page, 'data-quality', {
    widths,
    rows: [...rows, ...messages],
    homes: false,
    freeze: FRAME_ROWS,
    ...(sorted.length > 0 && {
      tables: listTable(page, 'Messages', lists.messages, { top: head, count: sorted.length }),
      conditionalFormats: severities === undefined ? [] : severityFormats(page, severities.area),
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

function basisColumns(page: Page): KnownColumns<BasisCount, 'data-quality.basis'> {
  const word = ({ basis }: BasisCount) =>
    basis === undefined ? say(page, WORDS.notStated) : basisWord(basis, page.lang)
  const counted = ({ count, share }: BasisCount) =>
    `${count}  (${formatNumber(share * 100, { lang: page.lang, digits: 2 })} %)`
  return {
    basis: { head: HEADS.basis, cell: (one) => text(word(one)) },
    count: { head: HEADS.count, cell: (one) => text(counted(one)) },
  }
}

/** Without heads: what stands here is told by the title. */
function suspectColumns(page: Page): KnownColumns<ClaimCheck, 'data-quality.suspects'> {
  const { claims } = page.audit.inventory
  return {
    datum: {
      head: HEADS.datum,
      cell: ({ measured, claim }) =>
        text(page.ledger.get(measured)?.label[page.lang] ?? claim, { style: 'bad' }),
    },
    z: {
      head: HEADS.z,
      cell: ({ z }) => text(z === null ? '' : `z = ${formatNumber(z, { lang: page.lang, digits: 3 })}`),
    },
    place: {
      head: HEADS.place,
      cell: ({ claim }) => text(placeWords(claims.find(({ id }) => id === claim)?.at), { style: 'muted' }),
    },
  }
}

type Columns<T> = readonly ListColumn<T>[]

/** The one measurement that would make the cost of losses surest, and what each would leave of its uncertainty. */
function nextRows(page: Page, columns: Columns<NextMeasurement>, width: number): readonly DraftRow[] {
  const { measureNext, totalLoss } = page.audit.indicators
  const now = page.ledger.get(totalLoss)
  if (measureNext.length === 0 || now?.value == null || now.sd === undefined) return []
  const today = `${say(page, WORDS.lossNow)}: ${lossMoney(page, now.value)} ± ${lossMoney(page, now.sd)}`
  return [...listRows(page, columns, measureNext), paragraph(today, width)]
}

/** In the unit of the cost of losses. */
function lossMoney(page: Page, value: number): string {
  const unit = page.ledger.get(page.audit.indicators.totalLoss)?.unit ?? ''
  return showFigure({ value, unit }, page.lang, 'proper', 3)
}

function nextColumns(page: Page): KnownColumns<NextMeasurement, 'data-quality.next'> {
  return {
    datum: { head: HEADS.datum, cell: ({ label }) => text(label[page.lang]) },
    spreadThen: {
      head: HEADS.spreadThen,
      cell: ({ remaining }) => text(`± ${lossMoney(page, page.ledger.get(remaining)?.value ?? 0)}`),
    },
  }
}

/** What numbers count with that state no uncertainty, the choice of recp or of the site, and what ± means. */
function defaultRows(page: Page, columns: Columns<Figure>, width: number): readonly DraftRow[] {
  const defaults = page.audit.figures.filter(({ id }) => id.startsWith('choice.uncertainty.'))
  const meaning = say(page, PLUS_MINUS[page.audit.inventory.plusMinus])
  return [...listRows(page, columns, defaults), paragraph(meaning, width)]
}

function defaultColumns(page: Page): KnownColumns<Figure, 'data-quality.defaults'> {
  return {
    datum: { head: HEADS.datum, cell: ({ label }) => text(label[page.lang]) },
    value: { head: HEADS.value, cell: (one) => text(showFigure(one, page.lang)) },
    whereFrom: {
      head: HEADS.whereFrom,
      cell: ({ kind, at, note }) =>
        text(kind === 'input' ? placeWords(at) : (note?.[page.lang] ?? ''), { style: 'muted' }),
    },
  }
}

const MOST_REQUESTS = 25

/** The most valuable stand open; + at the left opens the rest. */
function requestRows(page: Page, columns: Columns<DataRequest>): readonly DraftRow[] {
  return listRows(page, columns, page.audit.evaluation.requests).map((row, index) =>
    index <= MOST_REQUESTS ? row : { ...row, outline: 1, hidden: true },
  )
}

/** What to ask for: the number or the question, who waits, what it may unlock. */
function requestColumns(page: Page): KnownColumns<DataRequest, 'data-quality.requests'> {
  const titles = new Map(page.audit.findings.map(({ entry, title }) => [entry, title[page.lang]]))
  const worth = ({ saving, stream }: DataRequest): string => {
    const words = saving === undefined ? WORDS.spentOnIt : WORDS.mayUnlock
    const known = page.ledger.get(saving ?? stream ?? '')
    return known === undefined ? '' : `${say(page, words)}: ${showFigure(known, page.lang, 'proper')}`
  }
  return {
    datum: { head: HEADS.datum, cell: (one) => text(capital(askedWords(page, one))) },
    neededFor: { head: HEADS.neededFor, cell: ({ entries }) => text(entryWords(entries, titles)) },
    stake: { head: HEADS.stake, cell: (one) => text(capital(worth(one))) },
    answer: { head: HEADS.answer, cell: () => ({ blank: true, style: 'input' }) },
  }
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

function messageColumns(page: Page): KnownColumns<PlacedDiagnostic, 'data-quality.messages'> {
  return {
    severity: { head: HEADS.severity, cell: (one) => text(say(page, termOf(SEVERITIES, one.severity))) },
    message: {
      head: HEADS.message,
      cell: (one) => text(wordsOf(one, page.lang).message),
    },
    place: { head: HEADS.place, cell: (one) => text(fileWords(one), { style: 'muted' }) },
    help: {
      head: HEADS.help,
      cell: (one) => text(wordsOf(one, page.lang).help, { style: 'muted' }),
    },
    id: { head: HEADS.id, cell: (one) => text(one.code, { style: 'code' }) },
  }
}

/** `site.yaml:42`, else the path in the input. */
function fileWords({ file, line, at }: PlacedDiagnostic): string {
  if (file === undefined) return placeWords(at)
  return line === undefined ? file : `${file}:${line}`
}

function severityFormats(page: Page, area: string): readonly ConditionalFormat[] {
  const equal = (severity: PlacedDiagnostic['severity'], look: 'bad' | 'warning'): ConditionalFormat => ({
    area,
    when: { is: 'equal', value: `"${say(page, termOf(SEVERITIES, severity))}"` },
    look,
  })
  return [equal('error', 'bad'), equal('warning', 'warning')]
}
