import { NO_VALUE } from '../../../formula/index.js'
import type { Sensitivity } from '../../../model/opportunities.js'
import { say as words, type Text } from '../../../model/text.js'
import { counted, type DraftCell, type DraftRow } from '../layout.js'
import { headRow } from './list-rows.js'
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
  const lines = (Object.keys(INPUTS) as Input[]).flatMap((input) => {
    const parts = measures.flatMap(({ npv = '', sensitivity }) =>
      (sensitivity?.tornado ?? [])
        .filter((one) => one.input === input)
        .filter(({ npvLow, npvHigh }) => valueOf(page, npvLow) !== null && valueOf(page, npvHigh) !== null)
        .map(({ npvLow, npvHigh }) => ({ npv, npvLow, npvHigh })),
    )
    return parts.length === 0 ? [] : [{ input, parts }]
  })
  if (lines.length < 2) return undefined
  const change = (line: (typeof lines)[number], end: 'npvLow' | 'npvHigh') =>
    line.parts.reduce((sum, one) => sum + (valueOf(page, one[end]) ?? 0) - (valueOf(page, one.npv) ?? 0), 0)
  const span = (line: (typeof lines)[number]) => Math.abs(change(line, 'npvHigh') - change(line, 'npvLow'))
  const sorted = [...lines].sort((a, b) => span(b) - span(a))
  const cell = (line: (typeof lines)[number], end: 'npvLow' | 'npvHigh'): DraftCell => ({
    live: (at) =>
      line.parts
        .map((one) => `IF(${at(counted(one.npv))}=${at(one.npv)},${at(one[end])}-${at(one.npv)},0)`)
        .join('+'),
    result: change(line, end),
    format: 'money',
    style: 'derived',
    align: 'right',
  })
  const right = true as const
  const rows: DraftRow[] = [
    headRow(page, [{ head: SAID.input }, { head: SAID.low, right }, { head: SAID.high, right }]),
    ...sorted.map((line): DraftRow => ({
      cells: [text(say(page, INPUTS[line.input])), cell(line, 'npvLow'), cell(line, 'npvHigh')],
    })),
  ]
  const column = (letters: string) => ({ area: `${letters}${first + 1}:${letters}${first + sorted.length}` })
  return {
    title: SAID.title,
    rows,
    chart: {
      kind: 'tornado',
      title: `${say(page, SAID.title)}, ${page.audit.head.currency}`,
      alt: say(page, SAID.title),
      categories: column('A'),
      series: [
        { name: say(page, SAID.low), values: column('B'), color: 'E69F00' },
        { name: say(page, SAID.high), values: column('C'), color: '0F5C6E' },
      ],
      valueTitle: page.audit.head.currency || NO_VALUE,
      format: 'money',
    },
  }
}
