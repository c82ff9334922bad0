import type { InventoryGood } from '../../../model/inventory.js'
import type { Indicators } from '../../../model/indicators.js'
import type { ChartSpec } from '../book.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { columnFormat } from '../figure-format.js'
import { HEADS, WORDS } from '../texts.js'
import { FIRST_HEAD, FRAME_ROWS, framed, moneyWidth } from './frame.js'
import {
  amountOf,
  byCost,
  costColumns,
  costsOf,
  layerCell,
  layerFigures,
  layerTotal,
  nameCell,
} from './goods.js'
import { EMPTY, heading, type ListColumn, listRows, sumCell } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { figure, text, unit } from './page-cells.js'

const WIDTH = 9

type Emission = Indicators['emissions'][number]

/** Energy carriers with energy, oil equivalent and cost; greenhouse gases by source. */
export function energySheet(page: Page): DraftSheet | undefined {
  const carriers = byCost(
    page,
    page.audit.inventory.goods.filter(({ list }) => list === 'energy'),
  )
  const { emissions } = page.audit.indicators
  if (carriers.length + emissions.length === 0) return undefined
  const rows: DraftRow[] = []
  if (carriers.length > 0) rows.push(...carrierRows(page, carriers))
  if (emissions.length > 0) {
    rows.push(...(rows.length > 0 ? [EMPTY] : []), heading(say(page, WORDS.ghg), WIDTH))
    const first = FRAME_ROWS + rows.length + 2
    const counted = emissions.filter(({ apart }) => apart === undefined)
    const apart = emissions.filter((emission) => emission.apart !== undefined)
    if (counted.length > 0)
      rows.push(...listRows(page, emissionColumns(page), counted), emissionTotal(page, counted, first))
    if (apart.length > 0)
      rows.push(
        EMPTY,
        heading(say(page, WORDS.ghgApart), WIDTH),
        ...listRows(page, emissionColumns(page), apart),
      )
  }
  const charts = energyChart(page, carriers, FRAME_ROWS + rows.length + 2)
  return framed(page, 'energy', { widths: widthsOf(page), rows, freeze: FRAME_ROWS, charts })
}

function toeOf(page: Page, good: InventoryGood): string | undefined {
  const id = `toe.${good.id}`
  return page.ledger.has(id) ? id : undefined
}

function carrierRows(page: Page, carriers: readonly InventoryGood[]): readonly DraftRow[] {
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + carriers.length]
  const energies = carriers.map((good) => layerTotal(page, good, 'energy'))
  const toes = carriers.map((good) => valueOf(page, toeOf(page, good)))
  const sum = (column: number, values: readonly (number | null)[], format: 'integer' | 'money') =>
    sumCell(column, first, last, values, format)
  const line = { blank: true, style: 'total' } as const
  return [
    ...listRows(page, carrierColumns(page, carriers), carriers),
    {
      cells: [
        text(say(page, WORDS.total), { style: 'total' }),
        line,
        line,
        sum(4, energies, 'integer'),
        sum(5, toes, 'integer'),
        line,
        line,
        sum(8, costsOf(page, carriers), 'money'),
        line,
      ],
    },
  ]
}

function carrierColumns(
  page: Page,
  carriers: readonly InventoryGood[],
): readonly ListColumn<InventoryGood>[] {
  const all = carriers.flatMap((good) => layerFigures(page, good, 'energy')).map((id) => page.ledger.get(id))
  const format = columnFormat(all)
  const toe = carriers.map((good) => toeOf(page, good)).find((id) => id !== undefined)
  const toeHead = toe !== undefined && page.ledger.get(toe)?.unit.startsWith('toe-vn') ? 'TOE' : 'toe'
  return [
    { head: HEADS.carrier, cell: (good) => nameCell(page, good) },
    { head: HEADS.amount, right: true, cell: (good) => figure(amountOf(page, good)) },
    { head: HEADS.unit, cell: (good) => unit(page, amountOf(page, good)) },
    {
      head: HEADS.energy,
      right: true,
      cell: (good) => layerCell(page, good, 'energy', format ? { format } : {}),
    },
    { head: { en: toeHead, vi: toeHead }, right: true, cell: (good) => figure(toeOf(page, good)) },
    ...costColumns(page),
  ]
}

function emissionColumns(page: Page): readonly ListColumn<Emission>[] {
  const good = (emission: Emission) => page.audit.inventory.goods.find(({ id }) => id === emission.of)
  const amount = (emission: Emission) => {
    const found = good(emission)
    return found && amountOf(page, found)
  }
  const format = columnFormat(
    page.audit.indicators.emissions.map((emission) => page.ledger.get(emission.figure)),
  )
  return [
    {
      head: HEADS.carrier,
      cell: (emission) => text(page.goods.get(emission.of) ?? page.steps.get(emission.of) ?? emission.of),
    },
    { head: HEADS.amount, right: true, cell: (emission) => figure(amount(emission)) },
    { head: HEADS.unit, cell: (emission) => unit(page, amount(emission)) },
    { head: HEADS.factor, right: true, cell: (emission) => figure(emission.factor) },
    { head: HEADS.unit, cell: (emission) => unit(page, emission.factor) },
    {
      head: HEADS.scope,
      right: true,
      cell: (emission) => ({ number: emission.scope, format: 'integer', style: 'text', align: 'right' }),
    },
    {
      head: HEADS.emission,
      right: true,
      cell: (emission) => figure(emission.figure, format ? { format } : {}),
    },
    { head: HEADS.unit, cell: (emission) => unit(page, emission.figure) },
  ]
}

function emissionTotal(page: Page, emissions: readonly Emission[], first: number): DraftRow {
  const values = emissions.map((emission) => valueOf(page, emission.figure))
  const line = { blank: true, style: 'total' } as const
  const total: DraftCell = sumCell(7, first, first + emissions.length - 1, values, 'integer')
  const [label, unitOfTotal] = [
    text(say(page, WORDS.total), { style: 'total' }),
    unit(page, emissions[0]?.figure),
  ]
  return {
    cells: [
      label,
      line,
      line,
      line,
      line,
      line,
      total,
      { ...unitOfTotal, style: 'total', bold: false, indent: 1 },
    ],
  }
}

function energyChart(page: Page, carriers: readonly InventoryGood[], row: number): readonly ChartSpec[] {
  const known = carriers.filter((good) => (layerTotal(page, good, 'energy') ?? 0) > 0)
  const costed = costsOf(page, carriers).filter((cost) => cost !== null && cost > 0)
  if (carriers.length < 2) return []
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + carriers.length]
  const chart = (kind: string, column: string, at: string): ChartSpec => ({
    kind: 'doughnut',
    title: `${say(page, WORDS.energyChart)}: ${kind}`,
    alt: `${say(page, WORDS.energyChart)}: ${kind}`,
    at,
    categories: { area: `A${first}:A${last}` },
    series: [{ name: kind, values: { area: `${column}${first}:${column}${last}` } }],
    labels: true,
  })
  const end = row + 16
  return [
    ...(known.length >= 2 ? [chart('GJ', 'D', `A${row}:D${end}`)] : []),
    ...(costed.length >= 2 ? [chart(say(page, HEADS.cost).toLowerCase(), 'H', `E${row}:I${end}`)] : []),
  ]
}

function widthsOf(page: Page): readonly number[] {
  return [34, 14, 13, 14, 15, 13, 13, moneyWidth(page) + 1, 11]
}
