import fc from 'fast-check'
import type { Network, NetworkStream } from '../../src/reconcile/from-network.js'

const NODES = ['a', 'b', 'c', 'd', 'e']

const amount = fc.integer({ min: 0, max: 4000 }).map((k) => k / 8)
const deviation = fc.constantFrom(0.125, 0.5, 1, 3, 20)
const end = fc.constantFrom<string | null>(null, ...NODES)
const measured = fc.oneof(
  { weight: 3, arbitrary: fc.record({ value: amount, sd: deviation }) },
  { weight: 1, arbitrary: fc.constant(null) },
)

/** Small networks with recycles, parallel streams, self-loops, stock changes and unmeasured streams. */
export const randomNetwork: fc.Arbitrary<Network> = fc
  .array(
    fc.record({ from: end, to: end, kind: fc.constantFrom('flow', 'flow', 'flow', 'stock'), measured }),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((streams) => ({
    nodes: NODES,
    streams: streams.map((stream, i) => ({ ...stream, id: `s${i}` }) as NetworkStream),
  }))
