import { entryOf } from '../../../diagnostics/catalogue.js'
import type { PlacedDiagnostic } from '../../../model/audit.js'
import type { Figure } from '../../../model/figure.js'
import type { NextMeasurement } from '../../../model/indicators.js'
import { BASES, type Basis } from '../../../model/quantity.js'
import { basisWord, formatNumber } from '../../../units/index.js'
import { PLUS_MINUS } from '../../balance-words.js'
import { showFigure } from '../../show-figure.js'
import type { ConditionalFormat } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { SEVERITIES, SYSTEMS, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import { placeWords } from './figure-words.js'
import { EMPTY, heading, type ListColumn, listRows, nothing, paragraph } from './list-rows.js'
import { calledOf, type Page, say } from './page.js'
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
  const inputs = page.audit.figures.filter(({ kind, written }) => kind === 'input' && written !== undefined)
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
      cell: ({ kind, at, note }) =>
        text(kind === 'input' ? placeWords(at) : (note?.[page.lang] ?? ''), { style: 'muted' }),
    },
  ]
  const meaning = say(page, PLUS_MINUS[page.audit.inventory.plusMinus])
  return [...listRows(page, columns, defaults), paragraph(meaning, WIDTHS.length)]
}

type Request = {
  readonly datum: string
  readonly entries: readonly string[]
  readonly systems: readonly string[]
}

/** What checklist entries lack, the most wanted first. */
function requests(page: Page): readonly Request[] {
  const wanted = new Map<string, { entries: Set<string>; systems: Set<string> }>()
  for (const finding of page.audit.findings) {
    if (finding.outcome !== 'needs-data' && finding.outcome !== 'found') continue
    for (const datum of finding.lacks) {
      const one = wanted.get(datum) ?? { entries: new Set(), systems: new Set() }
      one.entries.add(finding.title[page.lang])
      one.systems.add(say(page, termOf(SYSTEMS, finding.system)))
      wanted.set(datum, one)
    }
  }
  return [...wanted]
    .map(([datum, { entries, systems }]) => ({ datum, entries: [...entries], systems: [...systems] }))
    .sort((a, b) => b.entries.length - a.entries.length)
}

function requestRows(page: Page): readonly DraftRow[] {
  const list = requests(page)
  if (list.length === 0) return [nothing(page)]
  const columns: readonly ListColumn<Request>[] = [
    { head: HEADS.datum, cell: ({ datum }) => text(calledOf(page, datum)) },
    { head: HEADS.neededFor, cell: ({ entries }) => text(entries.join('; ')) },
    { head: HEADS.system, cell: ({ systems }) => text(systems.join(', ')) },
    { head: HEADS.answer, cell: () => ({ blank: true, style: 'input' }) },
  ]
  return listRows(page, columns, list)
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
