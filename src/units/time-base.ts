import type { Unit } from '../model/unit.js'

/** How an amount relates to the year. */
export type TimeBase =
  /** A total of the period: `t`, `m3`, `MWh`. */
  | { readonly kind: 'total'; readonly unit: string }
  /** Per year, month or week: the calendar converts it. */
  | { readonly kind: 'calendar'; readonly unit: string }
  /** While running: needs the hours, days or batches of a year. */
  | { readonly kind: 'running'; readonly unit: string; readonly per: 'hours' | 'days' | 'batches' }

const RUNNING: Readonly<Record<string, 'hours' | 'days' | 'batches'>> = {
  s: 'hours',
  min: 'hours',
  h: 'hours',
  d: 'days',
  batch: 'batches',
}

/** Splits a unit of an amount into the unit of the total and the time it refers to. */
export function timeBaseOf(unit: Unit): TimeBase {
  const parts = /^(.+)\/(s|min|h|d|wk|month|quarter|yr|batch)$/.exec(unit.text)
  if (parts !== null) {
    const [, total = '', time = ''] = parts
    const per = RUNNING[time]
    return per === undefined ? { kind: 'calendar', unit: total } : { kind: 'running', unit: total, per }
  }
  if (isPower(unit)) return { kind: 'running', unit: POWER_TOTAL[unit.text] ?? 'kWh', per: 'hours' }
  return { kind: 'total', unit: unit.text }
}

const POWER_TOTAL: Readonly<Record<string, string>> = { W: 'kWh', kW: 'kWh', MW: 'MWh', GW: 'GWh' }

function isPower(unit: Unit): boolean {
  const d = unit.dimension
  return d['mass'] === 1 && d['length'] === 2 && d['time'] === -3 && Object.keys(d).length === 3
}
