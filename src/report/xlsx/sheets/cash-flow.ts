import { NO_VALUE } from '../../../formula/index.js'
import type { Opportunity } from '../../../model/opportunities.js'
import { say as words, type Text } from '../../../model/text.js'
import type { ChartSpec } from '../book.js'
import { counted, type DraftRow } from '../layout.js'
import { chartMoney } from './chart-money.js'
import { moneyWidth } from './frame.js'
import { EMPTY, heading, headRow } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { text } from './page-cells.js'

const SAID = {
  title: words('Cash flow of what has an investment', 'Dòng tiền của các giải pháp có vốn đầu tư'),
  irr: words('Internal rate of return of the package', 'Tỷ suất hoàn vốn nội bộ (IRR) của gói giải pháp'),
  year: words('Year', 'Năm'),
  flow: words('Of the year', 'Trong năm'),
  sum: words('Cumulative', 'Lũy kế'),
  discounted: words('Discounted, cumulative', 'Chiết khấu, lũy kế'),
} as const

const RATE = 'economics.discount-rate'
const RISE = 'economics.price-rise'
/** With more measures than this a formula becomes longer than a cell holds. */
const MOST = 60
const LONGEST_LIFE = 40
const CHART_ROWS = 15

/** Widths that the block asks of the columns it stands in: a label and three sums. */
export function cashFlowWidths(page: Page): readonly number[] {
  const money = moneyWidth(page)
  return [30, money, money, money]
}

type Flow = { readonly net: string; readonly invest: string; readonly life: string }

/**
 * Year by year what the measures that are in cost and bring, with the rate of return of all of them. Only where every
 * investment is one payment and an even saving, as the net present values are then.
 */
export function cashFlowBlock(
  page: Page,
  measures: readonly Opportunity[],
  { row }: { readonly row: number },
): { readonly rows: readonly DraftRow[]; readonly charts: readonly ChartSpec[] } {
  const nothing = { rows: [], charts: [] }
  const flows = measures.flatMap((one) => flowOf(page, one))
  const uneven = measures.some(({ npv }) => {
    const uses = page.ledger.get(npv ?? '')?.uses ?? {}
    return 'replacement' in uses || 'residual' in uses
  })
  const rate = valueOf(page, RATE)
  if (flows.length === 0 || flows.length > MOST || uneven || rate === null) return nothing
  const lives = flows.map(({ life }) => valueOf(page, life) ?? 0)
  const years = Math.min(LONGEST_LIFE, Math.ceil(Math.max(...lives) - 1e-9))
  const amounts = Array.from({ length: years + 1 }, (_, year) => amountOf(page, flows, year))
  const first = row + 4
  const last = first + years
  const right = true as const
  const head = headRow(page, [
    { head: SAID.year },
    { head: SAID.flow, right },
    { head: SAID.sum, right },
    { head: SAID.discounted, right },
  ])
  let [sum, discounted] = [0, 0]
  const sums: number[] = []
  const lines = amounts.map((amount, year): DraftRow => {
    const at = first + year
    sum += amount
    discounted += amount / (1 + rate) ** year
    sums.push(sum)
    const money = { format: 'money', style: 'derived', align: 'right' } as const
    return {
      cells: [
        { number: year, format: 'integer', style: 'text', align: 'left' },
        { live: (address) => flowFormula(page, flows, year, address), result: amount, ...money },
        { formula: `SUM(B$${first}:B${at})`, result: sum, ...money },
        {
          live: (address) => `${year === 0 ? '' : `D${at - 1}+`}B${at}/(1+${address(RATE)})^${year}`,
          result: discounted,
          ...money,
        },
      ],
    }
  })
  const range = `B${first}:B${last}`
  const rows: DraftRow[] = [
    EMPTY,
    heading(say(page, SAID.title), 7),
    {
      cells: [
        text(say(page, SAID.irr)),
        {
          formula: `IF(AND(B${first}<0,SUM(${range})>0),ROUND(IRR(${range},0.1),6),"${NO_VALUE}")`,
          result: returnOf(amounts) ?? NO_VALUE,
          format: 'percent1',
          style: 'derived',
          align: 'right',
        },
      ],
    },
    head,
    ...lines,
    // The chart beside the years is as high as this at least, and paper ends with the last row.
    ...Array.from({ length: Math.max(1, CHART_ROWS - lines.length) + 1 }, () => EMPTY),
  ]
  const series = (name: Text, column: string) => ({
    name: say(page, name),
    values: { area: `${column}${first}:${column}${last}` },
  })
  const money = chartMoney(page, sums, 'once')
  const title = `${say(page, SAID.title)}, ${money.unit}`
  const chart: ChartSpec = {
    kind: 'line',
    title,
    alt: title,
    at: `E${first}:G${Math.max(last, first + CHART_ROWS - 1)}`,
    categories: { area: `A${first}:A${last}` },
    series: [series(SAID.sum, 'C'), series(SAID.discounted, 'D')],
    categoryTitle: say(page, SAID.year),
    valueTitle: money.unit,
    format: money.format,
  }
  return { rows, charts: [chart] }
}

function flowOf(page: Page, { netInPackage, investment, life, npv }: Opportunity): readonly Flow[] {
  if (netInPackage === undefined || investment === undefined || life === undefined) return []
  const known = [netInPackage, investment, life, npv].every((id) => valueOf(page, id) !== null)
  return known ? [{ net: netInPackage, invest: investment, life }] : []
}

function amountOf(page: Page, flows: readonly Flow[], year: number): number {
  const rise = valueOf(page, RISE) ?? 0
  return flows.reduce((sum, { net, invest, life }) => {
    if (year === 0) return sum - (valueOf(page, invest) ?? 0)
    const part = Math.max(0, Math.min(1, (valueOf(page, life) ?? 0) - (year - 1)))
    return sum + (valueOf(page, net) ?? 0) * part * (1 + rise) ** (year - 1)
  }, 0)
}

/** A part of a year gives its part of the saving, as in the net present values. */
function flowFormula(
  page: Page,
  flows: readonly Flow[],
  year: number,
  address: (id: string) => string,
): string {
  if (year === 0) return `-SUM(${flows.map(({ invest }) => address(counted(invest))).join(',')})`
  const rise = page.ledger.has(RISE) ? `*(1+${address(RISE)})^${year - 1}` : ''
  const parts = flows.map(
    ({ net, life }) => `${address(counted(net))}*MAX(0,MIN(1,${address(life)}-${year - 1}))`,
  )
  return `(${parts.join('+')})${rise}`
}

/** The rate at which the flows are worth nothing, to the sixth digit; nothing where they never pay back. */
function returnOf(amounts: readonly number[]): number | undefined {
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  if ((amounts[0] ?? 0) >= 0 || sum <= 0) return undefined
  const worth = (rate: number) =>
    amounts.reduce((total, amount, year) => total + amount / (1 + rate) ** year, 0)
  let [low, high] = [0, 1]
  while (worth(high) > 0 && high < 1e9) high *= 2
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2
    if (worth(middle) > 0) low = middle
    else high = middle
  }
  return Math.round(low * 1e6) / 1e6
}
