/**
 * How the time and memory of a reconciliation grow with the site: networks of the synthetic family with 100, 1 000 and
 * 10 000 steps, every deviation and test included. Ratios say more of the program than milliseconds.
 */
import { reconcile } from '../../src/reconcile/reconcile.js'
import { generate } from './synthetic-family.js'

const SIZES = [100, 1000, 10_000]
const ROUNDS = Number(process.argv[2] ?? 5)

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

const cell = (text: string): string => text.padStart(10)
console.log(['steps', 'streams', 'ms', 'ratio', 'MB'].map(cell).join(''))
// The first networks warm the compiler; the time of a cold start is that of the command line.
for (let k = 0; k < ROUNDS; k++)
  reconcile(generate({ family: 'walks', n: 300, seed: 1, plantedBias: false }).network)
let before: number | undefined
for (const n of SIZES) {
  const { network } = generate({ family: 'walks', n, seed: 20_240_511, plantedBias: false })
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now()
    reconcile(network, { suspects: false })
    return performance.now() - begin
  })
  const time = median(times)
  const size = process.resourceUsage().maxRSS / 1024
  const ratio = before === undefined ? '' : (time / before).toFixed(1)
  console.log(
    [String(n), String(network.streams.length), time.toFixed(0), ratio, size.toFixed(0)].map(cell).join(''),
  )
  before = time
}
