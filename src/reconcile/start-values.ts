import type { Variable } from './linear-problem.js'
import { residualAt, tangentAt, variablesOf, type PolynomialEquation } from './polynomial.js'

/** The only variable of an equation without a value, if it stands there in the first power. */
function missingIn(equation: PolynomialEquation, known: ReadonlyMap<string, number>): string | null {
  const missing = variablesOf(equation).filter((id) => !known.has(id))
  const [only] = missing
  if (only === undefined || missing.length > 1) return null
  const powers = equation.terms.flatMap(({ factors }) => factors.filter((factor) => factor.var === only))
  return powers.every(({ power }) => power === 1) ? only : null
}

function solvedFor(id: string, equation: PolynomialEquation, known: ReadonlyMap<string, number>): number {
  const atZero = new Map(known).set(id, 0)
  const slope = tangentAt(equation, atZero)
    .terms.filter(({ variable }) => variable === id)
    .reduce((sum, { coefficient }) => sum + coefficient, 0)
  return -residualAt(equation, atZero).sum / slope
}

/** What one pass after another over the equations gives, as long as one of them has a single unknown. */
function propagate(equations: readonly PolynomialEquation[], known: Map<string, number>): void {
  for (let found = true; found;) {
    found = false
    for (const equation of equations) {
      const id = missingIn(equation, known)
      const value = id === null ? NaN : solvedFor(id, equation, known)
      if (id === null || !Number.isFinite(value)) continue
      known.set(id, value)
      found = true
    }
  }
}

/** Geometric mean of the sizes of what stands beside a variable in its equations; 1 where nothing is known. */
function likeNeighbours(
  id: string,
  equations: readonly PolynomialEquation[],
  known: ReadonlyMap<string, number>,
): number {
  const sizes = equations
    .filter((equation) => variablesOf(equation).includes(id))
    .flatMap((equation) => variablesOf(equation).map((other) => Math.abs(known.get(other) ?? 0)))
    .filter((size) => size > 0)
  if (sizes.length === 0) return 1
  return Math.exp(sizes.reduce((sum, size) => sum + Math.log(size), 0) / sizes.length)
}

/**
 * Where to begin: the start given, else the measured value, else what the equations give one by one, else the size of
 * the neighbours.
 */
export function startValues(
  variables: readonly Variable[],
  equations: readonly PolynomialEquation[],
): Map<string, number> {
  const known = new Map<string, number>()
  for (const { id, start, measured } of variables) {
    const value = measured?.sd === 0 ? measured.value : (start ?? measured?.value)
    if (value !== undefined && Number.isFinite(value)) known.set(id, value)
  }
  propagate(equations, known)
  for (const id of equations.flatMap(variablesOf)) {
    if (known.has(id)) continue
    known.set(id, likeNeighbours(id, equations, known))
    propagate(equations, known)
  }
  return known
}
