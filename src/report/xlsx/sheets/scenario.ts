import { NO_VALUE } from '../../../formula/index.js'
import type { Figure } from '../../../model/figure.js'
import type { Opportunity } from '../../../model/opportunities.js'
import { say as words, type Text } from '../../../model/text.js'
import type { Validation } from '../book.js'
import { columnFormat, figureFormat } from '../figure-format.js'
import type { DraftCell, DraftRow, DraftSheet, Home, Switches } from '../layout.js'
import { HEADS } from '../texts.js'
import { cashFlowBlock } from './cash-flow.js'
import { FIRST_HEAD, FRAME_ROWS, framed, moneyWidth } from './frame.js'
import { EMPTY, heading, headRow, paragraph } from './list-rows.js'
import { opportunityName } from './opportunities.js'
import { labelOf, type Page, say, valueOf } from './page.js'
import { figure, linked, text, unit } from './page-cells.js'
import { COUNTED_PARTS, leversOf, tickable } from './scenario-plan.js'

const SAID = {
  levers: words('What may change', 'Những gì có thể thay đổi'),
  lever: words('Input', 'Số liệu'),
  audited: words('As audited', 'Theo đánh giá'),
  scenario: words('Scenario', 'Kịch bản'),
  change: words('Change', 'Thay đổi'),
  measures: words('Measures that are done', 'Các giải pháp thực hiện'),
  in: words('In: 1, out: 0', 'Chọn: 1, bỏ: 0'),
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
    'A number that others check is reconciled with the weight that it had in the audit. Where its ± is a share of it, a fresh audit weighs the new number anew, and may find that it contradicts the others: the flows can then differ from those here.',
    'Số liệu được số liệu khác kiểm tra giữ trọng số của lần đánh giá khi hiệu chỉnh. Nếu ± của nó tính theo tỷ lệ, lần đánh giá mới sẽ tính lại trọng số theo số mới và có thể thấy mâu thuẫn với các số khác: khi đó các dòng có thể khác ở đây.',
  ),
} as const

const WIDTH = 7

/** Rows of the sheet that other sheets refer to, from 1. */
type Places = { readonly results: number; readonly measures: number; readonly levers: number }

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

/** Results first, then what may change, then the measures; each block is a heading and a row of heads above its rows. */
function placesOf(page: Page): Places {
  const results = FIRST_HEAD + 2
  const levers = results + resultIds(page).length + 3
  const lines = leverBlocks(page).reduce((sum, { list }) => sum + 1 + list.length, 0)
  return { results, levers, measures: levers + lines + 3 }
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
  const money = moneyWidth(page)
  const rows: DraftRow[] = [
    heading(say(page, SAID.results), WIDTH),
    comparisonHeads(page, HEADS.result),
    ...resultIds(page).map((id, index) => comparisonRow(page, id, places.results + index, linked)),
    EMPTY,
    heading(say(page, SAID.levers), WIDTH),
    comparisonHeads(page, SAID.lever),
  ]
  for (const { title, list } of blocks) {
    rows.push({ cells: [text(say(page, title), { style: 'label' })] })
    for (const { id } of list) rows.push(comparisonRow(page, id, FRAME_ROWS + rows.length + 1, typed))
  }
  rows.push(EMPTY, heading(say(page, SAID.measures), WIDTH), measureHeads(page))
  rows.push(...measures.map((one, index) => measureRow(page, one, places.measures + index)))
  rows.push(paragraph(say(page, SAID.order), WIDTH, { style: 'muted' }))
  if (isWeighed(page)) rows.push(paragraph(say(page, SAID.weights), WIDTH, { style: 'muted' }))
  const flows = cashFlowBlock(page, measures, { row: FRAME_ROWS + rows.length + 1 })
  return framed(page, 'scenario', {
    widths: [56, money, money, money, money, 12, 14],
    rows: [...rows, ...flows.rows],
    freeze: FRAME_ROWS,
    landscape: false,
    tabColor: '3B82F6',
    charts: flows.charts,
    validations: measures.length === 0 ? [] : [tickRule(page, places.measures, measures.length)],
    conditionalFormats: [
      {
        area: `A${places.measures}:G${places.measures + Math.max(1, measures.length) - 1}`,
        when: { formula: `$B${places.measures}=0` },
        look: 'muted',
      },
    ],
  })
}

/** Whether a production that can be varied is reconciled with a weight that would grow with it. */
function isWeighed(page: Page): boolean {
  const checked = page.audit.reconciled.claims.filter((claim) => claim.class === 'redundant')
  return leversOf(page).production.some(
    ({ id, relative }) =>
      relative === true &&
      checked.some(({ measured }) => measured === id || page.ledger.get(measured)?.uses?.['written'] === id),
  )
}

function tickRule(page: Page, first: number, count: number): Validation {
  return {
    area: `B${first}:B${first + count - 1}`,
    allow: { list: ['1', '0'] },
    prompt: { title: say(page, SAID.in), text: say(page, SAID.tick) },
    error: { title: say(page, SAID.in), text: say(page, SAID.tick) },
  }
}

/** The cells by which measures leave the package; the positions are those of `scenarioSheet`. */
export function switchesOf(page: Page): Switches {
  const { measures } = placesOf(page)
  const ticks = new Map<string, Home>()
  const counted = new Map<string, Home>()
  for (const [index, one] of tickable(page).entries()) {
    const home = (column: number): Home => ({ sheet: 'scenario', row: measures + index, column })
    for (const { inPackage } of one.savings) ticks.set(inPackage, home(2))
    for (const [place, part] of COUNTED_PARTS.entries()) {
      const id = one[part]
      if (id !== undefined) counted.set(id, home(3 + place))
    }
  }
  return { ticks, counted }
}

/** Totals, the package, emissions, and what a unit of product takes. */
function resultIds(page: Page): readonly string[] {
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
  return ids.filter((id) => id !== undefined && page.ledger.has(id)).filter((id) => id !== undefined)
}

function comparisonHeads(page: Page, first: Text): DraftRow {
  const right = true as const
  return headRow(page, [
    { head: first },
    { head: SAID.audited, right },
    { head: SAID.scenario, right },
    { head: SAID.change, right },
    { head: HEADS.unit },
    { head: { en: '', vi: '' } },
    { head: { en: '', vi: '' } },
  ])
}

const typed: typeof figure = (id) => figure(id, { style: 'input' })

/** What it is in the audit as a number that stays, what it is now, and by how much that is more. */
function comparisonRow(page: Page, id: string, row: number, now: typeof figure): DraftRow {
  const found = page.ledger.get(id)
  const format = found && figureFormat(found)
  const before: DraftCell =
    found?.value == null
      ? { text: NO_VALUE, style: 'missing', align: 'right' }
      : { number: found.value, style: 'solved', align: 'right', ...(format !== undefined && { format }) }
  return {
    cells: [
      text(labelOf(page, id)),
      before,
      now(id),
      {
        formula: `IF(COUNT(B${row},C${row})<2,"${NO_VALUE}",IF(B${row}=0,"${NO_VALUE}",C${row}/B${row}-1))`,
        result: found?.value ? 0 : NO_VALUE,
        format: 'percent1',
        style: 'derived',
        align: 'right',
      },
      { ...unit(page, id), indent: 1 },
    ],
  }
}

function measureHeads(page: Page): DraftRow {
  const right = true as const
  return headRow(page, [
    { head: HEADS.measure },
    { head: SAID.in, right },
    { head: HEADS.inPackage, right },
    { head: HEADS.investment, right },
    { head: HEADS.npv, right },
    { head: HEADS.co2e, right },
    { head: HEADS.payback, right },
  ])
}

function measureRow(page: Page, one: Opportunity, row: number): DraftRow {
  const part = (name: (typeof COUNTED_PARTS)[number]): DraftCell | null => {
    const id = one[name]
    if (id === undefined || !page.ledger.has(id)) return null
    const value = valueOf(page, id)
    const format = columnFormat([page.ledger.get(id)])
    return {
      live: (at) => `IF($B${row}=1,${at(id)},0)`,
      result: value ?? NO_VALUE,
      style: value === null ? 'missing' : 'derived',
      align: 'right',
      ...(format !== undefined && { format }),
    }
  }
  return {
    cells: [
      text(opportunityName(page, one)),
      { number: 1, format: 'integer', style: 'input', align: 'right' },
      ...COUNTED_PARTS.map(part),
      one.payback === undefined ? null : linked(one.payback),
    ],
  }
}
