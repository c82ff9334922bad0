import type { BackFlow, Piece } from './pieces.js'
import { byLane, type Side } from './ports.js'
import { GAP } from './sizes.js'

/** A flow that runs back: its side, and the top of its room outside the part, from the part's edge outwards. */
export type Lane = {
  readonly back: BackFlow
  readonly side: Side
  readonly depth: number
  readonly height: number
}

/** Lanes of one part, those of a side nested: a lane lies outside of all shorter ones that it overlaps. */
export function lanesOf(
  backs: readonly BackFlow[],
  sides: ReadonlyMap<number, Side>,
  heightOf: (link: number) => number,
): readonly Lane[] {
  return (['above', 'below'] as const).flatMap((side) => {
    const rows: BackFlow[][] = []
    for (const back of byLane(backs.filter(({ link }) => (sides.get(link) ?? 'below') === side))) {
      const beneath = rows.findLastIndex((row) =>
        row.some((other) => other.left < back.right && back.left < other.right),
      )
      ;(rows[beneath + 1] ??= []).push(back)
    }
    let depth = GAP.lane
    return rows.flatMap((row) => {
      const height = Math.max(...row.map(({ link }) => heightOf(link)))
      const lanes = row.map((back): Lane => ({ back, side, depth, height: heightOf(back.link) }))
      depth += height + GAP.lane
      return lanes
    })
  })
}

/** How far the lanes of a side reach out. */
export function depthOf(lanes: readonly Lane[], side: Side): number {
  return lanes.reduce(
    (most, lane) => (lane.side === side ? Math.max(most, lane.depth + lane.height) : most),
    0,
  )
}

/**
 * The side on which each flow that runs back crosses less: what leaves and enters the other boxes of its ends, and lanes
 * that are there before. Links that are not named run below.
 */
export function sidesOf(piece: Piece, columns: readonly (readonly number[])[]): ReadonlyMap<number, Side> {
  const through = { out: piece.items.map(() => 0), into: piece.items.map(() => 0) }
  const add = (end: 'out' | 'into', item: number | undefined, width: number): void => {
    if (item !== undefined) through[end][item] = (through[end][item] ?? 0) + width
  }
  for (const { left, right, width } of piece.segments) {
    add('out', left, width)
    add('into', right, width)
  }
  for (const { from, to, width } of piece.backs) {
    add('out', piece.boxes.get(from), width)
    add('into', piece.boxes.get(to), width)
  }
  const crossed = (node: number, end: 'out' | 'into', side: Side): number => {
    const item = piece.boxes.get(node) ?? -1
    const column = columns[piece.items[item]?.column ?? 0] ?? []
    const place = column.indexOf(item)
    const others = side === 'above' ? column.slice(0, place) : column.slice(place + 1)
    return others.reduce((sum, other) => sum + (through[end][other] ?? 0), 0)
  }
  const chosen = { above: [] as BackFlow[], below: [] as BackFlow[] }
  const cost = (back: BackFlow, side: Side): number => {
    const lanes = chosen[side].filter((other) => interlaced(other, back))
    const crossedLanes = lanes.reduce((sum, { width }) => sum + width, 0)
    return crossed(back.from, 'out', side) + crossed(back.to, 'into', side) + crossedLanes
  }
  for (const back of byLane(piece.backs))
    chosen[cost(back, 'above') < cost(back, 'below') ? 'above' : 'below'].push(back)
  return new Map(chosen.above.map(({ link }) => [link, 'above'] as const))
}

/** Whether two lanes on one side cross: they overlap, and none lies within the other. */
function interlaced(a: BackFlow, b: BackFlow): boolean {
  const [first, second] = a.left < b.left ? [a, b] : [b, a]
  return first.left < second.left && second.left < first.right && first.right < second.right
}
