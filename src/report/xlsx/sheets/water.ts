import type { InventoryFlow, InventoryGood } from '../../../model/inventory.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import type { ChartSpec } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { LEAVES, ORIGINS, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import { amountOf, costColumns, crossingFlows, flowFigure, nameCell } from './goods.js'
import { areaOf, laidList, type KnownColumns, type LaidList, sheetWidths } from './laid-list.js'
import { EMPTY, heading, listRows, PAGE_BREAK } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

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
  const ofSources = laidList(page, 'water.sources', sourceColumns(page))
  const ofUses = laidList(page, 'water.uses', flowColumns(page, 'to'))
  const ofDischarge = laidList(page, 'water.discharge', flowColumns(page, 'from'))
  const widths = sheetWidths(ofSources.widths, ofUses.widths, ofDischarge.widths)
  const rows: DraftRow[] = []
  const block = (title: keyof typeof WORDS, list: readonly DraftRow[]): void => {
    rows.push(...(rows.length > 0 ? [EMPTY] : []), heading(say(page, WORDS[title]), widths.length), ...list)
  }
  if (sources.length > 0) block('sources', listRows(page, ofSources.columns, sources))
  const firstUse = FRAME_ROWS + rows.length + (rows.length > 0 ? 1 : 0) + 3
  if (uses.length > 0) block('uses', listRows(page, ofUses.columns, uses))
  if (discharge.length > 0) block('discharge', listRows(page, ofDischarge.columns, discharge))
  const ownPage = rows.length > ROWS_BESIDE_CHART
  const charts = usesChart(
    page,
    { laid: ofUses, uses, first: firstUse },
    FRAME_ROWS + rows.length + (ownPage ? 3 : 2),
  )
  if (charts.length > 0 && ownPage) rows.push(PAGE_BREAK)
  return framed(page, 'water', { widths, rows, freeze: FRAME_ROWS, charts })
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

function sourceColumns(page: Page): KnownColumns<InventoryGood, 'water.sources'> {
  return {
    name: { head: HEADS.name, cell: (good) => nameCell(page, good) },
    source: {
      head: HEADS.source,
      cell: (good) => text(good.origin === undefined ? '' : say(page, termOf(ORIGINS, good.origin))),
    },
    amount: { head: HEADS.amount, right: true, cell: (good) => figure(amountOf(page, good)) },
    unit: { head: HEADS.unit, cell: (good) => unit(page, amountOf(page, good)) },
    ...costColumns(page),
  }
}

function flowColumns(page: Page, side: 'from' | 'to'): KnownColumns<InventoryFlow, 'water.uses'> {
  const place = (step: string | null) =>
    step === null ? say(page, WORDS.outside) : (page.steps.get(step) ?? step)
  const id = (flow: InventoryFlow) => flowFigure(page, flow.id)
  const way = ({ as }: InventoryFlow) => (as === undefined ? '' : ` (${say(page, termOf(LEAVES, as))})`)
  return {
    step: { head: side === 'to' ? HEADS.step : HEADS.from, cell: (flow) => text(place(flow[side])) },
    flow: { head: HEADS.flow, cell: (flow) => text(`${page.flows.get(flow.id) ?? flow.id}${way(flow)}`) },
    amount: { head: HEADS.amount, right: true, cell: (flow) => figure(id(flow)) },
    unit: { head: HEADS.unit, cell: (flow) => unit(page, id(flow)) },
    uncertainty: { head: HEADS.uncertainty, right: true, cell: (flow) => uncertainty(page, id(flow)) },
    water: {
      head: HEADS.waterIn,
      right: true,
      cell: (flow) =>
        waterOf(page, flow) === undefined ? null : figure(waterOf(page, flow), { format: 'integer' }),
    },
  }
}

type Uses = {
  readonly laid: LaidList<InventoryFlow, ColumnId<'water.uses'>>
  readonly uses: readonly InventoryFlow[]
  /** Row of the first of them. */
  readonly first: number
}

function usesChart(page: Page, { laid, uses, first }: Uses, row: number): readonly ChartSpec[] {
  const known = uses.filter((flow) => (valueOf(page, waterOf(page, flow)) ?? 0) > 0)
  if (known.length < 3) return []
  const count = Math.min(known.length, 15)
  const names = areaOf(laid, 'flow', first, first + count - 1)
  const amounts = areaOf(laid, 'water', first, first + count - 1)
  if (names === undefined || amounts === undefined) return []
  const title = say(page, WORDS.uses)
  return [
    {
      kind: 'bar',
      title: `${title}, m³${say(page, WORDS.perYear)}`,
      alt: title,
      at: `A${row}:F${row + 7 + count}`,
      categories: names,
      series: [{ name: title, values: amounts }],
      format: 'integer',
      labels: true,
      legend: false,
    },
  ]
}
