import type { Opportunity } from '../../../model/opportunities.js'
import { say as words, type Text } from '../../../model/text.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import { counted, type DraftCell } from '../layout.js'
import { chartMoney } from './chart-money.js'
import { areaOf, laidList, type KnownColumn, type KnownColumns, type LaidList } from './laid-list.js'
import { listRows } from './list-rows.js'
import { titleWithMachine } from '../../finding-words.js'
import { type Page, say, valueOf } from './page.js'
import { text } from './page-cells.js'
import type { PortfolioBlock } from './portfolio.js'
import { tickable } from './scenario-plan.js'

const SAID = {
  title: words('From today to the target: yearly cost', 'Từ hiện tại đến mục tiêu: chi phí mỗi năm'),
  colours: words('green: saving, red: extra cost', 'xanh lá: tiết kiệm, đỏ: chi phí tăng'),
  bar: words('Bar', 'Cột'),
  today: words('Today', 'Hiện tại'),
  target: words('Target', 'Mục tiêu'),
  others: words('all other measures', 'các giải pháp còn lại'),
  amount: words('Amount', 'Giá trị'),
  below: words('Below the bar', 'Phần dưới cột'),
  total: words('Cost', 'Chi phí'),
  less: words('Saving', 'Tiết kiệm'),
  more: words('Extra cost', 'Chi phí tăng'),
} as const

const MOST = 10

/** Cost of the goods that the measures save of, what each measure takes off it, and what is left. */
export function waterfallBlock(page: Page, first: number): PortfolioBlock | undefined {
  const measures = tickable(page).filter(({ netInPackage }) => (valueOf(page, netInPackage) ?? 0) !== 0)
  const saved = new Set(measures.flatMap(({ savings }) => savings.flatMap(({ good }) => good ?? [])))
  const costs = page.audit.indicators.costs
    .filter(({ good, cost }) => saved.has(good) && valueOf(page, cost) !== null)
    .map(({ cost }) => cost)
  if (measures.length === 0 || costs.length === 0) return undefined
  const nets = (list: readonly Opportunity[]) => list.flatMap(({ netInPackage }) => netInPackage ?? [])
  const [shown, rest] =
    measures.length > MOST + 1 ? [measures.slice(0, MOST), measures.slice(MOST)] : [measures, []]
  const steps = [
    ...shown.map((one) => ({ label: titleWithMachine(page, one), ids: nets([one]) })),
    ...(rest.length > 0 ? [{ label: say(page, SAID.others), ids: nets(rest) }] : []),
  ]
  const bars = barsOf(page, costs, steps)
  const laid = laidList(page, 'portfolio.waterfall', barColumns(first + 1, first + bars.length))
  return {
    title: SAID.title,
    rows: listRows(page, laid.columns, bars),
    chart: barsChart(page, laid, bars, first + 1),
  }
}

/** A cost today or in the end, or what is taken off it; `left` is what is left after it, `amount` its own. */
type Bar = {
  readonly kind: 'today' | 'step' | 'target'
  readonly label: string
  readonly ids: readonly string[]
  readonly amount: number
  readonly left: number
}

function barsOf(
  page: Page,
  costs: readonly string[],
  steps: readonly Pick<Bar, 'label' | 'ids'>[],
): readonly Bar[] {
  const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + (valueOf(page, id) ?? 0), 0)
  let left = sum(costs)
  const today: Bar = { kind: 'today', label: say(page, SAID.today), ids: costs, amount: left, left }
  const taken = steps.map((step): Bar => {
    const amount = sum(step.ids)
    left -= amount
    return { kind: 'step', ...step, amount, left }
  })
  return [today, ...taken, { kind: 'target', label: say(page, SAID.target), ids: [], amount: left, left }]
}

/** Label, amount, invisible base, total, saving, extra cost, over the rows from `head` to `last`. */
function barColumns(head: number, last: number): KnownColumns<Bar, 'portfolio.waterfall'> {
  const money = { format: 'money', style: 'derived', align: 'right' } as const
  type Part = 'below' | 'total' | 'less' | 'more'
  const part = (
    words: Text,
    cell: (bar: Bar, amount: string, row: number) => DraftCell | null,
  ): KnownColumn<Bar, 'amount' | Part> => ({
    head: words,
    right: true,
    needs: ['amount'],
    cell: (bar, index, lettersOf) => cell(bar, lettersOf('amount') ?? '', head + index),
  })
  return {
    bar: {
      head: SAID.bar,
      cell: ({ kind, label }) => text(label, kind === 'step' ? {} : { bold: true }),
    },
    amount: {
      head: SAID.amount,
      right: true,
      cell: (bar, _, lettersOf) => {
        const letters = lettersOf('amount')
        if (bar.kind === 'target') {
          const formula = `${letters}${head}-SUM(${letters}${head + 1}:${letters}${last - 1})`
          return { formula, result: bar.amount, ...money, bold: true }
        }
        const asked = bar.kind === 'today' ? bar.ids : bar.ids.map(counted)
        return {
          live: (at) => `SUM(${asked.map(at).join(',')})`,
          result: bar.amount,
          ...money,
          ...(bar.kind === 'today' && { bold: true }),
        }
      },
    },
    below: part(SAID.below, ({ kind, amount, left }, letters, row) => {
      if (kind !== 'step') return null
      const after = `${letters}$${head}-SUM(${letters}$${head + 1}:${letters}${row})`
      const result = Math.min(left, left + amount)
      return { formula: `MIN(${after},${after}+${letters}${row})`, result, ...money }
    }),
    total: part(SAID.total, ({ kind, amount }, letters, row) =>
      kind === 'step' ? null : { formula: `${letters}${row}`, result: amount, ...money },
    ),
    less: part(SAID.less, ({ kind, amount }, letters, row) =>
      kind === 'step' ? { formula: `MAX(0,${letters}${row})`, result: Math.max(0, amount), ...money } : null,
    ),
    more: part(SAID.more, ({ kind, amount }, letters, row) =>
      kind === 'step'
        ? { formula: `MAX(0,-${letters}${row})`, result: Math.max(0, -amount), ...money }
        : null,
    ),
  }
}

function barsChart(
  page: Page,
  laid: LaidList<Bar, ColumnId<'portfolio.waterfall'>>,
  bars: readonly Bar[],
  first: number,
): PortfolioBlock['chart'] {
  const last = first + bars.length - 1
  const area = (id: ColumnId<'portfolio.waterfall'>) => areaOf(laid, id, first, last)
  const [names, below, total, less, more] = [
    area('bar'),
    area('below'),
    area('total'),
    area('less'),
    area('more'),
  ]
  if (!names || !below || !total || !less || !more) return undefined
  const { unit, format } = chartMoney(
    page,
    bars.map(({ amount }) => amount),
  )
  return {
    kind: 'stacked-bar',
    from: 0,
    title: `${say(page, SAID.title)}, ${unit} (${say(page, SAID.colours)})`,
    alt: say(page, SAID.title),
    categories: names,
    series: [
      { name: say(page, SAID.below), values: below, hidden: true },
      { name: say(page, SAID.total), values: total, color: '0F5C6E' },
      { name: say(page, SAID.less), values: less, color: '009E73' },
      { name: say(page, SAID.more), values: more, color: 'D55E00' },
    ],
    valueTitle: unit,
    format,
    // The name of what a stack stands on would be in it.
    legend: false,
  }
}
