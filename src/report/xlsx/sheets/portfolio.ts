import type { Text } from '../../../model/text.js'
import type { ChartSpec } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { FRAME_ROWS, framed, moneyWidth } from './frame.js'
import { EMPTY, heading, PAGE_BREAK } from './list-rows.js'
import { abatementBlock } from './portfolio-abatement.js'
import { paybackBlock } from './portfolio-payback.js'
import { tornadoBlock } from './portfolio-tornado.js'
import { waterfallBlock } from './portfolio-waterfall.js'
import { type Page, say } from './page.js'

/** Columns of the sheet: a name and what is drawn of it. */
export const PORTFOLIO_WIDTH = 7
const CHART_ROWS = 19
/** On a page of paper. */
const BLOCKS_A_PAGE = 2

/** A table of what is drawn, and the chart over it. `first`: the row of its first row, from 1. */
export type PortfolioBlock = {
  readonly title: Text
  readonly rows: readonly DraftRow[]
  readonly chart: Omit<ChartSpec, 'at'>
}

export type MakeBlock = (page: Page, first: number) => PortfolioBlock | undefined

const BLOCKS: readonly MakeBlock[] = [waterfallBlock, paybackBlock, tornadoBlock, abatementBlock]

/** The measures in charts, each below its own live table. */
export function portfolioSheet(page: Page): DraftSheet | undefined {
  const rows: DraftRow[] = []
  const charts: ChartSpec[] = []
  for (const make of BLOCKS) {
    const block = make(page, FRAME_ROWS + rows.length + 2)
    if (block === undefined) continue
    place(page, block, rows, charts)
    rows.push(charts.length % BLOCKS_A_PAGE === 0 ? PAGE_BREAK : EMPTY)
  }
  // No empty page at the end.
  rows.splice(-1, 1, EMPTY)
  if (charts.length === 0) return undefined
  const money = moneyWidth(page)
  return framed(page, 'portfolio', {
    widths: [56, money, money, money, money, money, 12],
    rows,
    charts,
    freeze: FRAME_ROWS,
    landscape: false,
    homes: false,
    tabColor: '1B5E20',
  })
}

function place(
  page: Page,
  { title, rows: table, chart }: PortfolioBlock,
  rows: DraftRow[],
  charts: ChartSpec[],
): void {
  rows.push(heading(say(page, title), PORTFOLIO_WIDTH), ...table, EMPTY)
  const top = FRAME_ROWS + rows.length + 1
  charts.push({ ...chart, at: `A${top}:G${top + CHART_ROWS - 1}` })
  rows.push(...Array.from({ length: CHART_ROWS }, () => EMPTY))
}
