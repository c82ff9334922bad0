import type { Text } from '../../../model/text.js'
import type { DraftRow } from '../layout.js'
import { HEADS, WORDS } from '../texts.js'
import { headRow } from './list-rows.js'
import { opportunityName } from './opportunities.js'
import { type Page, say, valueOf } from './page.js'
import { linked, text } from './page-cells.js'
import type { PortfolioBlock } from './portfolio.js'
import { tickable } from './scenario-plan.js'

const TITLE: Text = {
  en: 'Payback and saving; the bubble is the investment',
  vi: 'Hoàn vốn và tiết kiệm; bong bóng là vốn đầu tư',
}

const MOST = 12

/** Each measure with an investment: payback along, net saving up, investment as the area. Numbers name the bubbles. */
export function paybackBlock(page: Page, first: number): PortfolioBlock | undefined {
  const measures = tickable(page)
    .filter(
      ({ payback, netInPackage, investment }) =>
        [payback, netInPackage, investment].every((id) => valueOf(page, id) !== null) &&
        (valueOf(page, investment) ?? 0) > 0,
    )
    .slice(0, MOST)
  if (measures.length === 0) return undefined
  const top = first + 1
  const right = true as const
  const rows: DraftRow[] = [
    headRow(page, [
      { head: HEADS.measure },
      { head: HEADS.number, right },
      { head: HEADS.payback, right },
      { head: HEADS.inPackage, right },
      { head: HEADS.investment, right },
    ]),
    ...measures.map((one, index): DraftRow => ({
      cells: [
        text(opportunityName(page, one)),
        { text: String(index + 1), style: 'text', align: 'right' },
        linked(one.payback),
        linked(one.netInPackage, { format: 'money' }),
        linked(one.investment, { format: 'money' }),
      ],
    })),
  ]
  const unit = `${page.audit.head.currency}${say(page, WORDS.perYear)}`
  const cell = (column: string, index: number) => ({ area: `${column}${top + index}` })
  return {
    title: TITLE,
    rows,
    chart: {
      kind: 'bubble',
      title: say(page, TITLE),
      alt: say(page, TITLE),
      categories: { area: `A${top}:A${top + measures.length - 1}` },
      series: measures.map((_, index) => ({
        name: cell('B', index),
        x: cell('C', index),
        values: cell('D', index),
        size: cell('E', index),
      })),
      categoryTitle: say(page, HEADS.payback),
      categoryFormat: 'number1',
      valueTitle: unit,
      format: 'money',
      legend: false,
    },
  }
}
