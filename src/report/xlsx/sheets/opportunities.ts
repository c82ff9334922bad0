import { isLeftOut, type Opportunity, type StreamPackage } from '../../../model/opportunities.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import type { ChartSpec, ConditionalFormat } from '../book.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { EVIDENCE, MEDIA, PRACTICES, STATUSES, SYSTEMS, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { chartMoney } from './chart-money.js'
import { FIRST_HEAD, FRAME_ROWS, framed } from './frame.js'
import {
  areaOf,
  laidList,
  type KnownColumns,
  type LaidList,
  listTable,
  rowUnder,
  sheetWidths,
  TOTAL_LINE,
} from './laid-list.js'
import { EMPTY, heading, listRows, PAGE_BREAK } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { figure, linked, text, unit } from './page-cells.js'
import { titleWithMachine } from '../../finding-words.js'

const LONGEST_CHART = 12
/** With more rows above it, the chart begins a page of its own. */
const ROWS_BESIDE_CHART = 24

/** One row an opportunity; the totals are those of the package, never sums of what each is worth alone. */
export function opportunitiesSheet(page: Page): DraftSheet | undefined {
  const { opportunities, streams } = page.audit.evaluation
  if (opportunities.length === 0) return undefined
  const laid: Laid = laidList(page, 'opportunities', opportunityColumns(page))
  const ofStreams = laidList(page, 'opportunities.streams', streamColumns(page))
  const widths = sheetWidths(laid.widths, ofStreams.widths)
  const last = FIRST_HEAD + opportunities.length
  const rows: DraftRow[] = [...listRows(page, laid.columns, opportunities), ...totalRows(page, laid)]
  if (streams.length > 0) {
    rows.push(EMPTY, heading(say(page, WORDS.streams), widths.length))
    rows.push(...listRows(page, ofStreams.columns, streams))
  }
  if (rows.length > ROWS_BESIDE_CHART) rows.push(PAGE_BREAK)
  const chartRow = FIRST_HEAD + rows.length + 1
  return framed(page, 'opportunities', {
    widths,
    rows,
    freezeColumns: 2,
    repeat: FRAME_ROWS,
    tables: listTable(page, 'Opportunities', laid, { top: FIRST_HEAD, count: opportunities.length }),
    conditionalFormats: [...paybackFormats(page, laid, last), ...statusFormats(page, laid, last)],
    charts: savingChart(page, laid, chartRow),
  })
}

/** A link to the calculation of an opportunity. Apart from its title: LibreOffice does not break lines in links. */
function calculationLink(page: Page, opportunity: Opportunity): DraftCell {
  return { goTo: `opportunity.${opportunity.id}`, text: say(page, WORDS.toCalculation), style: 'link' }
}

type Laid = LaidList<Opportunity, ColumnId<'opportunities'>>

function opportunityColumns(page: Page): KnownColumns<Opportunity, 'opportunities'> {
  const main = (one: Opportunity) => one.savings[0]
  const optional = (id: string | undefined) => (id === undefined ? null : linked(id))
  const money = (id: string | undefined) => (id === undefined ? null : linked(id, { format: 'money' }))
  return {
    rank: {
      head: HEADS.rank,
      right: true,
      cell: (one) => (one.rank === undefined ? null : linked(one.rank, { format: 'integer' })),
    },
    opportunity: { head: HEADS.opportunity, cell: (one) => text(titleWithMachine(page, one)) },
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

function totalRows(page: Page, laid: Laid): readonly DraftRow[] {
  const { totals } = page.audit.evaluation
  const total = (id: string | undefined, format?: 'money' | 'integer'): DraftCell =>
    id === undefined ? TOTAL_LINE : figure(id, { style: 'total', ...(format && { format }) })
  const under = {
    opportunity: text(say(page, WORDS.packageTotal), { style: 'total' }),
    inPackage: total(totals.net, 'money'),
    investment: total(totals.investment, 'money'),
    payback: total(totals.payback),
    npv: total(totals.npv, 'money'),
    co2e: total(totals.co2e, 'integer'),
  }
  return laid.numberOf('opportunity') === undefined ? [] : [rowUnder(laid, under, TOTAL_LINE)]
}

function streamColumns(page: Page): KnownColumns<StreamPackage, 'opportunities.streams'> {
  const titles = new Map(
    page.audit.evaluation.opportunities.map((one) => [one.id, titleWithMachine(page, one)]),
  )
  const order = ({ opportunities }: StreamPackage): string =>
    opportunities.map((id, index) => `${index + 1}. ${titles.get(id) ?? id}`).join('\n')
  return {
    stream: { head: HEADS.stream, cell: (stream) => text(stream.label[page.lang]) },
    base: { head: HEADS.base, right: true, cell: (stream) => figure(stream.base) },
    saved: { head: HEADS.saved, right: true, cell: (stream) => figure(stream.saved) },
    rest: { head: HEADS.rest, right: true, cell: (stream) => figure(stream.rest) },
    unit: { head: HEADS.unit, cell: (stream) => unit(page, stream.base) },
    measures: { head: HEADS.measures, cell: (stream) => text(order(stream)) },
  }
}

/** Good where it pays back in the time the company accepts; the name refers to the input. */
function paybackFormats(page: Page, laid: Laid, last: number): readonly ConditionalFormat[] {
  const [letters, first] = [laid.lettersOf('payback'), FIRST_HEAD + 1]
  if (acceptedPayback(page) === undefined || letters === undefined) return []
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

function statusFormats(page: Page, laid: Laid, last: number): readonly ConditionalFormat[] {
  const states = areaOf(laid, 'status', FIRST_HEAD + 1, last)
  if (states === undefined) return []
  const equal = (word: string, look: ConditionalFormat['look']): ConditionalFormat => ({
    ...states,
    when: { is: 'equal', value: `"${word}"` },
    look,
  })
  return [equal(say(page, WORDS.excluded), 'muted'), equal(say(page, termOf(STATUSES, 'rejected')), 'muted')]
}

/** The opportunities that stand first, as long as they save money. */
function savingChart(page: Page, laid: Laid, row: number): readonly ChartSpec[] {
  const saves = (one: Opportunity) => !isLeftOut(one) && (valueOf(page, one.netInPackage) ?? 0) > 0
  const { opportunities } = page.audit.evaluation
  const count = Math.min(opportunities.filter(saves).length, LONGEST_CHART)
  if (count < 2 || !opportunities.slice(0, count).every(saves)) return []
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + count]
  const [names, savings] = [areaOf(laid, 'opportunity', first, last), areaOf(laid, 'inPackage', first, last)]
  if (names === undefined || savings === undefined) return []
  const title = say(page, WORDS.savingChart)
  const money = chartMoney(
    page,
    opportunities.map(({ netInPackage }) => valueOf(page, netInPackage)),
  )
  return [
    {
      kind: 'bar',
      title: `${title}, ${money.unit}`,
      alt: title,
      at: `B${row}:J${row + 8 + count}`,
      categories: names,
      series: [{ name: title, values: savings }],
      format: money.format,
      labels: true,
      legend: false,
    },
  ]
}
