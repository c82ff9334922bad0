import { NO_VALUE } from '../../../formula/index.js'
import {
  type Cause,
  type Comparison,
  type InputChange,
  type Move,
  type StateChange,
} from '../../../model/comparison.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import { causeNames, changeLabels, profileTitle, shownMoves, stateName } from '../../changes.js'
import type { ChartSpec, Look } from '../book.js'
import { computedFormat } from '../figure-format.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { HEADS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import {
  areaOf,
  laidList,
  type KnownColumn,
  type KnownColumns,
  type LaidList,
  sheetWidths,
} from './laid-list.js'
import { EMPTY, heading, type ListColumn, listRows } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { figure, text, unitWords } from './page-cells.js'

const CHART_ROWS = 20
/** Above the first item of a list: its title and its heads. */
const ABOVE_ITEMS = 2

/** What changed since an earlier audit: the RECP profile with its picture, results and causes, inputs, states. */
export function changesSheet(page: Page): DraftSheet | undefined {
  const { changes } = page.audit
  if (changes === undefined) return undefined
  const profile = profileMoves(changes)
  const ofProfile = laidList(page, 'changes.profile', profileColumns(page, FRAME_ROWS + ABOVE_ITEMS + 1))
  const drawn = profile.length === 0 ? 0 : ABOVE_ITEMS + profile.length
  const charts = radar(page, ofProfile, profile.length)
  const above = charts.length === 0 ? drawn : drawn + CHART_ROWS + 1
  const firstResult = FRAME_ROWS + above + (above === 0 ? 0 : 1) + ABOVE_ITEMS + 1
  const ofResults = laidList(page, 'changes.results', moveColumns(page, firstResult))
  const ofInputs = laidList(page, 'changes.inputs', inputColumns(page))
  const ofMeasures = laidList(page, 'changes.measures', stateColumns(page))
  const ofFindings = laidList(page, 'changes.findings', stateColumns(page))
  const lists = [ofProfile, ofResults, ofInputs, ofMeasures, ofFindings]
  const widths = sheetWidths(...lists.map((laid) => laid.widths))
  const rows: DraftRow[] = []
  /** Puts a titled list below what is there. */
  const block = <T>(title: string, columns: readonly ListColumn<T>[], items: readonly T[]): void => {
    if (items.length === 0) return
    const gap = rows.length === 0 ? [] : [EMPTY]
    rows.push(...gap, heading(title, widths.length), ...listRows(page, columns, items))
  }
  const period = `${changes.old.period} → ${changes.new.period}`
  block(`${profileTitle(changes, page.lang)}: ${period}`, ofProfile.columns, profile)
  rows.push(...Array.from({ length: above - drawn }, () => EMPTY))
  block(say(page, changeLabels.results), ofResults.columns, shownMoves(changes))
  block(say(page, changeLabels.inputs), ofInputs.columns, changes.inputs)
  block(say(page, changeLabels.measures), ofMeasures.columns, changes.measures)
  block(say(page, changeLabels.findings), ofFindings.columns, changes.findings)
  return framed(page, 'changes', { widths, rows, freeze: FRAME_ROWS, homes: false, charts })
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

function profileColumns(page: Page, top: number): KnownColumns<Move, 'changes.profile'> {
  return {
    ...valueColumns(page, top),
    indexBefore: {
      head: INDEX_BEFORE,
      right: true,
      cell: () => ({ number: 1, format: 'percent', style: 'text', align: 'right' }),
    },
    indexNow: {
      head: INDEX_NOW,
      right: true,
      needs: ['now', 'indexOf'],
      cell: (move, index, lettersOf) => {
        const [now, whole] = [`${lettersOf('now')}${top + index}`, `${lettersOf('indexOf')}${top + index}`]
        return {
          live: () => `IF(COUNT(${now},${whole})<2,"${NO_VALUE}",${now}/${whole})`,
          result: (move.new ?? NaN) / (before(page, move) ?? NaN),
          format: 'percent',
          style: 'derived',
          align: 'right',
        }
      },
    },
    indexOf: { head: INDEX_OF, right: true, cell: (move) => constant(before(page, move), move) },
  }
}

const INDEX_BEFORE = { en: 'Before = 100 %', vi: 'Trước = 100 %' }
/** What the later year is held against: the earlier one, by default with the factors of the later. */
function before(page: Page, move: Move): number | null {
  return page.audit.changes?.factors === 'own' ? move.old : move.oldAtNewFactors
}

const INDEX_OF = { en: '100 % is', vi: '100 % là' }
const INDEX_NOW = { en: 'Now', vi: 'Nay' }

/** The later year as a share of the earlier one, spoke by spoke, below the profile; fewer than three are a line. */
function radar(
  page: Page,
  laid: LaidList<Move, ColumnId<'changes.profile'>>,
  count: number,
): readonly ChartSpec[] {
  const top = FRAME_ROWS + ABOVE_ITEMS + 1
  const area = (id: ColumnId<'changes.profile'>) => areaOf(laid, id, top, top + count - 1)
  const [names, then, now] = [area('name'), area('indexBefore'), area('indexNow')]
  if (count < 3 || names === undefined || then === undefined || now === undefined) return []
  const { old, new: later } = page.audit.changes ?? { old: undefined, new: undefined }
  const row = top + count + 1
  return [
    {
      kind: 'radar',
      title: say(page, changeLabels.profile),
      alt: say(page, changeLabels.profile),
      at: `A${row}:F${row + CHART_ROWS - 1}`,
      categories: names,
      series: [
        { name: old?.period ?? '', values: then, color: '8A8F98' },
        { name: later?.period ?? '', values: now, color: '0F5C6E' },
      ],
      format: 'percent',
    },
  ]
}

type Valued = 'name' | 'before' | 'now' | 'unit' | 'change'

/** Label, earlier value, later value as a link to its home, unit, and the change that follows from the two cells. */
function valueColumns(page: Page, top: number): Readonly<Record<Valued, KnownColumn<Move, Valued>>> {
  return {
    name: { head: HEADS.name, cell: (move) => text(move.label[page.lang]) },
    before: { head: changeLabels.before, right: true, cell: (move) => constant(move.old, move) },
    now: {
      head: changeLabels.now,
      right: true,
      cell: (move) => (page.ledger.has(move.id) ? figure(move.id, { bold: true }) : dash()),
    },
    unit: {
      head: HEADS.unit,
      cell: (move) => text(move.show === '%' ? '' : unitWords(move.unit, page.lang), { style: 'muted' }),
    },
    change: {
      head: changeLabels.change,
      right: true,
      needs: ['before', 'now'],
      cell: (move, index, lettersOf) => {
        const row = top + index
        return changeCell(page, move, `${lettersOf('before')}${row}`, `${lettersOf('now')}${row}`)
      },
    },
  }
}

function changeCell(page: Page, move: Move, then: string, now: string): DraftCell {
  const value = valueOf(page, move.id)
  if (move.old === null || move.old === 0 || value === null) return dash()
  return {
    live: () => `IF(COUNT(${then},${now})<2,"${NO_VALUE}",(${now}-${then})/ABS(${then}))`,
    result: (value - move.old) / Math.abs(move.old),
    format: 'percent1',
    style: 'derived',
    align: 'right',
  }
}

function moveColumns(page: Page, top: number): KnownColumns<Move, 'changes.results'> {
  const part = (cause: Cause): ListColumn<Move> => ({
    head: causeNames[cause],
    right: true,
    cell: (move) => {
      const value = move.parts?.find((one) => one.cause === cause)?.value
      return value === undefined ? dash() : constant(value, move, 'solved')
    },
  })
  return {
    ...valueColumns(page, top),
    activity: part('activity'),
    price: part('price'),
    factor: part('factor'),
    method: part('method'),
    'data-quality': part('data-quality'),
  }
}

function inputColumns(page: Page): KnownColumns<InputChange, 'changes.inputs'> {
  const side = (one: InputChange['old']): DraftCell => (one === undefined ? dash() : constant(one.value, one))
  return {
    name: { head: HEADS.name, cell: (change) => text(change.label[page.lang]) },
    before: { head: changeLabels.before, right: true, cell: (change) => side(change.old) },
    now: { head: changeLabels.now, right: true, cell: (change) => side(change.new) },
    unit: {
      head: HEADS.unit,
      cell: ({ old, new: now }) => text(unitWords((now ?? old)?.unit ?? '', page.lang), { style: 'muted' }),
    },
    cause: { head: changeLabels.cause, cell: (change) => text(causeNames[change.cause][page.lang]) },
    place: {
      head: changeLabels.place,
      cell: ({ old, new: now, id }) => text((now ?? old)?.place ?? id, { style: 'muted', wrap: false }),
    },
  }
}

function stateColumns(page: Page): KnownColumns<StateChange, 'changes.measures'> {
  return {
    what: { head: changeLabels.what, cell: (change) => text(change.title[page.lang]) },
    before: { head: changeLabels.before, cell: (change) => text(stateName(change.old, page.lang)) },
    now: { head: changeLabels.now, cell: (change) => text(stateName(change.new, page.lang)) },
  }
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
