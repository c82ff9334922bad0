/** Nodes by number, and what flows between them; `into` and `out` are what each exchanges with the outside. */
export type Network = {
  readonly nodes: number
  readonly edges: readonly {
    readonly from: number
    readonly to: number
    readonly weight: number
    readonly recycle: boolean
  }[]
  /** What enters each node from outside. */
  readonly into: readonly number[]
}

/**
 * Edges that close a loop, so that all others run forwards. What the user calls recycle goes first; of the loops that
 * remain a greedy order (Eades, Lin, Smyth 1993) that begins where most enters from outside breaks the lightest.
 * An edge that closes no loop is none of them, whatever it is called.
 */
export function backEdges(network: Network): ReadonlySet<number> {
  const { edges } = network
  const forward = new Set(
    edges.flatMap(({ from, to, recycle }, index) => (from === to || recycle ? [] : [index])),
  )
  const place = greedyOrder(network, forward)
  const against: number[] = []
  for (const index of forward) {
    const edge = edges[index]
    if (edge && (place[edge.from] ?? 0) > (place[edge.to] ?? 0)) against.push(index)
  }
  for (const index of against) forward.delete(index)
  const heaviest = against.toSorted((a, b) => (edges[b]?.weight ?? 0) - (edges[a]?.weight ?? 0) || a - b)
  const recycled = edges.flatMap(({ recycle }, index) => (recycle ? [index] : []))
  const back = new Set(edges.flatMap(({ from, to }, index) => (from === to ? [index] : [])))
  const next = successors(network, forward)
  for (const index of [...heaviest, ...recycled]) {
    const edge = edges[index]
    if (edge === undefined || edge.from === edge.to) continue
    if (reaches(next, edge.to, edge.from)) back.add(index)
    else next[edge.from]?.push(edge.to)
  }
  return back
}

function successors({ nodes, edges }: Network, kept: ReadonlySet<number>): number[][] {
  const next = Array.from({ length: nodes }, (): number[] => [])
  for (const index of kept) {
    const edge = edges[index]
    if (edge) next[edge.from]?.push(edge.to)
  }
  return next
}

function reaches(next: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set([from])
  const open = [from]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === to) return true
    for (const other of next[node] ?? []) {
      if (seen.has(other)) continue
      seen.add(other)
      open.push(other)
    }
  }
  return false
}

/** Node → place in an order against which little flows. */
function greedyOrder({ nodes, edges, into }: Network, kept: ReadonlySet<number>): readonly number[] {
  const out = Array.from({ length: nodes }, (): number[] => [])
  const incoming = Array.from({ length: nodes }, (): number[] => [])
  for (const index of kept) {
    const edge = edges[index]
    if (!edge) continue
    out[edge.from]?.push(index)
    incoming[edge.to]?.push(index)
  }
  const left = new Set(Array.from({ length: nodes }, (_, node) => node))
  const sum = (list: readonly number[] | undefined, end: 'from' | 'to'): number =>
    (list ?? []).reduce((total, index) => {
      const edge = edges[index]
      return edge && left.has(edge[end]) ? total + edge.weight : total
    }, 0)
  const none = (list: readonly number[] | undefined, end: 'from' | 'to'): boolean =>
    (list ?? []).every((index) => !left.has(edges[index]?.[end] ?? -1))
  const first: number[] = []
  const last: number[] = []
  while (left.size > 0) {
    const sinks = [...left].filter((node) => none(out[node], 'to'))
    const sources = sinks.length > 0 ? [] : [...left].filter((node) => none(incoming[node], 'from'))
    if (sinks.length > 0) last.unshift(...sinks)
    if (sources.length > 0) first.push(...sources)
    const taken = [...sinks, ...sources]
    if (taken.length === 0) {
      const gain = (node: number): number =>
        sum(out[node], 'to') + (into[node] ?? 0) - sum(incoming[node], 'from')
      const best = [...left].reduce((a, b) => (gain(b) > gain(a) ? b : a))
      first.push(best)
      taken.push(best)
    }
    for (const node of taken) left.delete(node)
  }
  const place = Array.from({ length: nodes }, () => 0)
  for (const [index, node] of [...first, ...last].entries()) place[node] = index
  return place
}

/**
 * Node → layer: one more than the last of those before it; what has nothing before it moves up to what comes next.
 * `edges` are those that run forwards.
 */
export function layersOf(
  nodes: number,
  edges: readonly { readonly from: number; readonly to: number }[],
): readonly number[] {
  const next = Array.from({ length: nodes }, (): number[] => [])
  const waiting = Array.from({ length: nodes }, () => 0)
  for (const { from, to } of edges) {
    next[from]?.push(to)
    waiting[to] = (waiting[to] ?? 0) + 1
  }
  const starts = waiting.flatMap((count, node) => (count === 0 ? [node] : []))
  const layer = Array.from({ length: nodes }, () => 0)
  const order = [...starts]
  for (const node of order) {
    for (const other of next[node] ?? []) {
      layer[other] = Math.max(layer[other] ?? 0, (layer[node] ?? 0) + 1)
      waiting[other] = (waiting[other] ?? 0) - 1
      if (waiting[other] === 0) order.push(other)
    }
  }
  for (const node of starts) {
    const after = (next[node] ?? []).map((other) => layer[other] ?? 0)
    if (after.length > 0) layer[node] = Math.min(...after) - 1
  }
  return layer
}
