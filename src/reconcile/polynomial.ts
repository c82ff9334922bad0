import type { Equation, Term } from './linear-problem.js'

/** A product of powers of variables with a coefficient: `-1 · g2 · c2`, `0.00011 · g1 · T1²`. */
export type PolynomialTerm = {
  readonly coef: number
  readonly factors: readonly { readonly var: string; readonly power: number }[]
}

/** Σ coef × Π var^power = rhs: concentration × flow, enthalpy polynomials, ratios. */
export type PolynomialEquation = {
  readonly id: string
  readonly terms: readonly PolynomialTerm[]
  readonly rhs: number
}

export type Values = ReadonlyMap<string, number>

function product(factors: PolynomialTerm['factors'], at: Values): number {
  return factors.reduce((value, factor) => value * (at.get(factor.var) ?? NaN) ** factor.power, 1)
}

function slopes({ coef, factors }: PolynomialTerm, at: Values): Term[] {
  return factors.map((factor, k) => {
    const others = factors.filter((_, i) => i !== k)
    const x = at.get(factor.var) ?? NaN
    const slope = factor.power === 0 ? 0 : factor.power * x ** (factor.power - 1)
    return { variable: factor.var, coefficient: coef * slope * product(others, at) }
  })
}

/** Left side − right side, and the size of the largest term to judge it by. */
export function residualAt(equation: PolynomialEquation, at: Values): { sum: number; size: number } {
  let sum = -equation.rhs
  let size = Math.abs(equation.rhs)
  for (const { coef, factors } of equation.terms) {
    const value = coef * product(factors, at)
    sum += value
    size = Math.max(size, Math.abs(value))
  }
  return { sum, size }
}

/** The equation as a linear one that has the same value and slopes at a point. */
export function tangentAt(equation: PolynomialEquation, at: Values): Equation {
  const terms = equation.terms.flatMap((term) => slopes(term, at))
  const along = terms.reduce(
    (sum, { variable, coefficient }) => sum + coefficient * (at.get(variable) ?? 0),
    0,
  )
  return { id: equation.id, terms, rhs: along - residualAt(equation, at).sum }
}

/** A linear equation in the form of a polynomial one. */
export function asPolynomial({ id, terms, rhs }: Equation): PolynomialEquation {
  return {
    id,
    terms: terms.map(({ variable, coefficient }) => ({
      coef: coefficient,
      factors: [{ var: variable, power: 1 }],
    })),
    rhs,
  }
}

/** Every variable that an equation names, once. */
export function variablesOf(equation: PolynomialEquation): string[] {
  return [...new Set(equation.terms.flatMap(({ factors }) => factors.map((factor) => factor.var)))]
}
