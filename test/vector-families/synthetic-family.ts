import type { Network, NetworkStream } from '../../src/reconcile/from-network.js'
import { reconcile, type ReconcileResult } from '../../src/reconcile/reconcile.js'
import { differences, type Comparing } from './differences.js'

type Family = {
  readonly family: string
  readonly n: number
  readonly seed: number
  readonly plantedBias: boolean
}
type Sample = {
  readonly stream: number
  readonly class: string
  readonly value: number | null
  readonly sd: number | null
  readonly z: number | null
}
type Expected = Readonly<Record<string, unknown>> & {
  readonly counts: Readonly<Record<string, number>>
  readonly maxZ: { readonly stream: number; readonly z: number }
  readonly samples: readonly Sample[]
}
type Shape = Family & { readonly rows?: number; readonly cols?: number }
export type FamilyCase = Shape & {
  readonly generatorCheck: { readonly firstStreams: readonly unknown[] } & Readonly<Record<string, unknown>>
  readonly expected: Expected
}
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
export function generate({ family, n, seed, plantedBias, rows = 0, cols = 0 }: Shape): Generated {
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

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const EXACT: Comparing = { relative: 0, absolute: 0 }

function generatorDifferences({ drawn, network }: Generated, { generatorCheck }: FamilyCase): string[] {
  const node = (name: string | null | undefined): number => (name == null ? -1 : Number(name.slice(1)))
  const found = {
    streams: drawn.length,
    sumTrueFlow: sum(drawn.map((d) => d.trueFlow)),
    sumMeasuredAll: sum(drawn.map((d) => d.value)),
    measuredCount: drawn.filter((d) => d.measured).length,
    firstStreams: generatorCheck.firstStreams.map((_, j) => {
      const [{ from, to }, d] = [network.streams[j] ?? {}, drawn[j]]
      return [node(from), node(to), d?.trueFlow, d?.measured, d?.value, d?.sd]
    }),
  }
  return differences(found, generatorCheck, 'generatorCheck')
}

function sums(result: ReconcileResult, drawn: Generated['drawn']): Readonly<Record<string, unknown>> {
  const ids = Object.keys(result.reconciled)
  const of = (name: string): string[] => ids.filter((id) => result.classification[id] === name)
  const values = ids.flatMap((id) => result.reconciled[id]?.value ?? [])
  const adjustments = ids.map((id, j) =>
    drawn[j]?.measured === true ? (result.reconciled[id]?.value ?? NaN) - drawn[j].value : 0,
  )
  return {
    ...result,
    counts: Object.fromEntries(
      ['redundant', 'nonredundant', 'observable', 'unobservable'].map((name) => [name, of(name).length]),
    ),
    sumReconciledDeterminable: sum(values),
    sumSquaresReconciledDeterminable: sum(values.map((x) => x * x)),
    normAdjustments: Math.sqrt(sum(adjustments.map((a) => a * a))),
    sumSdReconciledRedundant: sum(of('redundant').map((id) => result.reconciled[id]?.sd ?? NaN)),
    zCriticalSidak95: result.measurementTest.criticalSidak95,
  }
}

function sampleDifferences(result: ReconcileResult, sample: Sample): string[] {
  const id = `${sample.stream}`
  const found = {
    class: result.classification[id],
    value: result.reconciled[id]?.value ?? null,
    // The reference has no deviation of calculated streams, and no z of what is not redundant.
    ...(sample.sd === null ? {} : { sd: result.reconciled[id]?.sd }),
    z: result.measurementTest.z[id] ?? null,
  }
  const { stream: _, sd, ...wanted } = sample
  return differences(found, sd === null ? wanted : { ...wanted, sd }, `sample ${id}`)
}

/** Builds one network of the family, reconciles it and compares every sum and sample of the reference. */
export function checkGenerated(one: FamilyCase): string[] {
  const generated = generate(one)
  const result = reconcile(generated.network, { suspects: false })
  const { counts, samples, maxZ, ...wanted } = one.expected
  const z = Object.values(result.measurementTest.z).reduce((a, b) => Math.max(a, b), 0)
  const found = sums(result, generated.drawn)
  return [
    ...generatorDifferences(generated, one),
    ...differences(found, wanted, ''),
    ...differences(found['counts'], counts, 'counts', EXACT),
    ...differences([z, result.measurementTest.z[maxZ.stream]], [maxZ.z, maxZ.z], 'maxZ'),
    ...samples.flatMap((sample) => sampleDifferences(result, sample)),
  ]
}
