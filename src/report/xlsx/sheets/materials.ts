import type { InventoryGood } from '../../../model/inventory.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import type { ChartSpec } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { LEAVES, ROLES, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { chartMoney } from './chart-money.js'
import { FIRST_HEAD, FRAME_ROWS, framed } from './frame.js'
import { amountCell, amountUnit, crossingFlows, byCost, costColumns, costsOf, nameCell } from './goods.js'
import { areaOf, laidList, type KnownColumns, type LaidList, sheetWidths, totalRows } from './laid-list.js'
import { EMPTY, heading, listRows, PAGE_BREAK } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, text, unit } from './page-cells.js'

type Laid = LaidList<InventoryGood, ColumnId<'materials'>>

const LONGEST_CHART = 15
/** With more rows above it, a chart begins a page of its own. */
const ROWS_BESIDE_CHART = 10

/** Materials with amount, price, cost and share; products; residues. */
export function materialsSheet(page: Page): DraftSheet | undefined {
  const { goods } = page.audit.inventory
  const materials = byCost(
    page,
    // What never crosses the boundary is made and used inside: it stands on the sheet of flows.
    goods.filter((good) => good.list === 'materials' && crossingFlows(page, good).length > 0),
  )
  const products = goods.filter(({ list }) => list === 'products')
  const residues = goods.filter(({ list }) => list === 'residues')
  if (materials.length + products.length + residues.length === 0) return undefined
  const laid = laidList(page, 'materials', materialColumns(page))
  const leaving = laidList(page, 'materials.leaving', leavingColumns(page))
  const widths = sheetWidths(laid.widths, leaving.widths)
  const rows: DraftRow[] = []
  if (materials.length > 0) rows.push(...materialRows(page, laid, materials))
  const blocks = [
    { title: WORDS.products, list: products },
    { title: WORDS.residues, list: residues },
  ]
  for (const { title, list } of blocks) {
    if (list.length === 0) continue
    rows.push(...(rows.length > 0 ? [EMPTY] : []), heading(say(page, title), widths.length))
    rows.push(...listRows(page, leaving.columns, list))
  }
  const ownPage = rows.length > ROWS_BESIDE_CHART
  const chart = costChart(page, laid, materials, FRAME_ROWS + rows.length + (ownPage ? 3 : 2))
  if (chart && ownPage) rows.push(PAGE_BREAK)
  return framed(page, 'materials', {
    widths,
    rows,
    freeze: FRAME_ROWS,
    ...(chart && { charts: [chart] }),
  })
}

function materialRows(page: Page, laid: Laid, materials: readonly InventoryGood[]): readonly DraftRow[] {
  return [
    ...listRows(page, laid.columns, materials),
    ...totalRows(page, laid, {
      label: 'name',
      sums: { cost: { values: costsOf(page, materials), format: 'money' } },
      rows: { first: FIRST_HEAD + 1, count: materials.length },
    }),
  ]
}

function materialColumns(page: Page): KnownColumns<InventoryGood, 'materials'> {
  return {
    name: { head: HEADS.name, cell: (good) => nameCell(page, good) },
    role: {
      head: HEADS.role,
      cell: (good) => text(good.role === undefined ? '' : say(page, termOf(ROLES, good.role))),
    },
    amount: { head: HEADS.amount, right: true, cell: (good) => amountCell(page, good) },
    unit: { head: HEADS.unit, cell: (good) => amountUnit(page, good) },
    ...costColumns(page),
    inProduct: {
      head: HEADS.inProduct,
      right: true,
      cell: (good) => (good.inProduct === undefined ? null : figure(good.inProduct)),
    },
  }
}

function leavingColumns(page: Page): KnownColumns<InventoryGood, 'materials.leaving'> {
  const price = (good: InventoryGood) => good.price ?? good.treatmentCost
  return {
    name: { head: HEADS.name, cell: (good) => nameCell(page, good) },
    destination: {
      head: HEADS.destination,
      cell: (good) => text(good.as === undefined ? '' : say(page, termOf(LEAVES, good.as))),
    },
    amount: { head: HEADS.amount, right: true, cell: (good) => amountCell(page, good) },
    unit: { head: HEADS.unit, cell: (good) => amountUnit(page, good) },
    price: {
      head: HEADS.price,
      right: true,
      cell: (good) => (price(good) === undefined ? null : figure(price(good))),
    },
    priceUnit: { head: HEADS.priceUnit, cell: (good) => unit(page, price(good)) },
    code: { head: HEADS.code, cell: (good) => text(good.ewc ?? '') },
    goesTo: { head: HEADS.goesTo, cell: (good) => text(good.destination ?? '') },
  }
}

/** The dearest materials; none where there is nothing to compare. */
function costChart(
  page: Page,
  laid: Laid,
  materials: readonly InventoryGood[],
  row: number,
): ChartSpec | undefined {
  const priced = costsOf(page, materials).filter((cost) => cost !== null && cost > 0).length
  const count = Math.min(priced, LONGEST_CHART)
  if (count < 3) return undefined
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + count]
  const names = areaOf(laid, 'name', first, last)
  const head = areaOf(laid, 'cost', FIRST_HEAD)
  const costs = areaOf(laid, 'cost', first, last)
  if (names === undefined || head === undefined || costs === undefined) return undefined
  const title = say(page, WORDS.materialChart)
  const money = chartMoney(page, costsOf(page, materials))
  return {
    kind: 'bar',
    title: `${title}, ${money.unit}`,
    alt: title,
    at: `A${row}:G${row + 8 + count}`,
    categories: names,
    series: [{ name: head, values: costs }],
    format: money.format,
    labels: true,
    legend: false,
  }
}
