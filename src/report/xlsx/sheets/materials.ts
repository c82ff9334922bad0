import type { InventoryGood } from '../../../model/inventory.js'
import type { ChartSpec } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { LEAVES, ROLES, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FIRST_HEAD, FRAME_ROWS, framed, moneyWidth } from './frame.js'
import { amountCell, amountUnit, crossingFlows, byCost, costColumns, costsOf, nameCell } from './goods.js'
import { EMPTY, heading, type ListColumn, listRows, PAGE_BREAK, sumCell } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, text, unit } from './page-cells.js'

const WIDTH = 9
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
  const rows: DraftRow[] = []
  if (materials.length > 0) rows.push(...materialRows(page, materials))
  const blocks = [
    { title: WORDS.products, list: products },
    { title: WORDS.residues, list: residues },
  ]
  for (const { title, list } of blocks) {
    if (list.length === 0) continue
    rows.push(...(rows.length > 0 ? [EMPTY] : []), heading(say(page, title), WIDTH))
    rows.push(...listRows(page, leavingColumns(page), list))
  }
  const ownPage = rows.length > ROWS_BESIDE_CHART
  const chart = costChart(page, materials, FRAME_ROWS + rows.length + (ownPage ? 3 : 2))
  if (chart && ownPage) rows.push(PAGE_BREAK)
  return framed(page, 'materials', {
    widths: widthsOf(page),
    rows,
    freeze: FRAME_ROWS,
    ...(chart && { charts: [chart] }),
  })
}

function materialRows(page: Page, materials: readonly InventoryGood[]): readonly DraftRow[] {
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + materials.length]
  const total = sumCell(7, first, last, costsOf(page, materials), 'money')
  return [
    ...listRows(page, materialColumns(page), materials),
    { cells: [text(say(page, WORDS.total), { style: 'total' }), ...blanks(5), total, ...blanks(2)] },
  ]
}

function blanks(count: number): readonly { readonly blank: true; readonly style: 'total' }[] {
  return Array.from({ length: count }, () => ({ blank: true, style: 'total' }) as const)
}

function materialColumns(page: Page): readonly ListColumn<InventoryGood>[] {
  return [
    { head: HEADS.name, cell: (good) => nameCell(page, good) },
    {
      head: HEADS.role,
      cell: (good) => text(good.role === undefined ? '' : say(page, termOf(ROLES, good.role))),
    },
    { head: HEADS.amount, right: true, cell: (good) => amountCell(page, good) },
    { head: HEADS.unit, cell: (good) => amountUnit(page, good) },
    ...costColumns(page),
    {
      head: HEADS.inProduct,
      right: true,
      cell: (good) => (good.inProduct === undefined ? null : figure(good.inProduct)),
    },
  ]
}

function leavingColumns(page: Page): readonly ListColumn<InventoryGood>[] {
  const price = (good: InventoryGood) => good.price ?? good.treatmentCost
  return [
    { head: HEADS.name, cell: (good) => nameCell(page, good) },
    {
      head: HEADS.destination,
      cell: (good) => text(good.as === undefined ? '' : say(page, termOf(LEAVES, good.as))),
    },
    { head: HEADS.amount, right: true, cell: (good) => amountCell(page, good) },
    { head: HEADS.unit, cell: (good) => amountUnit(page, good) },
    {
      head: HEADS.price,
      right: true,
      cell: (good) => (price(good) === undefined ? null : figure(price(good))),
    },
    { head: HEADS.priceUnit, cell: (good) => unit(page, price(good)) },
    { head: HEADS.code, cell: (good) => text(good.ewc ?? '') },
    { head: HEADS.goesTo, span: 2, cell: (good) => text(good.destination ?? '') },
  ]
}

/** The dearest materials; none where there is nothing to compare. */
function costChart(page: Page, materials: readonly InventoryGood[], row: number): ChartSpec | undefined {
  const priced = costsOf(page, materials).filter((cost) => cost !== null && cost > 0).length
  const count = Math.min(priced, LONGEST_CHART)
  if (count < 3) return undefined
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + count]
  const title = say(page, WORDS.materialChart)
  return {
    kind: 'bar',
    title: `${title}, ${page.audit.head.currency}${say(page, WORDS.perYear)}`,
    alt: title,
    at: `A${row}:G${row + 8 + count}`,
    categories: { area: `A${first}:A${last}` },
    series: [{ name: { area: `G${FIRST_HEAD}` }, values: { area: `G${first}:G${last}` } }],
    format: 'money',
    labels: true,
    legend: false,
  }
}

function widthsOf(page: Page): readonly number[] {
  return [38, 20, 15, 13, 13, 15, moneyWidth(page), 10, 11]
}
