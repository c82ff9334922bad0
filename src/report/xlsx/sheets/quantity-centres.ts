import type {
  CentreLack,
  CentreMatrix,
  CentreRow,
  CostMatrixRow,
  TrueCostOfWater,
} from '../../../model/indicators.js'
import { CONVENTIONS, COST_CLASSES, SENTENCES, WATER_PARTS } from '../../balance-words.js'
import { centresLackLines, namedLacks } from '../../centres-lack.js'
import { columnFormat } from '../figure-format.js'
import type { Look } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { HEADS, WORDS } from '../texts.js'
import { FRAME_ROWS, framed, moneyWidth } from './frame.js'
import { EMPTY, heading, type ListColumn, listRows, paragraph } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

const COLUMNS = 8

/** Material flow cost accounting: the site as one centre, every step as one, and the true cost of water. */
export function quantityCentresSheet(page: Page): DraftSheet | undefined {
  const { centres, centresLack = [], costMatrix, trueCostOfWater } = page.audit.indicators
  const blocks = [
    ...(costMatrix === undefined ? [] : [matrixRows(page)]),
    ...centres.map((matrix) => centreRows(page, matrix)),
    ...(centresLack.length === 0 ? [] : [lackRows(page, centresLack)]),
    ...(trueCostOfWater === undefined ? [] : [waterRows(page, trueCostOfWater)]),
  ]
  if (costMatrix === undefined && centres.length + centresLack.length === 0) return undefined
  const wide = moneyWidth(page)
  const rows = blocks.flatMap((block, k) => (k === 0 ? block : [EMPTY, ...block]))
  const widths = [44, ...Array.from({ length: COLUMNS - 2 }, () => wide), 12]
  return framed(page, 'quantity-centres', { widths, rows, repeat: FRAME_ROWS })
}

const moneyLook = (page: Page, ids: readonly string[]): Look => {
  const format = columnFormat(ids.map((id) => page.ledger.get(id)))
  return format === undefined ? {} : { format }
}

function matrixRows(page: Page): readonly DraftRow[] {
  const matrix = page.audit.indicators.costMatrix
  if (matrix === undefined) return []
  const look = moneyLook(page, [matrix.total, matrix.product, matrix.loss])
  const columns: readonly ListColumn<CostMatrixRow>[] = [
    { head: HEADS.costClass, cell: (row) => text(say(page, COST_CLASSES[row.class])) },
    { head: HEADS.inProducts, right: true, cell: (row) => figure(row.product, look) },
    { head: HEADS.inLosses, right: true, cell: (row) => figure(row.loss, look) },
    { head: HEADS.uncertainty, right: true, cell: (row) => uncertainty(page, row.loss) },
    { head: HEADS.allCost, right: true, cell: (row) => figure(row.total, look) },
    { head: HEADS.unit, cell: (row) => unit(page, row.total) },
  ]
  const total: Look = { ...look, style: 'total' }
  const { unallocated } = matrix
  return [
    heading(say(page, WORDS.oneCentre), COLUMNS),
    ...listRows(page, columns, matrix.rows),
    ...(unallocated === undefined
      ? []
      : [
          {
            cells: [
              text(say(page, COST_CLASSES.unallocated)),
              null,
              null,
              null,
              figure(unallocated, look),
              { ...unit(page, unallocated), indent: 1 },
            ],
          },
        ]),
    {
      cells: [
        text(say(page, WORDS.total), { style: 'total' }),
        figure(matrix.product, total),
        figure(matrix.loss, total),
        uncertainty(page, matrix.loss),
        figure(matrix.total, total),
        { ...unit(page, matrix.total), indent: 1 },
      ],
    },
    share(page, HEADS.lossShare, matrix.lossShare),
    share(page, HEADS.distribution, matrix.distribution),
    paragraph(say(page, CONVENTIONS[matrix.convention]), COLUMNS),
  ]
}

function share(page: Page, head: (typeof HEADS)[keyof typeof HEADS], id: string): DraftRow {
  return { cells: [text(say(page, head)), null, figure(id), uncertainty(page, id)] }
}

function centreRows(page: Page, matrix: CentreMatrix): readonly DraftRow[] {
  const look = moneyLook(page, [matrix.input, matrix.product, matrix.loss])
  const cost = (head: (typeof HEADS)[keyof typeof HEADS], of: keyof CentreRow): ListColumn<CentreRow> => ({
    head,
    right: true,
    cell: (row) => figure(row[of], look),
  })
  const columns: readonly ListColumn<CentreRow>[] = [
    { head: HEADS.step, cell: ({ step }) => text(page.steps.get(step) ?? step) },
    cost(HEADS.newCost, 'input'),
    cost(HEADS.carriedOver, 'carried'),
    cost(HEADS.inProducts, 'product'),
    cost(HEADS.inLosses, 'loss'),
    { head: HEADS.uncertainty, right: true, cell: (row) => uncertainty(page, row.loss) },
    cost(HEADS.intoStock, 'stock'),
    { head: HEADS.unit, cell: (row) => unit(page, row.input) },
  ]
  const total: Look = { ...look, style: 'total' }
  const alone = page.audit.indicators.centres.length === 1
  return [
    heading(`${say(page, WORDS.centres)}: ${matrix.convention}`, COLUMNS),
    ...listRows(page, columns, matrix.rows),
    {
      cells: [
        text(say(page, WORDS.total), { style: 'total' }),
        figure(matrix.input, total),
        { blank: true, style: 'total' },
        figure(matrix.product, total),
        figure(matrix.loss, total),
        uncertainty(page, matrix.loss),
        figure(matrix.stock, total),
        { ...unit(page, matrix.input), indent: 1 },
      ],
    },
    {
      cells: [
        text(say(page, HEADS.unplaced)),
        figure(matrix.unplaced, look),
        ...Array.from({ length: COLUMNS - 3 }, () => null),
        { ...unit(page, matrix.unplaced), indent: 1 },
      ],
    },
    paragraph(say(page, CONVENTIONS[matrix.convention]), COLUMNS),
    ...(alone ? [paragraph(say(page, SENTENCES.noLoop), COLUMNS)] : []),
  ]
}

/** Why no step is told as a quantity centre. */
function lackRows(page: Page, lacks: readonly CentreLack[]): readonly DraftRow[] {
  const lines = centresLackLines(namedLacks(lacks, page.ledger), page.lang)
  return [heading(say(page, WORDS.centres), COLUMNS), ...lines.map((line) => paragraph(line, COLUMNS))]
}

function waterRows(page: Page, water: TrueCostOfWater): readonly DraftRow[] {
  const look = moneyLook(
    page,
    water.parts.map((part) => part.figure),
  )
  const line = (name: string, id: string, style: Look): DraftRow => ({
    cells: [
      text(name, style.style === undefined ? {} : { style: 'total' }),
      figure(id, style),
      uncertainty(page, id),
      { ...unit(page, id), indent: 1 },
    ],
  })
  return [
    heading(say(page, WORDS.trueWater), COLUMNS),
    ...water.parts.map(({ kind, figure: id }) => line(say(page, WATER_PARTS[kind]), id, look)),
    line(say(page, WORDS.perCubicMetre), water.perUnit, { style: 'total' }),
  ]
}
