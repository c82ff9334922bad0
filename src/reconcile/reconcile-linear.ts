import type { LinearProblem, ReconcileOptions, Term } from './linear-problem.js'
import type { ReconciledVariable, Reconciliation, Response, SerialElimination } from './reconciliation.js'
import { holding, withBounds, type Bounded, type Held } from './bounds.js'
import { chiSquareLimit, chiSquareTail } from './distributions.js'
import {
  checksOf,
  correctionAt,
  covarianceAt,
  estimate,
  responseAt,
  sdAt,
  valueAt,
  type Estimate,
} from './estimate.js'
import { grossErrors, measurementTest, nodalTest, tiedWith } from './gross-errors.js'
import { eliminateSerially } from './serial-elimination.js'
import { express, structureOf } from './structure.js'

const unit = (variable: string): Term[] => [{ variable, coefficient: 1 }]

function sdOf(solved: Estimate, terms: readonly Term[]): number | null {
  const expression = express(solved.structure, terms)
  return expression === null ? null : sdAt(solved, expression)
}

function valueOf(solved: Estimate, terms: readonly Term[]): number | null {
  const expression = express(solved.structure, terms)
  return expression === null ? null : valueAt(solved, expression)
}

function reconciledVariables(
  plain: Estimate,
  { estimate: solved, bounds }: Bounded,
): Map<string, ReconciledVariable> {
  const held = new Set(bounds.active)
  return new Map(
    plain.structure.variables.map(({ id, kind, value: measured }, column) => {
      const value = valueOf(solved, unit(id))
      return [
        id,
        {
          id,
          // Bounds check nothing: the class is what the measurements and equations alone allow.
          classification: plain.structure.classification[column] ?? 'unobservable',
          value,
          sd: held.has(id) ? null : sdOf(solved, unit(id)),
          adjustment: value === null || kind === 'unmeasured' ? null : value - measured,
        },
      ]
    }),
  )
}

function largestResidual(variables: ReadonlyMap<string, ReconciledVariable>, problem: LinearProblem): number {
  let largest = 0
  for (const { terms, rhs } of problem.equations) {
    const products = terms.map(({ variable, coefficient }) => {
      const value = variables.get(variable)?.value ?? null
      return value === null ? NaN : coefficient * value
    })
    const sum = products.reduce((a, b) => a + b, -rhs)
    const size = products.reduce((a, b) => Math.max(a, Math.abs(b)), Math.abs(rhs))
    // NaN where a value is missing: such an equation cannot be looked at.
    if (size > 0 && Math.abs(sum) / size > largest) largest = Math.abs(sum) / size
  }
  return largest
}

type Verdict = Pick<Reconciliation, 'chi2' | 'dof' | 'critical' | 'pValue' | 'passed'>

function globalTest(plain: Estimate, { estimate: solved, bounds }: Bounded, alpha: number): Verdict {
  const dof = plain.dof
  if (plain.structure.conflicts.length > 0)
    return { chi2: null, dof, critical: null, pValue: null, passed: null }
  const chi2 = solved.chi2
  // With an active bound the sum of squares no longer follows a chi-square distribution.
  if (dof === 0 || bounds.active.length > 0) return { chi2, dof, critical: null, pValue: null, passed: null }
  const critical = chiSquareLimit(dof, alpha)
  return { chi2, dof, critical, pValue: chiSquareTail(chi2, dof), passed: chi2 <= critical }
}

/** What the solution of a problem, linear or linearised, says in the terms of data reconciliation. */
export function reconciliationOf(solution: {
  /** The equations as they are at the solution. */
  readonly problem: LinearProblem
  /** Without bounds. */
  readonly plain: Estimate
  readonly bounded: Bounded
  readonly options: ReconcileOptions
  /** Closure of the equations before anything is adjusted. */
  readonly nodalTest: Reconciliation['nodalTest']
  readonly serialElimination: (first: Reconciliation) => SerialElimination
}): Reconciliation {
  const { problem, plain, bounded } = solution
  const { alpha = 0.05, power = 0.9 } = solution.options
  const solved = bounded.estimate
  const variables = reconciledVariables(plain, bounded)
  let checks: readonly Response[] | undefined
  const result: Reconciliation = {
    variables,
    ...globalTest(plain, bounded, alpha),
    freeChi2: plain.chi2,
    infeasible: plain.structure.conflicts,
    bounds: bounded.bounds,
    correlationsUsed: plain.correlationsUsed,
    measurementTest: measurementTest(plain, { alpha, power }),
    nodalTest: solution.nodalTest,
    ...grossErrors(plain, { alpha, power }),
    maxResidual: largestResidual(variables, problem),
    valueOf: (terms) => valueOf(solved, terms),
    sdOf: (terms) => sdOf(solved, terms),
    covariance: (a, b) => {
      const [left, right] = [express(solved.structure, unit(a)), express(solved.structure, unit(b))]
      return left === null || right === null ? null : covarianceAt(solved, left, right)
    },
    responseOf: (variable) => {
      const expression = express(solved.structure, unit(variable))
      return expression === null ? null : responseAt(solved, expression)
    },
    correctionOf: (variable) => {
      const expression = express(solved.structure, unit(variable))
      return expression === null ? null : correctionAt(solved, expression)
    },
    checks: () => (checks ??= checksOf(solved)),
    tiedWith: (measurement) => tiedWith(plain, measurement),
    serialElimination: () => solution.serialElimination(result),
  }
  return result
}

/**
 * Weighted least squares reconciliation of measured amounts with linear balances (VDI 2048, Narasimhan & Jordache 2000):
 * unmeasured variables are calculated where the equations determine them and stay `null` elsewhere, exact ones stay as
 * they are. Values and deviations have the unit of the measurements. Measurements whose value or deviation is not a
 * finite number count as unmeasured, and so does a variable that only an equation names.
 */
export function reconcileLinear(problem: LinearProblem, options: ReconcileOptions = {}): Reconciliation {
  const plain = estimate(structureOf(problem), problem.correlations)
  const solve = (held: readonly Held[]): Estimate =>
    estimate(structureOf(holding(problem, held)), problem.correlations)
  const bounded: Bounded =
    options.bounds === false
      ? { estimate: plain, bounds: { active: [], unmet: [] } }
      : withBounds({ variables: problem.variables, unbounded: plain, solve })
  return reconciliationOf({
    problem,
    plain,
    bounded,
    options,
    nodalTest: nodalTest(plain, problem),
    serialElimination: (first) => eliminateSerially(problem, options, first, reconcileLinear),
  })
}
