import { isLeftOut, type Opportunity, type StreamPackage } from '../../../model/opportunities.js'
import { columnLetters } from '../address.js'
import type { ChartSpec, ConditionalFormat } from '../book.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { EVIDENCE, MEDIA, PRACTICES, STATUSES, SYSTEMS, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FIRST_HEAD, FRAME_ROWS, framed, moneyWidth } from './frame.js'
import {
  EMPTY,
  heading,
  type LaidColumns,
  laidColumns,
  type ListColumn,
  listRows,
  PAGE_BREAK,
} from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { figure, linked, text, unit } from './page-cells.js'

const LONGEST_CHART = 12
/** With more rows above it, the chart begins a page of its own. */
const ROWS_BESIDE_CHART = 24

/** One row an opportunity; the totals are those of the package, never sums of what each is worth alone. */
export function opportunitiesSheet(page: Page): DraftSheet | undefined {
  const { opportunities, streams } = page.audit.evaluation
  if (opportunities.length === 0) return undefined
  const laid = laidColumns(page, 'opportunities', opportunityColumns(page), moneyWidth(page))
  const { widths, columns } = laid
  const last = FIRST_HEAD + opportunities.length
  const rows: DraftRow[] = [...listRows(page, columns, opportunities), totalRow(page, laid)]
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
    conditionalFormats: [...paybackFormats(page, laid, last), ...statusFormats(page, laid, last)],
    charts: savingChart(page, laid, chartRow),
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

function opportunityColumns(page: Page): Columns {
  const main = (one: Opportunity) => one.savings[0]
  const optional = (id: string | undefined) => (id === undefined ? null : linked(id))
  const money = (id: string | undefined) => (id === undefined ? null : linked(id, { format: 'money' }))
  return {
    rank: {
      head: HEADS.rank,
      right: true,
      cell: (one) => (one.rank === undefined ? null : linked(one.rank, { format: 'integer' })),
    },
    opportunity: { head: HEADS.opportunity, cell: (one) => text(opportunityName(page, one)) },
    practice: {
      head: HEADS.practice,
      cell: (one) => text(one.practice === '' ? '' : say(page, termOf(PRACTICES, one.practice))),
    },
    system: { head: HEADS.system, cell: (one) => text(systemName(page, one)) },
    evidence: {
      head: HEADS.evidence,
      cell: (one) => text(say(page, termOf(EVIDENCE, one.evidence)), { style: 'muted' }),
    },
    saves: { head: HEADS.saves, cell: (one) => text(mediaWords(page, one)) },
    saving: { head: HEADS.saving, right: true, cell: (one) => optional(main(one)?.inPackage) },
    unit: { head: HEADS.unit, cell: (one) => unit(page, main(one)?.inPackage) },
    alone: { head: HEADS.alone, right: true, cell: (one) => money(one.net) },
    inPackage: { head: HEADS.inPackage, right: true, cell: (one) => money(one.netInPackage) },
    investment: { head: HEADS.investment, right: true, cell: (one) => money(one.investment) },
    payback: { head: HEADS.payback, right: true, cell: (one) => optional(one.payback) },
    npv: { head: HEADS.npv, right: true, cell: (one) => money(one.npv) },
    irr: {
      head: HEADS.irr,
      right: true,
      cell: (one) => (one.irr === undefined ? null : linked(one.irr, { format: 'percent' })),
    },
    co2e: {
      head: HEADS.co2e,
      right: true,
      cell: (one) => (one.co2e === undefined ? null : linked(one.co2e, { format: 'number1' })),
    },
    // Left out where no opportunity says what a tonne of CO2e costs.
    costOfCo2e: costsCarbon(page)
      ? { head: HEADS.costOfCo2e, right: true, cell: (one) => money(one.costOfCo2e) }
      : undefined,
    status: { head: HEADS.status, cell: (one) => text(statusWords(page, one)) },
    calculation: { head: WORDS.toCalculation, cell: (one) => calculationLink(page, one) },
  }
}

type Columns = Readonly<Record<string, ListColumn<Opportunity> | undefined>>

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

function totalRow(page: Page, { columns, numberOf }: LaidColumns<Opportunity>): DraftRow {
  const { totals } = page.audit.evaluation
  const line = { blank: true, style: 'total' } as const
  const total = (id: string | undefined, format?: 'money' | 'integer'): DraftCell =>
    id === undefined ? line : figure(id, { style: 'total', ...(format && { format }) })
  const shown: Readonly<Record<string, DraftCell>> = {
    opportunity: text(say(page, WORDS.packageTotal), { style: 'total' }),
    inPackage: total(totals.net, 'money'),
    investment: total(totals.investment, 'money'),
    payback: total(totals.payback),
    npv: total(totals.npv, 'money'),
    co2e: total(totals.co2e, 'integer'),
  }
  const cells: DraftCell[] = columns.map(() => line)
  for (const [id, cell] of Object.entries(shown)) {
    const number = numberOf(id)
    if (number !== undefined) cells[number - 1] = cell
  }
  return { cells }
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
function paybackFormats(
  page: Page,
  { numberOf }: LaidColumns<Opportunity>,
  last: number,
): readonly ConditionalFormat[] {
  const number = numberOf('payback')
  if (acceptedPayback(page) === undefined || number === undefined) return []
  const [letters, first] = [columnLetters(number), FIRST_HEAD + 1]
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

function statusFormats(
  page: Page,
  { numberOf }: LaidColumns<Opportunity>,
  last: number,
): readonly ConditionalFormat[] {
  const number = numberOf('status')
  if (number === undefined) return []
  const area = `${columnLetters(number)}${FIRST_HEAD + 1}:${columnLetters(number)}${last}`
  const equal = (word: string, look: ConditionalFormat['look']): ConditionalFormat => ({
    area,
    when: { is: 'equal', value: `"${word}"` },
    look,
  })
  return [equal(say(page, WORDS.excluded), 'muted'), equal(say(page, termOf(STATUSES, 'rejected')), 'muted')]
}

/** The opportunities that stand first, as long as they save money. */
function savingChart(page: Page, { numberOf }: LaidColumns<Opportunity>, row: number): readonly ChartSpec[] {
  const saves = (one: Opportunity) => !isLeftOut(one) && (valueOf(page, one.netInPackage) ?? 0) > 0
  const { opportunities } = page.audit.evaluation
  const count = Math.min(opportunities.filter(saves).length, LONGEST_CHART)
  const [names, savings] = [numberOf('opportunity'), numberOf('inPackage')]
  if (count < 2 || !opportunities.slice(0, count).every(saves)) return []
  if (names === undefined || savings === undefined) return []
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
      categories: area(names),
      series: [{ name: title, values: area(savings) }],
      format: 'money',
      labels: true,
      legend: false,
    },
  ]
}
