import type { Audit, Finding } from '../model/audit.js'
import type { Opportunity, Saving } from '../model/opportunities.js'
import { type Lang, say, type Text } from '../model/text.js'
import { calledOf, contradictionWords, reasonWithSource, titleWithMachine } from '../report/finding-words.js'
import { priceBasisWords } from '../report/price-basis.js'
import { showFigure } from '../report/show-figure.js'
import { ledgerOf, type Ledger } from '../report/summary.js'
import { EVIDENCE, MEDIA, OUTCOMES, STATUSES, termOf } from '../report/xlsx/term-texts.js'
import type { Explanation } from './explain-content.js'
import { formatNumber } from '../units/index.js'
import { columns } from './text-width.js'
import type { Paint } from '../report/paint.js'

type Page = { readonly audit: Audit; readonly ledger: Ledger; readonly lang: Lang; readonly paint: Paint }
type Rows = readonly (readonly [Text, string])[]

const labels = {
  outcome: say('outcome', 'kết quả'),
  part: say('only if there is', 'chỉ khi có'),
  noPart: say('there is none of', 'không có'),
  why: say('why', 'vì sao'),
  lacks: say('lacks', 'còn thiếu'),
  answer: say('answer', 'trả lời'),
  saving: say('saving', 'tiết kiệm'),
  range: say('low to high', 'thấp đến cao'),
  inPackage: say('in the package', 'trong gói'),
  stake: say('would save', 'có thể tiết kiệm'),
  spent: say('spent on its stream', 'chi phí của dòng'),
  priced: say('electricity priced at', 'đơn giá điện áp dụng'),
  after: say('acts after', 'tác động sau'),
  investment: say('investment', 'vốn đầu tư'),
  net: say('net saving', 'lợi ích ròng'),
  payback: say('payback', 'hoàn vốn'),
  discounted: say('discounted', 'có chiết khấu'),
  npv: say('net present value', 'NPV'),
  irr: say('internal rate of return', 'IRR'),
  annualised: say('annualised cost', 'chi phí quy năm'),
  unit: say('cost of a saved unit', 'chi phí mỗi đơn vị tiết kiệm'),
  co2e: say('greenhouse gases avoided', 'khí nhà kính tránh được'),
  tonne: say('cost of a tonne', 'chi phí mỗi tấn'),
  capacity: say('worth of more output, apart', 'giá trị tăng sản lượng, tính riêng'),
  verified: say('verified', 'đã xác minh'),
  published: say('usual payback of its kind', 'hoàn vốn thường gặp của loại này'),
  years: say('yr', 'năm'),
  screening: say('screening', 'sàng lọc'),
  scores: say('score, second weights', 'điểm, bộ trọng số thứ hai'),
  cases: say('worst and best case', 'trường hợp xấu và tốt nhất'),
  tornado: say('net present value if', 'NPV nếu'),
  switching: say('reaches zero at', 'bằng 0 khi'),
  status: say('status', 'trạng thái'),
}

const INPUTS: Readonly<Record<string, Text>> = {
  saved: say('saving', 'mức tiết kiệm'),
  price: say('price', 'đơn giá'),
  investment: say('investment', 'vốn đầu tư'),
  running: say('running cost', 'chi phí vận hành'),
  life: say('life', 'tuổi thọ'),
}

const PASSES: Readonly<Record<Opportunity['screening']['pass'], Text>> = {
  veto: say('not', 'loại'),
  'do-now': say('do now', 'làm ngay'),
  study: say('study', 'nghiên cứu'),
}

/** What became of a checklist entry or a measure on the site of an audit; `null` where it knows none of this name. */
export function explainFinding(audit: Audit, name: string, lang: Lang, paint: Paint): Explanation | null {
  const page: Page = { audit, ledger: ledgerOf(audit), lang, paint }
  const findings = audit.findings.filter(({ entry }) => entry === name)
  const opportunities = audit.evaluation.opportunities.filter(
    ({ id, entry }) => id === name || entry === name,
  )
  if (findings.length === 0 && opportunities.length === 0) return null
  const blocks = [
    ...findings.map((finding) => block(page, titleWithMachine(page, finding), findingRows(page, finding))),
    ...opportunities.map((one) => block(page, titleWithMachine(page, one), opportunityRows(page, one))),
  ]
  const stakes = audit.evaluation.stakes.filter(({ entry }) => entry === name)
  return {
    kind: 'finding',
    thing: { findings, opportunities, stakes },
    text: `${paint('strong', name)}\n${blocks.join('')}`,
  }
}

function block({ lang, paint }: Page, title: string, rows: Rows): string {
  const kept = rows.filter(([, text]) => text !== '').map(([label, text]) => [`  ${label[lang]}`, text])
  return `\n${paint('strong', title)}\n${columns(kept).join('\n')}\n`
}

const shown = ({ ledger, lang }: Page, id: string | undefined): string => {
  const figure = id === undefined ? undefined : ledger.get(id)
  return figure?.value == null ? '' : showFigure(figure, lang, 'ascii', 4)
}

function findingRows(page: Page, finding: Finding): Rows {
  const { lang, audit } = page
  const { outcome, evidence, part, why, lacks, answer, note, entry, machine } = finding
  const known = evidence === 'none' ? '' : ` (${termOf(EVIDENCE, evidence)[lang]})`
  const stake = audit.evaluation.stakes.find((one) => one.entry === entry && one.machine === machine)?.stake
  return [
    [labels.outcome, `${termOf(OUTCOMES, outcome)[lang]}${known}`],
    [part?.there === false ? labels.noPart : labels.part, part?.name[lang] ?? ''],
    ...why.map((one): Rows[number] => [labels.why, reasonWithSource(page, one)]),
    [labels.lacks, lacks.map((name) => calledOf(page, name)).join('; ')],
    [labels.answer, [answer ?? '', note ?? ''].filter((text) => text !== '').join(': ')],
    [labels.answer, contradictionWords(page, finding)],
    [labels.stake, shown(page, stake?.saving)],
    [labels.spent, shown(page, stake?.stream)],
  ]
}

function opportunityRows(page: Page, one: Opportunity): Rows {
  const { lang } = page
  const { typical, verified, sensitivity, scores, screening } = one
  const both = (first: string | undefined, second: string | undefined): string =>
    [shown(page, first), shown(page, second)].filter((text) => text !== '').join(', ')
  return [
    [labels.status, termOf(STATUSES, one.status)[lang]],
    ...one.savings.map((saving): Rows[number] => [labels.saving, savingWords(page, saving)]),
    [labels.priced, priceBasisWords(one.savings, lang)],
    [labels.after, one.after.join(', ')],
    [labels.lacks, one.lacks.map((name) => calledOf(page, name)).join('; ')],
    [labels.net, `${shown(page, one.net)}${inPackage(page, one.net, one.netInPackage)}`],
    [labels.investment, shown(page, one.investment)],
    [labels.payback, shown(page, one.payback)],
    [labels.discounted, shown(page, one.discountedPayback)],
    [labels.npv, shown(page, one.npv)],
    [labels.irr, shown(page, one.irr)],
    [labels.annualised, shown(page, one.annualisedCost)],
    [labels.unit, shown(page, one.costOfSavedUnit?.figure)],
    [labels.co2e, shown(page, one.co2e)],
    [labels.tonne, shown(page, one.costOfCo2e)],
    [labels.capacity, shown(page, one.capacity)],
    [labels.verified, both(verified?.figure, verified?.share)],
    [
      labels.published,
      typical?.payback === undefined
        ? ''
        : `${formatNumber(typical.payback, { lang })} ${labels.years[lang]} (IAC: ${typical.description})`,
    ],
    [labels.screening, `${PASSES[screening.pass][lang]}: ${screening.reason[lang]}`],
    [labels.scores, both(scores?.total, scores?.second)],
    [labels.cases, both(sensitivity?.low, sensitivity?.high)],
    ...(sensitivity?.tornado ?? []).map(({ input, low, high, npvLow, npvHigh }): Rows[number] => [
      labels.tornado,
      `${INPUTS[input]?.[lang] ?? input} x ${shown(page, low)} .. ${shown(page, high)}: ${shown(page, npvLow)} .. ${shown(page, npvHigh)}`,
    ]),
    ...(sensitivity?.switching ?? []).map(({ input, factor }): Rows[number] => [
      labels.switching,
      `${INPUTS[input]?.[lang] ?? input} x ${shown(page, factor)}`,
    ]),
  ]
}

/** `fuel 3 100 GJ/yr (low to high 2 480 .. 3 410), in the package 2 616`. */
function savingWords(page: Page, { medium, low, base, high, inPackage: packaged }: Saving): string {
  const range =
    low === undefined && high === undefined ? '' : [low, high].map((id) => shown(page, id)).join(' .. ')
  const spread = range === '' ? '' : ` (${labels.range[page.lang]} ${range})`
  return `${termOf(MEDIA, medium)[page.lang]} ${shown(page, base)}${spread}${inPackage(page, base, packaged)}`
}

function inPackage(page: Page, alone: string | undefined, packaged: string | undefined): string {
  const [first, second] = [shown(page, alone), shown(page, packaged)]
  return second === '' || first === second ? '' : `, ${labels.inPackage[page.lang]} ${second}`
}
