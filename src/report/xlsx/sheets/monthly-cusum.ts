import { NO_VALUE } from '../../../formula/index.js'
import type { MonthlySeries } from '../../../model/inventory.js'
import { say as words, type Text } from '../../../model/text.js'
import type { ChartSpec, Format } from '../book.js'
import type { DraftCell, DraftRow } from '../layout.js'
import { leastSquares, type Line } from '../least-squares.js'
import { formatBySize } from '../styles.js'
import { EMPTY, heading, PAGE_BREAK, paragraph } from './list-rows.js'
import { say, type Page } from './page.js'
import { text, unitWords } from './page-cells.js'

const SAID = {
  title: words('CUSUM against the regression on production', 'CUSUM so với đường hồi quy theo sản lượng'),
  about: words(
    'Expected use = base + slope × production: the line by least squares through the months of the baseline, each counted as a period of the same length. The CUSUM is the running sum of use less expected use; where it falls, less was used than in the baseline. Over the baseline itself it comes back to 0.',
    'Mức kỳ vọng = phụ tải nền + hệ số góc × sản lượng: đường bình phương tối thiểu qua các tháng của giai đoạn cơ sở, mỗi tháng tính là một kỳ dài bằng nhau. CUSUM là tổng tích lũy của tiêu thụ trừ mức kỳ vọng; đoạn đi xuống nghĩa là dùng ít hơn giai đoạn cơ sở. Trong chính giai đoạn cơ sở, tổng trở về 0.',
  ),
  method: words(
    'Method regression-cusum, after Carbon Trust guide CTG008 (2006).',
    'Phương pháp regression-cusum, theo hướng dẫn CTG008 của Carbon Trust (2006).',
  ),
  baseline: words('Baseline', 'Giai đoạn cơ sở'),
  first: words('the first 12 months', '12 tháng đầu'),
  all: words('all 12 months', 'cả 12 tháng'),
  slope: words('Slope: use for each unit of product', 'Hệ số góc: tiêu thụ cho mỗi đơn vị sản phẩm'),
  base: words('Base: use of a month without production', 'Phụ tải nền: tiêu thụ của tháng không sản xuất'),
  r2: words('Coefficient of determination r²', 'Hệ số xác định r²'),
  sound: words('sound: 0.7 or more', 'đáng tin: từ 0,7'),
  unsound: words('not sound: below 0.7', 'chưa đáng tin: dưới 0,7'),
  month: words('Month', 'Tháng'),
  expected: words('Expected', 'Kỳ vọng'),
  deviation: words('Use less expected', 'Tiêu thụ trừ kỳ vọng'),
  none: words('No CUSUM', 'Chưa có CUSUM'),
  few: words(
    'No CUSUM: {n} months have both this use and production; the regression needs at least 12.',
    'Chưa có CUSUM: {n} tháng có cả tiêu thụ này và sản lượng; hồi quy cần ít nhất 12 tháng.',
  ),
  noProduction: words('no production by months was given', 'chưa có sản lượng theo tháng'),
  constant: words(
    'production is the same in every month of the baseline, so it explains nothing',
    'sản lượng bằng nhau ở mọi tháng của giai đoạn cơ sở nên không giải thích được gì',
  ),
} as const

/** Months through which the line is laid: the least that the method `regression-cusum` asks for. */
const BASELINE = 12
/** From this share of the variation on, that method calls the line sound. */
const SOUND = 0.7
const WIDTH = 6
const CHART_ROWS = 18
/** With more months above it, the chart begins a page of its own. */
const MONTHS_BESIDE_CHART = 24

/** Cells of the table of months that a block reads, by month. */
export type Cells = (series: MonthlySeries, month: string) => string

type Month = { readonly month: string; readonly x: number; readonly y: number }

type Block = { readonly rows: readonly DraftRow[]; readonly chart?: ChartSpec }

/**
 * The running sum of a use against its line over production, as live formulas, from row `top` on; a sentence with the
 * reason where there is none.
 */
export function cusumBlock(
  page: Page,
  use: { readonly series: MonthlySeries; readonly name: string },
  output: { readonly series: MonthlySeries; readonly name: string } | undefined,
  cells: Cells,
  top: number,
): Block {
  const title = heading(`${use.name}: ${say(page, SAID.title)}`, WIDTH)
  const months = output === undefined ? [] : monthsOfBoth(use.series, output.series)
  const line = leastSquares(months.slice(0, BASELINE))
  const missing = whyNone(page, output !== undefined, months.length, line)
  if (output === undefined || line === undefined || missing !== undefined)
    return { rows: [EMPTY, title, paragraph(missing ?? '', WIDTH, { style: 'muted' })] }

  const units = { use: unitWords(use.series.unit, page.lang), made: unitWords(output.series.unit, page.lang) }
  const said = say(page, months.length > BASELINE ? SAID.first : SAID.all)
  const span = `${months[0]?.month ?? ''} – ${months[BASELINE - 1]?.month ?? ''}`
  const above: DraftRow[] = [
    PAGE_BREAK,
    title,
    paragraph(say(page, SAID.about), WIDTH),
    paragraph(say(page, SAID.method), WIDTH, { style: 'muted' }),
    {
      cells: [
        label(say(page, SAID.baseline)),
        null,
        null,
        text(said, { wrap: false }),
        null,
        text(span, { wrap: false }),
      ],
    },
  ]
  const [slopeRow, first] = [top + above.length, top + above.length + 4]
  const [baselineEnd, last] = [first + BASELINE - 1, first + months.length - 1]
  const made = `B${first}:B${baselineEnd}`
  const used = `C${first}:C${baselineEnd}`
  const varies = (area: string) => `MAX(${area})>MIN(${area})`
  const at = { slope: `$D$${slopeRow}`, base: `$D$${slopeRow + 1}` }
  const r2 = Number.isNaN(line.r2) ? NO_VALUE : line.r2
  const rows: DraftRow[] = [
    ...above,
    parameter(
      page,
      SAID.slope,
      `IF(${varies(made)},SLOPE(${used},${made}),"${NO_VALUE}")`,
      line.slope,
      `${units.use}/${units.made}`,
    ),
    parameter(
      page,
      SAID.base,
      `IF(${varies(made)},INTERCEPT(${used},${made}),"${NO_VALUE}")`,
      line.base,
      units.use,
    ),
    {
      cells: [
        label(say(page, SAID.r2)),
        null,
        null,
        number(`IF(AND(${varies(made)},${varies(used)}),RSQ(${used},${made}),"${NO_VALUE}")`, r2, 'number3'),
        {
          formula: `IF(COUNT(D${slopeRow + 2})=0,"${NO_VALUE}",IF(D${slopeRow + 2}>=${SOUND},"${say(page, SAID.sound)}","${say(page, SAID.unsound)}"))`,
          result: r2 === NO_VALUE ? NO_VALUE : say(page, line.r2 >= SOUND ? SAID.sound : SAID.unsound),
          style: 'muted',
          wrap: false,
          indent: 1,
        },
      ],
    },
    headRow([
      say(page, SAID.month),
      `${output.name}, ${units.made}`,
      `${use.name}, ${units.use}`,
      `${say(page, SAID.expected)}, ${units.use}`,
      `${say(page, SAID.deviation)}, ${units.use}`,
      `CUSUM, ${units.use}`,
    ]),
  ]
  const madeFormat = formatBySize(Math.max(...months.map(({ x }) => Math.abs(x))))
  const format = formatBySize(Math.max(...months.map(({ y }) => Math.abs(y))))
  let sum = 0
  for (const [index, { month, x, y }] of months.entries()) {
    const row = first + index
    const expected = line.base + line.slope * x
    sum += y - expected
    rows.push({
      cells: [
        text(month),
        number(given(cells(output.series, month)), x, madeFormat),
        number(given(cells(use.series, month)), y, format),
        number(
          `IF(COUNT(${at.slope},${at.base},B${row})=3,${at.base}+${at.slope}*B${row},"${NO_VALUE}")`,
          expected,
          format,
        ),
        number(`IF(COUNT(C${row},D${row})=2,C${row}-D${row},"${NO_VALUE}")`, y - expected, format),
        number(`IF(COUNT(E${row})=1,SUM(E$${first}:E${row}),"${NO_VALUE}")`, sum, format),
      ],
    })
  }
  if (months.length > MONTHS_BESIDE_CHART) rows.push(PAGE_BREAK)
  rows.push(EMPTY)
  const chartTop = top + rows.length
  rows.push(...Array.from({ length: CHART_ROWS }, () => EMPTY))
  return {
    rows,
    chart: {
      kind: 'line',
      title: `${use.name}: CUSUM, ${units.use}`,
      alt: `${use.name}: ${say(page, SAID.title)}`,
      at: `A${chartTop}:G${chartTop + CHART_ROWS - 1}`,
      categories: { area: `A${first}:A${last}` },
      series: [{ name: 'CUSUM', values: { area: `F${first}:F${last}` } }],
      valueTitle: units.use,
      format: 'general',
      legend: false,
    },
  }
}

/** Months that both series know, in order. */
function monthsOfBoth(use: MonthlySeries, output: MonthlySeries): readonly Month[] {
  const made = new Map(output.months.map(({ month, amount }) => [month, amount]))
  return use.months.flatMap(({ month, amount }) => {
    const x = made.get(month)
    return x === undefined ? [] : [{ month, x, y: amount }]
  })
}

function whyNone(page: Page, produced: boolean, months: number, line: Line | undefined): string | undefined {
  if (!produced) return `${say(page, SAID.none)}: ${say(page, SAID.noProduction)}.`
  if (months < BASELINE) return say(page, SAID.few).replace('{n}', String(months))
  return line === undefined ? `${say(page, SAID.none)}: ${say(page, SAID.constant)}.` : undefined
}

/** A month of the table above; left empty there, it counts nowhere. */
function given(cell: string): string {
  return `IF(COUNT(${cell})=1,${cell},"${NO_VALUE}")`
}

function number(formula: string, result: number | string, format: Format): DraftCell {
  return { formula, result, format, style: 'derived', align: 'right' }
}

function label(words: string): DraftCell {
  return text(words, { span: { columns: 3 } })
}

function parameter(page: Page, name: Text, formula: string, value: number, unit: string): DraftRow {
  return {
    cells: [
      label(say(page, name)),
      null,
      null,
      number(formula, value, formatBySize(value)),
      text(unit, { style: 'muted', wrap: false, indent: 1 }),
    ],
  }
}

function headRow(heads: readonly string[]): DraftRow {
  return {
    cells: heads.map((head, index) => ({
      text: head,
      style: 'head',
      wrap: true,
      ...(index > 0 && { align: 'right' as const }),
    })),
  }
}
