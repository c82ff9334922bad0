import type { Correlation, LinearProblem, Variable } from './linear-problem.js'
import { holding, type Held } from './bounds.js'
import { estimate, valueAt, type Estimate } from './estimate.js'
import { residualAt, tangentAt, type PolynomialEquation } from './polynomial.js'
import { startValues } from './start-values.js'
import { express, structureOf } from './structure.js'

export type PolynomialProblem = {
  readonly variables: readonly Variable[]
  readonly equations: readonly PolynomialEquation[]
  readonly correlations?: readonly Correlation[]
}

/** A solution with the linear problem that touches the equations there. */
export type Linearised = {
  readonly problem: LinearProblem
  readonly estimate: Estimate
  /** Every variable, those that cannot be known at some value that satisfies the equations. */
  readonly at: ReadonlyMap<string, number>
  readonly iterations: number
  readonly converged: boolean
}

const LARGEST_STEP = 1e-10
const SMALL_STEP = 1e-7
const LARGEST_RESIDUAL = 1e-9
const MOST_ITERATIONS = 100
const MOST_HALVINGS = 20
// A value this small beside its own scale is the zero it converges to.
const ZERO = 1e-12

/** The linear problem whose equations have the values and slopes of these at a point. */
export function touching(
  { variables, equations, correlations }: PolynomialProblem,
  at: Linearised['at'],
): LinearProblem {
  return {
    variables,
    equations: equations.map((equation) => tangentAt(equation, at)),
    ...(correlations === undefined ? {} : { correlations }),
  }
}

/** Solution of the linear problem, with what it leaves open kept where it was. */
function completed(solved: Estimate, before: Linearised['at']): Map<string, number> {
  const { structure } = solved
  const now = new Map<string, number>()
  for (const [column, { id }] of structure.variables.entries()) {
    const expression = express(structure, [{ variable: id, coefficient: 1 }])
    if (expression !== null) now.set(id, valueAt(solved, expression))
    else if (!structure.solved.has(column)) now.set(id, before.get(id) ?? 0)
  }
  for (const [column, row] of structure.solved) {
    const id = structure.variables[column]?.id ?? ''
    if (now.has(id)) continue
    let sum = row.get(structure.variables.length)?.value ?? 0
    for (const [other, { value }] of row) {
      const name = structure.variables[other]?.id
      if (other !== column && name !== undefined) sum += value * (now.get(name) ?? before.get(name) ?? 0)
    }
    now.set(id, -sum)
  }
  return now
}

function worstResidual(equations: readonly PolynomialEquation[], at: Linearised['at']): number {
  return equations.reduce((worst, equation) => {
    const { sum, size } = residualAt(equation, at)
    return size === 0 ? worst : Math.max(worst, Math.abs(sum) / size)
  }, 0)
}

function scalesOf(variables: readonly Variable[], start: Linearised['at']): Map<string, number> {
  const sd = new Map(variables.map(({ id, measured }) => [id, measured?.sd ?? 0]))
  return new Map([...start].map(([id, x]) => [id, Math.max(Math.abs(x), sd.get(id) ?? 0)]))
}

/** From one point towards another, less far where the equations would be violated ten times worse. */
function step(
  equations: readonly PolynomialEquation[],
  from: Linearised['at'],
  to: Linearised['at'],
): Map<string, number> {
  const allowed = 10 * Math.max(worstResidual(equations, from), LARGEST_RESIDUAL)
  let share = 1
  let next = new Map(to)
  for (let k = 0; k < MOST_HALVINGS && !(worstResidual(equations, next) <= allowed); k++) {
    share /= 2
    next = new Map([...to].map(([id, x]) => [id, (from.get(id) ?? x) + share * (x - (from.get(id) ?? x))]))
  }
  return next
}

function largestStep(
  from: Linearised['at'],
  to: Linearised['at'],
  scales: ReadonlyMap<string, number>,
): number {
  let largest = 0
  for (const [id, x] of to) {
    const size = Math.max(Math.abs(x), scales.get(id) ?? 0)
    if (size > 0) largest = Math.max(largest, Math.abs(x - (from.get(id) ?? 0)) / size)
  }
  return largest
}

function withoutNoise(at: Linearised['at'], scales: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...at].map(([id, x]) => [id, Math.abs(x) < ZERO * (scales.get(id) ?? 0) ? 0 : x]))
}

/**
 * Successive linearisation (Britt & Luecke 1973, Knepper & Gorman 1980, Cencic 2016): every step reconciles the measured
 * values, not the last ones, with the equations as they are at the last point. Variables in `held` are kept at a bound.
 */
export function solveByLinearisation(
  problem: PolynomialProblem,
  held: readonly Held[] = [],
  start: Linearised['at'] = startValues(problem.variables, problem.equations),
): Linearised {
  const scales = scalesOf(problem.variables, start)
  const solve = (linear: LinearProblem): Estimate =>
    estimate(structureOf(holding(linear, held)), problem.correlations)
  let at: Linearised['at'] = start
  let lastMoved = Infinity
  let converged = false
  let iterations = 0
  while (!converged && iterations < MOST_ITERATIONS) {
    const solved = solve(touching(problem, at))
    // Contradicting exact values stay so wherever the equations are touched.
    if (solved.structure.conflicts.length > 0) break
    const next = step(problem.equations, at, completed(solved, at))
    const moved = largestStep(at, next, scales)
    // Where digits cancel, the last steps are rounding and get no smaller.
    const stalled = moved < SMALL_STEP && moved > lastMoved / 2
    converged = (moved < LARGEST_STEP || stalled) && worstResidual(problem.equations, next) < LARGEST_RESIDUAL
    lastMoved = moved
    at = next
    iterations++
  }
  at = withoutNoise(at, scales)
  const linear = touching(problem, at)
  const solved = solve(linear)
  return { problem: linear, estimate: solved, at, iterations, converged }
}
