import { positionsIn } from './order-columns.js'
import { portHeight, type BackFlow, type Measures, type Piece } from './pieces.js'
import { GAP } from './sizes.js'

export type Side = 'above' | 'below'

/** Link → middle of its band at the box it leaves or enters, from the top of the box. */
export type Ports = { readonly out: ReadonlyMap<number, number>; readonly into: ReadonlyMap<number, number> }

/** Flows that run back, nearest lane first: short ways inside long ones. */
export function byLane(backs: readonly BackFlow[]): readonly BackFlow[] {
  return backs.toSorted((a, b) => a.right - a.left - (b.right - b.left) || a.link - b.link)
}

/**
 * Ports of every box in the order of what they lead to; flows that run back stand at its top or bottom, the nearest
 * lane outermost, so that they do not cross each other. `stocks` is the room of stock changes below them.
 */
export function portsOf(
  piece: Piece,
  columns: readonly (readonly number[])[],
  { widths }: Measures,
  sides: ReadonlyMap<number, Side>,
  stocks: readonly { readonly left: number; readonly right: number }[],
): Ports {
  const positions = positionsIn(columns)
  const ends = { out: new Map<number, number[]>(), into: new Map<number, number[]>() }
  const join = (map: Map<number, number[]>, node: number | undefined, link: number): void => {
    if (node === undefined) return
    const list = map.get(node)
    if (list) list.push(link)
    else map.set(node, [link])
  }
  const at = (item: number): number => positions[item] ?? 0
  for (const { left, link } of piece.segments.toSorted((a, b) => at(a.right) - at(b.right)))
    join(ends.out, piece.items[left]?.node, link)
  for (const { right, link } of piece.segments.toSorted((a, b) => at(a.left) - at(b.left)))
    join(ends.into, piece.items[right]?.node, link)
  const lanes = byLane(piece.backs)
  const stacked = (end: 'out' | 'into', node: number): readonly number[] => {
    const own = lanes.filter((back) => (end === 'out' ? back.from : back.to) === node).map(({ link }) => link)
    const above = own.filter((link) => sides.get(link) === 'above')
    const below = own.filter((link) => sides.get(link) !== 'above')
    return [...above, ...(ends[end].get(node) ?? []), ...below.toReversed()]
  }
  const placed = (end: 'out' | 'into'): ReadonlyMap<number, number> => {
    const offsets = new Map<number, number>()
    for (const [node, item] of piece.boxes) {
      const stock = stocks[node]?.[end === 'out' ? 'right' : 'left'] ?? 0
      const links = stacked(end, node)
      const heights = links.map((link) => portHeight(widths[link] ?? 0))
      const used =
        heights.reduce((sum, height) => sum + height + GAP.port, GAP.port) +
        (stock > 0 ? stock + GAP.port : 0)
      let y = ((piece.items[item]?.height ?? 0) - used) / 2 + GAP.port
      for (const [index, link] of links.entries()) {
        const height = heights[index] ?? 0
        offsets.set(link, y + height / 2)
        y += height + GAP.port
      }
    }
    return offsets
  }
  return { out: placed('out'), into: placed('into') }
}
