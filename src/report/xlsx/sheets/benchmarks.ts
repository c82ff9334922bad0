import { referenceOf, type Gap } from '../../../model/indicators.js'
import { WEAKNESS } from '../../outside-words.js'
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

const WIDTHS = [27, 30, 13, 9, 8, 11, 10, 11, 10, 10, 10, 10, 10, 11, 15, 30, 44, 11, 11, 11, 11]

/** The site beside outside values, with the gap and a verdict that follows the cells. */
export function benchmarksSheet(page: Page): DraftSheet | undefined {
  const { gaps } = page.audit
  if (gaps.length === 0) return undefined
  const last = FIRST_HEAD + gaps.length
  const rows = [...listRows(page, gapColumns(page), gaps), EMPTY]
  return framed(page, 'benchmarks', {
    widths: WIDTHS,
    rows,
    charts: gapChart(page, gaps, FIRST_HEAD + rows.length),
    conditionalFormats: verdictFormats(page, `O${FIRST_HEAD + 1}:O${last}`),
  })
}

/** How far the site is from each value; the scope tells apart what has one name. */
function gapChart(page: Page, gaps: readonly Gap[], row: number): readonly ChartSpec[] {
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
      series: [{ name: say(page, HEADS.gap), values: { area: `M${first}:M${last}` } }],
      format: 'percent',
      labels: true,
      legend: false,
    },
  ]
}

function gapColumns(page: Page): readonly ListColumn<Gap>[] {
  const reference = (name: 'low' | 'typical' | 'best' | 'high'): ListColumn<Gap> => ({
    head: HEADS[name],
    right: true,
    cell: (gap) => (gap[name] === undefined ? null : figure(gap[name])),
  })
  return [
    { head: HEADS.indicator, cell: (gap) => text(indicatorName(page, gap)) },
    { head: HEADS.applies, cell: (gap) => text(gap.scope) },
    { head: HEADS.kind, cell: (gap) => text(say(page, termOf(BENCHMARK_KINDS, gap.kind))) },
    { head: HEADS.country, cell: (gap) => text(gap.country) },
    {
      head: HEADS.year,
      right: true,
      cell: ({ year }) => (year > 0 ? { number: year, format: 'year', style: 'text', align: 'right' } : null),
    },
    { head: HEADS.site, right: true, cell: (gap) => figure(gap.value, { bold: true }) },
    { head: HEADS.uncertainty, right: true, cell: (gap) => uncertainty(page, gap.value) },
    { head: HEADS.unit, cell: (gap) => unit(page, gap.value) },
    reference('low'),
    reference('typical'),
    reference('high'),
    reference('best'),
    { head: HEADS.gap, right: true, cell: (gap) => figure(gap.gap) },
    {
      head: HEADS.against,
      cell: (gap) => text(say(page, termOf(REFERENCES, gap.against)), { style: 'muted' }),
    },
    { head: HEADS.verdict, cell: (gap, index) => verdictCell(page, gap, FIRST_HEAD + 1 + index) },
    { head: HEADS.evidence, cell: (gap) => text(evidenceWords(page, gap), { style: 'muted' }) },
    { head: HEADS.source, cell: (gap) => text(gap.source, { style: 'muted' }) },
    ...(['low', 'typical', 'high', 'best'] as const).map((name): ListColumn<Gap> => ({
      head: {
        en: `${HEADS.gapTo.en} ${termOf(REFERENCES, name).en}`,
        vi: `${HEADS.gapTo.vi} ${termOf(REFERENCES, name).vi}`,
      },
      right: true,
      cell: (gap) => (gap.gaps[name] === undefined ? null : figure(gap.gaps[name])),
    })),
  ]
}

/** How its source was read, and why it proves little where it does. */
function evidenceWords(page: Page, { evidence, weak }: Gap): string {
  return [evidence, ...weak.map((one) => say(page, WEAKNESS[one]))].join('; ')
}

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
