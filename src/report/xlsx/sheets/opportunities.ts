import { isLeftOut, type Opportunity, type StreamPackage } from '../../../model/opportunities.js'
import { columnLetters } from '../address.js'
import type { ChartSpec, ConditionalFormat } from '../book.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { EVIDENCE, MEDIA, PRACTICES, STATUSES, SYSTEMS, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FIRST_HEAD, FRAME_ROWS, framed, moneyWidth } from './frame.js'
import { EMPTY, heading, type ListColumn, listRows, PAGE_BREAK } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { figure, linked, text, unit } from './page-cells.js'

const LONGEST_CHART = 12
/** With more rows above it, the chart begins a page of its own. */
const ROWS_BESIDE_CHART = 24
const PAYBACK_COLUMN = 12

function widthsOf(page: Page): readonly number[] {
  const money = moneyWidth(page)
  const widths = [7, 58, 19, 16, 12, 12, 13, 11, money, money, money, 10, money, 8, 11]
  return [...widths, ...(costsCarbon(page) ? [money] : []), 12, 12]
}

/** One row an opportunity; the totals are those of the package, never sums of what each is worth alone. */
export function opportunitiesSheet(page: Page): DraftSheet | undefined {
  const { opportunities, streams } = page.audit.evaluation
  const widths = widthsOf(page)
  if (opportunities.length === 0) return undefined
  const last = FIRST_HEAD + opportunities.length
  const rows: DraftRow[] = [...listRows(page, opportunityColumns(page), opportunities), totalRow(page)]
  if (streams.length > 0) {
    rows.push(EMPTY, heading(say(page, WORDS.streams), widths.length))
    rows.push(...listRows(page, streamColumns(page), streams))
  }
  if (rows.length > ROWS_BESIDE_CHART) rows.push(PAGE_BREAK)
  const chartRow = FIRST_HEAD + rows.length + 1
  return framed(page, 'opportunities', {
    widths,
    rows,
    freezeColumns: 2,
    repeat: FRAME_ROWS,
    tables: [{ name: 'Opportunities', area: `A${FIRST_HEAD}:${columnLetters(widths.length)}${last}` }],
    conditionalFormats: [...paybackFormats(page, last), ...statusFormats(page, last)],
    charts: savingChart(page, chartRow),
  })
}

/** A link to the calculation of an opportunity. Apart from its title: LibreOffice does not break lines in links. */
function calculationLink(page: Page, opportunity: Opportunity): DraftCell {
  return { goTo: `opportunity.${opportunity.id}`, text: say(page, WORDS.toCalculation), style: 'link' }
}

export function opportunityName(page: Page, opportunity: Opportunity): string {
  const { machine } = opportunity
  const title = opportunity.title[page.lang]
  return machine === undefined || title.endsWith(`(${machine})`) ? title : `${title} (${machine})`
}

function opportunityColumns(page: Page): readonly ListColumn<Opportunity>[] {
  const main = (one: Opportunity) => one.savings[0]
  const optional = (id: string | undefined) => (id === undefined ? null : linked(id))
  const money = (id: string | undefined) => (id === undefined ? null : linked(id, { format: 'money' }))
  return [
    {
      head: HEADS.rank,
      right: true,
      cell: (one) => (one.rank === undefined ? null : linked(one.rank, { format: 'integer' })),
    },
    { head: HEADS.opportunity, cell: (one) => text(opportunityName(page, one)) },
    {
      head: HEADS.practice,
      cell: (one) => text(one.practice === '' ? '' : say(page, termOf(PRACTICES, one.practice))),
    },
    { head: HEADS.system, cell: (one) => text(systemName(page, one)) },
    {
      head: HEADS.evidence,
      cell: (one) => text(say(page, termOf(EVIDENCE, one.evidence)), { style: 'muted' }),
    },
    { head: HEADS.saves, cell: (one) => text(mediaWords(page, one)) },
    { head: HEADS.saving, right: true, cell: (one) => optional(main(one)?.inPackage) },
    { head: HEADS.unit, cell: (one) => unit(page, main(one)?.inPackage) },
    { head: HEADS.alone, right: true, cell: (one) => money(one.net) },
    { head: HEADS.inPackage, right: true, cell: (one) => money(one.netInPackage) },
    { head: HEADS.investment, right: true, cell: (one) => money(one.investment) },
    { head: HEADS.payback, right: true, cell: (one) => optional(one.payback) },
    { head: HEADS.npv, right: true, cell: (one) => money(one.npv) },
    {
      head: HEADS.irr,
      right: true,
      cell: (one) => (one.irr === undefined ? null : linked(one.irr, { format: 'percent' })),
    },
    {
      head: HEADS.co2e,
      right: true,
      cell: (one) => (one.co2e === undefined ? null : linked(one.co2e, { format: 'number1' })),
    },
    ...(costsCarbon(page)
      ? [{ head: HEADS.costOfCo2e, right: true as const, cell: (one: Opportunity) => money(one.costOfCo2e) }]
      : []),
    { head: HEADS.status, cell: (one) => text(statusWords(page, one)) },
    { head: WORDS.toCalculation, cell: (one) => calculationLink(page, one) },
  ]
}

/** Whether any opportunity says what a tonne of CO2e costs; else that column is left out. */
function costsCarbon(page: Page): boolean {
  return page.audit.evaluation.opportunities.some(({ costOfCo2e }) => costOfCo2e !== undefined)
}

/** The system of a checklist entry; for a measure of the site's own, what it acts on. */
function systemName(page: Page, { origin, system }: Opportunity): string {
  const own = origin === 'measure' ? (page.goods.get(system) ?? page.flows.get(system)) : undefined
  return own ?? say(page, termOf(SYSTEMS, system))
}

function mediaWords(page: Page, one: Opportunity): string {
  return [...new Set(one.savings.map(({ medium }) => say(page, termOf(MEDIA, medium))))].join(', ')
}

export function statusWords(page: Page, one: Opportunity): string {
  if (isLeftOut(one)) return say(page, WORDS.excluded)
  return say(page, termOf(STATUSES, one.status))
}

function totalRow(page: Page): DraftRow {
  const { totals } = page.audit.evaluation
  const line = { blank: true, style: 'total' } as const
  const total = (id: string | undefined, format?: 'money' | 'integer'): DraftCell =>
    id === undefined ? line : figure(id, { style: 'total', ...(format && { format }) })
  return {
    cells: [
      line,
      text(say(page, WORDS.packageTotal), { style: 'total' }),
      ...Array.from({ length: 7 }, () => line),
      total(totals.net, 'money'),
      total(totals.investment, 'money'),
      total(totals.payback),
      total(totals.npv, 'money'),
      line,
      total(totals.co2e, 'integer'),
      line,
      line,
      ...(costsCarbon(page) ? [line] : []),
    ],
  }
}

function streamColumns(page: Page): readonly ListColumn<StreamPackage>[] {
  const titles = new Map(
    page.audit.evaluation.opportunities.map((one) => [one.id, opportunityName(page, one)]),
  )
  const order = ({ opportunities }: StreamPackage): string =>
    opportunities.map((id, index) => `${index + 1}. ${titles.get(id) ?? id}`).join('\n')
  const nothing = { head: { en: '', vi: '' }, cell: () => null }
  return [
    nothing,
    { head: HEADS.stream, cell: (stream) => text(stream.label[page.lang]) },
    { head: HEADS.base, right: true, cell: (stream) => figure(stream.base) },
    { head: HEADS.saved, right: true, cell: (stream) => figure(stream.saved) },
    { head: HEADS.rest, right: true, cell: (stream) => figure(stream.rest) },
    { head: HEADS.unit, cell: (stream) => unit(page, stream.base) },
    { head: HEADS.measures, span: 9, cell: (stream) => text(order(stream)) },
  ]
}

/** Good where it pays back in the time the company accepts; the name refers to the input. */
function paybackFormats(page: Page, last: number): readonly ConditionalFormat[] {
  if (acceptedPayback(page) === undefined) return []
  const [letters, first] = [columnLetters(PAYBACK_COLUMN), FIRST_HEAD + 1]
  const formula = (sign: string) =>
    `AND(COUNT($${letters}${first})=1,$${letters}${first}${sign}AcceptedPayback)`
  const area = `${letters}${first}:${letters}${last}`
  return [
    { area, when: { formula: formula('<=') }, look: 'good' },
    { area, when: { formula: formula('>') }, look: 'warning' },
  ]
}

export function acceptedPayback(page: Page): string | undefined {
  return page.audit.figures.find(({ id, value }) => id === 'economics.accepted-payback' && value !== null)?.id
}

function statusFormats(page: Page, last: number): readonly ConditionalFormat[] {
  const letters = columnLetters(costsCarbon(page) ? 17 : 16)
  const area = `${letters}${FIRST_HEAD + 1}:${letters}${last}`
  const equal = (word: string, look: ConditionalFormat['look']): ConditionalFormat => ({
    area,
    when: { is: 'equal', value: `"${word}"` },
    look,
  })
  return [equal(say(page, WORDS.excluded), 'muted'), equal(say(page, termOf(STATUSES, 'rejected')), 'muted')]
}

/** The opportunities that stand first, as long as they save money. */
function savingChart(page: Page, row: number): readonly ChartSpec[] {
  const saves = (one: Opportunity) => !isLeftOut(one) && (valueOf(page, one.netInPackage) ?? 0) > 0
  const { opportunities } = page.audit.evaluation
  const count = Math.min(opportunities.filter(saves).length, LONGEST_CHART)
  if (count < 2 || !opportunities.slice(0, count).every(saves)) return []
  const area = (column: number) => {
    const letters = columnLetters(column)
    return { area: `${letters}${FIRST_HEAD + 1}:${letters}${FIRST_HEAD + count}` }
  }
  const title = say(page, WORDS.savingChart)
  return [
    {
      kind: 'bar',
      title: `${title}, ${page.audit.head.currency}${say(page, WORDS.perYear)}`,
      alt: title,
      at: `B${row}:J${row + 8 + count}`,
      categories: area(2),
      series: [{ name: title, values: area(10) }],
      format: 'money',
      labels: true,
      legend: false,
    },
  ]
}
