import type { Correlation } from './linear-problem.js'
import type { Correction, Response } from './reconciliation.js'
import type { Row } from './eliminate.js'
import { errorModel, type Combination, type ErrorModel } from './error-model.js'
import { factorise, type Factor, type SparseVector } from './factorise.js'
import { responseWith } from './response.js'
import type { Structure } from './structure.js'

/** The weighted least squares solution of a structure. Vectors have one entry per check of the structure. */
export type Estimate = {
  readonly structure: Structure
  /** `false` where the correlations contradict each other and were left out. */
  readonly correlationsUsed: boolean
  readonly errors: ErrorModel
  /** Of the covariance of the checks, G Σ G'. */
  readonly factor: Factor
  /** (G Σ G')⁻¹ times the violation of the checks by the measured values. */
  readonly checkMultipliers: Float64Array
  /** Reconciled value of every variable that is measured or exact, by column. */
  readonly adjusted: Float64Array
  readonly chi2: number
  readonly dof: number
}

/** A combination of the checks times their multipliers. */
export function alongViolation({ checkMultipliers }: Estimate, combination: SparseVector): number {
  let sum = 0
  for (const [check, c] of combination) sum += c * (checkMultipliers[check] as number)
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

/** Measured values less Σ G' λ. */
function adjustedValues(
  { variables, checks }: Structure,
  errors: ErrorModel,
  multipliers: Float64Array,
): Float64Array {
  const pull = new Map<number, number>()
  for (const [k, row] of checks.entries()) {
    for (const [column, { value }] of row) {
      if (variables[column]?.kind === 'measured')
        pull.set(column, (pull.get(column) ?? 0) + value * (multipliers[k] as number))
    }
  }
  const adjusted = Float64Array.from(variables, ({ value }) => value)
  for (const [column, shift] of errors.spread([...pull]))
    adjusted[column] = (adjusted[column] as number) - shift
  return adjusted
}

/** Weighted least squares over the checks of a structure. */
export function estimate(structure: Structure, correlations: readonly Correlation[] = []): Estimate {
  const { errors, factor, correlationsUsed } = factored(structure, correlations)
  const violation = violationOf(structure)
  const checkMultipliers = factor.solve(violation)
  return {
    structure,
    correlationsUsed,
    errors,
    factor,
    checkMultipliers,
    adjusted: adjustedValues(structure, errors, checkMultipliers),
    chi2: violation.reduce((sum, r, k) => sum + r * (checkMultipliers[k] as number), 0),
    dof: structure.checks.length,
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
export function valueAt({ adjusted }: Estimate, expression: Row): number {
  let sum = 0
  for (const [column, { value }] of expression) sum += value * (adjusted[column] ?? 1)
  // + 0 turns −0 into 0.
  return sum + 0
}

// What is left of a variance beside what it was before, where all of it is taken away.
const ROUNDING = 1e-15

/** Covariance of the reconciled values of two expressions. */
export function covarianceAt({ structure, errors, factor }: Estimate, a: Row, b: Row): number {
  const spreadA = errors.spread(measuredPart(structure, a))
  const coefficients = new Map(measuredPart(structure, b))
  const before = spreadA.reduce((sum, [column, c]) => sum + c * (coefficients.get(column) ?? 0), 0)
  const pull = errors.gather(spreadA)
  if (pull.size === 0) return before
  const after =
    before -
    (a === b ? factor.square(pull) : factor.inner(pull, errors.gather(errors.spread([...coefficients]))))
  return Math.abs(after) <= ROUNDING * Math.abs(before) ? 0 : after
}

export function sdAt(solved: Estimate, expression: Row): number {
  return Math.sqrt(Math.max(covarianceAt(solved, expression, expression), 0))
}

/** The measured and exact values of a row, without what stems from which equation. */
function valuesIn({ variables }: Structure, row: Row): Response {
  const constantColumn = variables.length
  const coefficients = new Map([...row].map(([column, { value }]) => [column, value]))
  const constant = coefficients.get(constantColumn) ?? 0
  for (const column of coefficients.keys()) if (column >= constantColumn) coefficients.delete(column)
  return responseWith({ variables }, coefficients, constant)
}

/** The disagreements of the measured values: one sum a check. */
export function checksOf({ structure }: Estimate): Response[] {
  return structure.checks.map((row) => valuesIn(structure, row))
}

function sizeOf({ variables }: Structure, row: Row): number {
  let size = 0
  for (const [column, { value }] of row) {
    const { value: measured = 0, sd = 0 } = variables[column] ?? {}
    size = Math.max(size, Math.abs(value) * Math.max(Math.abs(measured), sd))
  }
  return size
}

/** An expression as it stands, and how much of every disagreement corrects it. */
export function correctionAt({ structure, errors, factor }: Estimate, expression: Row): Correction {
  const pull = errors.gather(errors.spread(measuredPart(structure, expression)))
  const sum = valuesIn(structure, expression)
  if (pull.size === 0) return { sum, shares: [] }
  const dense = new Float64Array(structure.checks.length)
  for (const [check, x] of pull) dense[check] = x
  const shares = [...factor.solve(dense)].map((multiplier, check) => ({
    check,
    weight: -multiplier,
    size: Math.abs(multiplier) * sizeOf(structure, structure.checks[check] ?? new Map()),
  }))
  const largest = shares.reduce((most, { size }) => Math.max(most, size), 0)
  return { sum, shares: shares.filter(({ size }) => size > ROUNDING * largest) }
}

/** How an expression follows the measured and exact values. */
export function responseAt({ structure, errors, factor }: Estimate, expression: Row): Response {
  const constantColumn = structure.variables.length
  const coefficients = new Map<number, number>()
  const add = (row: Row, times: number): void => {
    for (const [column, { value }] of row) {
      if (column <= constantColumn) coefficients.set(column, (coefficients.get(column) ?? 0) + times * value)
    }
  }
  add(expression, 1)
  const pull = errors.gather(errors.spread(measuredPart(structure, expression)))
  if (pull.size > 0) {
    const dense = new Float64Array(structure.checks.length)
    for (const [check, x] of pull) dense[check] = x
    const multipliers = factor.solve(dense)
    for (const [k, row] of structure.checks.entries()) add(row, -(multipliers[k] as number))
  }
  const constant = coefficients.get(constantColumn) ?? 0
  coefficients.delete(constantColumn)
  return responseWith(structure, coefficients, constant)
}
