import type { Text } from '../../../model/text.js'
import type { ChartSpec } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { FRAME_ROWS, framed } from './frame.js'
import { layoutWidths, sheetWidths } from './laid-list.js'
import { EMPTY, heading, PAGE_BREAK } from './list-rows.js'
import { abatementBlock } from './portfolio-abatement.js'
import { paybackBlock } from './portfolio-payback.js'
import { tornadoBlock } from './portfolio-tornado.js'
import { waterfallBlock } from './portfolio-waterfall.js'
import { type Page, say } from './page.js'

/** What stands beside the lists under the right end of a chart, in characters. */
const MARGIN = [0, 0, 0, 0, 0, 0, 12]
const CHART_ROWS = 19
/** On a page of paper. */
const BLOCKS_A_PAGE = 2

/** A list of what is drawn, and the chart over it, where the layout shows what that needs. */
export type PortfolioBlock = {
  readonly title: Text
  readonly rows: readonly DraftRow[]
  readonly chart: Omit<ChartSpec, 'at'> | undefined
}

/** `first`: the row of the heads, from 1. */
type MakeBlock = (page: Page, first: number) => PortfolioBlock | undefined

const BLOCKS: readonly MakeBlock[] = [waterfallBlock, paybackBlock, tornadoBlock, abatementBlock]
const LISTS = ['waterfall', 'payback', 'tornado', 'abatement'] as const

/** The measures in charts, each below its own live table. */
export function portfolioSheet(page: Page): DraftSheet | undefined {
  const widths = sheetWidths(...LISTS.map((list) => layoutWidths(page, `portfolio.${list}`)), MARGIN)
  const rows: DraftRow[] = []
  const charts: ChartSpec[] = []
  let blocks = 0
  for (const make of BLOCKS) {
    const block = make(page, FRAME_ROWS + rows.length + 2)
    if (block === undefined) continue
    rows.push(heading(say(page, block.title), widths.length), ...block.rows, EMPTY)
    if (block.chart !== undefined) {
      const top = FRAME_ROWS + rows.length + 1
      charts.push({ ...block.chart, at: `A${top}:G${top + CHART_ROWS - 1}` })
      rows.push(...Array.from({ length: CHART_ROWS }, () => EMPTY))
    }
    blocks += 1
    rows.push(blocks % BLOCKS_A_PAGE === 0 ? PAGE_BREAK : EMPTY)
  }
  // No empty page at the end.
  rows.splice(-1, 1, EMPTY)
  if (blocks === 0) return undefined
  return framed(page, 'portfolio', {
    widths,
    rows,
    charts,
    freeze: FRAME_ROWS,
    landscape: false,
    homes: false,
    tabColor: '1B5E20',
  })
}
