import type { Audit } from '../model/audit.js'
import type { Figure } from '../model/figure.js'
import { type Lang, say, type Text } from '../model/text.js'
import { isFactor } from '../report/outside-tables.js'
import { evidenceWord, gapEvidence } from '../report/outside-words.js'
import { showFigure } from '../report/show-figure.js'
import { ledgerOf } from '../report/summary.js'
import { REFERENCES, termOf } from '../report/xlsx/term-texts.js'
import type { Benchmark, Content } from '../templates/content.js'
import { factorRows } from '../templates/factor-rows.js'
import { sectorIds } from '../templates/sectors.js'
import { byId, type Listing } from './listings.js'

/** What of the tables from outside is asked for; with an audit only what it used or compared with. */
export type OutsideFilter = {
  readonly country?: string
  readonly year?: string
  readonly sector?: string
  /** A day: only what is too old on it. */
  readonly expired?: string
  readonly audit?: Audit
}

const heads = {
  id: say('id', 'id'),
  name: say('name', 'tên'),
  group: say('group', 'nhóm'),
  value: say('value', 'giá trị'),
  unit: say('unit', 'đơn vị'),
  country: say('country', 'nước'),
  year: say('year', 'năm'),
  until: say('best before', 'dùng đến'),
  evidence: say('evidence', 'bằng chứng'),
  source: say('source', 'nguồn'),
  sector: say('sector', 'ngành'),
  indicator: say('indicator', 'chỉ số'),
  low: say('low', 'thấp'),
  typical: say('typical', 'điển hình'),
  high: say('high', 'cao'),
  best: say('best', 'tốt nhất'),
  basis: say('basis', 'cơ sở'),
  site: say('site', 'cơ sở'),
  gap: say('gap', 'chênh lệch'),
  against: say('against', 'so với'),
  meaning: say('meaning', 'ý nghĩa'),
  benchmarks: say('benchmarks', 'giá trị đối sánh'),
}

const number = (value: number | undefined): string => (value === undefined ? '-' : String(value))

function isOf(
  row: { readonly country: string; readonly year: string },
  { country, year }: OutsideFilter,
): boolean {
  return (
    (country === undefined || row.country.split('/').includes(country.toUpperCase())) &&
    (year === undefined || row.year.toLowerCase() === year.toLowerCase())
  )
}

/** Factors of the tables; of an audit those it was calculated with, whether from a table or from the site. */
export function factorListing(content: Content, lang: Lang, filter: OutsideFilter = {}): Listing {
  const expired = ({ bestBefore = '9999' }: { readonly bestBefore?: string }): boolean =>
    filter.expired === undefined || bestBefore < filter.expired
  if (filter.audit !== undefined) {
    const wanted = ({ key }: Figure): boolean => isOf(key ?? NO_KEY, filter) && expired(key ?? NO_KEY)
    return usedFactors(filter.audit, lang, wanted)
  }
  const factors = byId(factorRows(content)).filter((row) => isOf(row, filter) && expired(row))
  const { id, value, unit, country, year, until, evidence, source } = heads
  return {
    head: [id, value, unit, country, year, until, evidence, source],
    rows: factors.map((row) => [
      row.id,
      String(row.value),
      row.unit,
      row.country,
      row.year,
      row.bestBefore ?? '-',
      [evidenceWord(row.evidence, lang), row.status].filter((text) => text !== '').join(', '),
      row.source,
    ]),
    items: factors,
  }
}

/** Of a number that the site gives itself nobody knows the country. */
const NO_KEY: { readonly country: string; readonly year: string; readonly bestBefore?: string } = {
  country: '',
  year: '',
}

function usedFactors(audit: Audit, lang: Lang, wanted: (figure: Figure) => boolean): Listing {
  const factors = audit.figures.filter((figure) => isFactor(figure) && wanted(figure))
  const { id, name, value, country, year, source } = heads
  return {
    head: [id, name, value, country, year, source],
    rows: factors.map((figure) => [
      figure.id,
      figure.label[lang],
      showFigure(figure, lang, 'ascii'),
      figure.key?.country ?? '-',
      figure.key?.year ?? '-',
      figure.source ?? figure.place ?? '-',
    ]),
    items: factors,
  }
}

/** Benchmarks of the tables; of an audit those it was compared with, with the gap. */
export function benchmarkListing(content: Content, lang: Lang, filter: OutsideFilter = {}): Listing {
  if (filter.audit !== undefined) return comparedBenchmarks(filter.audit, lang, filter)
  const names = filter.sector === undefined ? undefined : sectorIds(content, filter.sector)
  const lapsed = ({ basis, year }: Benchmark): boolean =>
    filter.expired === undefined ||
    (basis.en.startsWith('legal ') && /\d{4}/.test(basis.en) && `${year}-12-31` < filter.expired)
  const rows = byId(content.benchmarks).filter(
    (row) => isOf(row, filter) && lapsed(row) && (names === undefined || names.has(row.sector)),
  )
  const shown = rows.map((row) => ({
    ...row,
    value: (name: Reference) => number(row[name]),
    evidence: evidenceWord(row.evidence, lang),
    more: [row.unit[lang], row.sector, row.basis[lang]],
  }))
  return { ...benchmarkTable([heads.unit, heads.sector, heads.basis], shown), items: rows }
}

function comparedBenchmarks(audit: Audit, lang: Lang, filter: OutsideFilter): Listing {
  const ledger = ledgerOf(audit)
  const gaps = audit.gaps.filter(({ country, year }) => isOf({ country, year: String(year) }, filter))
  const figure = (id: string | undefined): string =>
    id === undefined ? '-' : showFigure(ledger.get(id), lang, 'ascii')
  const shown = gaps.map((one) => ({
    ...one,
    id: one.benchmark,
    year: one.year > 0 ? String(one.year) : '-',
    value: (name: Reference) => figure(one[name]),
    evidence: gapEvidence(one, lang),
    more: [figure(one.value), figure(one.gap), termOf(REFERENCES, one.against)[lang]],
  }))
  return { ...benchmarkTable([heads.site, heads.gap, heads.against], shown), items: gaps }
}

type Reference = (typeof REFERENCE_NAMES)[number]

const REFERENCE_NAMES = ['low', 'typical', 'high', 'best'] as const

type BenchmarkRow = {
  readonly id: string
  readonly indicator: string
  readonly value: (name: Reference) => string
  readonly more: readonly string[]
  readonly country: string
  readonly year: string
  readonly evidence: string
}

/** Outside values, of the tables or of an audit; what else is known of each stands after its values. */
function benchmarkTable(
  more: readonly Text[],
  rows: readonly BenchmarkRow[],
): Pick<Listing, 'head' | 'rows'> {
  const { id, indicator, country, year, evidence } = heads
  return {
    head: [id, indicator, ...REFERENCE_NAMES.map((name) => heads[name]), ...more, country, year, evidence],
    rows: rows.map((row) => [
      row.id,
      row.indicator,
      ...REFERENCE_NAMES.map(row.value),
      ...row.more,
      row.country,
      row.year,
      row.evidence,
    ]),
  }
}

/** Definitions of indicators, and what benchmarks are kept of; of an audit its indicators with their values. */
export function indicatorListing(content: Content, lang: Lang, filter: OutsideFilter = {}): Listing {
  if (filter.audit !== undefined) return auditIndicators(filter.audit, lang)
  const names = filter.sector === undefined ? undefined : sectorIds(content, filter.sector)
  const definitions = [...content.indicators.values()].map((one) => {
    const meaning = one.figure ?? `${one.of} / ${one.per}`
    return { ...one, meaning, benchmarks: 0 }
  })
  const counted = new Map<string, number>()
  for (const row of content.benchmarks)
    if (names === undefined || names.has(row.sector))
      counted.set(row.indicator, (counted.get(row.indicator) ?? 0) + 1)
  const compared = [...counted]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, benchmarks]) => ({ id, benchmarks }))
  const { id, group, meaning, benchmarks, name } = heads
  return {
    head: [id, group, meaning, benchmarks, name],
    rows: [
      ...definitions.map((one) => [one.id, one.group, one.meaning, '-', one.name[lang]]),
      ...compared.map((one) => [one.id, '-', '-', String(one.benchmarks), '-']),
    ],
    items: [...definitions, ...compared],
  }
}

function auditIndicators(audit: Audit, lang: Lang): Listing {
  const ledger = ledgerOf(audit)
  const items = audit.indicators.indicators.map((one) => ({ ...one, figure: ledger.get(one.figure) }))
  const { id, group, value, name } = heads
  return {
    head: [id, group, value, name],
    rows: items.map((one) => [
      one.id,
      one.group,
      showFigure(one.figure, lang, 'ascii'),
      one.figure?.label[lang] ?? '-',
    ]),
    items,
  }
}
