import type { ReconcileOptions } from './linear-problem.js'
import type { NodalTest, Reconciliation } from './reconciliation.js'
import { withBounds, type Bounded } from './bounds.js'
import { estimate } from './estimate.js'
import { nodalTest } from './gross-errors.js'
import { solveByLinearisation, touching, type Linearised, type PolynomialProblem } from './linearise.js'
import { reconciliationOf } from './reconcile-linear.js'
import { eliminateSerially } from './serial-elimination.js'
import { structureOf } from './structure.js'

/** Closure of the equations at the measured values, with the slopes they have there. */
function closureBefore(problem: PolynomialProblem, at: Linearised['at']): Map<string, NodalTest> {
  const measured = new Map(at)
  for (const { id, measured: m } of problem.variables) if (m !== null) measured.set(id, m.value)
  const linear = touching(problem, measured)
  return nodalTest(estimate(structureOf(linear), problem.correlations), linear)
}

/**
 * Reconciliation with polynomial equations: concentration × flow, enthalpy, ratios. Deviations, classes and tests are
 * those of the equations linearised at the solution. `converged` is false where no solution was found from the start
 * given; then the values mean nothing.
 */
export function reconcilePolynomial(
  problem: PolynomialProblem,
  options: ReconcileOptions = {},
): { readonly reconciliation: Reconciliation; readonly converged: boolean; readonly iterations: number } {
  const plain = solveByLinearisation(problem)
  let last = plain
  const bounded: Bounded =
    options.bounds === false || !plain.converged
      ? { estimate: plain.estimate, bounds: { active: [], unmet: [] } }
      : withBounds({
          variables: problem.variables,
          unbounded: plain.estimate,
          solve: (held) => {
            last = solveByLinearisation(problem, held, last.at)
            return last.estimate
          },
        })
  const reconciliation = reconciliationOf({
    problem: last.problem,
    plain: plain.estimate,
    bounded,
    options,
    nodalTest: closureBefore(problem, plain.at),
    serialElimination: (first) =>
      eliminateSerially(
        plain.problem,
        options,
        first,
        (remaining, chosen) =>
          reconcilePolynomial({ ...problem, variables: remaining.variables }, chosen).reconciliation,
      ),
  })
  return {
    reconciliation,
    converged: plain.converged && last.converged,
    iterations: plain.iterations,
  }
}
