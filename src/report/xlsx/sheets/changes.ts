import { NO_VALUE } from '../../../formula/index.js'
import {
  CAUSES,
  type Comparison,
  type InputChange,
  type Move,
  type StateChange,
} from '../../../model/comparison.js'
import { causeNames, changeLabels, profileTitle, shownMoves, stateName } from '../../changes.js'
import type { ChartSpec, Look } from '../book.js'
import { computedFormat } from '../figure-format.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { HEADS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import { EMPTY, heading, type ListColumn, listRows } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { figure, text, unitWords } from './page-cells.js'

const WIDTHS = [46, 17, 17, 14, 12, 14, 14, 14, 14, 18]
const CHART_ROWS = 20

/** What changed since an earlier audit: the RECP profile with its picture, results and causes, inputs, states. */
export function changesSheet(page: Page): DraftSheet | undefined {
  const { changes } = page.audit
  if (changes === undefined) return undefined
  const rows: DraftRow[] = []
  /** Puts a titled list below what is there; gives the row of its first item. */
  const block = <T>(
    title: string,
    columns: (top: number) => readonly ListColumn<T>[],
    items: readonly T[],
  ): number => {
    const gap = rows.length === 0 ? [] : [EMPTY]
    const top = FRAME_ROWS + rows.length + gap.length + 3
    if (items.length > 0)
      rows.push(...gap, heading(title, WIDTHS.length), ...listRows(page, columns(top), items))
    return top
  }
  const profile = profileMoves(changes)
  const top = block(
    `${profileTitle(changes, page.lang)}: ${changes.old.period} → ${changes.new.period}`,
    (at) => profileColumns(page, at),
    profile,
  )
  // A radar of fewer than three spokes is a line.
  const charts = profile.length < 3 ? [] : [radar(page, top, profile.length, FRAME_ROWS + rows.length + 2)]
  if (charts.length > 0) rows.push(...Array.from({ length: CHART_ROWS + 1 }, () => EMPTY))
  block(say(page, changeLabels.results), (at) => moveColumns(page, at), shownMoves(changes))
  block(say(page, changeLabels.inputs), () => inputColumns(page), changes.inputs)
  block(say(page, changeLabels.measures), () => stateColumns(page), changes.measures)
  block(say(page, changeLabels.findings), () => stateColumns(page), changes.findings)
  return framed(page, 'changes', { widths: WIDTHS, rows, freeze: FRAME_ROWS, homes: false, charts })
}

/** The relative indicators of the profile that both years have. */
function profileMoves({ profile, moves }: Comparison): readonly Move[] {
  return profile.flatMap(({ relativeId }) =>
    moves.filter(
      ({ id, old, oldAtNewFactors, new: now }) =>
        id === relativeId && old !== null && old !== 0 && oldAtNewFactors !== null && now !== null,
    ),
  )
}

function profileColumns(page: Page, top: number): readonly ListColumn<Move>[] {
  return [
    ...valueColumns(page, top),
    {
      head: INDEX_BEFORE,
      right: true,
      cell: () => ({ number: 1, format: 'percent', style: 'text', align: 'right' }),
    },
    {
      head: INDEX_NOW,
      right: true,
      cell: (move, index) => ({
        live: () =>
          `IF(COUNT(C${top + index},H${top + index})<2,"${NO_VALUE}",C${top + index}/H${top + index})`,
        result: (move.new ?? NaN) / (before(page, move) ?? NaN),
        format: 'percent',
        style: 'derived',
        align: 'right',
      }),
    },
    { head: INDEX_OF, right: true, cell: (move) => constant(before(page, move), move) },
  ]
}

const INDEX_BEFORE = { en: 'Before = 100 %', vi: 'Trước = 100 %' }
/** What the later year is held against: the earlier one, by default with the factors of the later. */
function before(page: Page, move: Move): number | null {
  return page.audit.changes?.factors === 'own' ? move.old : move.oldAtNewFactors
}

const INDEX_OF = { en: '100 % is', vi: '100 % là' }
const INDEX_NOW = { en: 'Now', vi: 'Nay' }

/** The later year as a share of the earlier one, spoke by spoke. */
function radar(page: Page, top: number, count: number, row: number): ChartSpec {
  const area = (column: string): { readonly area: string } => ({
    area: `${column}${top}:${column}${top + count - 1}`,
  })
  const { old, new: now } = page.audit.changes ?? { old: undefined, new: undefined }
  return {
    kind: 'radar',
    title: say(page, changeLabels.profile),
    alt: say(page, changeLabels.profile),
    at: `A${row}:F${row + CHART_ROWS - 1}`,
    categories: area('A'),
    series: [
      { name: old?.period ?? '', values: area('F'), color: '8A8F98' },
      { name: now?.period ?? '', values: area('G'), color: '0F5C6E' },
    ],
    format: 'percent',
  }
}

/** Label, earlier value, later value as a link to its home, unit, and the change that follows from the two cells. */
function valueColumns(page: Page, top: number): readonly ListColumn<Move>[] {
  return [
    { head: HEADS.name, cell: (move) => text(move.label[page.lang]) },
    { head: changeLabels.before, right: true, cell: (move) => constant(move.old, move) },
    {
      head: changeLabels.now,
      right: true,
      cell: (move) => (page.ledger.has(move.id) ? figure(move.id, { bold: true }) : dash()),
    },
    {
      head: HEADS.unit,
      cell: (move) => text(move.show === '%' ? '' : unitWords(move.unit, page.lang), { style: 'muted' }),
    },
    { head: changeLabels.change, right: true, cell: (move, index) => changeCell(page, move, top + index) },
  ]
}

function changeCell(page: Page, move: Move, row: number): DraftCell {
  const now = valueOf(page, move.id)
  if (move.old === null || move.old === 0 || now === null) return dash()
  return {
    live: () => `IF(COUNT(B${row},C${row})<2,"${NO_VALUE}",(C${row}-B${row})/ABS(B${row}))`,
    result: (now - move.old) / Math.abs(move.old),
    format: 'percent1',
    style: 'derived',
    align: 'right',
  }
}

function moveColumns(page: Page, top: number): readonly ListColumn<Move>[] {
  const part = (move: Move, cause: (typeof CAUSES)[number]): DraftCell => {
    const value = move.parts?.find((one) => one.cause === cause)?.value
    return value === undefined ? dash() : constant(value, move, 'solved')
  }
  return [
    ...valueColumns(page, top),
    ...CAUSES.map((cause): ListColumn<Move> => ({
      head: causeNames[cause],
      right: true,
      cell: (move) => part(move, cause),
    })),
  ]
}

function inputColumns(page: Page): readonly ListColumn<InputChange>[] {
  const side = (one: InputChange['old']): DraftCell => (one === undefined ? dash() : constant(one.value, one))
  return [
    { head: HEADS.name, cell: (change) => text(change.label[page.lang]) },
    { head: changeLabels.before, right: true, cell: (change) => side(change.old) },
    { head: changeLabels.now, right: true, cell: (change) => side(change.new) },
    {
      head: HEADS.unit,
      cell: ({ old, new: now }) => text(unitWords((now ?? old)?.unit ?? '', page.lang), { style: 'muted' }),
    },
    { head: changeLabels.cause, cell: (change) => text(causeNames[change.cause][page.lang]) },
    {
      head: changeLabels.place,
      span: 5,
      cell: ({ old, new: now, id }) => text((now ?? old)?.place ?? id, { style: 'muted', wrap: false }),
    },
  ]
}

function stateColumns(page: Page): readonly ListColumn<StateChange>[] {
  return [
    { head: changeLabels.what, cell: (change) => text(change.title[page.lang]) },
    { head: changeLabels.before, cell: (change) => text(stateName(change.old, page.lang)) },
    { head: changeLabels.now, cell: (change) => text(stateName(change.new, page.lang)) },
  ]
}

/** A number of the earlier audit, or one that no formula of this workbook gives. */
function constant(
  value: number | null,
  { unit, show }: { readonly unit: string; readonly show?: '%' },
  style: 'factor' | 'solved' = 'factor',
): DraftCell {
  if (value === null) return dash()
  const format = show === '%' ? 'percent1' : computedFormat(value, unit)
  return { number: value, format, style, align: 'right' }
}

function dash(look: Look = {}): DraftCell {
  return { text: NO_VALUE, style: 'missing', align: 'right', ...look }
}
