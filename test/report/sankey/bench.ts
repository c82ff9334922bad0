import { drawSankey } from '../../../src/report/sankey/draw.js'
import type { SankeyGraph } from '../../../src/report/sankey/graph.js'
import { writeSvg } from '../../../src/report/sankey/svg.js'
import { graphOf } from './random-graph.js'

/**
 * Times the drawing of made-up plants, from the graph to the SVG text, and how it grows: `npm run bench`.
 * Of several rounds the median counts.
 */
const SIZES = [10, 100, 500] as const
const ROUNDS = 9

/** A plant of about so many flows: lines of steps side by side, every fourth step sends something back. */
function plant(flows: number): SankeyGraph {
  const lines = Math.max(1, Math.round(Math.sqrt(flows) / 3))
  const written: string[] = []
  for (let index = 0; written.length < flows; index += 1) {
    const [line, step] = [index % lines, Math.floor(index / lines)]
    const name = `l${line}s${step}`
    written.push(step === 0 ? `>${name}:1000` : `l${line}s${step - 1}>${name}:${900 - step}`)
    if (written.length < flows) written.push(`${name}>:${5 + (index % 7)}`)
    if (step % 4 === 3 && written.length < flows) written.push(`${name}>l${line}s${step - 2}:${40 + line}!`)
    if (step % 5 === 4 && lines > 1 && written.length < flows)
      written.push(`${name}>l${(line + 1) % lines}s${step}:30`)
  }
  return graphOf(...written)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

let before = 0
console.log(
  `${'sankey, flows'.padEnd(16)}${'ms'.padStart(8)}${'growth'.padStart(8)}${'KiB of SVG'.padStart(12)}`,
)
for (const size of SIZES) {
  const graph = plant(size)
  const times: number[] = []
  let bytes = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now()
    bytes = writeSvg(drawSankey(graph, 'en')).length
    times.push(performance.now() - begin)
  }
  const time = median(times)
  const growth = before === 0 ? '' : (time / before).toFixed(1)
  console.log(
    `${String(size).padEnd(16)}${time.toFixed(1).padStart(8)}${growth.padStart(8)}${(bytes / 1024).toFixed(0).padStart(12)}`,
  )
  before = time
}
