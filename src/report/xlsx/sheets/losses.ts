import type { Loss } from '../../../model/indicators.js'
import { MONEY } from '../../sankey/diagrams.js'
import { columnLetters } from '../address.js'
import type { ChartSpec, Result } from '../book.js'
import { columnFormat } from '../figure-format.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { LOSS_PARTS, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { flowDrawings } from './flow-drawings.js'
import { FIRST_HEAD, FRAME_ROWS, framed, moneyWidth } from './frame.js'
import { howWords } from './figure-words.js'
import { EMPTY, heading, type ListColumn, listRows, PAGE_BREAK } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { figure, linked, text, uncertainty, unit } from './page-cells.js'

type Part = Loss['parts'][number]['kind']

const PARTS: readonly Part[] = ['material', 'water', 'energy', 'treatment', 'system', 'revenue']
const LONGEST_CHART = 12

/** Losses with the dearest first: a table to filter, a Pareto chart, and what each cost is made of. */
export function lossesSheet(page: Page): DraftSheet | undefined {
  const { losses, totalLoss } = page.audit.indicators
  if (losses.length === 0) return undefined
  const parts = PARTS.filter((kind) => losses.some((loss) => loss.parts.some((part) => part.kind === kind)))
  const columns = lossColumns(page, losses, parts)
  const wide = moneyWidth(page)
  const widths = [6, 46, wide, 11, ...parts.map(() => wide), wide + 1, 10, 11, wide]
  const last = FIRST_HEAD + losses.length
  const total: DraftRow = { cells: totalCells(page, parts.length, totalLoss) }
  const chartRow = last + 3
  const chart = paretoChart(page, {
    at: `A${chartRow}:${columnLetters(Math.min(widths.length, 9))}${chartRow + 19}`,
  })
  const gap = Array.from({ length: 22 }, (_, index) =>
    index === 21 || (index === 0 && losses.length > 18) ? PAGE_BREAK : EMPTY,
  )
  const top = [...listRows(page, columns, losses), total, ...gap]
  const money = flowDrawings(page, [MONEY], { widths, above: top.length })
  const rows = [...top, ...money.rows, ...partRows(page, losses, widths.length)]
  return framed(page, 'losses', {
    widths,
    rows,
    freezeColumns: 2,
    // The head is that of the table alone.
    repeat: FRAME_ROWS,
    tables: [{ name: 'Losses', area: `A${FIRST_HEAD}:${columnLetters(widths.length)}${last}` }],
    charts: chart,
    drawings: money.drawings,
  })
}

function lossColumns(
  page: Page,
  losses: readonly Loss[],
  parts: readonly Part[],
): readonly ListColumn<Loss>[] {
  const shares = FRAME_ROWS + 2
  const shareColumn = columnLetters(4 + parts.length + 2)
  const partFormat = columnFormat(losses.map((loss) => page.ledger.get(loss.cost)))
  const look = partFormat ? { format: partFormat } : {}
  return [
    {
      head: HEADS.number,
      right: true,
      cell: (_, index) => ({ number: index + 1, format: 'integer', style: 'text', align: 'right' }),
    },
    { head: HEADS.loss, cell: (loss) => text(lossName(page, loss)) },
    { head: HEADS.amount, right: true, cell: (loss) => linked(loss.amount) },
    { head: HEADS.unit, cell: (loss) => unit(page, loss.amount) },
    ...parts.map((kind): ListColumn<Loss> => ({
      head: termOf(LOSS_PARTS, kind),
      right: true,
      cell: (loss) => {
        const part = loss.parts.find((one) => one.kind === kind)
        return part ? linked(part.figure, look) : null
      },
    })),
    { head: HEADS.cost, right: true, cell: (loss) => linked(loss.cost, { ...look, bold: true }) },
    { head: HEADS.share, right: true, cell: (loss) => linked(loss.share) },
    {
      head: HEADS.cumulative,
      right: true,
      cell: (_, index) => ({
        formula: `SUM(${shareColumn}$${shares}:${shareColumn}${shares + index})`,
        result: cumulative(page, losses, index),
        format: 'percent1',
        style: 'derived',
        align: 'right',
      }),
    },
    { head: HEADS.uncertainty, right: true, cell: (loss) => uncertainty(page, loss.cost) },
  ]
}

function cumulative(page: Page, losses: readonly Loss[], index: number): Result {
  return losses.slice(0, index + 1).reduce((sum, loss) => sum + (valueOf(page, loss.share) ?? 0), 0)
}

function totalCells(page: Page, parts: number, totalLoss: string): readonly DraftCell[] {
  const line = { blank: true, style: 'total' } as const
  const middle = Array.from({ length: 2 + parts }, () => line)
  return [
    line,
    text(say(page, WORDS.total), { style: 'total' }),
    ...middle,
    figure(totalLoss, { style: 'total' }),
    line,
    line,
    uncertainty(page, totalLoss) ?? line,
  ]
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
  place: { readonly at: string; readonly sheet?: string },
): readonly ChartSpec[] {
  const { losses } = page.audit.indicators
  const positive = losses.filter((loss) => (valueOf(page, loss.cost) ?? 0) > 0).length
  const count = Math.min(positive, LONGEST_CHART)
  if (count < 2) return []
  const parts = PARTS.filter((kind) =>
    losses.some((loss) => loss.parts.some((part) => part.kind === kind)),
  ).length
  const sheet = place.sheet === undefined ? {} : { sheet: place.sheet }
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + count]
  const range = (column: number) => ({
    ...sheet,
    area: `${columnLetters(column)}${first}:${columnLetters(column)}${last}`,
  })
  const title = say(page, WORDS.lossChart)
  return [
    {
      kind: 'pareto',
      title,
      alt: title,
      at: place.at,
      categories: range(2),
      series: [
        { name: say(page, WORDS.lossCost), values: range(5 + parts) },
        { name: say(page, WORDS.cumulativeShare), values: range(7 + parts) },
      ],
      valueTitle: `${page.audit.head.currency}${say(page, WORDS.perYear)}`,
      format: 'money',
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
