import { bandShape, headLength, sideways, tightest, type BandShape, type Move } from './band.js'
import type { Columns } from './column-widths.js'
import type { SankeyLink, SankeyNode } from './graph.js'
import type { TextBlock } from './labels.js'
import type { Lane } from './lanes.js'
import type { Measures, Piece } from './pieces.js'
import type { Ports } from './ports.js'
import { BOX_WIDTH, GAP, standsInside } from './sizes.js'
import { bendKey } from './stagger.js'

/** A rectangle in pixels. */
export type Frame = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Lines of text in the middle of their frame. */
export type PlacedText = Frame & { readonly block: TextBlock }

export type PlacedBox = Frame & {
  readonly node: SankeyNode
  readonly label: PlacedText
  /** What is built up (at the right edge) or taken (at the left), as high as a band of that value. */
  readonly stocks: readonly Frame[]
}

export type PlacedBand = {
  readonly link: SankeyLink
  /** Place of the link in the graph. */
  readonly index: number
  readonly width: number
  /** Wider than its value, which would not be seen. */
  readonly hairline: boolean
  readonly back: boolean
  readonly label: PlacedText
} & BandShape

/** Room of stock changes at the sides of a box, in pixels. */
export type StockRoom = { readonly left: number; readonly right: number }

/** A connected part in its place; `top` and `bottom` are those of its items, lanes lie outside. */
export type Part = {
  readonly piece: Piece
  readonly tops: readonly number[]
  readonly ports: Ports
  readonly lanes: readonly Lane[]
  readonly top: number
  readonly bottom: number
}

export type Place = {
  readonly measures: Measures
  readonly columns: Columns
  readonly scale: number
  readonly texts: readonly TextBlock[]
  readonly stocks: readonly StockRoom[]
}

const STOCK_WIDTH = 9

function centred(block: TextBlock, x: number, y: number): PlacedText {
  return { x: x - block.width / 2, y: y - block.height / 2, width: block.width, height: block.height, block }
}

const NO_TEXT: TextBlock = { lines: [], size: 0, leading: 0, width: 0, height: 0 }

export function boxesOf({ piece, tops, top }: Part, place: Place): readonly PlacedBox[] {
  return [...piece.boxes].flatMap(([index, item]) => {
    const node = place.measures.graph.nodes[index]
    const { column = 1, height = 0 } = piece.items[item] ?? {}
    if (node === undefined) return []
    const x = place.columns.zones[(column - 1) / 2]?.end ?? 0
    const y = top + (tops[item] ?? 0)
    const { left = 0, right = 0 } = place.stocks[index] ?? {}
    const stock = (at: number, size: number): readonly Frame[] =>
      size > 0 ? [{ x: at, y: y + height - GAP.port - size, width: STOCK_WIDTH, height: size }] : []
    const stocks = [...stock(x, left), ...stock(x + BOX_WIDTH - STOCK_WIDTH, right)]
    const label = centred(place.texts[index] ?? NO_TEXT, x + BOX_WIDTH / 2, y + height / 2)
    return [{ node, x, y, width: BOX_WIDTH, height, label, stocks }]
  })
}

export function bandsOf(part: Part, place: Place): readonly PlacedBand[] {
  const ways = new Map<number, Way>()
  for (const [item, { link, label }] of part.piece.items.entries()) {
    if (link !== undefined && label) ways.set(link, { first: item, items: [] })
  }
  for (const [item, { link }] of part.piece.items.entries())
    if (link !== undefined) ways.get(link)?.items.push(item)
  const forward = [...ways].map(([link, way]) => forwardBand(part, place, link, way))
  return [...forward, ...part.lanes.map((lane) => backBand(part, place, lane))]
}

/** The items of a flow from left to right, none of them a box; the first has the label. */
type Way = { readonly first: number; readonly items: number[] }

function bandOf(
  place: Place,
  index: number,
  rest: BandShape & Pick<PlacedBand, 'back' | 'label'>,
): PlacedBand {
  const link = place.measures.graph.links[index]
  if (link === undefined) throw new Error(`the graph has no link ${index}`)
  const width = place.measures.widths[index] ?? 0
  return {
    link,
    index,
    width,
    hairline: link.value !== null && link.value * place.scale < width - 1e-9,
    ...rest,
  }
}

/** Middle of the label: in the band where it is wide enough, else above it. */
function labelAt(place: Place, index: number, x: number, bandY: number): PlacedText {
  const block = place.measures.labels[index] ?? NO_TEXT
  const width = place.measures.widths[index] ?? 0
  return centred(block, x, standsInside(width, block) ? bandY : bandY - width / 2 - 3 - block.height / 2)
}

function forwardBand(part: Part, place: Place, index: number, way: Way): PlacedBand {
  const { piece, tops, top, ports } = part
  const width = place.measures.widths[index] ?? 0
  const zonesAt = (column: number) => place.columns.zones[column / 2] ?? NO_ZONES
  const middle = (item: number): number => top + (tops[item] ?? 0) + (piece.items[item]?.anchor ?? 0)
  const source = piece.boxes.get(place.measures.ends[index]?.from ?? -1)
  const target = piece.boxes.get(place.measures.ends[index]?.to ?? -1)
  const labelColumn = piece.items[way.first]?.column ?? 0
  const startY =
    source === undefined ? middle(way.first) : top + (tops[source] ?? 0) + (ports.out.get(index) ?? 0)
  const endY = target === undefined ? undefined : top + (tops[target] ?? 0) + (ports.into.get(index) ?? 0)
  const moves: Move[] = []
  let y = startY
  for (const [step, item] of way.items.entries()) {
    const { column } = piece.items[item] ?? { column: 0 }
    if (column % 2 === 1) {
      moves.push({ go: BOX_WIDTH })
      continue
    }
    const { start, bends, labels, bendsAfter, turnsIn, end } = zonesAt(column)
    const off = (side: 'left' | 'right'): number =>
      place.columns.standOff.get(bendKey({ link: index, column, side })) ?? 0
    if (step > 0 || source !== undefined) {
      const from = bends + off('left')
      moves.push({ go: from - start }, ...sideways(labels - from, middle(item) - y, width))
    }
    y = middle(item)
    moves.push({ go: bendsAfter - labels })
    const next = way.items[step + 1]
    const nextY = next === undefined ? endY : middle(next)
    if (nextY === undefined) continue
    const until = turnsIn - off('right')
    moves.push(...sideways(until - bendsAfter, nextY - y, width), { go: end - until })
    y = nextY
  }
  const first = zonesAt(labelColumn)
  const shape = bandShape({
    x: source === undefined ? first.labels : first.start,
    y: startY,
    width,
    moves: shortened(moves, headLength(width)),
    tail: source === undefined,
  })
  const stub = (target === undefined ? -1 : source === undefined ? 1 : 0) * (headLength(width) / 2)
  const label = labelAt(place, index, (first.labels + first.bendsAfter) / 2 + stub, middle(way.first))
  return bandOf(place, index, { ...shape, back: false, label })
}

const NO_ZONES = { start: 0, bends: 0, labels: 0, bendsAfter: 0, turnsIn: 0, end: 0 }

/** Leaves room for the head: the last move is a straight one and longer than that. */
function shortened(moves: readonly Move[], by: number): readonly Move[] {
  const last = moves.at(-1)
  return last !== undefined && 'go' in last ? [...moves.slice(0, -1), { go: last.go - by }] : moves
}

/** Out of its box, around in its lane, and in from the left. */
function backBand(
  { piece, tops, ports, top, bottom }: Part,
  place: Place,
  { back, side, depth, height }: Lane,
): PlacedBand {
  const { link: index, width } = back
  const radius = tightest(width)
  const port = (node: number, end: 'out' | 'into'): number =>
    top + (tops[piece.boxes.get(node) ?? -1] ?? 0) + (ports[end].get(index) ?? 0)
  const [from, to] = [port(back.from, 'out'), port(back.to, 'into')]
  const x = place.columns.zones[back.right / 2]?.start ?? 0
  const end = place.columns.zones[back.left / 2]?.end ?? 0
  const off = (place.columns.off.get(index) ?? 0) + width / 2
  const into = (place.columns.in.get(index) ?? 0) + width / 2
  const lane = side === 'below' ? bottom + depth + height - width / 2 : top - depth - width / 2
  const turn = { turn: side === 'below' ? Math.PI / 2 : -Math.PI / 2, radius }
  const moves: readonly Move[] = [
    { go: off - radius - x },
    turn,
    { go: Math.abs(lane - from) - 2 * radius },
    turn,
    { go: off - into - 2 * radius },
    turn,
    { go: Math.abs(lane - to) - 2 * radius },
    turn,
    { go: end - into - radius },
  ]
  const shape = bandShape({ x, y: from, width, moves: shortened(moves, headLength(width)) })
  const label = labelAt(place, index, x - BOX_WIDTH / 2, lane)
  return bandOf(place, index, { ...shape, back: true, label })
}
