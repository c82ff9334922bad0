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

/** `null` or nothing on a side is no bound there. */
export type Bound = { readonly lower?: number | null; readonly upper?: number | null }

export type Network = {
  readonly nodes: readonly string[]
  readonly streams: readonly NetworkStream[]
  readonly constraints?: readonly NetworkConstraint[]
  /** `false` leaves only the constraints. */
  readonly useNodeBalances?: boolean
  readonly correlations?: readonly Correlation[]
  /** By id of a stream, or for all of a kind: `default` are the flows, `stock` the stock changes. */
  readonly bounds?: Readonly<Record<string, Bound>>
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

/** What `bounds` says of a variable: of itself, else of its kind. Flows are not negative where nothing is said. */
export function boundsOf(
  id: string,
  kind: string,
  bounds: Readonly<Record<string, Bound>> = { default: { lower: 0 } },
): Pick<Variable, 'lower' | 'upper'> {
  const said = (key: string): Bound | undefined => (Object.hasOwn(bounds, key) ? bounds[key] : undefined)
  const { lower, upper } = said(id) ?? said(kind) ?? {}
  return { ...(lower == null ? {} : { lower }), ...(upper == null ? {} : { upper }) }
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
      ...boundsOf(id, kind === 'stock' ? 'stock' : 'default', network.bounds),
    })),
    equations: [...(network.useNodeBalances === false ? [] : nodeBalances(network)), ...constraints],
    ...(network.correlations === undefined ? {} : { correlations: network.correlations }),
  }
}
