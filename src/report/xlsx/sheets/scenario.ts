import type { Figure } from '../../../model/figure.js'
import { say as words, type Text } from '../../../model/text.js'
import { columnLetters } from '../address.js'
import type { Validation } from '../book.js'
import type { DraftRow, DraftSheet, Home, Switches } from '../layout.js'
import { HEADS } from '../texts.js'
import { cashFlowBlock, cashFlowWidths } from './cash-flow.js'
import { FIRST_HEAD, FRAME_ROWS, framed } from './frame.js'
import { laidList, sheetWidths } from './laid-list.js'
import { EMPTY, heading, headRow, itemRows, listRows, paragraph } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, linked, text } from './page-cells.js'
import { agreement, agreementHeight, checkedProduction } from './scenario-agreement.js'
import { comparedColumns, COUNTED_COLUMNS, laidMeasures, SCENARIO_HEADS } from './scenario-columns.js'
import { COUNTED_PARTS, leversOf, tickable } from './scenario-plan.js'

const SAID = {
  levers: words('What may change', 'Những gì có thể thay đổi'),
  lever: words('Input', 'Số liệu'),
  measures: words('Measures that are done', 'Các giải pháp thực hiện'),
  tick: words(
    '1 takes the measure into the package, 0 takes it out.',
    '1 là đưa giải pháp vào gói, 0 là bỏ ra.',
  ),
  results: words('What follows', 'Kết quả'),
  order: words(
    'Measures act in the order of the audit. A fresh audit may order them anew, or take another of several alternatives, when numbers change much.',
    'Các giải pháp tác động theo thứ tự của lần đánh giá. Khi số liệu thay đổi nhiều, lần đánh giá mới có thể xếp lại thứ tự hoặc chọn phương án khác.',
  ),
  weights: words(
    'A number that others check is reconciled with the weight that it had in the audit. Where its ± is a share of it, a fresh audit weighs the new number anew: the flows can then differ a little from those here.',
    'Số liệu được số liệu khác kiểm tra giữ trọng số của lần đánh giá khi hiệu chỉnh. Nếu ± của nó tính theo tỷ lệ, lần đánh giá mới sẽ tính lại trọng số theo số mới: khi đó các dòng có thể hơi khác ở đây.',
  ),
} as const

/** Rows of the sheet that other sheets refer to, from 1. */
type Places = {
  readonly results: number
  readonly levers: number
  readonly agreement: number
  readonly measures: number
}

type Block = { readonly title: Text; readonly list: readonly Figure[] }

function leverBlocks(page: Page): readonly Block[] {
  const { production, prices, money, factors } = leversOf(page)
  return [
    { title: words('Production', 'Sản lượng'), list: production },
    { title: words('Prices', 'Giá'), list: prices },
    { title: words('Money', 'Tài chính'), list: money },
    { title: words('Emission factor', 'Hệ số phát thải'), list: factors },
  ].filter(({ list }) => list.length > 0)
}

/** Results first, what may change, whether it agrees, then the measures; each block is a heading and a row of heads above its rows. */
function placesOf(page: Page): Places {
  const results = FIRST_HEAD + 2
  const levers = results + resultsOf(page).length + 3
  const lines = leverBlocks(page).reduce((sum, { list }) => sum + 1 + list.length, 0)
  const agreement = levers + lines
  return { results, levers, agreement, measures: agreement + agreementHeight(page) + 3 }
}

/**
 * The page to ask "what if" on: results as audited and now, the inputs that matter as blue cells of their own, and a
 * switch for each measure. Totals of the package count what is in (see `Switches`).
 */
export function scenarioSheet(page: Page): DraftSheet | undefined {
  const blocks = leverBlocks(page)
  const measures = tickable(page)
  if (blocks.length === 0 && measures.length === 0) return undefined
  const places = placesOf(page)
  const ofResults = laidList(
    page,
    'scenario.results',
    comparedColumns(page, { head: HEADS.result, now: linked, first: places.results }),
  )
  const ofMeasures = laidMeasures(page, places.measures)
  const ofLevers = laidList(
    page,
    'scenario.levers',
    comparedColumns(page, { head: SAID.lever, now: typed, first: places.levers }),
  )
  const agreed = agreement(page, ofLevers, places.agreement)
  const widths = sheetWidths(ofResults.widths, ofLevers.widths, ofMeasures.widths, cashFlowWidths(page))
  const title = (words: Text): DraftRow => heading(say(page, words), widths.length)
  const rows: DraftRow[] = [
    title(SAID.results),
    ...listRows(page, ofResults.columns, resultsOf(page)),
    EMPTY,
    title(SAID.levers),
    ...leverRows(page, places.levers),
    ...agreed.rows,
    EMPTY,
    title(SAID.measures),
    ...listRows(page, ofMeasures.columns, measures),
    paragraph(say(page, SAID.order), widths.length, { style: 'muted' }),
    ...(isWeighed(page) ? [paragraph(say(page, SAID.weights), widths.length, { style: 'muted' })] : []),
  ]
  const flows = cashFlowBlock(page, measures, { row: FRAME_ROWS + rows.length + 1 })
  const [first, last] = [places.measures, places.measures + Math.max(1, measures.length) - 1]
  const tick = ofMeasures.lettersOf('in')
  return framed(page, 'scenario', {
    widths,
    rows: [...rows, ...flows.rows],
    freeze: FRAME_ROWS,
    landscape: false,
    tabColor: '3B82F6',
    charts: flows.charts,
    validations:
      measures.length === 0 || tick === undefined ? [] : [tickRule(page, `${tick}${first}:${tick}${last}`)],
    conditionalFormats: [
      ...agreed.formats,
      ...(tick === undefined
        ? []
        : [
            {
              area: `A${first}:${columnLetters(widths.length)}${last}`,
              when: { formula: `$${tick}${first}=0` },
              look: 'muted' as const,
            },
          ]),
    ],
  })
}

/** Whether a production that can be varied is reconciled with a weight that would grow with it. */
function isWeighed(page: Page): boolean {
  return checkedProduction(page).some(({ lever }) => lever.relative === true)
}

function tickRule(page: Page, area: string): Validation {
  return {
    area,
    allow: { list: ['1', '0'] },
    prompt: { title: say(page, SCENARIO_HEADS.in), text: say(page, SAID.tick) },
    error: { title: say(page, SCENARIO_HEADS.in), text: say(page, SAID.tick) },
  }
}

/** The cells by which measures leave the package; the positions are those of `scenarioSheet`. */
export function switchesOf(page: Page): Switches {
  const { measures } = placesOf(page)
  const { numberOf } = laidMeasures(page, measures)
  const tick = numberOf('in')
  const ticks = new Map<string, Home>()
  const counted = new Map<string, Home>()
  if (tick === undefined) return { ticks, counted }
  for (const [index, one] of tickable(page).entries()) {
    const home = (column: number): Home => ({ sheet: 'scenario', row: measures + index, column })
    for (const { inPackage } of one.savings) ticks.set(inPackage, home(tick))
    for (const part of COUNTED_PARTS) {
      const [id, column] = [one[part], numberOf(COUNTED_COLUMNS[part])]
      if (id !== undefined && column !== undefined) counted.set(id, home(column))
    }
  }
  return { ticks, counted }
}

/** Totals, the package, emissions, and what a unit of product takes. */
function resultsOf(page: Page): readonly Figure[] {
  const { indicators, totalCost, totalLoss } = page.audit.indicators
  const { net, investment, payback, npv, co2e } = page.audit.evaluation.totals
  const specific = indicators.filter(({ group }) => group === 'specific').slice(0, 3)
  const ids = [
    totalCost,
    totalLoss,
    indicators.find(({ id }) => id === 'ghg')?.figure,
    net,
    investment,
    payback,
    npv,
    co2e,
    ...specific.map((one) => one.figure),
  ]
  return ids.flatMap((id) => page.ledger.get(id ?? '') ?? [])
}

const typed: typeof figure = (id) => figure(id, { style: 'input' })

/** Inputs that can be varied below the heads, each block under its title; the first title stands in row `top`. */
function leverRows(page: Page, top: number): readonly DraftRow[] {
  const columnsFrom = (first: number) =>
    laidList(page, 'scenario.levers', comparedColumns(page, { head: SAID.lever, now: typed, first })).columns
  const rows: DraftRow[] = [headRow(page, columnsFrom(top))]
  for (const { title, list } of leverBlocks(page)) {
    const first = top + rows.length
    rows.push({ cells: [text(say(page, title), { style: 'label' })] }, ...itemRows(columnsFrom(first), list))
  }
  return rows
}
