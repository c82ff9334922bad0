import type { Correlation, Equation, Variable } from './linear-problem.js'
import { boundsOf, problemFromNetwork, type Network } from './from-network.js'
import type { PolynomialProblem } from './linearise.js'
import { asPolynomial, type PolynomialEquation } from './polynomial.js'

/** A variable of an equation that is no stream: a concentration, a temperature, a transfer coefficient. */
export type ModelVariable = {
  readonly id: string
  /** Value and one standard deviation in the same unit; `sd: 0` is exact; `null` is unmeasured. */
  readonly measured: Variable['measured']
  /** A safe value to begin the search at, where an equation is not linear. */
  readonly start?: number
}

/**
 * What `reconcile` takes: a network of streams with node balances, linear constraints, equations of products and
 * powers, or all of them together. Values may be in any unit that is the same throughout an equation.
 */
export type Model = Partial<Network> & {
  readonly variables?: readonly ModelVariable[]
  readonly equations?: readonly PolynomialEquation[]
}

/** The model as variables and equations; `linear` where no product or power of variables occurs. */
export type Equations = {
  readonly variables: readonly Variable[]
  readonly linear: readonly Equation[]
  readonly polynomial: readonly PolynomialEquation[]
  readonly correlations: readonly Correlation[]
}

/** The variables and equations of a model. Bounds are only those that the model gives. */
export function equationsOf(model: Model): Equations {
  const { nodes = [], streams = [], bounds = {} } = model
  const network = problemFromNetwork({ ...model, nodes, streams, bounds })
  const others = (model.variables ?? []).map((variable) => ({
    ...variable,
    ...boundsOf(variable.id, 'default', bounds),
  }))
  return {
    variables: [...network.variables, ...others],
    linear: network.equations,
    polynomial: model.equations ?? [],
    correlations: model.correlations ?? [],
  }
}

/** All equations as polynomials. */
export function polynomialProblem({
  variables,
  linear,
  polynomial,
  correlations,
}: Equations): PolynomialProblem {
  return { variables, equations: [...linear.map(asPolynomial), ...polynomial], correlations }
}
