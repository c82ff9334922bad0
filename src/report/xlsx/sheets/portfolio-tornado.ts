import { NO_VALUE } from '../../../formula/index.js'
import type { Sensitivity } from '../../../model/opportunities.js'
import { say as words, type Text } from '../../../model/text.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import { counted } from '../layout.js'
import { chartMoney } from './chart-money.js'
import { areaOf, laidList, type KnownColumns, type LaidList } from './laid-list.js'
import { type ListColumn, listRows } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { text } from './page-cells.js'
import type { PortfolioBlock } from './portfolio.js'
import { tickable } from './scenario-plan.js'

type Input = Sensitivity['tornado'][number]['input']

const INPUTS: Readonly<Record<Input, Text>> = {
  saved: words('Amount saved', 'Lượng tiết kiệm'),
  price: words('Price', 'Giá'),
  investment: words('Investment', 'Vốn đầu tư'),
  running: words('Running cost', 'Chi phí vận hành'),
  life: words('Life', 'Vòng đời'),
}

const SAID = {
  title: words(
    'What the net present value depends on: change of NPV',
    'NPV phụ thuộc vào gì: thay đổi của NPV',
  ),
  input: words('Input', 'Yếu tố'),
  low: words('At the low end', 'Ở mức thấp'),
  high: words('At the high end', 'Ở mức cao'),
} as const

/**
 * By how much the net present value of the package moves when one input of all measures lies at the low or at the
 * high end of its range. Present values add up, so do their changes.
 */
export function tornadoBlock(page: Page, first: number): PortfolioBlock | undefined {
  const measures = tickable(page).filter(({ npv, sensitivity }) => sensitivity && valueOf(page, npv) !== null)
  const lines = (Object.keys(INPUTS) as Input[]).flatMap((input): readonly Line[] => {
    const parts = measures.flatMap(({ npv = '', sensitivity }) =>
      (sensitivity?.tornado ?? [])
        .filter((one) => one.input === input)
        .filter(({ npvLow, npvHigh }) => valueOf(page, npvLow) !== null && valueOf(page, npvHigh) !== null)
        .map(({ npvLow, npvHigh }) => ({ npv, npvLow, npvHigh })),
    )
    return parts.length === 0 ? [] : [{ input, parts }]
  })
  if (lines.length < 2) return undefined
  const span = (line: Line) => Math.abs(change(page, line, 'npvHigh') - change(page, line, 'npvLow'))
  const sorted = [...lines].sort((a, b) => span(b) - span(a))
  const laid = laidList(page, 'portfolio.tornado', lineColumns(page))
  return {
    title: SAID.title,
    rows: listRows(page, laid.columns, sorted),
    chart: tornadoChart(page, laid, sorted, first + 1),
  }
}

type Part = { readonly npv: string; readonly npvLow: string; readonly npvHigh: string }
type Line = { readonly input: Input; readonly parts: readonly Part[] }

function change(page: Page, { parts }: Line, end: 'npvLow' | 'npvHigh'): number {
  return parts.reduce((sum, one) => sum + (valueOf(page, one[end]) ?? 0) - (valueOf(page, one.npv) ?? 0), 0)
}

function lineColumns(page: Page): KnownColumns<Line, 'portfolio.tornado'> {
  const end = (head: Text, name: 'npvLow' | 'npvHigh'): ListColumn<Line> => ({
    head,
    right: true,
    cell: (line) => ({
      live: (at) =>
        line.parts
          .map((one) => `IF(${at(counted(one.npv))}=${at(one.npv)},${at(one[name])}-${at(one.npv)},0)`)
          .join('+'),
      result: change(page, line, name),
      format: 'money',
      style: 'derived',
      align: 'right',
    }),
  })
  return {
    input: { head: SAID.input, cell: ({ input }) => text(say(page, INPUTS[input])) },
    low: end(SAID.low, 'npvLow'),
    high: end(SAID.high, 'npvHigh'),
  }
}

function tornadoChart(
  page: Page,
  laid: LaidList<Line, ColumnId<'portfolio.tornado'>>,
  lines: readonly Line[],
  first: number,
): PortfolioBlock['chart'] {
  const last = first + lines.length - 1
  const changes = lines.flatMap((line) => [change(page, line, 'npvLow'), change(page, line, 'npvHigh')])
  const money = chartMoney(page, changes, 'once')
  const names = areaOf(laid, 'input', first, last)
  const [low, high] = [areaOf(laid, 'low', first, last), areaOf(laid, 'high', first, last)]
  if (names === undefined || low === undefined || high === undefined) return undefined
  return {
    kind: 'tornado',
    title: `${say(page, SAID.title)}, ${money.unit}`,
    alt: say(page, SAID.title),
    categories: names,
    series: [
      { name: say(page, SAID.low), values: low, color: 'E69F00' },
      { name: say(page, SAID.high), values: high, color: '0F5C6E' },
    ],
    valueTitle: money.unit || NO_VALUE,
    format: money.format,
  }
}
