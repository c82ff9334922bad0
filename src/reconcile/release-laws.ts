import type { Ledger } from '../formula/index.js'
import type { Claim, Inventory } from '../model/inventory.js'
import type { BalanceLaw } from '../model/law.js'
import { holdAtZero } from './hold-at-zero.js'
import type { Reconciliation } from './reconciliation.js'
import { curvedVariables, siteProblem, solveSite, type SiteProblem } from './site-problem.js'

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
  /** Variables that are no sums of the measured values. */
  readonly curved: ReadonlySet<string>
  /** Laws for which no solution was found; they are not imposed. */
  readonly unsolved: readonly string[]
}

/**
 * Solves, and as long as the measurements contradict a law, releases the law that they contradict most: what it
 * misses is then unaccounted, and no other flow is bent to hide it. With `bounds`, flows and contents that come out
 * negative by chance are held at zero.
 */
export function releaseLaws(
  inventory: Inventory,
  claims: readonly Claim[],
  laws: readonly BalanceLaw[],
  ledger: Ledger,
  bounds: boolean,
): Released {
  const complete = laws.filter((law) => law.step !== null && law.terms.length > 0 && law.silent.length === 0)
  const released = new Set(laws.filter(oneSided).map((law) => law.id))
  const { contents = [], loads = [] } = inventory.composition ?? {}
  const held = bounds ? [...inventory.flows, ...contents, ...loads].map(({ id }) => id) : []
  const found = release({ inventory, claims, ledger, held }, complete, released)
  if (found !== null) return { ...found, unsolved: [] }
  // Without the laws that multiply unknowns there always is a solution.
  const products = complete.filter((law) => law.terms.some(({ content }) => content !== undefined))
  const plain = complete.filter((law) => !products.includes(law))
  const flat: Inventory = {
    ...inventory,
    ...(inventory.composition && { composition: { ...inventory.composition, transfers: [] } }),
  }
  const sums = claims.filter((claim) => claim.terms.every(({ content }) => content === undefined))
  const rest = release({ inventory: flat, claims: sums, ledger, held }, plain, released)
  if (rest === null) throw new Error('a linear reconciliation has no solution')
  const unsolved = products.map(({ id }) => id)
  return { ...rest, released: new Set([...rest.released, ...unsolved]), unsolved }
}

type Releasing = {
  readonly inventory: Inventory
  readonly claims: readonly Claim[]
  readonly ledger: Ledger
  /** Variables that may not be negative. */
  readonly held: readonly string[]
}

function release(
  work: Releasing,
  candidates: readonly BalanceLaw[],
  already: ReadonlySet<string>,
): Omit<Released, 'unsolved'> | null {
  const options = { bounds: false, alpha: SIGNIFICANCE }
  const problem = (active: readonly BalanceLaw[]): SiteProblem =>
    siteProblem(work.inventory, work.claims, active, work.ledger)
  const released = new Set(already)
  let imposed: Reconciliation | undefined
  for (;;) {
    const active = candidates.filter((law) => !released.has(law.id))
    const current = problem(active)
    const result = solveSite(current, options)
    if (result === null) return null
    imposed ??= result
    const worst = worstLaw(result, active) ?? contradictedLaw(result, active)
    if (worst === undefined) {
      const claimed = solveSite(problem([]), options)
      const bounded = holdAtZero(current, result, work.held, options)
      if (claimed === null || bounded === null) return null
      return { result: bounded, free: result, released, imposed, claimed, curved: curvedVariables(current) }
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
