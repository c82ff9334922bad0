import { backEdges, layersOf } from './back-edges.js'
import type { SankeyGraph } from './graph.js'
import type { TextBlock } from './labels.js'
import { GAP, slotHeight } from './sizes.js'

/**
 * Something that takes room in a column. Odd columns hold the boxes of a layer and the flows that pass it; the even
 * ones between hold the labels of flows and the flows that pass on.
 */
export type Item = {
  readonly column: number
  readonly height: number
  /** From its top to the middle of its band; of a box the ports say it. */
  readonly anchor: number
  readonly node?: number
  readonly link?: number
  readonly label?: true
}

/** A flow from an item to one in the next column. */
export type Segment = {
  readonly link: number
  readonly left: number
  readonly right: number
  readonly width: number
}

/** A flow that runs back: from the column right of its source, around, to the column left of its target. */
export type BackFlow = {
  readonly link: number
  readonly from: number
  readonly to: number
  readonly width: number
  readonly left: number
  readonly right: number
}

/** A connected part of the graph, before anything has a place. Indices of items are those in `items`. */
export type Piece = {
  readonly items: readonly Item[]
  readonly segments: readonly Segment[]
  readonly backs: readonly BackFlow[]
  /** Column → items from top to bottom. */
  readonly columns: readonly (readonly number[])[]
  /** Node → its item. */
  readonly boxes: ReadonlyMap<number, number>
}

/** What the layout knows of the graph beside itself. */
export type Measures = {
  readonly graph: SankeyGraph
  readonly ends: readonly LinkEnds[]
  /** Widths of links in pixels. */
  readonly widths: readonly number[]
  readonly labels: readonly TextBlock[]
  /** Least heights of boxes, for their texts and stocks; see `boxHeights`. */
  readonly boxHeights: readonly number[]
}

/** Node numbers of the ends of a link; -1 is outside. */
export type LinkEnds = { readonly from: number; readonly to: number }

export function linkEnds(graph: SankeyGraph): readonly LinkEnds[] {
  const numbers = new Map(graph.nodes.map(({ id }, index) => [id, index]))
  const at = (id: string | null): number => (id === null ? -1 : (numbers.get(id) ?? -1))
  return graph.links.map(({ from, to }) => ({ from: at(from), to: at(to) }))
}

/** Numbers of the connected parts of the graph, each with its nodes in the order of the file. */
export function connectedParts(graph: SankeyGraph): readonly (readonly number[])[] {
  const root = graph.nodes.map((_, index) => index)
  const find = (node: number): number => {
    let top = node
    while (root[top] !== top) top = root[top] ?? top
    for (let each = node; each !== top;) {
      const next = root[each] ?? top
      root[each] = top
      each = next
    }
    return top
  }
  for (const { from, to } of linkEnds(graph)) {
    if (from < 0 || to < 0) continue
    const [a, b] = [find(from), find(to)]
    root[Math.max(a, b)] = Math.min(a, b)
  }
  const parts = new Map<number, number[]>()
  for (const node of root.keys()) {
    const top = find(node)
    parts.set(top, [...(parts.get(top) ?? []), node])
  }
  return [...parts.values()]
}

/** Links that run back, and the layer of each node. */
export type Structure = { readonly back: ReadonlySet<number>; readonly layers: readonly number[] }

export function structureOf(graph: SankeyGraph): Structure {
  const ends = linkEnds(graph)
  const weight = (link: number): number => graph.links[link]?.value ?? 0
  const inner = ends.flatMap(({ from, to }, link) => (from >= 0 && to >= 0 ? [{ link, from, to }] : []))
  const into = graph.nodes.map(() => 0)
  for (const [link, { from, to }] of ends.entries()) {
    if (from < 0 && to >= 0) into[to] = (into[to] ?? 0) + weight(link)
    if (to < 0 && from >= 0) into[from] = (into[from] ?? 0) - weight(link)
  }
  const edges = inner.map(({ link, from, to }) => {
    return { from, to, weight: weight(link), recycle: graph.links[link]?.recycle ?? false }
  })
  const found = backEdges({ nodes: graph.nodes.length, edges, into })
  const forward = edges.filter((_, index) => !found.has(index))
  return {
    back: new Set([...found].flatMap((index) => inner[index]?.link ?? [])),
    layers: layersOf(graph.nodes.length, forward),
  }
}

/** The connected parts as items in columns, in the order of the file. */
export function piecesOf(measures: Measures, structure: Structure): readonly Piece[] {
  const { graph, ends } = measures
  const parts = connectedParts(graph)
  const partOf = new Map(parts.flatMap((nodes, part) => nodes.map((node) => [node, part] as const)))
  const links = parts.map((): number[] => [])
  for (const [link, { from, to }] of ends.entries()) links[partOf.get(from < 0 ? to : from) ?? -1]?.push(link)
  return parts.map((nodes, part) => pieceOf({ measures, structure }, nodes, links[part] ?? []))
}

type Work = { readonly measures: Measures; readonly structure: Structure }

function pieceOf({ measures, structure }: Work, nodes: readonly number[], links: readonly number[]): Piece {
  const lowest = Math.min(...nodes.map((node) => structure.layers[node] ?? 0))
  const columnOf = (node: number): number => 2 * ((structure.layers[node] ?? 0) - lowest) + 1
  const items: Item[] = []
  const segments: Segment[] = []
  const backs: BackFlow[] = []
  const add = (item: Item): number => items.push(item) - 1
  const boxes = new Map(
    nodes.map((node) => {
      const height = measures.boxHeights[node] ?? 0
      return [node, add({ column: columnOf(node), height, anchor: height / 2, node })]
    }),
  )
  for (const link of links) {
    const { from, to } = measures.ends[link] ?? { from: -1, to: -1 }
    const width = measures.widths[link] ?? 0
    if (structure.back.has(link)) {
      backs.push({ link, from, to, width, left: columnOf(to) - 1, right: columnOf(from) + 1 })
      continue
    }
    const first = from < 0 ? columnOf(to) - 1 : columnOf(from) + 1
    const last = to < 0 ? first : columnOf(to) - 1
    let before = from < 0 ? undefined : boxes.get(from)
    for (let column = first; column <= last; column += 1) {
      const item = add(flowItem(measures, link, column, column === first))
      if (before !== undefined) segments.push({ link, left: before, right: item, width })
      before = item
    }
    const target = to < 0 ? undefined : boxes.get(to)
    if (before !== undefined && target !== undefined)
      segments.push({ link, left: before, right: target, width })
  }
  return { items, segments, backs, columns: columnsOf(items), boxes }
}

function columnsOf(items: readonly Item[]): readonly (readonly number[])[] {
  const count = items.reduce((most, { column }) => Math.max(most, column), 1) + 2
  const columns = Array.from({ length: count - (count % 2 === 0 ? 1 : 0) }, (): number[] => [])
  for (const [index, { column }] of items.entries()) columns[column]?.push(index)
  return columns
}

/** The place of a flow in a column: with its label, or just its band. */
function flowItem({ widths, labels }: Measures, link: number, column: number, labelled: boolean): Item {
  const width = widths[link] ?? 0
  if (!labelled) return { column, height: width, anchor: width / 2, link }
  const height = slotHeight(width, labels[link])
  return { column, height, anchor: height - width / 2, link, label: true }
}

/** Room a box needs for its ports: the larger side; `extra` are stock changes, shown in the box. */
export function boxHeights(
  graph: SankeyGraph,
  widths: readonly number[],
  texts: readonly TextBlock[],
  extra: readonly { readonly left: number; readonly right: number }[],
): readonly number[] {
  const sides = extra.map(({ left, right }) => ({
    left: left > 0 ? left + GAP.port : 0,
    right: right > 0 ? right + GAP.port : 0,
  }))
  for (const [link, { from, to }] of linkEnds(graph).entries()) {
    const slot = portHeight(widths[link] ?? 0) + GAP.port
    const [source, target] = [sides[from], sides[to]]
    if (source) source.right += slot
    if (target) target.left += slot
  }
  return sides.map(({ left, right }, node) =>
    Math.max(left + GAP.port, right + GAP.port, (texts[node]?.height ?? 0) + 8),
  )
}

/** Room of a band at a box: heads of thin bands are wider than they. */
export function portHeight(width: number): number {
  return Math.max(width, 7)
}
