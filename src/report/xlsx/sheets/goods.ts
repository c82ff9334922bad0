import { NO_VALUE } from '../../../formula/index.js'
import type { InventoryGood } from '../../../model/inventory.js'
import type { CostLine } from '../../../model/indicators.js'
import type { Cell, Look } from '../book.js'
import type { DraftCell } from '../layout.js'
import { formatBySize } from '../styles.js'
import { HEADS } from '../texts.js'
import type { ListColumn } from './list-rows.js'
import { type Page, valueOf } from './page.js'
import { figure, text, unit } from './page-cells.js'

/** What the sheets of materials, energy and water share: goods with amount, price, cost and share of cost. */

/** Flows of a good that enter the site, or leave it where it is a product or a residue. */
export function crossingFlows(page: Page, good: InventoryGood): readonly string[] {
  const own = page.audit.inventory.flows.filter((flow) => flow.of === good.id)
  const entering = own.filter((flow) => flow.from === null)
  const leaving = own.filter((flow) => flow.to === null)
  const outward = good.list === 'products' || good.list === 'residues' || entering.length === 0
  return (outward ? leaving : entering).map((flow) => flow.id)
}

export function costLine(page: Page, good: InventoryGood): CostLine | undefined {
  return page.audit.indicators.costs.find((line) => line.good === good.id)
}

/** The figure of a good's amount per year: its cost line's, its total's, or that of its only flow. */
export function amountOf(page: Page, good: InventoryGood): string | undefined {
  const line = costLine(page, good)
  if (line) return line.amount
  if (page.ledger.has(`use.${good.id}`)) return `use.${good.id}`
  const flows = crossingFlows(page, good)
  return flows.length === 1 ? flowFigure(page, flows[0]) : undefined
}

/** A good's amount per year; where no figure holds it, the live sum of its flows over the boundary. */
export function amountCell(page: Page, good: InventoryGood): DraftCell {
  const one = amountOf(page, good)
  const flows = one === undefined ? flowFigures(page, good) : []
  if (flows.length < 2) return figure(one)
  const values = flows.map((id) => valueOf(page, id))
  const known = values.every((value) => value !== null)
  const result = known ? values.reduce((sum, value) => sum + (value ?? 0), 0) : NO_VALUE
  return {
    live: (at) => {
      const list = flows.map(at).join(',')
      return `IF(COUNT(${list})<${flows.length},"${NO_VALUE}",SUM(${list}))`
    },
    result,
    format: formatBySize(known ? Number(result) : 0),
    align: 'right',
    style: 'derived',
  }
}

/** The unit of `amountCell`. */
export function amountUnit(page: Page, good: InventoryGood): Cell {
  return unit(page, amountOf(page, good) ?? flowFigures(page, good)[0])
}

function flowFigures(page: Page, good: InventoryGood): readonly string[] {
  return crossingFlows(page, good).flatMap((flow) => flowFigure(page, flow) ?? [])
}

export function flowFigure(page: Page, flow: string | undefined): string | undefined {
  return page.audit.reconciled.flows.find((result) => result.flow === flow)?.figure
}

/** Figures of what a good's flows over the boundary carry in a layer. */
export function layerFigures(page: Page, good: InventoryGood, layer: string): readonly string[] {
  const flows = crossingFlows(page, good)
  return page.audit.reconciled.flows
    .filter((result) => flows.includes(result.flow))
    .flatMap((result) => result.layers[layer] ?? [])
}

/** What all flows of a good carry together; `null` where one of them is not known. */
export function layerTotal(page: Page, good: InventoryGood, layer: string): number | null {
  const values = layerFigures(page, good, layer).map((id) => valueOf(page, id))
  return values.length === 0 || values.includes(null)
    ? null
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

/** The same as a live sum of the figures. */
export function layerCell(page: Page, good: InventoryGood, layer: string, look: Look): DraftCell {
  const figures = layerFigures(page, good, layer)
  if (figures.length < 2) return figure(figures[0], look)
  return {
    ...look,
    style: 'derived',
    align: 'right',
    live: (at) => {
      const cells = figures.map(at)
      return `IF(COUNT(${cells.join(',')})=${cells.length},${cells.join('+')},"${NO_VALUE}")`
    },
    result: layerTotal(page, good, layer) ?? NO_VALUE,
  }
}

export function nameCell(page: Page, good: InventoryGood): Cell {
  return text(page.goods.get(good.id) ?? good.id)
}

/** Price, its unit, cost per year and share of all cost. */
export function costColumns(
  page: Page,
): Readonly<Record<'price' | 'priceUnit' | 'cost' | 'share', ListColumn<InventoryGood>>> {
  return {
    price: { head: HEADS.price, right: true, cell: (good) => figure(good.price) },
    priceUnit: { head: HEADS.priceUnit, cell: (good) => unit(page, good.price) },
    cost: { head: HEADS.cost, right: true, cell: (good) => costCell(page, good) },
    share: { head: HEADS.share, right: true, cell: (good) => figure(costLine(page, good)?.share) },
  }
}

export function costCell(page: Page, good: InventoryGood, look: Look = { format: 'money' }): DraftCell {
  return figure(costLine(page, good)?.cost, look)
}

/** Cost per year of some goods, for sums. */
export function costsOf(page: Page, goods: readonly InventoryGood[]): readonly (number | null)[] {
  return goods.map((good) => valueOf(page, costLine(page, good)?.cost))
}

/** Goods with the dearest first; what has no cost keeps its order at the end. */
export function byCost(page: Page, goods: readonly InventoryGood[]): readonly InventoryGood[] {
  const cost = (good: InventoryGood) => valueOf(page, costLine(page, good)?.cost) ?? Number.NEGATIVE_INFINITY
  return [...goods].sort((a, b) => (cost(a) === cost(b) ? 0 : cost(b) - cost(a)))
}
