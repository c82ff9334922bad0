import type { Term } from './linear-problem.js'

/**
 * What the equations make of a variable: measured and checked by others, measured and unchecked, calculable,
 * not calculable, or given as exact.
 */
export type Classification = 'redundant' | 'nonredundant' | 'observable' | 'unobservable' | 'exact'

export type ReconciledVariable = {
  readonly id: string
  readonly classification: Classification
  /** `null` where the variable is unobservable, or touched by a contradiction of exact values. */
  readonly value: number | null
  /** One standard deviation; `null` without a value, and for a variable held at its bound. */
  readonly sd: number | null
  /** Reconciled − measured; `null` for an unmeasured variable. */
  readonly adjustment: number | null
}

/** value = constant + Σ coefficient × measured value, over measured and exact variables. */
export type Response = { readonly constant: number; readonly terms: readonly Term[] }

/**
 * The same value as a sum of measured ones, corrected by a share of what they disagree by: where they agree it is that
 * sum to the last digit.
 */
export type Correction = {
  readonly sum: Response
  readonly shares: readonly { readonly check: number; readonly weight: number }[]
}

/** One contradiction of exact values: no solution exists, whatever the measured ones are. */
export type Conflict = {
  /** Variables whose exact values contradict each other. */
  readonly variables: readonly string[]
  /** Equations that together show it. */
  readonly equations: readonly string[]
  /** By how much the combined equation is violated. */
  readonly residual: number
}

export type MeasurementTest = {
  /** |adjustment| ÷ its standard deviation, per redundant measurement. */
  readonly z: ReadonlyMap<string, number>
  /** Sidak limit over the redundant measurements; `null` when there is none. */
  readonly criticalSidak: number | null
  /** Limit of a single two-sided test. */
  readonly criticalSingle: number
}

/** A balance before reconciliation. */
export type NodalTest = {
  /** Σ coefficient × measured value − rhs; positive where more enters than leaves. */
  readonly imbalance: number
  readonly sd: number
  /** |imbalance| ÷ sd; `null` where every variable is exact. */
  readonly z: number | null
  /** Sum of the positive terms: what enters. */
  readonly throughput: number
}

/** Generalised likelihood ratio: T = drop of chi-square if this one error is admitted, and its estimated size. */
export type LikelihoodRatio = { readonly T: number; readonly size: number }

export type GrossErrorHypotheses<T> = {
  /** Per redundant measurement: measured − true. */
  readonly bias: ReadonlyMap<string, T>
  /** Per equation that the measurements check: positive is an unrecorded loss. */
  readonly leak: ReadonlyMap<string, T>
}

export type EliminationStep = {
  readonly remove: string
  /** Measurements that no test can tell apart from the removed one. */
  readonly tiedWith: readonly string[]
  readonly z: number
  readonly biasEstimate: number
  readonly chi2Before: number
  readonly dofBefore: number
  readonly criticalBefore: number
  readonly zCritical: number
}

export type SerialElimination = {
  readonly steps: readonly EliminationStep[]
  /** The reconciliation without the removed measurements; the same one where none is removed. */
  readonly final: Reconciliation
}

export type BoundsReport = {
  /** Variables at zero because a bound holds them there, or holds others so that they must be. */
  readonly active: readonly string[]
  /** Variables that stay negative because exact values force them to. */
  readonly unmet: readonly string[]
}

export type Reconciliation = {
  /** In the order of the problem. */
  readonly variables: ReadonlyMap<string, ReconciledVariable>
  /** Weighted sum of squared adjustments; `null` when infeasible. */
  readonly chi2: number | null
  /** The same without any bound. */
  readonly freeChi2: number
  /** Rank of the reduced equations: how many independent checks there are. */
  readonly dof: number
  /** Limit of chi-square at 1 − alpha; `null` when dof is 0, a bound is active or nothing can be solved. */
  readonly critical: number | null
  readonly pValue: number | null
  /** `null` means there is no verdict, not that it passed. */
  readonly passed: boolean | null
  /** Empty when a solution exists. */
  readonly infeasible: readonly Conflict[]
  readonly bounds: BoundsReport
  /** `false` where the given correlations contradict each other and were left out. */
  readonly correlationsUsed: boolean
  /** The tests ignore bounds: they look at the measurements, before any variable is held at zero. */
  readonly measurementTest: MeasurementTest
  readonly nodalTest: ReadonlyMap<string, NodalTest>
  readonly glr: GrossErrorHypotheses<LikelihoodRatio>
  /** Smallest bias or leak that is found with the wanted power. */
  readonly detectability: GrossErrorHypotheses<number>
  /** Largest |residual| of an equation after reconciliation, relative to its largest term. */
  readonly maxResidual: number
  /** Value of a linear combination; `null` where the data do not determine it. */
  readonly valueOf: (terms: readonly Term[]) => number | null
  /** Standard deviation of a linear combination, with all covariances. */
  readonly sdOf: (terms: readonly Term[]) => number | null
  readonly covariance: (a: string, b: string) => number | null
  /** How a variable follows the measured values, with bounds staying as they are. */
  readonly responseOf: (variable: string) => Response | null
  /** The same, told as a sum and corrections by the disagreements `checks`. */
  readonly correctionOf: (variable: string) => Correction | null
  /** By how much the measured values disagree: one sum for each degree of freedom, zero where all agree. */
  readonly checks: () => readonly Response[]
  /** Measurements that no test can tell apart from this one. */
  readonly tiedWith: (measurement: string) => readonly string[]
  readonly serialElimination: () => SerialElimination
}
