import type { Lang } from '../../model/text.js'
import { headLength } from './band.js'
import { placeColumns, type Columns } from './column-widths.js'
import type { SankeyGraph, SankeyNode } from './graph.js'
import { boxLabel, linkLabel } from './labels.js'
import { depthOf, lanesOf, sidesOf } from './lanes.js'
import { orderColumns } from './order-columns.js'
import { boxHeights, linkEnds, piecesOf, structureOf, type Measures, type Piece } from './pieces.js'
import { anchorOf, placeItems } from './place-items.js'
import {
  bandsOf,
  boxesOf,
  type Part,
  type PlacedBand,
  type PlacedBox,
  type StockRoom,
} from './place-shapes.js'
import { portsOf } from './ports.js'
import { heldIn, scaleOf } from './scale.js'
import { GAP, HAIRLINE, slotHeight } from './sizes.js'
import type { Bend } from './stagger.js'

export type Layout = {
  readonly width: number
  readonly height: number
  /** Pixels of one unit; 0 where no value is known. */
  readonly scale: number
  readonly boxes: readonly PlacedBox[]
  /** In the order of the links of the graph. */
  readonly bands: readonly PlacedBand[]
}

/** Room beside a stub that lies at the edge of the drawing. */
const LEAST_LABEL = 40

/**
 * Places a graph: boxes in layers, every flow as a band of constant width by one scale for the whole drawing, labels
 * in rooms of their own, flows that run back around the rest. The same graph gives the same layout.
 */
export function layoutSankey(graph: SankeyGraph, stockWord: string, lang: Lang): Layout {
  const structure = structureOf(graph)
  const scale = scaleOf(graph, structure)
  const widths = graph.links.map(({ value }) => Math.max(HAIRLINE, (value ?? 0) * scale))
  const stocks = graph.nodes.map((node) => stockRoom(node, scale))
  const texts = graph.nodes.map((node) => boxLabel(node, graph, stockWord, lang))
  const measures: Measures = {
    graph,
    ends: linkEnds(graph),
    widths,
    labels: graph.links.map((link) => linkLabel(link, graph, lang)),
    boxHeights: boxHeights(graph, widths, texts, stocks),
  }
  const parts = stackParts(piecesOf(measures, structure).map((piece) => placePart(piece, measures, stocks)))
  const columns = columnsOf(parts, measures)
  const place = { measures, columns, scale, texts, stocks }
  const bands = parts.flatMap((part) => bandsOf(part, place))
  return {
    width: columns.width,
    height: parts.reduce((most, part) => Math.max(most, part.bottom + depthOf(part.lanes, 'below')), 0),
    scale,
    boxes: parts.flatMap((part) => boxesOf(part, place)),
    bands: bands.toSorted((a, b) => a.index - b.index),
  }
}

function stockRoom({ stocks }: SankeyNode, scale: number): StockRoom {
  return { left: heldIn(stocks, -1) * scale, right: heldIn(stocks, 1) * scale }
}

type LoosePart = Omit<Part, 'top' | 'bottom'>

function placePart(piece: Piece, measures: Measures, stocks: readonly StockRoom[]): LoosePart {
  const columns = orderColumns(piece)
  const sides = sidesOf(piece, columns)
  const ports = portsOf(piece, columns, measures, sides, stocks)
  const tops = placeItems(piece, columns, ports)
  const lanes = lanesOf(piece.backs, sides, (link) =>
    slotHeight(measures.widths[link] ?? 0, measures.labels[link]),
  )
  return { piece, tops, ports, lanes }
}

function heightOf({ items }: Piece, tops: readonly number[]): number {
  return items.reduce((most, { height }, index) => Math.max(most, (tops[index] ?? 0) + height), 0)
}

/** The parts one below the other. */
function stackParts(parts: readonly LoosePart[]): readonly Part[] {
  let y = 0
  return parts.map((part) => {
    const top = y + depthOf(part.lanes, 'above')
    const bottom = top + heightOf(part.piece, part.tops)
    y = bottom + depthOf(part.lanes, 'below') + GAP.part
    return { ...part, top, bottom }
  })
}

/** All parts share their columns, so that boxes of a layer stand below each other. */
function columnsOf(parts: readonly Part[], { labels, widths, ends }: Measures): Columns {
  const bends = parts.flatMap(bendsOf)
  const labelWidths: number[] = []
  for (const { column, link, label } of parts.flatMap(({ piece }) => piece.items)) {
    if (column % 2 === 1 || link === undefined) continue
    const { from, to } = ends[link] ?? { from: -1, to: -1 }
    // The head or tail of a stub is no place for text.
    const stub = from < 0 || to < 0 ? headLength(widths[link] ?? 0) : 0
    const width = label ? (labels[link]?.width ?? 0) + stub : 0
    labelWidths[column] = Math.max(labelWidths[column] ?? 0, width, LEAST_LABEL)
  }
  const count = Math.max(1, ...parts.map(({ piece }) => piece.columns.length))
  const lanes = parts.flatMap((part) => part.lanes)
  return placeColumns(count, { bends, labelWidths, lanes, widest: Math.max(0, ...widths) })
}

function bendsOf({ piece, tops, top, ports }: Part): readonly Bend[] {
  return piece.segments.map((segment) => {
    const { link, left, right, width } = segment
    const from = (tops[left] ?? 0) + anchorOf(piece, segment, ports, 'left')
    const to = (tops[right] ?? 0) + anchorOf(piece, segment, ports, 'right')
    const column = piece.items[left]?.column ?? 0
    return column % 2 === 1
      ? { link, column: column + 1, side: 'left', from: from + top, to: to + top, width }
      : { link, column, side: 'right', from: from + top, to: to + top, width }
  })
}
