import type { LinearProblem, Term } from './linear-problem.js'
import type { Classification, Reconciliation } from './reconciliation.js'
import { equationsOf, polynomialProblem, type Equations, type Model } from './model.js'
import { reconcileLinear } from './reconcile-linear.js'
import { reconcilePolynomial } from './reconcile-polynomial.js'
import { derivedRatio, type DerivedRatio } from './derived-ratio.js'

export type ValueSd = {
  readonly value: number
  /** One standard deviation; `null` where a bound holds the value. */
  readonly sd: number | null
}
export type Verdict = {
  readonly chi2: number | null
  readonly dof: number
  readonly critical95: number | null
  readonly pValue: number | null
  readonly globalTestPassed: boolean | null
}
type ByHypothesis<T> = {
  readonly bias: Readonly<Record<string, T>>
  readonly leak: Readonly<Record<string, T>>
}
export type Solution = {
  readonly reconciled: Readonly<Record<string, ValueSd | null>>
  readonly classification: Readonly<Record<string, Classification>>
}
export type SuspectStep = {
  readonly remove: string
  readonly tiedWith: readonly string[]
  readonly z: number
  readonly biasEstimate: number
  readonly chi2Before: number
  readonly dofBefore: number
  readonly critical95Before: number
  readonly zCriticalSidak: number
}

/** Everything `reconcile` says, as plain data. */
export type ReconcileResult = Solution &
  Verdict & {
    /** Why there are no values: exact ones contradict each other, or no solution was found from the start values. */
    readonly error?: 'infeasible-exact-values' | 'no-convergence'
    /** The contradictions: the variables involved, the equations that show it, and by how much. */
    readonly conflicts: Reconciliation['infeasible']
    /** Correlations that contradict each other are left out; then this is `false`. */
    readonly correlationsUsed: boolean
    readonly measurementTest: {
      readonly z: Readonly<Record<string, number>>
      readonly criticalSidak95: number | null
      readonly criticalPlain95: number
    }
    readonly nodalTest: Readonly<Record<string, { imbalance: number; sd: number; z: number | null }>>
    readonly glr: ByHypothesis<{ readonly T: number; readonly estimate: number }>
    readonly detectability: { readonly alpha: number; readonly power: number } & ByHypothesis<number>
    readonly gross_error_suspects: readonly string[]
    readonly gross_error_suspects_ungated: readonly string[]
    readonly serialElimination: {
      readonly steps: readonly SuspectStep[]
      readonly final: Solution & {
        readonly chi2: number | null
        readonly dof: number
        readonly critical95: number | null
        readonly passed: boolean | null
      }
    }
    /** Where the model has bounds: the solution without them, and the one that keeps them. */
    readonly unbounded?: Pick<Solution, 'reconciled'> & { readonly chi2: number | null; readonly dof: number }
    readonly bounded?: Pick<Solution, 'reconciled'> & {
      readonly activeAtLowerBound: readonly string[]
      readonly activeAtUpperBound: readonly string[]
      /** Sum of squared adjustments in standard deviations, those at a bound included. */
      readonly objective: number | null
    }
    readonly derivedRatios: readonly DerivedRatio[]
    readonly combinations: readonly {
      terms: Readonly<Record<string, number>>
      value: number | null
      sd: number | null
    }[]
    /** Largest residual of an equation after reconciliation, relative to its largest term. */
    readonly maxResidual: number
  }

export type EngineOptions = {
  /** Probability with which an error of the detectable size is found; 0.9 unless given. */
  readonly power?: number
  /** `false` leaves the bounds of the model out of account. */
  readonly bounds?: boolean
  /** `false` saves the search for suspects, which solves the model once more for each. */
  readonly suspects?: boolean
  /** Ratios of two variables that are wanted with their deviation: `S6/S1`. */
  readonly derivedRatios?: readonly string[]
  /** Sums that are wanted with their deviation. */
  readonly combinations?: readonly { readonly terms: Readonly<Record<string, number>> }[]
}

const ALPHA = 0.05

type Solved = { readonly result: Reconciliation; readonly converged: boolean }

function solve(equations: Equations, options: { power: number; bounds: boolean }): Solved {
  const { variables, linear, correlations } = equations
  const chosen = { alpha: ALPHA, ...options }
  if (equations.polynomial.length === 0) {
    const problem: LinearProblem = { variables, equations: linear, correlations }
    return { result: reconcileLinear(problem, chosen), converged: true }
  }
  const { reconciliation, converged } = reconcilePolynomial(polynomialProblem(equations), chosen)
  return { result: reconciliation, converged }
}

function record<T, U>(map: ReadonlyMap<string, T>, f: (value: T) => U): Record<string, U> {
  return Object.fromEntries([...map].map(([id, value]) => [id, f(value)]))
}

function solutionOf({ variables }: Reconciliation, usable = true): Solution {
  return {
    reconciled: record(variables, ({ value, sd }) => (value === null || !usable ? null : { value, sd })),
    classification: record(variables, ({ classification }) => classification),
  }
}

function suspectsOf(
  { result }: Solved,
  wanted: boolean,
): Pick<ReconcileResult, 'gross_error_suspects' | 'gross_error_suspects_ungated' | 'serialElimination'> {
  const { steps, final } = wanted ? result.serialElimination() : { steps: [], final: result }
  const passed = steps.findIndex(({ chi2Before, criticalBefore }) => chi2Before <= criticalBefore)
  const names = steps.map(({ remove }) => remove)
  return {
    gross_error_suspects: passed < 0 ? names : names.slice(0, passed),
    gross_error_suspects_ungated: names,
    serialElimination: {
      steps: steps.map(({ criticalBefore, zCritical, ...step }) => ({
        ...step,
        critical95Before: criticalBefore,
        zCriticalSidak: zCritical,
      })),
      final: {
        ...solutionOf(final),
        chi2: final.chi2,
        dof: final.dof,
        critical95: final.critical,
        passed: final.passed,
      },
    },
  }
}

function boundsReport(
  equations: Equations,
  bounded: Reconciliation,
  options: { power: number },
): Pick<ReconcileResult, 'bounded' | 'unbounded'> {
  const free = solve(equations, { ...options, bounds: false }).result
  const upper = new Map(equations.variables.map((variable) => [variable.id, variable.upper]))
  const atUpper = (id: string): boolean => bounded.variables.get(id)?.value === upper.get(id)
  return {
    unbounded: { reconciled: solutionOf(free).reconciled, chi2: free.chi2, dof: free.dof },
    bounded: {
      reconciled: solutionOf(bounded).reconciled,
      activeAtLowerBound: bounded.bounds.active.filter((id) => !atUpper(id)),
      activeAtUpperBound: bounded.bounds.active.filter(atUpper),
      objective: bounded.chi2,
    },
  }
}

function errorOf({ result, converged }: Solved): Pick<ReconcileResult, 'error'> {
  if (result.infeasible.length > 0) return { error: 'infeasible-exact-values' }
  return converged ? {} : { error: 'no-convergence' }
}

function verdictOf({ result, converged }: Solved): Verdict {
  const { chi2, dof, critical, pValue, passed } = result
  if (!converged) return { chi2: null, dof, critical95: null, pValue: null, globalTestPassed: null }
  return { chi2, dof, critical95: critical, pValue, globalTestPassed: passed }
}

/**
 * Data reconciliation: the most likely values of all variables of a model, with their standard deviations, classes,
 * and the tests for gross errors at 95 % (VDI 2048; Narasimhan & Jordache 2000; Cencic 2016 for products of
 * variables). Values and deviations are in the units of the measurements. What the data do not determine is `null`.
 * Throws nothing for bad data: see `error` and `conflicts`.
 */
export function reconcile(model: Model, options: EngineOptions = {}): ReconcileResult {
  const { power = 0.9, bounds = true, suspects = true } = options
  const equations = equationsOf(model)
  const solved = solve(equations, { power, bounds })
  const { result, converged } = solved
  return {
    ...errorOf(solved),
    ...solutionOf(result, converged),
    ...verdictOf(solved),
    conflicts: result.infeasible,
    correlationsUsed: result.correlationsUsed,
    measurementTest: {
      z: record(result.measurementTest.z, (z) => z),
      criticalSidak95: result.measurementTest.criticalSidak,
      criticalPlain95: result.measurementTest.criticalSingle,
    },
    nodalTest: record(result.nodalTest, ({ imbalance, sd, z }) => ({ imbalance, sd, z })),
    glr: {
      bias: record(result.glr.bias, ({ T, size }) => ({ T, estimate: size })),
      leak: record(result.glr.leak, ({ T, size }) => ({ T, estimate: size })),
    },
    detectability: {
      alpha: ALPHA,
      power,
      bias: record(result.detectability.bias, (size) => size),
      leak: record(result.detectability.leak, (size) => size),
    },
    ...suspectsOf(solved, suspects && converged),
    ...(model.bounds !== undefined && bounds ? boundsReport(equations, result, { power }) : {}),
    derivedRatios: (options.derivedRatios ?? []).map((ratio) => derivedRatio(result, ratio)),
    combinations: (options.combinations ?? []).map(({ terms }) => {
      const sum = Object.entries(terms).map(([variable, coefficient]): Term => ({ variable, coefficient }))
      return { terms, value: result.valueOf(sum), sd: result.sdOf(sum) }
    }),
    maxResidual: result.maxResidual,
  }
}
