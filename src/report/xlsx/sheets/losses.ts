import type { Loss } from '../../../model/indicators.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import { MONEY } from '../../sankey/diagrams.js'
import { columnLetters } from '../address.js'
import type { ChartSpec, Result } from '../book.js'
import { columnFormat } from '../figure-format.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { LOSS_PARTS, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { chartMoney } from './chart-money.js'
import { flowDrawings } from './flow-drawings.js'
import { FIRST_HEAD, FRAME_ROWS, framed } from './frame.js'
import { howWords } from './figure-words.js'
import {
  areaOf,
  laidList,
  type KnownColumns,
  type LaidList,
  listTable,
  rowUnder,
  TOTAL_LINE,
  totalUncertainty,
} from './laid-list.js'
import { EMPTY, heading, type ListColumn, listRows, PAGE_BREAK } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { figure, linked, text, uncertainty, unit } from './page-cells.js'

type Part = Loss['parts'][number]['kind']
type Laid = LaidList<Loss, ColumnId<'losses'>>

const LONGEST_CHART = 12

/** Losses with the dearest first: a table to filter, a Pareto chart, and what each cost is made of. */
export function lossesSheet(page: Page): DraftSheet | undefined {
  const { losses, totalLoss } = page.audit.indicators
  if (losses.length === 0) return undefined
  const laid = laidLosses(page)
  const { widths } = laid
  const last = FIRST_HEAD + losses.length
  const chartRow = last + 3
  const chart = paretoChart(page, {
    at: `A${chartRow}:${columnLetters(Math.min(widths.length, 9))}${chartRow + 19}`,
  })
  const gap = Array.from({ length: 22 }, (_, index) =>
    index === 21 || (index === 0 && losses.length > 18) ? PAGE_BREAK : EMPTY,
  )
  const top = [...listRows(page, laid.columns, losses), totalRow(page, laid, totalLoss), ...gap]
  const money = flowDrawings(page, [MONEY], { widths, above: top.length })
  const rows = [...top, ...money.rows, ...partRows(page, losses, widths.length)]
  return framed(page, 'losses', {
    widths,
    rows,
    freezeColumns: 2,
    // The head is that of the table alone.
    repeat: FRAME_ROWS,
    tables: listTable(page, 'Losses', laid, { top: FIRST_HEAD, count: losses.length }),
    charts: chart,
    drawings: money.drawings,
  })
}

function laidLosses(page: Page): Laid {
  return laidList(page, 'losses', lossColumns(page))
}

function lossColumns(page: Page): KnownColumns<Loss, 'losses'> {
  const { losses } = page.audit.indicators
  const first = FIRST_HEAD + 1
  const partFormat = columnFormat(losses.map((loss) => page.ledger.get(loss.cost)))
  const look = partFormat ? { format: partFormat } : {}
  const partOf = (loss: Loss, kind: Part) => loss.parts.find((one) => one.kind === kind)
  const part = (kind: Part): ListColumn<Loss> | undefined =>
    losses.some((loss) => partOf(loss, kind))
      ? {
          head: termOf(LOSS_PARTS, kind),
          right: true,
          cell: (loss) => {
            const found = partOf(loss, kind)
            return found ? linked(found.figure, look) : null
          },
        }
      : undefined
  return {
    number: {
      head: HEADS.number,
      right: true,
      cell: (_, index) => ({ number: index + 1, format: 'integer', style: 'text', align: 'right' }),
    },
    loss: { head: HEADS.loss, cell: (loss) => text(lossName(page, loss)) },
    amount: { head: HEADS.amount, right: true, cell: (loss) => linked(loss.amount) },
    unit: { head: HEADS.unit, cell: (loss) => unit(page, loss.amount) },
    material: part('material'),
    water: part('water'),
    energy: part('energy'),
    treatment: part('treatment'),
    system: part('system'),
    revenue: part('revenue'),
    cost: { head: HEADS.cost, right: true, cell: (loss) => linked(loss.cost, { ...look, bold: true }) },
    share: { head: HEADS.share, right: true, cell: (loss) => linked(loss.share) },
    cumulative: {
      head: HEADS.cumulative,
      right: true,
      needs: ['share'],
      cell: (_, index, lettersOf) => {
        const share = lettersOf('share')
        return {
          formula: `SUM(${share}$${first}:${share}${first + index})`,
          result: cumulative(page, losses, index),
          format: 'percent1',
          style: 'derived',
          align: 'right',
        }
      },
    },
    uncertainty: { head: HEADS.uncertainty, right: true, cell: (loss) => uncertainty(page, loss.cost) },
  }
}

function cumulative(page: Page, losses: readonly Loss[], index: number): Result {
  return losses.slice(0, index + 1).reduce((sum, loss) => sum + (valueOf(page, loss.share) ?? 0), 0)
}

function totalRow(page: Page, laid: Laid, totalLoss: string): DraftRow {
  const under = {
    loss: text(say(page, WORDS.total), { style: 'total' }),
    cost: figure(totalLoss, { style: 'total' }),
    uncertainty: totalUncertainty(page, totalLoss),
  }
  return rowUnder(laid, under, TOTAL_LINE)
}

/** The label of a loss, or the name of its flow where two losses share a label. */
export function lossName(page: Page, loss: Loss): string {
  const label = loss.label[page.lang]
  const shared = page.audit.indicators.losses.filter((other) => other.label[page.lang] === label).length > 1
  return shared ? (page.flows.get(loss.flow ?? '') ?? `${label} (${loss.id})`) : label
}

/** Bars of cost and the line of the cumulative share, over the cells of the table of losses. */
export function paretoChart(
  page: Page,
  place: { readonly at: string; readonly sheet?: string; readonly most?: number },
): readonly ChartSpec[] {
  const { losses } = page.audit.indicators
  const positive = losses.filter((loss) => (valueOf(page, loss.cost) ?? 0) > 0).length
  const count = Math.min(positive, place.most ?? LONGEST_CHART)
  if (count < 2) return []
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + count]
  const laid = laidLosses(page)
  const names = areaOf(laid, 'loss', first, last)
  const costs = areaOf(laid, 'cost', first, last)
  const shares = areaOf(laid, 'cumulative', first, last)
  if (names === undefined || costs === undefined || shares === undefined) return []
  const sheet = place.sheet === undefined ? {} : { sheet: place.sheet }
  const title = say(page, WORDS.lossChart)
  const money = chartMoney(
    page,
    losses.map(({ cost }) => valueOf(page, cost)),
  )
  return [
    {
      kind: 'pareto',
      title,
      alt: title,
      at: place.at,
      categories: { ...sheet, ...names },
      series: [
        { name: say(page, WORDS.lossCost), values: { ...sheet, ...costs } },
        { name: say(page, WORDS.cumulativeShare), values: { ...sheet, ...shares } },
      ],
      valueTitle: money.unit,
      format: money.format,
    },
  ]
}

/** The homes of the figures: amount, parts and cost of every loss, each with its formula in words. */
function partRows(page: Page, losses: readonly Loss[], width: number): readonly DraftRow[] {
  const rows: DraftRow[] = [heading(say(page, WORDS.lossParts), width)]
  const line = (label: string, id: string, bold = false): DraftRow => ({
    cells: [
      null,
      text(label, bold ? { style: 'label' } : { indent: 1 }),
      figure(id, bold ? { bold } : {}),
      { ...unit(page, id), indent: 1 },
      text(howWords(page, id), { style: 'muted', indent: 1, span: { columns: width - 4 } }),
    ],
  })
  for (const loss of losses) {
    rows.push(line(`${lossName(page, loss)}: ${say(page, HEADS.amount).toLowerCase()}`, loss.amount))
    for (const part of loss.parts) rows.push(line(say(page, termOf(LOSS_PARTS, part.kind)), part.figure))
    rows.push(line(lossName(page, loss), loss.cost, true), line(say(page, HEADS.share), loss.share))
  }
  return rows
}
