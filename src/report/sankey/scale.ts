import type { SankeyGraph, SankeyStock } from './graph.js'
import { connectedParts, linkEnds, type Structure } from './pieces.js'
import { LARGEST } from './sizes.js'

/**
 * Pixels of one unit: one scale for the whole drawing, as large as its widest band, its fullest layers and all that
 * runs back allow; 0 where no flow has a value.
 */
export function scaleOf(graph: SankeyGraph, structure: Structure): number {
  const values = graph.links.map(({ value }) => value ?? 0)
  const held = graph.nodes.flatMap(({ stocks }) => stocks.map(({ value }) => Math.abs(value ?? 0)))
  const widest = Math.max(0, ...values, ...held)
  if (widest === 0) return 0
  const fullest = connectedParts(graph).reduce(
    (sum, nodes) => sum + fullestLayer(graph, structure, new Set(nodes)),
    0,
  )
  const back = [...structure.back].reduce((sum, link) => sum + (values[link] ?? 0), 0)
  const limits = [LARGEST.band / widest, LARGEST.column / fullest, LARGEST.back / back]
  return Math.min(...limits.filter((limit) => Number.isFinite(limit)))
}

/** The most that goes through the boxes of one layer and past them. */
function fullestLayer(graph: SankeyGraph, { layers, back }: Structure, part: ReadonlySet<number>): number {
  const sides = graph.nodes.map(({ stocks }) => ({ in: heldIn(stocks, -1), out: heldIn(stocks, 1) }))
  const passing: number[] = []
  for (const [link, { from, to }] of linkEnds(graph).entries()) {
    if (!part.has(from < 0 ? to : from)) continue
    const value = graph.links[link]?.value ?? 0
    const [source, target] = [sides[from], sides[to]]
    if (source) source.out += value
    if (target) target.in += value
    if (from < 0 || to < 0 || back.has(link)) continue
    for (let layer = (layers[from] ?? 0) + 1; layer < (layers[to] ?? 0); layer += 1) {
      passing[layer] = (passing[layer] ?? 0) + value
    }
  }
  const through = [...passing]
  for (const node of part) {
    const layer = layers[node] ?? 0
    through[layer] = (through[layer] ?? 0) + Math.max(sides[node]?.in ?? 0, sides[node]?.out ?? 0)
  }
  return Math.max(0, ...through.filter((value) => value !== undefined))
}

/** What is built up in a step (sign 1) or taken from it (sign −1). */
export function heldIn(stocks: readonly SankeyStock[], sign: 1 | -1): number {
  return stocks.reduce((sum, { value }) => sum + Math.max(0, (value ?? 0) * sign), 0)
}
