import type { LinearProblem, ReconcileOptions } from './linear-problem.js'
import type { EliminationStep, Reconciliation, SerialElimination } from './reconciliation.js'
import { chiSquareLimit } from './distributions.js'

// Two z closer than this are the same number; the first in the order of the problem is named.
const SAME = 1e-9

function largest(z: ReadonlyMap<string, number>): { id: string; z: number } | null {
  const top = Math.max(0, ...z.values())
  for (const [id, value] of z) if (value >= top * (1 - SAME)) return { id, z: value }
  return null
}

function without(problem: LinearProblem, id: string): LinearProblem {
  return {
    ...problem,
    variables: problem.variables.map((v) => {
      if (v.id !== id) return v
      const start = v.start ?? v.measured?.value
      return { ...v, measured: null, ...(start === undefined ? {} : { start }) }
    }),
  }
}

/**
 * Removes the measurement with the largest z while one exceeds the Sidak limit, and reconciles again each time. It does
 * not stop when the global test passes: one large error can hide in many good meters. The steps carry what a reader
 * needs to stop earlier.
 */
export function eliminateSerially(
  problem: LinearProblem,
  options: ReconcileOptions,
  first: Reconciliation,
  reconcile: (problem: LinearProblem, options: ReconcileOptions) => Reconciliation,
): SerialElimination {
  const { alpha = 0.05, bounds = true } = options
  const steps: EliminationStep[] = []
  let remaining = problem
  let current = first
  if (first.infeasible.length > 0) return { steps, final: first }
  while (current.dof > 0) {
    const { z, criticalSidak } = current.measurementTest
    const worst = largest(z)
    if (worst === null || criticalSidak === null || worst.z <= criticalSidak) break
    steps.push({
      remove: worst.id,
      tiedWith: current.tiedWith(worst.id),
      z: worst.z,
      biasEstimate: current.glr.bias.get(worst.id)?.size ?? 0,
      chi2Before: current.freeChi2,
      dofBefore: current.dof,
      criticalBefore: chiSquareLimit(current.dof, alpha),
      zCritical: criticalSidak,
    })
    remaining = without(remaining, worst.id)
    current = reconcile(remaining, { ...options, bounds: false })
  }
  const final = steps.length > 0 && bounds ? reconcile(remaining, options) : current
  return { steps, final }
}
