import type { Correlation, Equation, LinearProblem, Term, Variable } from './linear-problem.js'

/** Streams between nodes; `null` or nothing at an end is the surroundings, which have no balance. */
export type NetworkStream = {
  readonly id: string
  readonly from?: string | null
  readonly to?: string | null
  /** A stock change is written as an outflow of its node, positive for build-up, and may be negative. */
  readonly kind?: 'flow' | 'stock'
  readonly measured: Variable['measured']
}

export type NetworkConstraint = {
  readonly id: string
  readonly terms: readonly { readonly var: string; readonly coef: number }[]
  readonly rhs: number
}

export type Network = {
  readonly nodes: readonly string[]
  readonly streams: readonly NetworkStream[]
  readonly constraints?: readonly NetworkConstraint[]
  /** `false` leaves only the constraints. */
  readonly useNodeBalances?: boolean
  readonly correlations?: readonly Correlation[]
}

function nodeBalances({ nodes, streams }: Network): Equation[] {
  const terms = new Map<string, Term[]>(nodes.map((node) => [node, []]))
  for (const { id, from, to } of streams) {
    if (from === to) continue
    if (to != null) terms.get(to)?.push({ variable: id, coefficient: 1 })
    if (from != null) terms.get(from)?.push({ variable: id, coefficient: -1 })
  }
  return [...terms].map(([id, balance]) => ({ id, terms: balance, rhs: 0 }))
}

/** The problem of a network: one balance per node, in − out = 0, and the constraints after them. */
export function problemFromNetwork(network: Network): LinearProblem {
  const constraints = (network.constraints ?? []).map(({ id, terms, rhs }) => ({
    id,
    terms: terms.map((term) => ({ variable: term.var, coefficient: term.coef })),
    rhs,
  }))
  return {
    variables: network.streams.map(({ id, kind, measured }) => ({
      id,
      measured,
      nonNegative: kind !== 'stock',
    })),
    equations: [...(network.useNodeBalances === false ? [] : nodeBalances(network)), ...constraints],
    ...(network.correlations === undefined ? {} : { correlations: network.correlations }),
  }
}
