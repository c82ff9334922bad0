import type { InventoryFlow, InventoryGood } from '../../../model/inventory.js'
import type { ChartSpec } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { LEAVES, ORIGINS, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FRAME_ROWS, framed, moneyWidth } from './frame.js'
import { amountOf, costColumns, crossingFlows, flowFigure, nameCell } from './goods.js'
import { EMPTY, heading, type ListColumn, listRows, PAGE_BREAK } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

const WIDTH = 8
/** With more rows above it, the chart begins a page of its own. */
const ROWS_BESIDE_CHART = 16

/** Sources with their cost, what each user takes, and what is discharged. */
export function waterSheet(page: Page): DraftSheet | undefined {
  const { goods, flows } = page.audit.inventory
  const waters = goods.filter(({ list }) => list === 'water')
  const ids = new Set(waters.map(({ id }) => id))
  const sources = waters.filter((good) => crossingFlows(page, good).some((id) => entersBy(flows, id)))
  const uses = bySize(page, usesOf(flows, waters))
  const discharge = flows.filter((flow) => flow.to === null && (ids.has(flow.of) || flow.as === 'wastewater'))
  if (sources.length + uses.length + discharge.length === 0) return undefined
  const rows: DraftRow[] = []
  const block = (title: keyof typeof WORDS, list: readonly DraftRow[]): void => {
    rows.push(...(rows.length > 0 ? [EMPTY] : []), heading(say(page, WORDS[title]), WIDTH), ...list)
  }
  if (sources.length > 0) block('sources', listRows(page, sourceColumns(page), sources))
  const firstUse = FRAME_ROWS + rows.length + (rows.length > 0 ? 1 : 0) + 3
  if (uses.length > 0) block('uses', listRows(page, flowColumns(page, 'to'), uses))
  if (discharge.length > 0) block('discharge', listRows(page, flowColumns(page, 'from'), discharge))
  const ownPage = rows.length > ROWS_BESIDE_CHART
  const charts = usesChart(page, uses, firstUse, FRAME_ROWS + rows.length + (ownPage ? 3 : 2))
  if (charts.length > 0 && ownPage) rows.push(PAGE_BREAK)
  return framed(page, 'water', { widths: widthsOf(page), rows, freeze: FRAME_ROWS, charts })
}

/** What enters the steps that use water up; a step that passes it on only distributes. */
function usesOf(flows: readonly InventoryFlow[], waters: readonly InventoryGood[]): readonly InventoryFlow[] {
  const clean = new Set(waters.filter((good) => good.as === undefined).map(({ id }) => id))
  const passesOn = (step: string, good: string) =>
    flows.some((flow) => flow.from === step && flow.of === good)
  return flows.filter(
    (flow) => clean.has(flow.of) && flow.to !== null && flow.as === undefined && !passesOn(flow.to, flow.of),
  )
}

function entersBy(flows: readonly InventoryFlow[], id: string): boolean {
  return flows.some((flow) => flow.id === id && flow.from === null)
}

function bySize(page: Page, flows: readonly InventoryFlow[]): readonly InventoryFlow[] {
  const size = (flow: InventoryFlow) => valueOf(page, waterOf(page, flow)) ?? -1
  return [...flows].sort((a, b) => size(b) - size(a))
}

/** The water that a flow carries; ice and steam are counted in tonnes, their water in cubic metres. */
function waterOf(page: Page, { id }: InventoryFlow): string | undefined {
  return page.audit.reconciled.flows.find((result) => result.flow === id)?.layers['water']
}

function sourceColumns(page: Page): readonly ListColumn<InventoryGood>[] {
  return [
    { head: HEADS.name, cell: (good) => nameCell(page, good) },
    {
      head: HEADS.source,
      cell: (good) => text(good.origin === undefined ? '' : say(page, termOf(ORIGINS, good.origin))),
    },
    { head: HEADS.amount, right: true, cell: (good) => figure(amountOf(page, good)) },
    { head: HEADS.unit, cell: (good) => unit(page, amountOf(page, good)) },
    ...costColumns(page),
  ]
}

function flowColumns(page: Page, side: 'from' | 'to'): readonly ListColumn<InventoryFlow>[] {
  const place = (step: string | null) =>
    step === null ? say(page, WORDS.outside) : (page.steps.get(step) ?? step)
  const id = (flow: InventoryFlow) => flowFigure(page, flow.id)
  const way = ({ as }: InventoryFlow) => (as === undefined ? '' : ` (${say(page, termOf(LEAVES, as))})`)
  return [
    { head: side === 'to' ? HEADS.step : HEADS.from, cell: (flow) => text(place(flow[side])) },
    { head: HEADS.flow, cell: (flow) => text(`${page.flows.get(flow.id) ?? flow.id}${way(flow)}`) },
    { head: HEADS.amount, right: true, cell: (flow) => figure(id(flow)) },
    { head: HEADS.unit, cell: (flow) => unit(page, id(flow)) },
    { head: HEADS.uncertainty, right: true, cell: (flow) => uncertainty(page, id(flow)) },
    {
      head: HEADS.waterIn,
      right: true,
      cell: (flow) =>
        waterOf(page, flow) === undefined ? null : figure(waterOf(page, flow), { format: 'integer' }),
    },
  ]
}

function usesChart(
  page: Page,
  uses: readonly InventoryFlow[],
  first: number,
  row: number,
): readonly ChartSpec[] {
  const known = uses.filter((flow) => (valueOf(page, waterOf(page, flow)) ?? 0) > 0)
  if (known.length < 3) return []
  const count = Math.min(known.length, 15)
  const area = (column: string) => ({ area: `${column}${first}:${column}${first + count - 1}` })
  const title = say(page, WORDS.uses)
  return [
    {
      kind: 'bar',
      title: `${title}, m³${say(page, WORDS.perYear)}`,
      alt: title,
      at: `A${row}:F${row + 7 + count}`,
      categories: area('A'),
      series: [{ name: title, values: area('F') }],
      format: 'integer',
      labels: true,
      legend: false,
    },
  ]
}

function widthsOf(page: Page): readonly number[] {
  return [36, 36, 14, 13, 12, 14, moneyWidth(page), 11]
}
