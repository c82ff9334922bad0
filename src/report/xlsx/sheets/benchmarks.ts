import { referenceOf, type Gap } from '../../../model/indicators.js'
import type { Text } from '../../../model/text.js'
import { countryName } from '../../../model/country-names.js'
import { gapEvidence } from '../../outside-words.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
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
import { areaOf, laidList, type KnownColumns, type LaidList } from './laid-list.js'
import { EMPTY, type ListColumn, listRows } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

/** The site beside outside values, with the gap and a verdict that follows the cells. */
export function benchmarksSheet(page: Page): DraftSheet | undefined {
  const { gaps } = page.audit
  if (gaps.length === 0) return undefined
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + gaps.length]
  const laid = laidList(page, 'benchmarks', gapColumns(page))
  const rows = [...listRows(page, laid.columns, gaps), EMPTY]
  const verdicts = areaOf(laid, 'verdict', first, last)
  return framed(page, 'benchmarks', {
    widths: laid.widths,
    rows,
    charts: gapChart(page, laid, gaps, FIRST_HEAD + rows.length),
    conditionalFormats: verdicts === undefined ? [] : verdictFormats(page, verdicts.area),
  })
}

type Laid = LaidList<Gap, ColumnId<'benchmarks'>>

/** How far the site is from each value. */
function gapChart(page: Page, laid: Laid, gaps: readonly Gap[], row: number): readonly ChartSpec[] {
  const known = gaps.filter(({ gap }) => page.ledger.get(gap)?.value != null)
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + gaps.length]
  const names = areaOf(laid, 'indicator', first, last)
  const values = areaOf(laid, 'gap', first, last)
  if (known.length === 0 || names === undefined || values === undefined) return []
  const title = say(page, WORDS.gapChart)
  return [
    {
      kind: 'bar',
      title,
      alt: title,
      at: `A${row}:I${row + 8 + 2 * gaps.length}`,
      categories: names,
      series: [{ name: say(page, HEADS.gap), values }],
      format: 'percent',
      labels: true,
      legend: false,
    },
  ]
}

type Bound = 'low' | 'typical' | 'high' | 'best'

/** Bounds that no value gives have no column: what is narrow can be read on paper. */
function gapColumns(page: Page): KnownColumns<Gap, 'benchmarks'> {
  const { gaps } = page.audit
  const optional = (head: Text, of: (gap: Gap) => string | undefined): ListColumn<Gap> | undefined =>
    gaps.every((gap) => of(gap) === undefined)
      ? undefined
      : { head, right: true, cell: (gap) => (of(gap) === undefined ? null : figure(of(gap))) }
  const bound = (name: Bound) => optional(HEADS[name], (gap) => gap[name])
  // What every value is compared with stands in the column of the gap itself.
  const gapTo = (name: Bound) =>
    optional(joined(HEADS.gapTo, termOf(REFERENCES, name)), (gap) =>
      gap.against === name ? undefined : gap.gaps[name],
    )
  return {
    indicator: { head: HEADS.indicator, cell: (gap) => text(nameInList(page, gap)) },
    applies: { head: HEADS.applies, cell: (gap) => text(say(page, gap.scope)) },
    kind: { head: HEADS.kind, cell: (gap) => text(say(page, termOf(BENCHMARK_KINDS, gap.kind))) },
    country: { head: HEADS.country, cell: (gap) => text(say(page, countryName(gap.country))) },
    year: {
      head: HEADS.year,
      right: true,
      cell: ({ year }) => (year > 0 ? { number: year, format: 'year', style: 'text', align: 'right' } : null),
    },
    site: { head: HEADS.site, right: true, cell: (gap) => figure(gap.value, { bold: true }) },
    uncertainty: { head: HEADS.uncertainty, right: true, cell: (gap) => uncertainty(page, gap.value) },
    unit: { head: HEADS.unit, cell: (gap) => unit(page, gap.value) },
    low: bound('low'),
    typical: bound('typical'),
    high: bound('high'),
    best: bound('best'),
    gap: { head: HEADS.gap, right: true, cell: (gap) => figure(gap.gap) },
    against: {
      head: HEADS.against,
      cell: (gap) => text(say(page, termOf(REFERENCES, gap.against)), { style: 'muted' }),
    },
    verdict: {
      head: HEADS.verdict,
      cell: (gap, index, lettersOf) => {
        const letters = lettersOf('uncertainty')
        const spread = letters === undefined ? undefined : `${letters}${FIRST_HEAD + 1 + index}`
        return verdictCell(page, gap, spread ?? String(page.ledger.get(gap.value)?.sd ?? 0))
      },
    },
    evidence: { head: HEADS.evidence, cell: (gap) => text(gapEvidence(gap, page.lang), { style: 'muted' }) },
    source: { head: HEADS.source, cell: (gap) => text(gap.source, { style: 'muted' }) },
    gapToLow: gapTo('low'),
    gapToTypical: gapTo('typical'),
    gapToHigh: gapTo('high'),
    gapToBest: gapTo('best'),
  }
}

function joined(a: Text, b: Text): Text {
  return { en: `${a.en} ${b.en}`, vi: `${a.vi} ${b.vi}` }
}

/** What a benchmark is about; where several are about the same, with the shortest that tells all of these apart. */
function nameInList(page: Page, gap: Gap): string {
  const name = indicatorName(page, gap)
  const alike = page.audit.gaps.filter((other) => indicatorName(page, other) === name)
  if (alike.length < 2) return name
  const year = (one: Gap): string => String(one.year)
  const where = (one: Gap): string => `${say(page, countryName(one.country))} ${one.year}`
  const scope = (one: Gap): string => say(page, one.scope)
  const all = (one: Gap): string => `${scope(one)}; ${where(one)}`
  const told = [year, where, scope].find((of) => new Set(alike.map(of)).size === alike.length) ?? all
  return `${name} (${told(gap)})`
}

/** What a benchmark is about. */
export function indicatorName(page: Page, gap: Gap): string {
  const label = page.ledger.get(gap.value)?.label[page.lang] ?? gap.indicator
  return BENCHMARK_TYPES.has(gap.indicator) ? say(page, termOf(BENCHMARK_TYPES, gap.indicator)) : label
}

/** Better or worse only beyond two standard uncertainties of the site's own value: `spread`, a cell or a number. */
function verdictCell(page: Page, gap: Gap, spread: string): DraftCell {
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
      const close = reference === undefined ? 'FALSE' : `ABS(${value})<=2*${spread}/ABS(${compared})`
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
