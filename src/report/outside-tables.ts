import type { Figure } from '../model/figure.js'
import { referenceOf, type Gap } from '../model/indicators.js'
import { namesOf, say } from '../model/text.js'
import { countryName } from '../model/country-names.js'
import { headOf, shown, type DocumentTable, type Page } from './document-page.js'
import { regulationName } from './finding-words.js'
import { APART, EMISSION_SOURCES, gapEvidence, LEGAL_KINDS, LEGAL_VERDICTS } from './outside-words.js'
import { showFigure } from './show-figure.js'
import { RANGE_VERDICTS, REFERENCES, termOf } from './xlsx/term-texts.js'

const labels = {
  scope: say('Scope', 'Phạm vi'),
  kind: say('Kind', 'Loại'),
  gap: say('Gap', 'Chênh lệch'),
  typical: say('Compared with', 'So với'),
  where: say('Country, year', 'Nước, năm'),
  source: say('Source', 'Nguồn'),
  factor: say('Factor', 'Hệ số'),
  clause: say('Clause', 'Điều khoản'),
  notChecked: say('Not checked', 'Chưa kiểm tra'),
  of: say('Of', 'Của'),
  amount: say('Amount', 'Lượng'),
  indicator: say('Indicator', 'Chỉ số'),
  value: say('Value', 'Giá trị'),
  regulation: say('Regulation', 'Quy định'),
  verdict: say('Verdict', 'Đánh giá'),
  limit: say('Limit', 'Giới hạn'),
  evidence: say('Evidence', 'Cơ sở'),
}

/** Every source of greenhouse gases with its scope; what is in no total says so. */
export function emissionTable(page: Page): DocumentTable {
  const { audit, lang } = page
  const names = namesOf([...audit.inventory.goods, ...audit.inventory.steps], lang)
  const rows = audit.indicators.emissions.map(({ of, source, scope, apart, factor, figure }) => [
    names.get(of) ?? of,
    [EMISSION_SOURCES[source][lang], ...(apart === undefined ? [] : [APART[apart][lang]])].join('; '),
    String(scope),
    shown(page, factor),
    shown(page, figure),
  ])
  return {
    head: headOf(page, labels.of, labels.kind, labels.scope, labels.factor, labels.amount),
    right: 3,
    rows,
  }
}

/** Outside values that apply, the nearest first, with what is weak about them. */
export function benchmarkTable(page: Page): DocumentTable {
  const { audit, lang, ledger } = page
  const rows = audit.gaps.map((gap) => [
    ledger.get(gap.value)?.label[lang] ?? gap.indicator,
    gap.kind === 'norm' ? KINDS.norm[lang] : KINDS.practice[lang],
    gap.scope[lang],
    [countryName(gap.country)[lang], gap.year > 0 ? String(gap.year) : '']
      .filter((part) => part !== '')
      .join(', '),
    gapEvidence(gap, lang),
    shown(page, gap.value),
    referenceWords(page, gap),
    shown(page, gap.gap),
  ])
  const { indicator, kind, scope, where, evidence: evidenceLabel, value, typical, gap } = labels
  return {
    head: headOf(page, indicator, kind, scope, where, evidenceLabel, value, typical, gap),
    right: 3,
    rows,
  }
}

/** `60 kWh/t (typical)`, `40 kWh/t .. 80 kWh/t (within the range)`. */
function referenceWords(page: Page, gap: Gap): string {
  const { lang } = page
  if (gap.against !== 'range')
    return `${shown(page, referenceOf(gap))} (${termOf(REFERENCES, gap.against)[lang]})`
  return `${shown(page, gap.low)} .. ${shown(page, gap.high)} (${termOf(RANGE_VERDICTS, gap.verdict)[lang]})`
}

const KINDS = { norm: say('legal norm', 'định mức pháp lý'), practice: say('practice', 'thực tế ngành') }

export function legalTable(page: Page): DocumentTable {
  const { audit, lang } = page
  const rows = audit.compliance.legal.map((check) => [
    `${LEGAL_KINDS[check.kind][lang]}: ${check.name[lang]}`,
    regulationName(page, check.regulation),
    [check.clause[lang], check.date].filter((part) => part !== '').join('; '),
    LEGAL_VERDICTS[check.verdict][lang],
    check.notChecked[lang],
    shown(page, check.value),
    shown(page, check.limit),
  ])
  const { of, regulation, clause, verdict, notChecked, value, limit } = labels
  return { head: headOf(page, of, regulation, clause, verdict, notChecked, value, limit), right: 2, rows }
}

/** What amounts were multiplied by: rows of tables, and what the site gave instead. */
export function factorTable(page: Page): DocumentTable {
  const { audit, lang } = page
  const rows = audit.figures
    .filter(isFactor)
    .map((figure) => [
      figure.label[lang],
      [countryName(figure.key?.country ?? '')[lang], figure.key?.year ?? '']
        .filter((part) => part !== '')
        .join(', '),
      figure.source ?? figure.place ?? '',
      showFigure(figure, lang, 'proper'),
    ])
  const head = headOf(page, labels.factor, labels.where, labels.source, labels.value)
  return { head, right: 1, rows: onceEach(rows) }
}

/** Several calculations use one factor: in a list without them it stands once. */
function onceEach(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}

/** A factor of a table or of the site; outside values that are only compared with are none. */
export function isFactor({ id, kind }: Figure): boolean {
  if (kind === 'factor') return !/^(benchmark|compliance)\./.test(id)
  return kind === 'input' && (id.startsWith('factor.') || /^good\.[^.]+\.(ncv|ghg|ghg-market)$/.test(id))
}
