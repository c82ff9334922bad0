import type { Audit } from '../model/audit.js'
import type { ComparedAudit, Comparison, Move, Part, StateChange } from '../model/comparison.js'
import type { Figure } from '../model/figure.js'
import type { Text } from '../model/text.js'
import { sideOf, type Side } from './causes.js'
import { inputChanges } from './input-changes.js'
import { inUnit, mixAudits, stateOf, type Mixed, type State } from './mixed.js'
import { profileOf } from './profile.js'
import { sharedFactors, type Covariance } from './shared-factors.js'
import { shapley } from './shapley.js'

/**
 * What changed between two audits of one factory, and why each result moved. The parts of a move are Shapley shares
 * over the causes, so they do not depend on an order and add up to the whole.
 */
export function compareAudits(old: Audit, now: Audit, factors: Comparison['factors'] = 'same'): Comparison {
  const before = sideOf(old)
  const after = sideOf(now)
  const both = { mixed: mixAudits(before, after), shared: sharedFactors(before, after) }
  const moves = results(old, now).map(({ id, group }) => moveOf(id, group, before, after, both))
  return {
    format: 'recp.diff/1',
    old: headOf(old),
    new: headOf(now),
    inputs: inputChanges(before, after),
    moves,
    factors,
    profile: profileOf(moves, factors),
    measures: measureChanges(old, now),
    findings: findingChanges(old, now),
  }
}

function headOf({ head, inventory, recp, content }: Audit): ComparedAudit {
  const { id, name, date, currency } = head
  return { id, name, date, currency, period: inventory.period.label, recp, content }
}

type Result = { readonly id: string; readonly group: string }

/** The results that are explained, those of the newer audit first: indicators, cost, losses. */
function results(old: Audit, now: Audit): readonly Result[] {
  const all = [now, old].flatMap(({ indicators }) => [
    ...indicators.indicators.map(({ figure, group }) => ({ id: figure, group })),
    { id: indicators.totalCost, group: 'cost' },
    { id: indicators.totalLoss, group: 'cost' },
    ...indicators.losses.map(({ cost }) => ({ id: cost, group: 'loss' })),
  ])
  return [...new Map(all.map((result) => [result.id, result])).values()]
}

type Both = { readonly mixed: Mixed; readonly shared: Covariance }

function moveOf(id: string, group: string, before: Side, after: Side, { mixed, shared }: Both): Move {
  const a = before.figures.get(id)
  const b = after.figures.get(id)
  const figure = b ?? a
  if (figure === undefined) throw new Error(`result "${id}" is in neither audit`)
  const start = valueIn(a, figure.unit)
  const end = b?.value ?? null
  const head = {
    id,
    group,
    label: figure.label,
    unit: figure.unit,
    ...(figure.show && { show: figure.show }),
  }
  const hindered = a?.value != null && start === null
  const parts = start === null || end === null ? undefined : partsOf(id, mixed)
  const sd = start === null || end === null ? undefined : differenceSd(a, b, shared)
  return {
    ...head,
    old: start,
    new: end,
    oldAtNewFactors: start === null ? null : mixed.value(id, stateOf('factor')),
    ...(parts !== undefined && { parts }),
    ...(sd !== undefined && { sd }),
    ...(hindered && { hindered: 'unit' as const }),
    ...((a === undefined || b === undefined) && {
      only: a === undefined ? ('new' as const) : ('old' as const),
    }),
  }
}

function valueIn(figure: Figure | undefined, unit: string): number | null {
  if (figure === undefined || figure.value === null) return null
  return inUnit(figure.value, figure.unit, unit)
}

/** What each cause that can move the figure adds; nothing where some mixture of the two audits has no value. */
function partsOf(id: string, mixed: Mixed): readonly Part[] | undefined {
  const causes = mixed.causes(id)
  const state = (set: number): State => stateOf(...causes.filter((_, index) => (set & (1 << index)) !== 0))
  const shares = shapley(causes.length, (set) => mixed.value(id, state(set)) ?? NaN)
  if (shares.some(Number.isNaN)) return undefined
  return causes.map((cause, index) => ({ cause, value: shares[index] ?? 0 }))
}

function differenceSd(a: Figure | undefined, b: Figure | undefined, shared: Covariance): number | undefined {
  if (a?.sd === undefined || b?.sd === undefined) return undefined
  const before = inUnit(a.sd, a.unit, b.unit)
  return before === null ? undefined : Math.sqrt(Math.max(0, before ** 2 + b.sd ** 2 - 2 * shared(b.id)))
}

function measureChanges(old: Audit, now: Audit): readonly StateChange[] {
  const states = (audit: Audit): readonly Stated[] =>
    audit.evaluation.opportunities.map(({ id, title, status }) => ({ id, title, state: status }))
  return stateChanges(states(old), states(now))
}

function findingChanges(old: Audit, now: Audit): readonly StateChange[] {
  const states = (audit: Audit): readonly Stated[] =>
    audit.findings.map(({ entry, machine, title, outcome }) => ({
      id: machine === undefined ? entry : `${entry} (${machine})`,
      title,
      state: outcome,
    }))
  return stateChanges(states(old), states(now))
}

type Stated = { readonly id: string; readonly title: Text; readonly state: string }

function stateChanges(old: readonly Stated[], now: readonly Stated[]): readonly StateChange[] {
  const before = new Map(old.map((one) => [one.id, one]))
  const after = new Map(now.map((one) => [one.id, one]))
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
    const [a, b] = [before.get(id), after.get(id)]
    const title = (b ?? a)?.title
    if (title === undefined || a?.state === b?.state) return []
    return [{ id, title, old: a?.state ?? null, new: b?.state ?? null }]
  })
}
