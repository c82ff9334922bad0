import type { Audit } from '../model/audit.js'
import type { FlowResult } from '../model/balances.js'
import type { Cause } from '../model/comparison.js'
import type { Figure } from '../model/figure.js'
import { currencyOf, parseUnit } from '../units/index.js'

/** The figures of an audit, and which of them are amounts of flows: where an explanation stops. */
export type Side = {
  readonly figures: ReadonlyMap<string, Figure>
  /** Figure of a flow → how it is known: claimed or not, and the bases of what was claimed of it alone. */
  readonly flows: ReadonlyMap<string, string>
}

export function sideOf(audit: Audit): Side {
  const figures = new Map(audit.figures.map((figure) => [figure.id, figure]))
  const flows = audit.reconciled.flows.map(({ flow, figure, class: known }) => {
    const claims = audit.inventory.claims.filter(({ terms }) => terms.length === 1 && terms[0]?.flow === flow)
    const bases = claims.map((claim) => basisBehind(figures, claim.figure))
    return [figure, [claimedOrNot(known), ...[...new Set(bases)].sort()].join(' ')] as const
  })
  return { figures, flows: new Map(flows) }
}

/** A reconciled flow was claimed as well: that meters now check each other is no other way of knowing it. */
function claimedOrNot(known: FlowResult['class']): string {
  return known === 'reconciled' ? 'claimed' : known
}

/** The basis of an input, also where a claim is only that input brought to a year. */
function basisBehind(figures: Side['figures'], id: string): string {
  const figure = figures.get(id)
  if (figure?.basis !== undefined || figure?.uses === undefined) return figure?.basis ?? ''
  const bases = Object.values(figure.uses).map((used) => figures.get(used)?.basis ?? '')
  return bases.find((basis) => basis !== '') ?? ''
}

/** A figure at which an explanation stops: an input, factor, choice, solved value, or the amount of a flow. */
export function isLeaf(id: string, ...sides: readonly Side[]): boolean {
  return sides.some((side) => side.flows.has(id) || isGiven(side.figures.get(id)))
}

function isGiven(figure: Figure | undefined): boolean {
  return figure !== undefined && figure.kind !== 'derived'
}

/** Which cause a difference in this leaf belongs to. */
export function causeOf(id: string, old: Side, now: Side): Cause {
  const a = old.figures.get(id)
  const b = now.figures.get(id)
  const figure = b ?? a
  if (figure === undefined) throw new Error(`figure "${id}" is in neither audit`)
  if (a !== undefined && b !== undefined && knownOtherwise(id, a, b, old, now)) return 'data-quality'
  if (old.flows.has(id) || now.flows.has(id)) return 'activity'
  if (isMoney(figure)) return 'price'
  if (figure.kind === 'choice' || figure.kind === 'solved') return 'method'
  // What a good is like (heating value, density, emission factor) converts amounts as a factor of a table does.
  if (figure.kind === 'factor' || id.startsWith('good.') || id.startsWith('factor.')) return 'factor'
  return 'activity'
}

function knownOtherwise(id: string, a: Figure, b: Figure, old: Side, now: Side): boolean {
  if (old.flows.get(id) !== now.flows.get(id)) return true
  return a.kind !== b.kind || a.basis !== b.basis
}

function isMoney(figure: Figure): boolean {
  const parsed = parseUnit(figure.unit)
  return 'unit' in parsed && currencyOf(parsed.unit.dimension) !== undefined
}
