import { NO_VALUE } from '../../../formula/index.js'
import type { MonthlySeries } from '../../../model/inventory.js'
import { say as words } from '../../../model/text.js'
import { columnLetters } from '../address.js'
import type { ChartSpec, Format } from '../book.js'
import { columnFormat } from '../figure-format.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { FIRST_HEAD, FRAME_ROWS, framed } from './frame.js'
import { EMPTY, PAGE_BREAK } from './list-rows.js'
import { cusumBlock } from './monthly-cusum.js'
import { type Page, say } from './page.js'
import { unitWords } from './page-cells.js'

const SAID = {
  month: words('Month', 'Tháng'),
  profile: words('use and production by month', 'tiêu thụ và sản lượng theo tháng'),
  trend: words('Specific consumption by month', 'Suất tiêu hao theo tháng'),
  production: words('Production by month', 'Sản lượng theo tháng'),
} as const

/** Charts beyond these say little that the table does not. */
const MOST_PROFILES = 3
const CHART_ROWS = 18
const CHARTS_A_PAGE = 2

/**
 * Month by month what was used and made, and the use per unit of product as live formulas; each use beside the
 * production, the trend of the specific consumptions, and the CUSUM against the regression on production.
 */
export function monthlySheet(page: Page): DraftSheet | undefined {
  const list = page.audit.inventory.monthly ?? []
  if (list.length === 0) return undefined
  const months = [...new Set(list.flatMap((series) => series.months.map(({ month }) => month)))].sort()
  const output = productionOf(page, list)
  const uses = output === undefined ? list : list.filter((series) => series !== output)
  const columns = output === undefined ? uses : [output, ...uses]
  const specific = output === undefined ? [] : uses.filter((series) => isUse(page, series))
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + months.length]
  const rows: DraftRow[] = [headsOf(page, columns, specific, output)]
  for (const [index, month] of months.entries()) {
    const row = first + index
    rows.push({
      cells: [
        { text: month, style: 'text' },
        ...columns.map((series) => amountCell(series, month)),
        ...specific.map((series) =>
          specificCell(
            series,
            output,
            month,
            `${columnLetters(2 + columns.indexOf(series))}${row}`,
            `B${row}`,
          ),
        ),
      ],
    })
  }
  const range = (column: number) => {
    const letters = columnLetters(column)
    return { area: `${letters}${first}:${letters}${last}` }
  }
  const specs = chartsOf(page, { columns, specific, output, range })
  const charts: ChartSpec[] = []
  for (const [index, spec] of specs.entries()) {
    // An empty row below the break, else the edge of the chart would stand at the foot of the page before.
    if (index > 0 && index % CHARTS_A_PAGE === 0) rows.push(PAGE_BREAK)
    rows.push(EMPTY)
    const top = FIRST_HEAD + rows.length
    charts.push({
      ...spec,
      at: `A${top}:${columnLetters(Math.max(7, columns.length + 1))}${top + CHART_ROWS - 1}`,
    })
    rows.push(...Array.from({ length: CHART_ROWS }, () => EMPTY))
  }
  const cell = (series: MonthlySeries, month: string) =>
    `${columnLetters(2 + columns.indexOf(series))}${first + months.indexOf(month)}`
  const named = (series: MonthlySeries) => ({ series, name: nameOf(page, series) })
  for (const series of uses.filter((one) => isEnergyOrWater(page, one)).slice(0, MOST_PROFILES)) {
    const made = output === undefined ? undefined : named(output)
    const block = cusumBlock(page, named(series), made, cell, FIRST_HEAD + rows.length)
    rows.push(...block.rows)
    if (block.chart) charts.push(block.chart)
  }
  const count = Math.max(6, columns.length + specific.length)
  return framed(page, 'monthly', {
    widths: [12, ...Array.from({ length: count }, () => 17)],
    rows,
    charts,
    homes: false,
    landscape: false,
    repeat: FRAME_ROWS,
  })
}

/** The monthly output of the product that indicators refer to, else of any product. */
function productionOf(page: Page, list: readonly MonthlySeries[]): MonthlySeries | undefined {
  const products = page.audit.inventory.goods.filter((good) => good.list === 'products').map(({ id }) => id)
  const per = page.audit.head.per?.good
  return (
    list.find(({ good }) => good !== undefined && good === per) ??
    list.find(({ good }) => good !== undefined && products.includes(good))
  )
}

function isUse(page: Page, { good }: MonthlySeries): boolean {
  const found = page.audit.inventory.goods.find(({ id }) => id === good)
  return found === undefined || found.list !== 'products'
}

function isEnergyOrWater(page: Page, { good }: MonthlySeries): boolean {
  const found = page.audit.inventory.goods.find(({ id }) => id === good)
  return found?.list === 'energy' || (found?.list === 'water' && found.as === undefined)
}

function nameOf(page: Page, { good, label, id }: MonthlySeries): string {
  return (good === id ? page.goods.get(good) : undefined) ?? label[page.lang]
}

function headsOf(
  page: Page,
  columns: readonly MonthlySeries[],
  specific: readonly MonthlySeries[],
  output: MonthlySeries | undefined,
): DraftRow {
  const head = (text: string, right = true): DraftCell => ({
    text,
    style: 'head',
    wrap: true,
    ...(right && { align: 'right' as const }),
  })
  const unit = (series: MonthlySeries) => unitWords(series.unit, page.lang)
  return {
    cells: [
      head(say(page, SAID.month), false),
      ...columns.map((series) => head(`${nameOf(page, series)}, ${unit(series)}`)),
      ...specific.map((series) =>
        head(`${nameOf(page, series)}, ${unit(series)}/${output === undefined ? '' : unit(output)}`),
      ),
    ],
  }
}

function formatOf({ months, unit }: MonthlySeries): Format {
  const values = months.map(({ amount }) => ({ value: amount, unit }) as never)
  return columnFormat(values) ?? 'number1'
}

function amountCell(series: MonthlySeries, month: string): DraftCell {
  const found = series.months.find((one) => one.month === month)
  // Empty, not a dash: a line would draw a text as 0.
  if (found === undefined) return { blank: true, style: 'input' }
  return { number: found.amount, format: formatOf(series), style: 'input', align: 'right' }
}

function specificCell(
  series: MonthlySeries,
  output: MonthlySeries | undefined,
  month: string,
  use: string,
  made: string,
): DraftCell {
  const amount = (one: MonthlySeries | undefined) =>
    one?.months.find((found) => found.month === month)?.amount
  const [used, produced] = [amount(series), amount(output)]
  const known = used !== undefined && produced !== undefined && produced > 0
  return {
    formula: `IF(COUNT(${use},${made})<2,"${NO_VALUE}",IF(${made}>0,${use}/${made},"${NO_VALUE}"))`,
    result: known ? used / produced : NO_VALUE,
    format: known && used / produced >= 100 ? 'number1' : 'number3',
    style: 'derived',
    align: 'right',
  }
}

type Drawn = {
  readonly columns: readonly MonthlySeries[]
  readonly specific: readonly MonthlySeries[]
  readonly output: MonthlySeries | undefined
  readonly range: (column: number) => { readonly area: string }
}

function chartsOf(page: Page, { columns, specific, output, range }: Drawn): readonly Omit<ChartSpec, 'at'>[] {
  const named = (series: MonthlySeries, column: number) => ({
    name: nameOf(page, series),
    values: range(column),
  })
  const unit = (series: MonthlySeries) => `${nameOf(page, series)}, ${unitWords(series.unit, page.lang)}`
  const profile = (series: MonthlySeries): Omit<ChartSpec, 'at'> => {
    const column = 2 + columns.indexOf(series)
    const beside = output !== undefined && series !== output
    const title = beside
      ? `${nameOf(page, series)}: ${say(page, SAID.profile)}`
      : `${say(page, SAID.production)}: ${unit(series)}`
    return {
      kind: beside ? 'column-line' : 'column',
      title,
      alt: title,
      categories: range(1),
      series: beside ? [named(series, column), named(output, 2)] : [named(series, column)],
      valueTitle: unit(series),
      ...(beside && { shareTitle: unit(output) }),
      format: 'general',
    }
  }
  const shown = specific.length > 0 ? specific.slice(0, MOST_PROFILES) : columns.slice(0, MOST_PROFILES)
  const trend = say(page, SAID.trend)
  return [
    ...shown.map(profile),
    ...specific.slice(0, MOST_PROFILES).map((series, index): Omit<ChartSpec, 'at'> => ({
      // Columns: what is not known has none, where a line would fall to 0.
      kind: 'column',
      title: `${trend}: ${nameOf(page, series)}`,
      alt: trend,
      categories: range(1),
      series: [named(series, 2 + columns.length + index)],
      valueTitle: `${unitWords(series.unit, page.lang)}/${output === undefined ? '' : unitWords(output.unit, page.lang)}`,
      format: 'general',
      legend: false,
    })),
  ]
}
