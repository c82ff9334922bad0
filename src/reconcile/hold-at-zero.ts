import type { ReconcileOptions } from './linear-problem.js'
import type { Reconciliation } from './reconciliation.js'
import { solveSite, type SiteProblem } from './site-problem.js'

/** Below zero by less than this many standard uncertainties is what errors of measurement do by chance. */
const BY_CHANCE = 1.96
const NOISE = 1e-9

function negativeByChance(result: Reconciliation, flows: readonly string[]): string[] {
  const values = [...result.variables.values()].map(({ value }) => Math.abs(value ?? 0))
  const noise = NOISE * values.reduce((a, b) => Math.max(a, b), 0)
  return flows.filter((id) => {
    const found = result.variables.get(id)
    if (found?.value == null || found.sd === null) return false
    return found.value < -noise && found.value > -BY_CHANCE * found.sd
  })
}

/**
 * Holds at zero what comes out negative by no more than its uncertainty, and fits the rest to it. What is clearly
 * negative contradicts the measurements: it stays as it is, for it must be told and not bent away. `null` where no
 * solution was found.
 */
export function holdAtZero(
  problem: SiteProblem,
  free: Reconciliation,
  flows: readonly string[],
  options: ReconcileOptions,
): Reconciliation | null {
  const held = new Set<string>()
  let result = free
  for (;;) {
    const found = negativeByChance(result, flows).filter((id) => !held.has(id))
    if (found.length === 0) return result
    for (const id of found) held.add(id)
    const variables = problem.variables.map((v) => (held.has(v.id) ? { ...v, lower: 0 } : v))
    const bounded = solveSite({ ...problem, variables }, { ...options, bounds: true })
    if (bounded === null) return null
    result = bounded
  }
}
