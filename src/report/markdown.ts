import type { Audit } from '../model/audit.js'
import type { Lang, Text } from '../model/text.js'
import { wording } from '../model/text.js'
import { cell, table } from './markdown-table.js'
import { showFigure, showShare } from './show-figure.js'
import { layerName, ledgerOf, type Ledger } from './summary.js'

const say = (en: string, vi: string): Text => ({ en, vi })

const labels = {
  title: say('RECP audit', 'Đánh giá hiệu quả tài nguyên và sản xuất sạch hơn'),
  period: say('Period', 'Kỳ đánh giá'),
  date: say('Date', 'Ngày'),
  by: say('By', 'Thực hiện'),
  sector: say('Sector', 'Ngành'),
  balances: say('Balances', 'Cân bằng'),
  losses: say('Losses', 'Tổn thất'),
  indicators: say('Indicators', 'Chỉ số'),
  opportunities: say('Opportunities', 'Cơ hội'),
  questions: say('To ask on site', 'Cần hỏi tại hiện trường'),
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

type Page = { readonly audit: Audit; readonly ledger: Ledger; readonly lang: Lang }

const shown = ({ ledger, lang }: Page, id: string | undefined): string =>
  showFigure(id === undefined ? undefined : ledger.get(id), lang, 'proper')

function balances(page: Page): string {
  const { audit, lang, ledger } = page
  const names = new Map(audit.inventory.steps.map((step) => [step.id, wording(step.name, lang)]))
  const rows = audit.reconciled.balances.map((balance) => {
    const closure = ledger.get(balance.closure)?.value ?? null
    return [
      cell(layerName(balance.layer, lang)),
      balance.step === null ? labels.site[lang] : cell(names.get(balance.step) ?? balance.step),
      shown(page, balance.in),
      shown(page, balance.out),
      shown(page, balance.stock),
      shown(page, balance.unaccounted),
      closure === null ? '–' : showShare(closure, lang),
    ]
  })
  const head = [
    labels.layer,
    labels.of,
    labels.in,
    labels.out,
    labels.stock,
    labels.unaccounted,
    labels.closure,
  ]
  return table(
    head.map((label) => label[lang]),
    5,
    rows,
    labels.none[lang],
  )
}

function losses(page: Page): string {
  const { audit, lang } = page
  const rows = audit.indicators.losses.map((loss) => [
    cell(loss.label[lang]),
    shown(page, loss.amount),
    shown(page, loss.cost),
    shown(page, loss.share),
  ])
  if (rows.length > 0)
    rows.push([`**${labels.total[lang]}**`, '', shown(page, audit.indicators.totalLoss), ''])
  const head = [labels.stream, labels.amount, labels.cost, labels.share]
  return table(
    head.map((label) => label[lang]),
    3,
    rows,
    labels.none[lang],
  )
}

function indicators(page: Page): string {
  const { audit, lang, ledger } = page
  const rows = audit.indicators.indicators.map((indicator) => [
    cell(ledger.get(indicator.figure)?.label[lang] ?? indicator.id),
    shown(page, indicator.figure),
  ])
  return table([labels.indicator[lang], labels.value[lang]], 1, rows, labels.none[lang])
}

function opportunities(page: Page): string {
  const { audit, lang } = page
  const rows = audit.evaluation.opportunities
    .filter((opportunity) => opportunity.status !== 'rejected')
    .map((opportunity) => [
      cell(opportunity.title[lang]),
      evidence.get(opportunity.evidence)?.[lang] ?? opportunity.evidence,
      shown(page, opportunity.netInPackage ?? opportunity.net),
      shown(page, opportunity.investment),
      shown(page, opportunity.payback),
    ])
  const { totals } = audit.evaluation
  if (rows.length > 0)
    rows.push([
      `**${labels.total[lang]}**`,
      '',
      shown(page, totals.net),
      shown(page, totals.investment),
      shown(page, totals.payback),
    ])
  const head = [labels.opportunity, labels.evidence, labels.saving, labels.investment, labels.payback]
  return table(
    head.map((label) => label[lang]),
    3,
    rows,
    labels.none[lang],
  )
}

function facts({ audit, lang }: Page): string {
  const { head, inventory } = audit
  const rows: readonly (readonly [Text, string | undefined])[] = [
    [labels.period, inventory.period.label],
    [labels.date, head.date],
    [labels.by, head.by],
    [labels.sector, head.sector],
  ]
  return rows
    .flatMap(([label, value]) =>
      value === undefined || value === '' ? [] : [`- ${label[lang]}: ${cell(value)}`],
    )
    .join('\n')
}

/** A short report for a wiki or a pull request: headline, balances, losses, indicators, opportunities. */
export function renderMarkdown(audit: Audit, options: { readonly lang: Lang }): string {
  const { lang } = options
  const page: Page = { audit, lang, ledger: ledgerOf(audit) }
  const parts = [
    `# ${labels.title[lang]}: ${cell(wording(audit.head.name, lang) || audit.head.id)}\n\n${facts(page)}\n`,
    `## ${labels.balances[lang]}\n\n${balances(page)}`,
    `## ${labels.losses[lang]}\n\n${losses(page)}`,
    `## ${labels.indicators[lang]}\n\n${indicators(page)}`,
    `## ${labels.opportunities[lang]}\n\n${opportunities(page)}`,
  ]
  const questions = audit.findings.filter((finding) => finding.outcome === 'look')
  if (questions.length > 0)
    parts.push(
      `## ${labels.questions[lang]}\n\n${questions.map((finding) => `- ${cell(finding.question[lang])}\n`).join('')}`,
    )
  const inputs = audit.inputs.map(({ file, sha256 }) => `${cell(file)} (${sha256.slice(0, 8)})`).join(', ')
  parts.push(`${labels.footer[lang]}: ${inputs}; recp ${audit.recp}, content ${audit.content}\n`)
  return parts.join('\n')
}
