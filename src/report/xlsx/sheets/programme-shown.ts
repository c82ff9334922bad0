import { isTaken } from '../../../model/opportunities.js'
import type { Text } from '../../../model/text.js'
import { type Page, valueOf } from './page.js'

/** What the audit shows of a task of the programme. */
export type Shown = { readonly state: 'done' | 'part' | 'open'; readonly words: Text }

/** The state of a task by what shows it (`shown-by` in programme.yaml); what only the company knows is open. */
export function shownOf(page: Page, by: string): Shown {
  return SHOWN.get(by)?.(page) ?? OPEN
}

const OPEN: Shown = {
  state: 'open',
  words: { en: 'to be said by the company', vi: 'do doanh nghiệp xác nhận' },
}

/** Done where all of them are, in part where some are, open where none is. */
function counted(
  done: number,
  all: number,
  en: (done: number, all: number) => string,
  vi: (done: number, all: number) => string,
): Shown {
  const state = all > 0 && done === all ? 'done' : done > 0 ? 'part' : 'open'
  return { state, words: { en: en(done, all), vi: vi(done, all) } }
}

const some = (count: number, en: string, vi: string): Shown =>
  counted(
    count,
    count,
    (n) => `${n} ${en}`,
    (n) => `${n} ${vi}`,
  )

/** Measures that are neither excluded nor rejected. */
const live = ({ audit }: Page) =>
  audit.evaluation.opportunities.filter((one) => isTaken(one) || one.status === 'done')

const SHOWN: ReadonlyMap<string, (page: Page) => Shown> = new Map<string, (page: Page) => Shown>([
  ['steps', ({ audit }) => some(audit.inventory.steps.length, 'steps described', 'công đoạn được mô tả')],
  [
    'losses',
    ({ audit }) => some(audit.indicators.losses.length, 'losses ranked by cost', 'tổn thất xếp theo chi phí'),
  ],
  ['flows', ({ audit }) => some(audit.inventory.flows.length, 'flows drawn', 'dòng được thể hiện')],
  [
    'balances',
    ({ audit: { reconciled } }) =>
      counted(
        reconciled.balances.filter(({ state }) => state === 'closes').length,
        reconciled.balances.length,
        (n, all) => `${n} of ${all} balances close`,
        (n, all) => `${n} trong ${all} cân bằng khép kín`,
      ),
  ],
  [
    'costs',
    (page) =>
      counted(
        page.audit.indicators.losses.filter(({ cost }) => valueOf(page, cost) !== null).length,
        page.audit.indicators.losses.length,
        (n, all) => `${n} of ${all} losses have a cost`,
        (n, all) => `${n} trong ${all} tổn thất có chi phí`,
      ),
  ],
  [
    'causes',
    ({ audit: { evaluation } }) =>
      counted(
        evaluation.diagnosis.filter(({ causes }) => causes.some(({ state }) => state === 'confirmed')).length,
        evaluation.diagnosis.length,
        (n, all) => `a cause is confirmed for ${n} of ${all} losses`,
        (n, all) => `${n} trong ${all} tổn thất đã xác định nguyên nhân`,
      ),
  ],
  [
    'opportunities',
    ({ audit }) => some(audit.evaluation.opportunities.length, 'opportunities found', 'cơ hội được đề xuất'),
  ],
  [
    'screening',
    ({ audit: { findings } }) => {
      const open = findings.filter(({ outcome }) => outcome === 'look').length
      const asked = findings.filter(({ outcome }) => outcome !== 'not-applicable').length
      return counted(
        asked - open,
        asked,
        (n, all) => `${n} of ${all} entries decided, ${open} to look at on site`,
        (n, all) => `${n} trong ${all} mục đã rõ, ${open} mục cần xem tại chỗ`,
      )
    },
  ],
  [
    'economics',
    (page) =>
      counted(
        live(page).filter(({ payback }) => valueOf(page, payback) !== null).length,
        live(page).length,
        (n, all) => `${n} of ${all} measures have an investment and a payback`,
        (n, all) => `${n} trong ${all} giải pháp có vốn đầu tư và thời gian hoàn vốn`,
      ),
  ],
  [
    'environment',
    (page) =>
      counted(
        live(page).filter(({ savings }) => savings.some(({ inPackage }) => valueOf(page, inPackage) !== null))
          .length,
        live(page).length,
        (n, all) => `${n} of ${all} measures say what they save`,
        (n, all) => `${n} trong ${all} giải pháp có lượng tiết kiệm`,
      ),
  ],
  [
    'decisions',
    ({ audit: { evaluation } }) =>
      counted(
        evaluation.opportunities.filter(({ status }) => status !== 'proposed').length,
        evaluation.opportunities.length,
        (n, all) => `${n} of ${all} opportunities are decided`,
        (n, all) => `${n} trong ${all} cơ hội đã quyết định`,
      ),
  ],
  [
    'plan',
    (page) =>
      counted(
        live(page).filter(({ owner, due }) => owner !== undefined && due !== undefined).length,
        live(page).length,
        (n, all) => `${n} of ${all} measures have an owner and a date`,
        (n, all) => `${n} trong ${all} giải pháp có người phụ trách và thời hạn`,
      ),
  ],
  [
    'implementation',
    (page) =>
      counted(
        live(page).filter(({ status }) => status === 'done').length,
        live(page).length,
        (n, all) => `${n} of ${all} measures are done`,
        (n, all) => `${n} trong ${all} giải pháp đã hoàn thành`,
      ),
  ],
  [
    'verification',
    (page) => {
      const done = live(page).filter(({ status }) => status === 'done')
      if (done.length === 0)
        return {
          state: 'open',
          words: { en: 'no measure is done yet', vi: 'chưa có giải pháp nào hoàn thành' },
        }
      return counted(
        done.filter(({ verified }) => verified !== undefined).length,
        done.length,
        (n, all) => `the saving of ${n} of ${all} finished measures was measured`,
        (n, all) => `đã đo mức tiết kiệm của ${n} trong ${all} giải pháp hoàn thành`,
      )
    },
  ],
  ['focus', () => ({ state: 'open', words: { en: 'proposal below', vi: 'xem đề xuất bên dưới' } })],
])
