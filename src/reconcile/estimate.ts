import type { Correlation } from './linear-problem.js'
import type { Response } from './reconciliation.js'
import type { Row } from './eliminate.js'
import { errorModel, type Combination, type ErrorModel } from './error-model.js'
import { factorise, type Factor } from './factorise.js'
import { responseWith } from './response.js'
import type { Structure } from './structure.js'

/** The weighted least squares solution of a structure. Vectors have one entry per check of the structure. */
export type Estimate = {
  readonly structure: Structure
  /** `false` where the correlations contradict each other and were left out. */
  readonly correlationsUsed: boolean
  readonly errors: ErrorModel
  readonly factor: Factor
  /** Violation of the checks by the measured values, scaled by the factor: its squared length is chi-square. */
  readonly violation: Float64Array
  /** (G Σ G')⁻¹ times the violation of the checks. */
  readonly checkMultipliers: Float64Array
  readonly chi2: number
  readonly dof: number
  /** A combination of measurements, seen from the checks: halfSolve(G f). */
  readonly seen: (combination: Combination) => Float64Array
}

export function innerProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

function violationOf({ variables, checks }: Structure): Float64Array {
  return Float64Array.from(checks, (row) => {
    let sum = 0
    for (const [column, { value }] of row) {
      if (column <= variables.length) sum += value * (variables[column]?.value ?? 1)
    }
    return sum
  })
}

function factored(
  structure: Structure,
  correlations: readonly Correlation[],
): Pick<Estimate, 'errors' | 'factor' | 'correlationsUsed'> {
  const size = structure.checks.length
  for (const used of [correlations, []]) {
    const errors = errorModel(structure, used)
    const factor = factorise(size, errors.contributions())
    if (factor !== null) return { errors, factor, correlationsUsed: used === correlations }
  }
  throw new Error('the checks of a structure are independent, but their covariance is singular')
}

/** Weighted least squares over the checks of a structure. */
export function estimate(structure: Structure, correlations: readonly Correlation[] = []): Estimate {
  const { errors, factor, correlationsUsed } = factored(structure, correlations)
  const violation = factor.halfSolve(violationOf(structure))
  return {
    structure,
    correlationsUsed,
    errors,
    factor,
    violation,
    checkMultipliers: factor.finish(violation),
    chi2: innerProduct(violation, violation),
    dof: structure.checks.length,
    seen: (combination) => factor.halfSolve(errors.gather(combination)),
  }
}

/** Lagrange multiplier of each equation: by how much chi-square ÷ 2 rises with its right-hand side. */
export function multipliersOf({ structure, checkMultipliers }: Estimate): number[] {
  const first = structure.variables.length + 1
  const multipliers = structure.equations.map(() => 0)
  for (const [k, row] of structure.checks.entries()) {
    for (const [column, { value }] of row) {
      if (column < first) continue
      const i = column - first
      multipliers[i] = (multipliers[i] as number) + value * (checkMultipliers[k] as number)
    }
  }
  return multipliers
}

function measuredPart({ variables }: Structure, expression: Row): Combination {
  return [...expression]
    .filter(([column]) => variables[column]?.kind === 'measured')
    .map(([column, { value }]) => [column, value])
}

/** Reconciled value of an expression. */
export function valueAt({ structure, errors, checkMultipliers }: Estimate, expression: Row): number {
  let sum = 0
  for (const [column, { value }] of expression) sum += value * (structure.variables[column]?.value ?? 1)
  // + 0 turns −0 into 0.
  if (structure.checks.length === 0) return sum + 0
  const pull = errors.gather(errors.spread(measuredPart(structure, expression)))
  return sum - innerProduct(pull, checkMultipliers) + 0
}

/** Covariance of the reconciled values of two expressions. */
export function covarianceAt({ structure, errors, seen }: Estimate, a: Row, b: Row): number {
  const spreadA = errors.spread(measuredPart(structure, a))
  const coefficients = new Map(measuredPart(structure, b))
  const before = spreadA.reduce((sum, [column, c]) => sum + c * (coefficients.get(column) ?? 0), 0)
  if (structure.checks.length === 0) return before
  const pull = seen(spreadA)
  return before - innerProduct(pull, a === b ? pull : seen(errors.spread([...coefficients])))
}

export function sdAt(solved: Estimate, expression: Row): number {
  return Math.sqrt(Math.max(covarianceAt(solved, expression, expression), 0))
}

/** How an expression follows the measured and exact values. */
export function responseAt({ structure, errors, factor, seen }: Estimate, expression: Row): Response {
  const constantColumn = structure.variables.length
  const coefficients = new Map<number, number>()
  const add = (row: Row, times: number): void => {
    for (const [column, { value }] of row) {
      if (column <= constantColumn) coefficients.set(column, (coefficients.get(column) ?? 0) + times * value)
    }
  }
  add(expression, 1)
  const measured = measuredPart(structure, expression)
  if (structure.checks.length > 0 && measured.length > 0) {
    const pull = factor.finish(seen(errors.spread(measured)))
    for (const [k, row] of structure.checks.entries()) add(row, -(pull[k] as number))
  }
  const constant = coefficients.get(constantColumn) ?? 0
  coefficients.delete(constantColumn)
  return responseWith(structure, coefficients, constant)
}
