import { referenceOf, type Gap } from '../../../model/indicators.js'
import type { Text } from '../../../model/text.js'
import { gapEvidence } from '../../outside-words.js'
import { columnLetters } from '../address.js'
import type { ChartSpec, ConditionalFormat } from '../book.js'
import type { DraftCell, DraftSheet } from '../layout.js'
import {
  BENCHMARK_KINDS,
  BENCHMARK_TYPES,
  RANGE_VERDICTS,
  REFERENCES,
  termOf,
  VERDICTS,
} from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FIRST_HEAD, framed } from './frame.js'
import { EMPTY, type ListColumn, listRows } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

/** The site beside outside values, with the gap and a verdict that follows the cells. */
export function benchmarksSheet(page: Page): DraftSheet | undefined {
  const { gaps } = page.audit
  if (gaps.length === 0) return undefined
  const last = FIRST_HEAD + gaps.length
  const laid = gapColumns(page)
  const rows = [
    ...listRows(
      page,
      laid.map(({ column }) => column),
      gaps,
    ),
    EMPTY,
  ]
  const letters = (head: Text) => columnLetters(laid.findIndex(({ column }) => column.head === head) + 1)
  const verdicts = letters(HEADS.verdict)
  return framed(page, 'benchmarks', {
    widths: laid.map(({ width }) => width),
    rows,
    charts: gapChart(page, gaps, FIRST_HEAD + rows.length, letters(HEADS.gap)),
    conditionalFormats: verdictFormats(page, `${verdicts}${FIRST_HEAD + 1}:${verdicts}${last}`),
  })
}

/** How far the site is from each value; the scope tells apart what has one name. */
function gapChart(page: Page, gaps: readonly Gap[], row: number, column: string): readonly ChartSpec[] {
  const known = gaps.filter(({ gap }) => page.ledger.get(gap)?.value != null)
  if (known.length === 0) return []
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + gaps.length]
  const title = say(page, WORDS.gapChart)
  return [
    {
      kind: 'bar',
      title,
      alt: title,
      at: `A${row}:I${row + 8 + 2 * gaps.length}`,
      categories: { area: `A${first}:A${last}` },
      series: [{ name: say(page, HEADS.gap), values: { area: `${column}${first}:${column}${last}` } }],
      format: 'percent',
      labels: true,
      legend: false,
    },
  ]
}

type Laid = { readonly width: number; readonly column: ListColumn<Gap> }

const BOUNDS = ['low', 'typical', 'high', 'best'] as const

/** Bounds that no value gives have no column: what is narrow can be read on paper. */
function gapColumns(page: Page): readonly Laid[] {
  const { gaps } = page.audit
  const laid = (width: number, column: ListColumn<Gap>): Laid => ({ width, column })
  const bounds = BOUNDS.filter((name) => gaps.some((gap) => gap[name] !== undefined))
  const others = BOUNDS.filter((name) => gaps.some((gap) => gap.gaps[name] !== undefined))
  return [
    laid(22, { head: HEADS.indicator, cell: (gap) => text(indicatorName(page, gap)) }),
    laid(22, { head: HEADS.applies, cell: (gap) => text(say(page, gap.scope)) }),
    laid(9, { head: HEADS.kind, cell: (gap) => text(say(page, termOf(BENCHMARK_KINDS, gap.kind))) }),
    laid(8, { head: HEADS.country, cell: (gap) => text(gap.country) }),
    laid(6, {
      head: HEADS.year,
      right: true,
      cell: ({ year }) => (year > 0 ? { number: year, format: 'year', style: 'text', align: 'right' } : null),
    }),
    laid(9, { head: HEADS.site, right: true, cell: (gap) => figure(gap.value, { bold: true }) }),
    laid(9, { head: HEADS.uncertainty, right: true, cell: (gap) => uncertainty(page, gap.value) }),
    laid(9, { head: HEADS.unit, cell: (gap) => unit(page, gap.value) }),
    ...bounds.map((name) =>
      laid(9, {
        head: HEADS[name],
        right: true,
        cell: (gap) => (gap[name] === undefined ? null : figure(gap[name])),
      }),
    ),
    laid(9, { head: HEADS.gap, right: true, cell: (gap) => figure(gap.gap) }),
    laid(10, {
      head: HEADS.against,
      cell: (gap) => text(say(page, termOf(REFERENCES, gap.against)), { style: 'muted' }),
    }),
    laid(13, { head: HEADS.verdict, cell: (gap, index) => verdictCell(page, gap, FIRST_HEAD + 1 + index) }),
    laid(22, { head: HEADS.evidence, cell: (gap) => text(gapEvidence(gap, page.lang), { style: 'muted' }) }),
    laid(32, { head: HEADS.source, cell: (gap) => text(gap.source, { style: 'muted' }) }),
    ...others.map((name) =>
      laid(9, {
        head: {
          en: `${HEADS.gapTo.en} ${termOf(REFERENCES, name).en}`,
          vi: `${HEADS.gapTo.vi} ${termOf(REFERENCES, name).vi}`,
        },
        right: true,
        cell: (gap) => (gap.gaps[name] === undefined ? null : figure(gap.gaps[name])),
      }),
    ),
  ]
}

/** How its source was read, and why it proves little where it does. */
function indicatorName(page: Page, gap: Gap): string {
  const label = page.ledger.get(gap.value)?.label[page.lang] ?? gap.indicator
  return BENCHMARK_TYPES.has(gap.indicator) ? say(page, termOf(BENCHMARK_TYPES, gap.indicator)) : label
}

/** Better or worse only beyond two standard uncertainties of the site's own value, which stand in column G. */
function verdictCell(page: Page, gap: Gap, row: number): DraftCell {
  const words = gap.against === 'range' ? RANGE_VERDICTS : VERDICTS
  const word = (verdict: Gap['verdict']) => say(page, termOf(words, verdict))
  // The gap is known and yet nothing is said: several scopes of a norm may apply, and a person has to choose.
  if (gap.verdict === 'unknown' && page.ledger.get(gap.gap)?.value != null)
    return text(say(page, WORDS.chooseScope))
  const reference = referenceOf(gap)
  return {
    live: (at) => {
      const value = at(gap.gap)
      const upper = at(reference ?? gap.gap)
      const compared = gap.against === 'range' ? `IF(${value}<0,${at(gap.low ?? gap.gap)},${upper})` : upper
      const close = reference === undefined ? 'FALSE' : `ABS(${value})<=2*G${row}/ABS(${compared})`
      const rest = `IF(${close},"${word('within')}",IF(${value}<0,"${word('better')}","${word('worse')}"))`
      return `IF(COUNT(${value})=0,"${word('unknown')}",${rest})`
    },
    result: word(gap.verdict),
    style: 'text',
  }
}

function verdictFormats(page: Page, area: string): readonly ConditionalFormat[] {
  const equal = (
    words: typeof VERDICTS,
    verdict: Gap['verdict'],
    look: 'good' | 'bad' | 'warning' | 'muted',
  ): ConditionalFormat => ({
    area,
    when: { is: 'equal', value: `"${say(page, termOf(words, verdict))}"` },
    look,
  })
  return [
    equal(VERDICTS, 'better', 'good'),
    equal(VERDICTS, 'worse', 'bad'),
    equal(VERDICTS, 'within', 'warning'),
    equal(VERDICTS, 'unknown', 'muted'),
    equal(RANGE_VERDICTS, 'better', 'good'),
    equal(RANGE_VERDICTS, 'worse', 'bad'),
    equal(RANGE_VERDICTS, 'within', 'warning'),
  ]
}
