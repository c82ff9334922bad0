import type { Opportunity } from '../../../model/opportunities.js'
import { say as words } from '../../../model/text.js'
import { counted, type DraftCell, type DraftRow } from '../layout.js'
import { WORDS } from '../texts.js'
import { headRow } from './list-rows.js'
import { opportunityName } from './opportunities.js'
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

/**
 * Cost of the goods that the measures save of, what each measure takes off it, and what is left. Columns: label,
 * amount, invisible base, total, saving, extra cost.
 */
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
    ...shown.map((one) => ({ label: opportunityName(page, one), ids: nets([one]) })),
    ...(rest.length > 0 ? [{ label: say(page, SAID.others), ids: nets(rest) }] : []),
  ]
  const head = first + 1
  const last = head + steps.length + 1
  const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + (valueOf(page, id) ?? 0), 0)
  const base = sum(costs)
  let left = base
  const money = { format: 'money', style: 'derived', align: 'right' } as const
  const rows: DraftRow[] = steps.map(({ label, ids }, index) => {
    const [row, before] = [head + 1 + index, left]
    const saving = sum(ids)
    left -= saving
    const after = `B$${head}-SUM(B$${head + 1}:B${row})`
    const cell = (formula: string, result: number): DraftCell => ({ formula, result, ...money })
    return {
      cells: [
        text(label),
        { live: (at) => `SUM(${ids.map((id) => at(counted(id))).join(',')})`, result: saving, ...money },
        cell(`MIN(${after},${after}+B${row})`, Math.min(left, before)),
        null,
        cell(`MAX(0,B${row})`, Math.max(0, saving)),
        cell(`MAX(0,-B${row})`, Math.max(0, -saving)),
      ],
    }
  })
  const column = (letters: string) => ({ area: `${letters}${head}:${letters}${last}` })
  const unit = `${page.audit.head.currency}${say(page, WORDS.perYear)}`
  return {
    title: SAID.title,
    rows: [
      headRow(
        page,
        [SAID.bar, SAID.amount, SAID.below, SAID.total, SAID.less, SAID.more].map((one, index) =>
          index === 0 ? { head: one } : { head: one, right: true as const },
        ),
      ),
      {
        cells: [
          text(say(page, SAID.today), { bold: true }),
          { live: (at) => `SUM(${costs.map(at).join(',')})`, result: base, ...money, bold: true },
          null,
          { formula: `B${head}`, result: base, ...money },
        ],
      },
      ...rows,
      {
        cells: [
          text(say(page, SAID.target), { bold: true }),
          { formula: `B${head}-SUM(B${head + 1}:B${last - 1})`, result: left, ...money, bold: true },
          null,
          { formula: `B${last}`, result: left, ...money },
        ],
      },
    ],
    chart: {
      kind: 'stacked-bar',
      from: 0,
      title: `${say(page, SAID.title)}, ${unit} (${say(page, SAID.colours)})`,
      alt: say(page, SAID.title),
      categories: column('A'),
      series: [
        { name: say(page, SAID.below), values: column('C'), hidden: true },
        { name: say(page, SAID.total), values: column('D'), color: '0F5C6E' },
        { name: say(page, SAID.less), values: column('E'), color: '009E73' },
        { name: say(page, SAID.more), values: column('F'), color: 'D55E00' },
      ],
      valueTitle: unit,
      format: 'money',
      // The name of what a stack stands on would be in it.
      legend: false,
    },
  }
}
