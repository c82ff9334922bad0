import { isDatum } from '../../../model/figure.js'
import { NO_VALUE } from '../../../formula/index.js'
import { isLeftOut, type Opportunity } from '../../../model/opportunities.js'
import { formatNumber } from '../../../units/index.js'
import type { Cell, Format } from '../book.js'
import { computedFormat } from '../figure-format.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { BALANCE_STATES, termOf } from '../term-texts.js'
import { HEADLINES, HEADS, WORDS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import { paretoChart } from './losses.js'
import { titleWithMachine } from '../../finding-words.js'
import { EMPTY, heading, headRow, paragraph } from './list-rows.js'
import { isWanted, type Page, say, valueOf } from './page.js'
import { linked, text, unitText } from './page-cells.js'
import { sentences } from './sentences.js'

const WIDTHS = [17, 17, 17, 17, 17, 17, 17, 17]
const WIDTH = WIDTHS.length
const TOP = 10
const CHART_ROWS = 19
/** More names do not fit below the bars without being turned. */
const MOST_LOSSES = 6

/** The page to read when there is time for one: eight numbers, three sentences, losses, the best opportunities. */
export function summarySheet(page: Page): DraftSheet {
  const rows: DraftRow[] = [
    ...tileRows([costTile(page), lossTile(page), shareTile(page), ghgTile(page)]),
    EMPTY,
    ...tileRows([netTile(page), investmentTile(page), paybackTile(page), co2eTile(page)]),
    EMPTY,
    heading(say(page, WORDS.inSentences), WIDTH),
    ...sentences(page).map((sentence) => ({ ...paragraph(sentence, WIDTH), height: heightOf(sentence) })),
    EMPTY,
    ...opportunityRows(page),
  ]
  rows.push(heading(say(page, WORDS.dataQuality), WIDTH), ...balanceRows(page), EMPTY)
  const chartRow = FRAME_ROWS + rows.length + 1
  const charts = isWanted(page, 'losses')
    ? paretoChart(page, { at: `A${chartRow}:H${chartRow + CHART_ROWS}`, sheet: 'losses', most: MOST_LOSSES })
    : []
  return framed(page, 'summary', {
    widths: WIDTHS,
    rows,
    freeze: FRAME_ROWS,
    freezeColumns: 0,
    landscape: false,
    homes: false,
    charts,
  })
}

/** Points for a sentence across the page. */
function heightOf(sentence: string): number {
  return 3 + 13 * Math.ceil(sentence.length / 165)
}

type Tile = { readonly label: string; readonly value: DraftCell; readonly unit: string }

/** Four tiles beside each other, each two columns wide: number, unit, label. */
function tileRows(tiles: readonly Tile[]): readonly DraftRow[] {
  const wide = { columns: 2 }
  const line = (cell: (tile: Tile) => DraftCell): (DraftCell | null)[] =>
    tiles.flatMap((tile) => [cell(tile), null])
  return [
    { cells: line(({ label }) => ({ text: label, style: 'kpi-label', span: wide })), height: 30 },
    { cells: line(({ value }) => ({ ...value, style: 'kpi', span: wide, align: 'left' })), height: 28 },
    { cells: line(({ unit }) => ({ text: unit, style: 'kpi-label', span: wide })) },
  ]
}

function tile(page: Page, label: keyof typeof HEADLINES, id: string | undefined, format?: Format): Tile {
  const found = id === undefined ? undefined : page.ledger.get(id)
  const shown = format ?? (found && computedFormat(found.value ?? 0, found.unit))
  return {
    label: say(page, HEADLINES[label]),
    value: linked(id, shown ? { format: shown } : {}),
    unit: unitText(page, id),
  }
}

function indicator(page: Page, id: string): string | undefined {
  return page.audit.indicators.indicators.find((one) => one.id === id)?.figure
}

const costTile = (page: Page): Tile => tile(page, 'cost', page.audit.indicators.totalCost)
const lossTile = (page: Page): Tile => tile(page, 'loss', page.audit.indicators.totalLoss)
const ghgTile = (page: Page): Tile => tile(page, 'ghg', indicator(page, 'ghg'))
const netTile = (page: Page): Tile => tile(page, 'net', page.audit.evaluation.totals.net)
const investmentTile = (page: Page): Tile => tile(page, 'investment', page.audit.evaluation.totals.investment)
const paybackTile = (page: Page): Tile => tile(page, 'payback', page.audit.evaluation.totals.payback)
const co2eTile = (page: Page): Tile => tile(page, 'co2e', page.audit.evaluation.totals.co2e)

function shareTile(page: Page): Tile {
  const { totalCost, totalLoss } = page.audit.indicators
  const [cost, loss] = [valueOf(page, totalCost), valueOf(page, totalLoss)]
  const known = cost !== null && loss !== null && cost > 0
  const there = page.ledger.has(totalCost) && page.ledger.has(totalLoss)
  const dash: Cell = { text: NO_VALUE }
  const value: DraftCell = there
    ? {
        live: (at) =>
          `IF(COUNT(${at(totalCost)},${at(totalLoss)})<2,"${NO_VALUE}",IF(${at(totalCost)}>0,${at(totalLoss)}/${at(totalCost)},"${NO_VALUE}"))`,
        result: known ? loss / cost : NO_VALUE,
        format: 'percent1',
      }
    : dash
  return { label: say(page, HEADLINES.lossShare), value, unit: '' }
}

function opportunityRows(page: Page): readonly DraftRow[] {
  const best = page.audit.evaluation.opportunities
    .filter((one) => !isLeftOut(one) && (valueOf(page, one.netInPackage) ?? 0) > 0)
    .slice(0, TOP)
  if (best.length === 0) return []
  const right = true as const
  const { opportunity, inPackage, investment, payback, co2e } = HEADS
  const blank = { head: { en: '', vi: '' } }
  const head = headRow(page, [
    { head: opportunity },
    blank,
    blank,
    blank,
    { head: inPackage, right },
    { head: investment, right },
    { head: payback, right },
    { head: co2e, right },
  ])
  return [
    heading(say(page, WORDS.topOpportunities), WIDTH),
    head,
    ...best.map((one) => bestRow(page, one)),
    EMPTY,
  ]
}

function bestRow(page: Page, one: Opportunity): DraftRow {
  const optional = (id: string | undefined, format?: Format) =>
    id === undefined ? null : linked(id, format ? { format } : {})
  return {
    cells: [
      {
        goTo: `opportunity.${one.id}`,
        text: titleWithMachine(page, one),
        style: 'link',
        span: { columns: 4 },
      },
      null,
      null,
      null,
      optional(one.netInPackage, 'money'),
      optional(one.investment, 'money'),
      optional(one.payback),
      optional(one.co2e, 'number1'),
    ],
  }
}

/** How well the site's balances close. */
function balanceRows(page: Page): readonly DraftRow[] {
  const { balances } = page.audit.reconciled
  const site = balances.filter(({ step }) => step === null)
  const shown = site.length > 0 ? site : balances.slice(0, 3)
  const states = ['closes', 'open', 'unknown'] as const
  const counted = states.map(
    (state) =>
      `${say(page, termOf(BALANCE_STATES, state))}: ${balances.filter((one) => one.state === state).length}`,
  )
  return [
    ...shown.map((balance): DraftRow => ({
      cells: [
        text(`${page.ledger.get(balance.closure)?.label[page.lang] ?? balance.id}`, { span: { columns: 4 } }),
        null,
        null,
        null,
        linked(balance.closure),
      ],
    })),
    { cells: [text(`${say(page, WORDS.balances)}: ${counted.join(', ')}`, { span: { columns: WIDTH } })] },
    ...gradeRows(page),
    { cells: [text(qualityWords(page), { span: { columns: WIDTH } })] },
  ]
}

/** Inputs that somebody wrote, and how many of them are measured, billed or recorded. */
function knownInputs({ audit }: Page): { readonly all: number; readonly known: number } {
  const inputs = audit.figures.filter(isDatum)
  const known = inputs.filter(({ basis }) => KNOWN.has(basis ?? ''))
  return { all: inputs.length, known: known.length }
}

const KNOWN: ReadonlySet<string> = new Set(['measured', 'billed', 'recorded'])

/** The grade of the data in one letter, and by what rule. */
function gradeRows(page: Page): readonly DraftRow[] {
  const { grading } = page.design
  const { all, known } = knownInputs(page)
  if (grading === undefined || grading.grades.length === 0 || all === 0) return []
  const place = grading.grades.findIndex(({ from }) => known / all >= from)
  const open = page.audit.reconciled.balances.some(({ state }) => state === 'open')
  const reached = Math.min(
    grading.grades.length - 1,
    (place < 0 ? grading.grades.length - 1 : place) + (open ? 1 : 0),
  )
  const words = `${say(page, WORDS.grade)}: ${grading.grades[reached]?.grade ?? ''} (${say(page, grading.note)})`
  return [{ cells: [text(words, { span: { columns: WIDTH } })], height: heightOf(words) }]
}

function qualityWords(page: Page): string {
  const { findings, diagnostics } = page.audit
  const count = (outcome: string) => findings.filter((one) => one.outcome === outcome).length
  const { all, known } = knownInputs(page)
  const share = all === 0 ? '0' : formatNumber((known / all) * 100, { lang: page.lang, digits: 2 })
  const problems = diagnostics.filter(({ severity }) => severity !== 'note').length
  return page.lang === 'vi'
    ? `${all} số liệu đầu vào, ${share} % được đo, theo hóa đơn hoặc sổ sách; ${count('look')} mục cần xem tại chỗ, ${count('needs-data')} mục thiếu số liệu; lỗi và cảnh báo: ${problems}.`
    : `${all} inputs, ${share} % of them measured, billed or recorded; ${count('look')} entries to look at on site, ${count('needs-data')} that need data; errors and warnings: ${problems}.`
}
