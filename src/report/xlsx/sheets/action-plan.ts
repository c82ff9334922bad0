import { isLeftOut, type Opportunity } from '../../../model/opportunities.js'
import { columnLetters } from '../address.js'
import type { Text } from '../../../model/text.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import type { CellRange, Cell, ChartSpec, ConditionalFormat } from '../book.js'
import { parseDay } from '../day.js'
import type { DraftSheet } from '../layout.js'
import { STATUSES, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FIRST_HEAD, framed } from './frame.js'
import { areaOf, laidList, type KnownColumns, type LaidList, listTable } from './laid-list.js'
import { titleWithMachine } from '../../finding-words.js'
import { EMPTY, listRows } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { linked, text } from './page-cells.js'

const STATUS_LIST = ['proposed', 'planned', 'running', 'done', 'rejected'] as const

/** What is worth doing, with blue cells for decision, owner and dates. */
export function actionPlanSheet(page: Page): DraftSheet | undefined {
  const laid: Laid = laidList(page, 'action-plan', knownColumns(page))
  const list = page.audit.evaluation.opportunities.filter(
    (one) => !isLeftOut(one) && (one.origin === 'measure' || (valueOf(page, one.netInPackage) ?? 0) > 0),
  )
  if (list.length === 0) return undefined
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + list.length]
  const words = STATUS_LIST.map((status) => say(page, termOf(STATUSES, status)))
  const status = areaOf(laid, 'status', first, last)?.area
  const days = [areaOf(laid, 'start', first, last), areaOf(laid, 'due', first, last)]
  const plan = planChart(page, laid, list)
  const widths = [...laid.widths, ...plan.widths]
  return framed(page, 'action-plan', {
    widths,
    rows: [
      ...listRows(page, laid.columns, list).map((row, index) => ({
        cells: [...row.cells, ...(plan.cells[index] ?? [])],
      })),
      EMPTY,
    ],
    charts: plan.charts,
    homes: false,
    freezeColumns: 2,
    tables: listTable(page, 'ActionPlan', laid, { top: FIRST_HEAD, count: list.length }),
    validations: [
      ...(status === undefined
        ? []
        : [
            {
              area: status,
              allow: { list: words },
              prompt: { title: say(page, HEADS.status), text: say(page, WORDS.statusPrompt) },
            },
          ]),
      ...days.flatMap((found) =>
        found === undefined
          ? []
          : { ...found, allow: { dateBetween: { from: '1990-01-01', to: '2099-12-31' } }, strict: false },
      ),
    ],
    conditionalFormats: status === undefined ? [] : statusFormats(words, status),
  })
}

type Laid = LaidList<Opportunity, ColumnId<'action-plan'>>

type Plan = {
  readonly widths: readonly number[]
  /** Beside the table, for the head and each row: days that the bars stand on, and as many as they are long. */
  readonly cells: readonly (readonly Cell[])[]
  readonly charts: readonly ChartSpec[]
}

/** Bars from start to due of each measure, once any of them has both; they follow the blue cells. */
function planChart(page: Page, laid: Laid, list: readonly Opportunity[]): Plan {
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + list.length]
  const names = areaOf(laid, 'measure', first, last)
  const [from, to] = [laid.lettersOf('start'), laid.lettersOf('due')]
  const dated = list.filter((one) => one.start !== undefined && one.due !== undefined)
  const earliest = dated.map((one) => one.start ?? '').sort()[0]
  if (names === undefined || from === undefined || to === undefined || earliest === undefined)
    return { widths: [], cells: [], charts: [] }
  const dayOf = (date: string | undefined) =>
    (parseDay(date ?? '')?.getTime() ?? Number.NaN) / 86_400_000 + 25_569
  const cells = list.map((one, index): readonly Cell[] => {
    const row = first + index
    const both = `COUNT(${from}${row},${to}${row})=2`
    const days = dayOf(one.due) - dayOf(one.start)
    const look = { format: 'integer', style: 'derived', align: 'right' } as const
    return [
      {
        formula: `IF(${both},${from}${row},0)`,
        result: Number.isFinite(days) ? dayOf(one.start) : 0,
        ...look,
      },
      {
        formula: `IF(${both},MAX(0,${to}${row}-${from}${row}),0)`,
        result: Number.isFinite(days) ? Math.max(0, days) : 0,
        ...look,
      },
    ]
  })
  const head = (words: Text): Cell => ({ text: say(page, words), style: 'head', align: 'right' })
  /** Cells of a column right of the table. */
  const beside = (place: number): CellRange => {
    const letters = columnLetters(laid.widths.length + place)
    return { area: `${letters}${first}:${letters}${last}` }
  }
  const top = last + 2
  const title = say(page, WORDS.planChart)
  return {
    widths: [10, 8],
    cells: [[head(HEADS.start), head(WORDS.days)], ...cells],
    charts: [
      {
        kind: 'stacked-bar',
        title,
        alt: title,
        at: `A${top}:F${top + 7 + 2 * list.length}`,
        categories: names,
        series: [
          { name: say(page, HEADS.start), values: beside(1), hidden: true },
          { name: say(page, WORDS.days), values: beside(2) },
        ],
        from: earliest,
        format: 'date',
        legend: false,
      },
    ],
  }
}

function knownColumns(page: Page): KnownColumns<Opportunity, 'action-plan'> {
  const money = (id: string | undefined) => (id === undefined ? null : linked(id, { format: 'money' }))
  const typed = (words: string | undefined): Cell =>
    words === undefined || words === ''
      ? { blank: true, style: 'input', wrap: true }
      : { text: words, style: 'input', wrap: true }
  const day = (date: string | undefined): Cell =>
    date === undefined ? { blank: true, style: 'input', format: 'date' } : { date, style: 'input' }
  return {
    number: {
      head: HEADS.number,
      right: true,
      cell: (_, index) => ({ number: index + 1, format: 'integer', style: 'text', align: 'right' }),
    },
    measure: { head: HEADS.measure, cell: (one) => text(titleWithMachine(page, one)) },
    status: { head: HEADS.status, cell: (one) => typed(say(page, termOf(STATUSES, one.status))) },
    owner: { head: HEADS.owner, cell: (one) => typed(one.owner) },
    start: { head: HEADS.start, right: true, cell: (one) => day(one.start) },
    due: { head: HEADS.due, right: true, cell: (one) => day(one.due) },
    investment: { head: HEADS.investment, right: true, cell: (one) => money(one.investment) },
    inPackage: { head: HEADS.inPackage, right: true, cell: (one) => money(one.netInPackage) },
    payback: {
      head: HEADS.payback,
      right: true,
      cell: (one) => (one.payback === undefined ? null : linked(one.payback)),
    },
    verify: { head: HEADS.verify, cell: (one) => text(one.verify?.[page.lang] ?? '') },
    note: { head: HEADS.note, cell: (one) => typed(one.reason) },
  }
}

function statusFormats(words: readonly string[], area: string): readonly ConditionalFormat[] {
  const [, planned, running, done, rejected] = words
  const equal = (word: string | undefined, look: ConditionalFormat['look']): ConditionalFormat => ({
    area,
    when: { is: 'equal', value: `"${word ?? ''}"` },
    look,
  })
  return [equal(done, 'good'), equal(running, 'warning'), equal(planned, 'warning'), equal(rejected, 'muted')]
}
