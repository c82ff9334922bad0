import type { Figure } from '../model/figure.js'
import type { Quantity } from '../model/quantity.js'
import type { Flow, Step } from '../schema/site.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import type { Normalising } from './stage.js'

/** Where the hours, days and batches of a year are looked for: the flow, then its step, then the site. */
export type Running = {
  readonly flow?: Flow
  readonly step?: Step
  readonly stepId?: string
  readonly flowId?: string
}

const LABEL = {
  hours: { en: 'running hours', vi: 'số giờ chạy' },
  days: { en: 'working days', vi: 'số ngày làm việc' },
  batches: { en: 'batches', vi: 'số mẻ' },
} as const

/** Hours, days or batches of a year as a figure; `undefined` where nobody says. */
export function runningTime(
  work: Normalising,
  per: 'hours' | 'days' | 'batches',
  running: Running,
): Figure | undefined {
  if (per === 'days') return workingDays(work)
  const { flow, step } = running
  if (flow?.[per] !== undefined) return yearly(work, `running.flow.${running.flowId}.${per}`, per, flow[per])
  if (step?.[per] !== undefined) return yearly(work, `running.step.${running.stepId}.${per}`, per, step[per])
  const { hours } = work.site.site
  return per === 'hours' && hours !== undefined ? yearly(work, 'site.hours', per, hours) : undefined
}

/** `16 h/d` runs on working days where the site says how many; `240 batch` are those of the period. */
function yearly(work: Normalising, id: string, per: 'hours' | 'batches', quantity: Quantity): Figure {
  const entered = enterQuantity(work, id, LABEL[per], quantity)
  const total = !quantity.unit.text.includes('/')
  const days = quantity.unit.text.endsWith('/d') ? workingDays(work) : undefined
  if (!total && days === undefined) return entered
  const known = work.ledger.get(`${id}.yearly`)
  if (known !== undefined) return known
  return work.ledger.derive({
    id: `${id}.yearly`,
    label: LABEL[per],
    unit: per === 'hours' ? 'h/yr' : 'batch/yr',
    ...(days === undefined
      ? { formula: 'total / years', uses: { total: entered.id, years: 'period.years' } }
      : { formula: 'daily * days', uses: { daily: entered.id, days: days.id } }),
    sd: 'independent',
  })
}

function workingDays(work: Normalising): Figure | undefined {
  const days = work.site.site['working-days']
  const known = work.ledger.get('site.days')
  if (days === undefined || known !== undefined) return known
  return work.ledger.add({
    id: 'site.days',
    label: LABEL.days,
    value: days,
    unit: 'd/yr',
    kind: 'input',
    at: '/site/working-days',
    written: String(days),
  })
}
