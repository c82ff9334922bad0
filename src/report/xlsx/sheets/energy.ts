import type { InventoryGood } from '../../../model/inventory.js'
import type { Indicators } from '../../../model/indicators.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import type { ChartSpec } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { columnFormat, inColumn } from '../figure-format.js'
import { HEADS, WORDS } from '../texts.js'
import { FIRST_HEAD, FRAME_ROWS, framed } from './frame.js'
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
import {
  areaOf,
  laidList,
  type KnownColumns,
  type LaidList,
  sheetWidths,
  totalRows,
  totalUnit,
} from './laid-list.js'
import { EMPTY, heading, listRows } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { figure, text, unit } from './page-cells.js'

type Emission = Indicators['emissions'][number]
type Carriers = LaidList<InventoryGood, ColumnId<'energy'>>
type Emissions = LaidList<Emission, ColumnId<'energy.emissions'>>

/** Energy carriers with energy, oil equivalent and cost; greenhouse gases by source. */
export function energySheet(page: Page): DraftSheet | undefined {
  const carriers = byCost(
    page,
    page.audit.inventory.goods.filter(({ list }) => list === 'energy'),
  )
  const { emissions } = page.audit.indicators
  if (carriers.length + emissions.length === 0) return undefined
  const laid = laidList(page, 'energy', carrierColumns(page, carriers))
  const ofEmissions = laidList(page, 'energy.emissions', emissionColumns(page))
  const widths = sheetWidths(laid.widths, ofEmissions.widths)
  const rows: DraftRow[] = []
  if (carriers.length > 0) rows.push(...carrierRows(page, laid, carriers))
  if (emissions.length > 0) {
    rows.push(...(rows.length > 0 ? [EMPTY] : []), heading(say(page, WORDS.ghg), widths.length))
    const first = FRAME_ROWS + rows.length + 2
    const counted = emissions.filter(({ apart }) => apart === undefined)
    const apart = emissions.filter((emission) => emission.apart !== undefined)
    if (counted.length > 0)
      rows.push(
        ...listRows(page, ofEmissions.columns, counted),
        ...emissionTotal(page, ofEmissions, counted, first),
      )
    if (apart.length > 0)
      rows.push(
        EMPTY,
        heading(say(page, WORDS.ghgApart), widths.length),
        ...listRows(page, ofEmissions.columns, apart),
      )
  }
  const charts = energyChart(page, laid, carriers, FRAME_ROWS + rows.length + 2)
  return framed(page, 'energy', { widths, rows, freeze: FRAME_ROWS, charts })
}

function toeOf(page: Page, good: InventoryGood): string | undefined {
  const id = `toe.${good.id}`
  return page.ledger.has(id) ? id : undefined
}

function carrierRows(page: Page, laid: Carriers, carriers: readonly InventoryGood[]): readonly DraftRow[] {
  return [
    ...listRows(page, laid.columns, carriers),
    ...totalRows(page, laid, {
      label: 'carrier',
      sums: {
        energy: { values: carriers.map((good) => layerTotal(page, good, 'energy')), format: 'integer' },
        toe: { values: carriers.map((good) => valueOf(page, toeOf(page, good))), format: 'integer' },
        cost: { values: costsOf(page, carriers), format: 'money' },
      },
      rows: { first: FIRST_HEAD + 1, count: carriers.length },
    }),
  ]
}

function carrierColumns(
  page: Page,
  carriers: readonly InventoryGood[],
): KnownColumns<InventoryGood, 'energy'> {
  const all = carriers.flatMap((good) => layerFigures(page, good, 'energy')).map((id) => page.ledger.get(id))
  const format = columnFormat(all)
  const toe = carriers.map((good) => toeOf(page, good)).find((id) => id !== undefined)
  const toeHead = toe !== undefined && page.ledger.get(toe)?.unit.startsWith('toe-vn') ? 'TOE' : 'toe'
  return {
    carrier: { head: HEADS.carrier, cell: (good) => nameCell(page, good) },
    amount: { head: HEADS.amount, right: true, cell: (good) => figure(amountOf(page, good)) },
    unit: { head: HEADS.unit, cell: (good) => unit(page, amountOf(page, good)) },
    energy: {
      head: HEADS.energy,
      right: true,
      cell: (good) => layerCell(page, good, 'energy', format ? { format } : {}),
    },
    toe: { head: { en: toeHead, vi: toeHead }, right: true, cell: (good) => figure(toeOf(page, good)) },
    ...costColumns(page),
  }
}

function emissionColumns(page: Page): KnownColumns<Emission, 'energy.emissions'> {
  const good = (emission: Emission) => page.audit.inventory.goods.find(({ id }) => id === emission.of)
  const amount = (emission: Emission) => {
    const found = good(emission)
    return found && amountOf(page, found)
  }
  const format = columnFormat(
    page.audit.indicators.emissions.map((emission) => page.ledger.get(emission.figure)),
  )
  return {
    carrier: {
      head: HEADS.carrier,
      cell: (emission) => text(page.goods.get(emission.of) ?? page.steps.get(emission.of) ?? emission.of),
    },
    amount: { head: HEADS.amount, right: true, cell: (emission) => figure(amount(emission)) },
    unit: { head: HEADS.unit, cell: (emission) => unit(page, amount(emission)) },
    factor: { head: HEADS.factor, right: true, cell: (emission) => figure(emission.factor) },
    factorUnit: { head: HEADS.unit, cell: (emission) => unit(page, emission.factor) },
    scope: {
      head: HEADS.scope,
      right: true,
      cell: (emission) => ({ number: emission.scope, format: 'integer', style: 'text', align: 'right' }),
    },
    emission: {
      head: HEADS.emission,
      right: true,
      cell: (emission) => figure(emission.figure, inColumn(format, page.ledger.get(emission.figure))),
    },
    emissionUnit: { head: HEADS.unit, cell: (emission) => unit(page, emission.figure) },
  }
}

function emissionTotal(
  page: Page,
  laid: Emissions,
  emissions: readonly Emission[],
  first: number,
): readonly DraftRow[] {
  return totalRows(page, laid, {
    label: 'carrier',
    sums: {
      emission: { values: emissions.map((emission) => valueOf(page, emission.figure)), format: 'integer' },
    },
    rows: { first, count: emissions.length },
    beside: {
      emissionUnit: totalUnit(page, emissions[0]?.figure),
    },
  })
}

function energyChart(
  page: Page,
  laid: Carriers,
  carriers: readonly InventoryGood[],
  row: number,
): readonly ChartSpec[] {
  const known = carriers.filter((good) => (layerTotal(page, good, 'energy') ?? 0) > 0)
  const costed = costsOf(page, carriers).filter((cost) => cost !== null && cost > 0)
  if (carriers.length < 2) return []
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + carriers.length]
  const names = areaOf(laid, 'carrier', first, last)
  const chart = (kind: string, column: 'energy' | 'cost', at: string): readonly ChartSpec[] => {
    const values = areaOf(laid, column, first, last)
    if (names === undefined || values === undefined) return []
    const title = `${say(page, WORDS.energyChart)}: ${kind}`
    return [
      {
        kind: 'doughnut',
        title,
        alt: title,
        at,
        categories: names,
        series: [{ name: kind, values }],
        labels: true,
      },
    ]
  }
  const end = row + 16
  return [
    ...(known.length >= 2 ? chart('GJ', 'energy', `A${row}:D${end}`) : []),
    ...(costed.length >= 2 ? chart(say(page, HEADS.cost).toLowerCase(), 'cost', `E${row}:I${end}`) : []),
  ]
}
