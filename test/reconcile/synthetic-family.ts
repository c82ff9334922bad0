import type { Network, NetworkStream } from '../../src/reconcile/from-network.js'

type Family = {
  readonly family: string
  readonly n: number
  readonly seed: number
  readonly plantedBias: boolean
}
export type FamilyCase = Family & { readonly rows?: number; readonly cols?: number }
type Edge = { readonly from: number; readonly to: number; flow: number }
export type Generated = {
  readonly network: Network
  readonly drawn: readonly { trueFlow: number; measured: boolean; value: number; sd: number }[]
}

/** The linear congruential generator of the vector file. */
function uniform(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function walks(n: number, u: () => number): Edge[] {
  const edges = new Map<string, Edge>()
  const add = (from: number, to: number, flow: number): void => {
    const edge = edges.get(`${from},${to}`)
    if (edge === undefined) edges.set(`${from},${to}`, { from, to, flow })
    else edge.flow += flow
  }
  for (let i = 0; i < n; i++) add(i - 1, i, 100)
  add(n - 1, -1, 100)
  const count = Math.max(1, Math.floor(n / 4))
  for (let k = 0; k < count; k++) {
    const q = 1 + Math.floor(u() * 200) / 4
    let at = Math.floor((k * n) / count)
    add(-1, at, q)
    for (let step = 0; step < 8; step++) {
      const d = 1 + Math.floor(u() * 12)
      const next = u() < 0.3 ? at - d : at + d
      if (next < 0 || next >= n) break
      add(at, next, q)
      at = next
    }
    add(at, -1, q)
  }
  return [...edges.values()]
}

function grid(rows: number, columns: number): Edge[] {
  const edges: Edge[] = []
  const path = (nodes: readonly number[], flow: number): void => {
    const stops = [-1, ...nodes, -1]
    for (const [k, to] of stops.slice(1).entries()) edges.push({ from: stops[k] as number, to, flow })
  }
  for (let r = 0; r < rows; r++)
    path(
      Array.from({ length: columns }, (_, c) => r * columns + c),
      10 + (r % 7),
    )
  for (let c = 0; c < columns; c++)
    path(
      Array.from({ length: rows }, (_, r) => r * columns + c),
      5 + (c % 5),
    )
  return edges
}

/** Builds one network of the family; streams are named by their index. */
export function generate({ family, n, seed, plantedBias, rows = 0, cols = 0 }: FamilyCase): Generated {
  const u = uniform(seed)
  const edges = family === 'walks' ? walks(n, u) : grid(rows, cols)
  const share = family === 'walks' ? 0.92 : 0.95
  const drawn = edges.map(({ flow }) => {
    const measured = u() < share
    let z = 0
    for (let k = 0; k < 12; k++) z += u()
    const sd = 0.02 * flow + 0.05
    return { trueFlow: flow, measured, value: flow + sd * (z - 6), sd }
  })
  if (plantedBias) {
    let j = family === 'walks' ? Math.floor(n / 2) : Math.floor(cols / 2)
    while (drawn[j]?.measured === false) j++
    const hit = drawn[j]
    if (hit !== undefined) hit.value += 12 * hit.sd
  }
  const name = (node: number): string | null => (node < 0 ? null : `n${node}`)
  const streams = edges.map(({ from, to }, j): NetworkStream => {
    const { measured, value, sd } = drawn[j] as (typeof drawn)[number]
    return { id: `${j}`, from: name(from), to: name(to), measured: measured ? { value, sd } : null }
  })
  return { network: { nodes: Array.from({ length: n }, (_, i) => `n${i}`), streams }, drawn }
}
