import type { Ledger } from '../formula/index.js'
import type { Claim, Inventory } from '../model/inventory.js'
import type { BalanceLaw } from '../model/law.js'
import { holdAtZero } from './hold-at-zero.js'
import type { LinearProblem, Term } from './linear-problem.js'
import { reconcileLinear } from './reconcile-linear.js'
import type { Reconciliation } from './reconciliation.js'

/** Significance below which a balance is taken to be open rather than badly measured. */
const SIGNIFICANCE = 0.05

export type Released = {
  readonly result: Reconciliation
  /** The same with flows as negative as they come out. */
  readonly free: Reconciliation
  readonly released: ReadonlySet<string>
  /** With every law imposed: what the measurements say of conservation. */
  readonly imposed: Reconciliation
  /** With no law: what the claims alone say. */
  readonly claimed: Reconciliation
}

/**
 * Solves, and as long as the measurements contradict a law, releases the law that they contradict most: what it
 * misses is then unaccounted, and no other flow is bent to hide it. With `bounds`, flows that come out negative by
 * chance are held at zero.
 */
export function releaseLaws(
  inventory: Inventory,
  claims: readonly Claim[],
  laws: readonly BalanceLaw[],
  ledger: Ledger,
  bounds: boolean,
): Released {
  const released = new Set(laws.filter(oneSided).map((law) => law.id))
  const candidates = laws.filter(
    (law) => law.step !== null && law.terms.length > 0 && law.silent.length === 0,
  )
  const options = { bounds: false, alpha: SIGNIFICANCE }
  const problem = (active: readonly BalanceLaw[]): LinearProblem =>
    problemOf(inventory, claims, active, ledger)
  const solve = (active: readonly BalanceLaw[]): Reconciliation => reconcileLinear(problem(active), options)
  const flows = bounds ? inventory.flows.map((flow) => flow.id) : []
  let imposed: Reconciliation | undefined
  for (;;) {
    const active = candidates.filter((law) => !released.has(law.id))
    const result = solve(active)
    imposed ??= result
    const worst = worstLaw(result, active) ?? contradictedLaw(result, active)
    if (worst === undefined) {
      const held = holdAtZero(problem(active), result, flows, options)
      return { result: held, free: result, released, imposed, claimed: solve([]) }
    }
    released.add(worst)
  }
}

/** A law with nothing on one side cannot hold; it is shown as open and not imposed on the flows. */
function oneSided(law: BalanceLaw): boolean {
  return (
    law.stocks.length === 0 &&
    (law.terms.every((term) => term.coefficient > 0) || law.terms.every((term) => term.coefficient < 0))
  )
}

/** How readily a law is given up where nothing else decides: contents are known worse than amounts. */
const KEPT = ['energy', 'mass', 'water']

/**
 * The law whose violation explains most of the contradiction, when there is a significant one. Laws that no
 * measurement can tell apart (water and a substance of one step, say) score the same: then the substance goes first.
 */
function worstLaw(result: Reconciliation, active: readonly BalanceLaw[]): string | undefined {
  const single = result.measurementTest.criticalSingle ** 2
  const leaks = active.flatMap((law) => {
    const leak = result.glr.leak.get(law.id)
    return leak === undefined || !(leak.T > single) ? [] : [{ law, T: leak.T }]
  })
  const most = leaks.reduce((largest, { T }) => Math.max(largest, T), 0)
  const tied = leaks.filter(({ T }) => T >= most * (1 - 1e-6)).map(({ law }) => law)
  return tied.sort((a, b) => KEPT.indexOf(a.layer) - KEPT.indexOf(b.layer))[0]?.id
}

/** Exact figures around a step leave no room for its law: the figures stand, and the law shows what it misses. */
function contradictedLaw(result: Reconciliation, active: readonly BalanceLaw[]): string | undefined {
  const equations = new Set(result.infeasible.flatMap((conflict) => conflict.equations))
  return active
    .filter((law) => equations.has(law.id))
    .sort((a, b) => KEPT.indexOf(a.layer) - KEPT.indexOf(b.layer))[0]?.id
}

/** The terms of a law, flows and stock changes. */
export function lawTerms(law: BalanceLaw): Term[] {
  return [
    ...law.terms.map((term) => ({ variable: term.flow, coefficient: term.coefficient })),
    ...law.stocks.map((stock) => ({ variable: `stock:${stock.stock}`, coefficient: -stock.coefficient })),
  ]
}

/** Variables are the flows (unmeasured), the claims and the stock changes (measured). */
function problemOf(
  inventory: Inventory,
  claims: readonly Claim[],
  laws: readonly BalanceLaw[],
  ledger: Ledger,
): LinearProblem {
  const measured = (id: string): { value: number; sd: number } | null => {
    const figure = ledger.get(id)
    return figure?.value == null ? null : { value: figure.value, sd: figure.sd ?? 0 }
  }
  return {
    variables: [
      ...inventory.flows.map((flow) => ({ id: flow.id, measured: null })),
      ...claims.map((claim) => ({ id: `claim:${claim.id}`, measured: measured(claim.figure) })),
      ...inventory.stocks.map((stock) => ({ id: `stock:${stock.id}`, measured: measured(stock.change) })),
    ],
    equations: [
      ...laws.map((law) => ({ id: law.id, terms: lawTerms(law), rhs: 0 })),
      ...claims.map((claim) => ({
        id: `claim:${claim.id}`,
        terms: [
          ...claim.terms.map((term) => ({ variable: term.flow, coefficient: term.coefficient })),
          { variable: `claim:${claim.id}`, coefficient: -1 },
        ],
        rhs: 0,
      })),
    ],
  }
}
