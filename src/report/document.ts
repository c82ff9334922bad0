import type { Audit } from '../model/audit.js'
import { flowNames } from '../model/flow-names.js'
import { type Lang, namesOf, say, type Text, wording } from '../model/text.js'
import { formatNumber } from '../units/format.js'
import { centresLackLines, namedLacks } from './centres-lack.js'
import { headOf, shown, type DocumentSection, type DocumentTable, type Page } from './document-page.js'
import { findingSections } from './finding-sections.js'
import { regulationName, titleWithMachine } from './finding-words.js'
import { lossName } from './loss-name.js'
import { benchmarkTable, emissionTable, factorTable, legalTable } from './outside-tables.js'
import { NOT_LEGAL_ADVICE } from './outside-words.js'
import { showFigure, showShare } from './show-figure.js'
import { layerLabel, ledgerOf } from './summary.js'

const labels = {
  title: say('RECP audit', 'Đánh giá hiệu quả tài nguyên và sản xuất sạch hơn'),
  period: say('Period', 'Kỳ đánh giá'),
  date: say('Date', 'Ngày'),
  by: say('By', 'Thực hiện'),
  sector: say('Sector', 'Ngành'),
  balances: say('Balances', 'Cân bằng'),
  losses: say('Losses', 'Tổn thất'),
  centres: say('Cost by quantity centre (ISO 14051)', 'Chi phí theo trung tâm định lượng (ISO 14051)'),
  indicators: say('Indicators', 'Chỉ số'),
  emissions: say('Greenhouse gases by source', 'Khí nhà kính theo nguồn'),
  factors: say('Factors and their sources', 'Hệ số và nguồn'),
  benchmarks: say('Benchmarks', 'Giá trị đối sánh'),
  legal: say('Energy norms, thresholds and fees', 'Định mức năng lượng, ngưỡng và phí'),
  notChecked: say('Not checked', 'Chưa kiểm tra'),
  opportunities: say('Opportunities', 'Cơ hội'),
  limits: say('Effluents and their limits', 'Nước thải và các giới hạn'),
  sampled: say('Sampled at', 'Điểm lấy mẫu'),
  parameter: say('Parameter', 'Thông số'),
  regulation: say('Regulation', 'Quy định'),
  verdict: say('Verdict', 'Đánh giá'),
  limit: say('Limit', 'Giới hạn'),
  ofLimit: say('Of limit', 'So giới hạn'),
  problems: say('Problems of the input', 'Vấn đề của dữ liệu vào'),
  layer: say('Balance', 'Cân bằng'),
  of: say('Of', 'Của'),
  site: say('Whole site', 'Toàn nhà máy'),
  in: say('In', 'Vào'),
  out: say('Out', 'Ra'),
  stock: say('Stock change', 'Thay đổi tồn kho'),
  unaccounted: say('Unaccounted', 'Không xác định'),
  closure: say('Closure', 'Độ khép kín'),
  stream: say('Stream', 'Dòng'),
  amount: say('Amount', 'Lượng'),
  cost: say('Cost', 'Chi phí'),
  share: say('Share', 'Tỷ lệ'),
  total: say('Total', 'Tổng'),
  indicator: say('Indicator', 'Chỉ số'),
  value: say('Value', 'Giá trị'),
  opportunity: say('Opportunity', 'Cơ hội'),
  saving: say('Saving', 'Tiết kiệm'),
  range: say('Range (95 %)', 'Khoảng (95 %)'),
  investment: say('Investment', 'Đầu tư'),
  payback: say('Payback', 'Thời gian hoàn vốn'),
  evidence: say('Evidence', 'Cơ sở'),
  footer: say('Input', 'Dữ liệu vào'),
  none: say('None.', 'Không có.'),
}

const evidence: ReadonlyMap<string, Text> = new Map([
  ['measured', say('measured', 'đo được')],
  ['reported', say('reported', 'theo khai báo')],
  ['range estimate', say('range estimate', 'ước tính theo khoảng')],
  ['needs data', say('needs data', 'thiếu số liệu')],
])

/** The short report of an audit as plain texts, for every form in which it is written. */
export type AuditDocument = {
  readonly lang: Lang
  readonly title: string
  readonly company: string
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly sections: readonly DocumentSection[]
  /** What stands where a table has no rows. */
  readonly none: string
  readonly footer: string
}

/** Headline, balances, losses, indicators, limits, opportunities and questions; what has nothing to say is left out. */
export function auditDocument(audit: Audit, lang: Lang): AuditDocument {
  const page: Page = { audit, lang, ledger: ledgerOf(audit) }
  const section = (id: keyof typeof labels, table: DocumentTable): DocumentSection => ({
    id,
    title: labels[id][lang],
    table,
  })
  const inputs = audit.inputs.map(({ file, sha256 }) => `${file} (${sha256.slice(0, 8)})`).join(', ')
  return {
    lang,
    title: labels.title[lang],
    company: wording(audit.head.name, lang) || audit.head.id,
    facts: factsOf(page),
    sections: [
      section('balances', balances(page)),
      section('losses', losses(page)),
      ...centresSection(page),
      section('indicators', indicators(page)),
      ...some(section('emissions', emissionTable(page))),
      ...some(section('benchmarks', benchmarkTable(page))),
      ...(audit.compliance.checks.length > 0 ? [section('limits', limits(page))] : []),
      ...some(section('legal', legalTable(page))),
      section('opportunities', opportunities(page)),
      ...findingSections(page),
      ...some(section('factors', factorTable(page))),
    ],
    none: labels.none[lang],
    footer: `${audit.compliance.checks.length + audit.compliance.legal.length > 0 ? `${NOT_LEGAL_ADVICE[lang]} ` : ''}${labels.footer[lang]}: ${inputs}; recp ${audit.recp}, content ${audit.content}`,
  }
}

/** A section that is left out where its table has no rows. */
function some(section: DocumentSection): readonly DocumentSection[] {
  return 'table' in section && section.table.rows.length === 0 ? [] : [section]
}

function balances(page: Page): DocumentTable {
  const { audit, lang, ledger } = page
  const names = new Map(audit.inventory.steps.map((step) => [step.id, wording(step.name, lang)]))
  const rows = audit.reconciled.balances.map((balance) => {
    const closure = ledger.get(balance.closure)?.value ?? null
    return [
      layerLabel(audit, balance.layer, lang),
      balance.step === null ? labels.site[lang] : (names.get(balance.step) ?? balance.step),
      shown(page, balance.in),
      shown(page, balance.out),
      shown(page, balance.stock),
      shown(page, balance.unaccounted),
      closure === null ? '–' : showShare(closure, lang),
    ]
  })
  const { layer, of, in: into, out, stock, unaccounted, closure } = labels
  return { head: headOf(page, layer, of, into, out, stock, unaccounted, closure), right: 5, rows }
}

function losses(page: Page): DocumentTable {
  const { audit, lang } = page
  const rows = audit.indicators.losses.map((loss) => [
    lossName(audit, loss, lang),
    shown(page, loss.amount),
    shown(page, loss.cost),
    shown(page, loss.share),
  ])
  return {
    head: headOf(page, labels.stream, labels.amount, labels.cost, labels.share),
    right: 3,
    rows,
    total: [labels.total[lang], '', shown(page, audit.indicators.totalLoss), ''],
  }
}

/** Said only where cost by quantity centre lacks something; its tables stand in the workbook and in the balances. */
function centresSection({ audit, ledger, lang }: Page): readonly DocumentSection[] {
  const list = centresLackLines(namedLacks(audit.indicators.centresLack, ledger), lang)
  return list.length === 0 ? [] : [{ id: 'centres', title: labels.centres[lang], list }]
}

function indicators(page: Page): DocumentTable {
  const { audit, lang, ledger } = page
  const rows = audit.indicators.indicators.map((indicator) => [
    ledger.get(indicator.figure)?.label[lang] ?? indicator.id,
    shown(page, indicator.figure),
  ])
  return { head: headOf(page, labels.indicator, labels.value), right: 1, rows }
}

function limits(page: Page): DocumentTable {
  const { audit, lang } = page
  const names = new Map([...namesOf(audit.inventory.goods, lang), ...flowNames(audit.inventory, lang)])
  const rows = audit.compliance.checks.map((check) => [
    names.get(check.at) ?? check.at,
    check.name[lang],
    [regulationName(page, check.regulation), check.clause[lang]].filter((part) => part !== '').join(', '),
    verdicts[check.verdict][lang],
    check.notChecked[lang],
    shown(page, check.value),
    shown(page, check.limit),
    shown(page, check.share),
  ])
  const { sampled, parameter, regulation, verdict, notChecked, value, limit, ofLimit } = labels
  return {
    head: headOf(page, sampled, parameter, regulation, verdict, notChecked, value, limit, ofLimit),
    right: 3,
    rows,
  }
}

const verdicts = {
  within: say('within', 'đạt'),
  exceeds: say('exceeds', 'vượt'),
  unclear: say('unclear', 'chưa rõ'),
}

function opportunities(page: Page): DocumentTable {
  const { audit, lang } = page
  const rows = audit.evaluation.opportunities
    .filter((opportunity) => opportunity.status !== 'rejected')
    .map((opportunity) => [
      titleWithMachine(page, opportunity),
      evidence.get(opportunity.evidence)?.[lang] ?? opportunity.evidence,
      shown(page, opportunity.netInPackage ?? opportunity.net),
      rangeOf(page, opportunity.netRange),
      shown(page, opportunity.investment),
      years(page, opportunity.payback),
    ])
  const { totals } = audit.evaluation
  const total = [shown(page, totals.net), '', shown(page, totals.investment), years(page, totals.payback)]
  return {
    head: headOf(
      page,
      labels.opportunity,
      labels.evidence,
      labels.saving,
      labels.range,
      labels.investment,
      labels.payback,
    ),
    right: 4,
    rows,
    total: [labels.total[lang], '', ...total],
  }
}

/** A payback is no surer than two digits. */
const years = ({ ledger, lang }: Page, id: string | undefined): string =>
  showFigure(id === undefined ? undefined : ledger.get(id), lang, 'proper', 2)

/** `9 230 – 17 000 EUR/yr`, about 95 % of what may be. */
function rangeOf(page: Page, range: { readonly low: string; readonly high: string } | undefined): string {
  const { ledger, lang } = page
  const [low, high] = [ledger.get(range?.low ?? '')?.value, ledger.get(range?.high ?? '')]
  if (low == null || high?.value == null) return '–'
  return `${formatNumber(low, { lang, digits: 3 })} – ${showFigure(high, lang, 'proper', 3)}`
}

function factsOf({ audit, lang }: Page): AuditDocument['facts'] {
  const { head, inventory } = audit
  const facts: readonly (readonly [Text, string | undefined])[] = [
    [labels.period, inventory.period.label],
    [labels.date, head.date],
    [labels.by, head.by],
    [labels.sector, head.sectorName?.[lang] ?? head.sector],
  ]
  return facts.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [[label[lang], value] as const],
  )
}
