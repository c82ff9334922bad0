import type {
  CentreLack,
  CentreMatrix,
  CentreRow,
  CostMatrix,
  CostMatrixRow,
  TrueCostOfWater,
} from '../../../model/indicators.js'
import type { Text } from '../../../model/text.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import { CONVENTION_NAMES, CONVENTIONS, COST_CLASSES, SENTENCES, WATER_PARTS } from '../../balance-words.js'
import { centresLackLines, namedLacks } from '../../centres-lack.js'
import { columnFormat } from '../figure-format.js'
import type { Look } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { capital } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import {
  laidList,
  type KnownColumns,
  type LaidList,
  rowUnder,
  sheetWidths,
  TOTAL_LINE,
  totalUncertainty,
  totalUnit,
} from './laid-list.js'
import { EMPTY, heading, itemRows, type ListColumn, listRows, paragraph } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

/** A list and what stands above and below it, over `width` columns of the sheet. */
type Block = { readonly widths: readonly number[]; readonly rows: (width: number) => readonly DraftRow[] }

/** Material flow cost accounting: the site as one centre, every step as one, and the true cost of water. */
export function quantityCentresSheet(page: Page): DraftSheet | undefined {
  const { centres, centresLack = [], costMatrix, trueCostOfWater } = page.audit.indicators
  if (costMatrix === undefined && centres.length + centresLack.length === 0) return undefined
  const blocks = [
    siteBlock(page, costMatrix),
    ...(centres.length > 0 ? centres : [undefined]).map((matrix) => stepsBlock(page, matrix)),
    lackBlock(page, centresLack),
    waterBlock(page, trueCostOfWater),
  ]
  const widths = sheetWidths(...blocks.map((block) => block.widths))
  const shown = blocks.map(({ rows }) => rows(widths.length)).filter(({ length }) => length > 0)
  const rows = shown.flatMap((block, k) => (k === 0 ? block : [EMPTY, ...block]))
  return framed(page, 'quantity-centres', { widths, rows, repeat: FRAME_ROWS })
}

function moneyLook(page: Page, ids: readonly string[]): Look {
  const format = columnFormat(ids.map((id) => page.ledger.get(id)))
  return format === undefined ? {} : { format }
}

function siteBlock(page: Page, matrix: CostMatrix | undefined): Block {
  const look = matrix === undefined ? {} : moneyLook(page, [matrix.total, matrix.product, matrix.loss])
  const cost = (head: Text, of: 'product' | 'loss' | 'total'): ListColumn<CostMatrixRow> => ({
    head,
    right: true,
    cell: (row) => figure(row[of], look),
  })
  const known: KnownColumns<CostMatrixRow, 'quantity-centres'> = {
    costClass: { head: HEADS.costClass, cell: (row) => text(capital(say(page, COST_CLASSES[row.class]))) },
    inProducts: cost(HEADS.inProducts, 'product'),
    inLosses: cost(HEADS.inLosses, 'loss'),
    uncertainty: { head: HEADS.uncertainty, right: true, cell: (row) => uncertainty(page, row.loss) },
    allCost: cost(HEADS.allCost, 'total'),
    unit: { head: HEADS.unit, cell: (row) => unit(page, row.total) },
  }
  const laid = laidList(page, 'quantity-centres', known)
  return {
    widths: laid.widths,
    rows: (width) =>
      matrix === undefined
        ? []
        : [
            heading(say(page, WORDS.oneCentre), width),
            ...listRows(page, laid.columns, matrix.rows),
            ...matrixTotals(page, laid, { matrix, look }),
            paragraph(capital(say(page, CONVENTIONS[matrix.convention])), width),
          ],
  }
}

type Matrix = { readonly matrix: CostMatrix; readonly look: Look }

function matrixTotals(
  page: Page,
  laid: LaidList<CostMatrixRow, ColumnId<'quantity-centres'>>,
  { matrix, look }: Matrix,
): readonly DraftRow[] {
  const total: Look = { ...look, style: 'total' }
  const { unallocated } = matrix
  const share = (head: Text, id: string): DraftRow =>
    rowUnder(laid, {
      costClass: text(say(page, head)),
      inLosses: figure(id),
      uncertainty: uncertainty(page, id),
    })
  return [
    ...(unallocated === undefined
      ? []
      : [
          rowUnder(laid, {
            costClass: text(capital(say(page, COST_CLASSES.unallocated))),
            allCost: figure(unallocated, look),
            unit: { ...unit(page, unallocated), indent: 1 },
          }),
        ]),
    rowUnder(laid, {
      costClass: text(say(page, WORDS.total), { style: 'total' }),
      inProducts: figure(matrix.product, total),
      inLosses: figure(matrix.loss, total),
      uncertainty: totalUncertainty(page, matrix.loss),
      allCost: figure(matrix.total, total),
      unit: totalUnit(page, matrix.total),
    }),
    share(HEADS.lossShare, matrix.lossShare),
    share(HEADS.distribution, matrix.distribution),
  ]
}

function stepsBlock(page: Page, matrix: CentreMatrix | undefined): Block {
  const look = matrix === undefined ? {} : moneyLook(page, [matrix.input, matrix.product, matrix.loss])
  const cost = (head: Text, of: keyof CentreRow): ListColumn<CentreRow> => ({
    head,
    right: true,
    cell: (row) => figure(row[of], look),
  })
  const known: KnownColumns<CentreRow, 'quantity-centres.steps'> = {
    step: { head: HEADS.step, cell: ({ step }) => text(page.steps.get(step) ?? step) },
    newCost: cost(HEADS.newCost, 'input'),
    carriedOver: cost(HEADS.carriedOver, 'carried'),
    inProducts: cost(HEADS.inProducts, 'product'),
    inLosses: cost(HEADS.inLosses, 'loss'),
    uncertainty: { head: HEADS.uncertainty, right: true, cell: (row) => uncertainty(page, row.loss) },
    intoStock: cost(HEADS.intoStock, 'stock'),
    unit: { head: HEADS.unit, cell: (row) => unit(page, row.input) },
  }
  const laid = laidList(page, 'quantity-centres.steps', known)
  if (matrix === undefined) return { widths: laid.widths, rows: () => [] }
  const total: Look = { ...look, style: 'total' }
  const totals = rowUnder(laid, {
    step: text(say(page, WORDS.total), { style: 'total' }),
    newCost: figure(matrix.input, total),
    carriedOver: TOTAL_LINE,
    inProducts: figure(matrix.product, total),
    inLosses: figure(matrix.loss, total),
    uncertainty: totalUncertainty(page, matrix.loss),
    intoStock: figure(matrix.stock, total),
    unit: totalUnit(page, matrix.input),
  })
  const unplaced = rowUnder(laid, {
    step: text(say(page, HEADS.unplaced)),
    newCost: figure(matrix.unplaced, look),
    unit: { ...unit(page, matrix.unplaced), indent: 1 },
  })
  const alone = page.audit.indicators.centres.length === 1
  return {
    widths: laid.widths,
    rows: (width) => [
      heading(`${say(page, WORDS.centres)}: ${say(page, CONVENTION_NAMES[matrix.convention])}`, width),
      ...listRows(page, laid.columns, matrix.rows),
      totals,
      unplaced,
      paragraph(capital(say(page, CONVENTIONS[matrix.convention])), width),
      ...(alone ? [paragraph(capital(say(page, SENTENCES.noLoop)), width)] : []),
    ],
  }
}

/** Why no step is told as a quantity centre. */
function lackBlock(page: Page, lacks: readonly CentreLack[]): Block {
  const lines = centresLackLines(namedLacks(lacks, page.ledger), page.lang)
  return {
    widths: [],
    rows: (width) =>
      lines.length === 0
        ? []
        : [heading(say(page, WORDS.centres), width), ...lines.map((line) => paragraph(line, width))],
  }
}

type WaterPart = TrueCostOfWater['parts'][number]

/** Without heads: a part, its cost and its uncertainty need none. */
function waterBlock(page: Page, water: TrueCostOfWater | undefined): Block {
  const look = moneyLook(
    page,
    (water?.parts ?? []).map((part) => part.figure),
  )
  const known: KnownColumns<WaterPart, 'quantity-centres.water'> = {
    part: { head: WORDS.trueWater, cell: ({ kind }) => text(capital(say(page, WATER_PARTS[kind]))) },
    cost: { head: HEADS.cost, right: true, cell: ({ figure: id }) => figure(id, look) },
    uncertainty: {
      head: HEADS.uncertainty,
      right: true,
      cell: ({ figure: id }) => uncertainty(page, id),
    },
    unit: { head: HEADS.unit, cell: ({ figure: id }) => unit(page, id) },
  }
  const laid = laidList(page, 'quantity-centres.water', known)
  if (water === undefined) return { widths: laid.widths, rows: () => [] }
  const { perUnit } = water
  const total = rowUnder(laid, {
    part: text(say(page, WORDS.perCubicMetre), { style: 'total' }),
    cost: figure(perUnit, { style: 'total' }),
    uncertainty: totalUncertainty(page, perUnit),
    unit: totalUnit(page, perUnit),
  })
  return {
    widths: laid.widths,
    rows: (width) => [
      heading(say(page, WORDS.trueWater), width),
      ...itemRows(laid.columns, water.parts),
      total,
    ],
  }
}
