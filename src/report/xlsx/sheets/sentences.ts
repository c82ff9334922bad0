import { isLeftOut } from '../../../model/opportunities.js'
import type { Lang } from '../../../model/text.js'
import { formatNumber } from '../../../units/index.js'
import { lossName } from './losses.js'
import { titleWithMachine } from '../../finding-words.js'
import { type Page, valueOf } from './page.js'
import { unitText } from './page-cells.js'

/** What the audit says, in three sentences; those without numbers are left out. They are text and do not follow. */
export function sentences(page: Page): readonly string[] {
  return [lossSentence(page), savingSentence(page), dataSentence(page)].filter((sentence) => sentence !== '')
}

const SHOWN_LOSSES = 3

function lossSentence(page: Page): string {
  const { losses, totalLoss, totalCost } = page.audit.indicators
  const [total, cost] = [valueOf(page, totalLoss), valueOf(page, totalCost)]
  if (total === null || total <= 0 || losses.length === 0) return ''
  const amount = shown(page, totalLoss)
  const share = cost !== null && cost > 0 ? percent(total / cost, page.lang) : undefined
  const top = losses.slice(0, SHOWN_LOSSES)
  const topShare = percent(
    top.reduce((sum, loss) => sum + (valueOf(page, loss.cost) ?? 0), 0) / total,
    page.lang,
  )
  const names = joined(
    top.map((loss) => lossName(page, loss)),
    page.lang,
  )
  if (page.lang === 'vi') {
    const part = share === undefined ? '' : `, bằng ${share} chi phí đầu vào`
    return `Tổn thất gây thiệt hại ${amount}${part}; ${topShare} nằm ở: ${names}.`
  }
  const part = share === undefined ? '' : `, ${share} of what inputs cost`
  return `Losses cost ${amount}${part}; ${topShare} of it lies in: ${names}.`
}

function savingSentence(page: Page): string {
  const { opportunities, totals } = page.audit.evaluation
  const live = opportunities.filter((one) => !isLeftOut(one) && (valueOf(page, one.netInPackage) ?? 0) > 0)
  const net = valueOf(page, totals.net)
  const [first] = live
  if (!first || net === null || net <= 0) return ''
  const [amount, title] = [shown(page, totals.net), titleWithMachine(page, first)]
  const invested = live.filter((one) => valueOf(page, one.investment) !== null).length
  const investment = shown(page, totals.investment)
  const quick = live.filter((one) => (valueOf(page, one.payback) ?? Number.POSITIVE_INFINITY) <= 2).length
  if (page.lang === 'vi') {
    const money = invested === 0 ? '' : `; vốn đầu tư mới biết của ${invested} giải pháp: ${investment}`
    const soon = quick === 0 ? '' : `, ${quick} giải pháp hoàn vốn trong 2 năm`
    return `${live.length} giải pháp có thể tiết kiệm ${amount}${money}${soon}; đứng đầu: ${title}.`
  }
  const money = invested === 0 ? '' : `; the investment is known for ${invested} of them: ${investment}`
  const soon = quick === 0 ? '' : `, and ${quick} ${quick === 1 ? 'pays' : 'pay'} back within 2 years`
  const many = live.length === 1 ? '1 measure saves' : `${live.length} measures save`
  return `${many} ${amount}${money}${soon}; the first is: ${title}.`
}

function dataSentence(page: Page): string {
  const { findings, reconciled } = page.audit
  const open = reconciled.balances.filter(({ state }) => state === 'open').length
  const look = findings.filter(({ outcome }) => outcome === 'look').length
  const needs = findings.filter(({ outcome }) => outcome === 'needs-data').length
  if (reconciled.balances.length + findings.length === 0) return ''
  const all = reconciled.balances.length
  if (page.lang === 'vi') {
    return `${open === 0 ? `Cả ${all} cân bằng đều khép kín hoặc chưa đủ số liệu` : `${open} trong ${all} cân bằng chưa khép kín`}; còn ${look} câu hỏi tại hiện trường và ${needs} mục thiếu số liệu.`
  }
  const closing =
    open === 0
      ? `None of the ${all} balances is open`
      : `${open} of ${all} balances ${open === 1 ? 'does' : 'do'} not close`
  return `${closing}; ${look} questions remain to be asked on site and ${needs} entries need data.`
}

function shown(page: Page, id: string): string {
  const value = valueOf(page, id) ?? 0
  return `${formatNumber(value, { lang: page.lang, digits: 3 })} ${unitText(page, id)}`
}

function percent(share: number, lang: Lang): string {
  return `${formatNumber(share * 100, { lang, digits: 2 })} %`
}

function joined(names: readonly string[], lang: Lang): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} ${lang === 'vi' ? 'và' : 'and'} ${names.at(-1) ?? ''}`
}
