import type { Screening } from '../model/opportunities.js'
import { asText, type Text } from '../model/text.js'
import type { Evaluated } from './economics.js'
import type { Draft, Evaluating } from './evaluating.js'

const REASON: Readonly<Record<string, Text>> = {
  unstated: { en: 'rejected; no reason is given', vi: 'bị loại; chưa nêu lý do' },
  alternative: {
    en: 'another alternative of its group is worth more',
    vi: 'phương án khác cùng nhóm có giá trị hơn',
  },
  budget: {
    en: 'no alternative of its group fits the budget',
    vi: 'không phương án nào trong nhóm vừa ngân sách',
  },
  worth: { en: 'the package is worth more without it', vi: 'gói giải pháp có giá trị hơn khi không có nó' },
  cheap: {
    en: 'costs little, pays back at once, and nothing has to stop for it',
    vi: 'chi phí nhỏ, hoàn vốn ngay và không phải dừng sản xuất',
  },
  study: { en: 'scored and ranked', vi: 'chấm điểm và xếp hạng' },
  priceless: { en: 'is scored once its investment is known', vi: 'sẽ chấm điểm khi biết vốn đầu tư' },
  unknown: { en: 'its saving is not known yet', vi: 'chưa biết mức tiết kiệm' },
}

function reason(name: keyof typeof REASON): Text {
  return REASON[name] ?? { en: name, vi: name }
}

/**
 * The three passes of a screening: what is vetoed, with its reason; what is cheap and pays at once, so that it is done
 * without more study; and the rest, which is scored. Without a limit for what is cheap only what costs nothing is.
 */
export function screen(work: Evaluating, draft: Draft, one: Evaluated): Screening {
  if (draft.status === 'rejected') {
    return {
      pass: 'veto',
      reason: draft.reason === undefined ? reason('unstated') : asText(draft.reason, ''),
    }
  }
  if (one.excludedBy !== undefined) return { pass: 'veto', reason: reason('alternative') }
  if (one.dropped !== undefined) return { pass: 'veto', reason: reason(one.dropped) }
  if (isQuickWin(work, draft, one)) return { pass: 'do-now', reason: reason('cheap') }
  return { pass: 'study', reason: reason(nextStep(one)) }
}

function nextStep({ savings, investment }: Evaluated): 'unknown' | 'priceless' | 'study' {
  if (savings.length === 0) return 'unknown'
  return investment === undefined ? 'priceless' : 'study'
}

function isQuickWin(work: Evaluating, draft: Draft, { investment, netInPackage }: Evaluated): boolean {
  const value = (id: string | undefined): number | null => work.ledger.get(id ?? '')?.value ?? null
  const [invest, net] = [value(investment), value(netInPackage)]
  const most = value('economics.quick-win-invest') ?? 0
  if (invest === null || net === null || net <= 0 || draft.stopsProduction === true) return false
  return invest <= most && invest / net < work.content.economics.doNowPayback
}
