import { diagnose } from '../diagnostics/catalogue.js'
import type { Figure } from '../model/figure.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import type { Flow, Step } from '../schema/site.js'
import { about, enter, type Normalising } from './stage.js'
import { timeBaseOf } from './time-base.js'

/** Where the hours, days and batches of a year are looked for: the flow, then its step, then the site. */
export type Running = {
  readonly flow?: Flow
  readonly step?: Step
  readonly stepId?: string
  readonly flowId?: string
}

const RUNNING_LABEL = {
  hours: { en: 'running hours', vi: 'số giờ chạy' },
  days: { en: 'working days', vi: 'số ngày làm việc' },
  batches: { en: 'batches', vi: 'số mẻ' },
} as const

/**
 * An amount of the site file as a figure per year, in `unit`/yr.
 * A total of the period is divided by the length of the period; a rate is multiplied by the hours, days or
 * batches of a year. `undefined` with a diagnostic when the time it runs is not known.
 */
export function perYear(
  work: Normalising,
  id: string,
  label: Text,
  quantity: Quantity,
  unit: string,
  running: Running,
): Figure | undefined {
  const written = enter(work, `${id}.written`, about(label, { en: 'as written', vi: 'như đã ghi' }), quantity)
  const base = timeBaseOf(quantity.unit)
  const known = work.ledger.get(id)
  if (known !== undefined) return known
  const yearly = (formula: string, uses: Readonly<Record<string, string>>): Figure =>
    work.ledger.derive({
      id,
      label,
      unit: `${unit}/yr`,
      formula,
      uses: { written: written.id, ...uses },
      sd: 'independent',
      ...(quantity.basis === undefined ? {} : { basis: quantity.basis }),
      ...(quantity.source === undefined ? {} : { source: quantity.source }),
    })
  if (base.kind === 'calendar') return yearly('written', {})
  if (base.kind === 'total') return yearly('written / years', { years: 'period.years' })
  const time = runningTime(work, base.per, running)
  if (time === undefined) {
    work.diagnostics.push(
      diagnose('U311', quantity.at, { what: label.en, written: quantity.written, per: base.per }),
    )
    return undefined
  }
  return yearly('written * running', { running: time.id })
}

function runningTime(
  work: Normalising,
  per: 'hours' | 'days' | 'batches',
  running: Running,
): Figure | undefined {
  if (per === 'days') return workingDays(work)
  const { flow, step } = running
  if (flow?.[per] !== undefined)
    return enter(work, `flow.${running.flowId}.${per}`, RUNNING_LABEL[per], flow[per])
  if (step?.[per] !== undefined)
    return enter(work, `step.${running.stepId}.${per}`, RUNNING_LABEL[per], step[per])
  const { hours } = work.site.site
  return per === 'hours' && hours !== undefined
    ? enter(work, 'site.hours', RUNNING_LABEL.hours, hours)
    : undefined
}

function workingDays(work: Normalising): Figure | undefined {
  const days = work.site.site['working-days']
  const known = work.ledger.get('site.days')
  if (days === undefined || known !== undefined) return known
  return work.ledger.add({
    id: 'site.days',
    label: RUNNING_LABEL.days,
    value: days,
    unit: 'd/yr',
    kind: 'input',
    at: '/site/working-days',
    written: String(days),
  })
}
