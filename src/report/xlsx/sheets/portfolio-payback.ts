import type { Text } from '../../../model/text.js'
import type { Opportunity } from '../../../model/opportunities.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import type { ChartSeries } from '../book.js'
import { HEADS } from '../texts.js'
import { chartMoney } from './chart-money.js'
import { areaOf, laidList, type KnownColumns, type LaidList } from './laid-list.js'
import { listRows } from './list-rows.js'
import { titleWithMachine } from '../../finding-words.js'
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
  const laid = laidList(page, 'portfolio.payback', paybackColumns(page))
  return {
    title: TITLE,
    rows: listRows(page, laid.columns, measures),
    chart: bubbleChart(page, laid, first + 1, measures),
  }
}

function paybackColumns(page: Page): KnownColumns<Opportunity, 'portfolio.payback'> {
  const right = true as const
  return {
    measure: { head: HEADS.measure, cell: (one) => text(titleWithMachine(page, one)) },
    number: {
      head: HEADS.number,
      right,
      cell: (_, index) => ({ text: String(index + 1), style: 'text', align: 'right' }),
    },
    payback: { head: HEADS.payback, right, cell: (one) => linked(one.payback) },
    inPackage: {
      head: HEADS.inPackage,
      right,
      cell: (one) => linked(one.netInPackage, { format: 'money' }),
    },
    investment: {
      head: HEADS.investment,
      right,
      cell: (one) => linked(one.investment, { format: 'money' }),
    },
  }
}

function bubbleChart(
  page: Page,
  laid: LaidList<Opportunity, ColumnId<'portfolio.payback'>>,
  top: number,
  measures: readonly Opportunity[],
): PortfolioBlock['chart'] {
  const count = measures.length
  const money = chartMoney(
    page,
    measures.map(({ netInPackage }) => valueOf(page, netInPackage)),
  )
  const names = areaOf(laid, 'measure', top, top + count - 1)
  const series = Array.from({ length: count }, (_, index): readonly ChartSeries[] => {
    const cell = (id: ColumnId<'portfolio.payback'>) => areaOf(laid, id, top + index)
    const [name, x, values, size] = [cell('number'), cell('payback'), cell('inPackage'), cell('investment')]
    return name && x && values && size ? [{ name, x, values, size }] : []
  }).flat()
  if (names === undefined || series.length === 0) return undefined
  return {
    kind: 'bubble',
    title: say(page, TITLE),
    alt: say(page, TITLE),
    categories: names,
    series,
    categoryTitle: say(page, HEADS.payback),
    categoryFormat: 'number1',
    valueTitle: money.unit,
    format: money.format,
    legend: false,
  }
}
