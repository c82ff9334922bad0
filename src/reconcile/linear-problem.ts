/** A variable of the problem: one amount, measured or not. */
export type Variable = {
  readonly id: string
  /** Value and one standard deviation in the same unit; `sd: 0` is exact; `null` is unmeasured. */
  readonly measured: { readonly value: number; readonly sd: number } | null
  /** The least value it can have: 0 for flows, concentrations and shares; absent for stock changes. */
  readonly lower?: number
  /** The largest value it can have: 1 for shares and transfer coefficients. */
  readonly upper?: number
  /** Where to look for it first, where an equation is not linear. */
  readonly start?: number
}

export type Term = { readonly variable: string; readonly coefficient: number }

/** One linear condition: Σ coefficient × variable = rhs. A balance has +1 for what enters and −1 for what leaves. */
export type Equation = { readonly id: string; readonly terms: readonly Term[]; readonly rhs: number }

/** Correlation of the errors of two measurements: covariance = rho × sd(a) × sd(b). */
export type Correlation = { readonly a: string; readonly b: string; readonly rho: number }

export type LinearProblem = {
  readonly variables: readonly Variable[]
  readonly equations: readonly Equation[]
  readonly correlations?: readonly Correlation[]
}

export type ReconcileOptions = {
  /** Significance of the tests, two-sided where a test has sides. 0.05 unless given. */
  readonly alpha?: number
  /** Probability with which a gross error of the detectable size is found. 0.9 unless given. */
  readonly power?: number
  /** `false` leaves the bounds of the variables out of account. */
  readonly bounds?: boolean
}
