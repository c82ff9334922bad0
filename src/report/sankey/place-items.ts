import type { Item, Piece, Segment } from './pieces.js'
import type { Ports } from './ports.js'
import { GAP } from './sizes.js'

/** Sweeps that follow the neighbours on one side by turns, then sweeps between those on both. */
const SWEEPS = { turns: 24, both: 60 } as const

/** Nobody sees less. */
const STILL = 0.05

/**
 * Tops of all items: every band as straight as may be, nothing over another. Column by column the places nearest to
 * those the neighbours ask for, by least squares under the order and the distances (pool adjacent violators).
 */
export function placeItems(
  piece: Piece,
  columns: readonly (readonly number[])[],
  ports: Ports,
): readonly number[] {
  const tops = piece.items.map(() => 0)
  for (const column of columns) stack(piece, column, tops)
  const pulls = pullsOf(piece, ports)
  let farthest = Number.POSITIVE_INFINITY
  for (let sweep = 0; sweep < SWEEPS.turns + SWEEPS.both && farthest > STILL; sweep += 1) {
    const sides = sweep < SWEEPS.turns ? [sweep % 2 === 0 ? ('left' as const) : ('right' as const)] : BOTH
    farthest = sweep < SWEEPS.turns ? Number.POSITIVE_INFINITY : 0
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed())
      farthest = Math.max(farthest, settle(piece, column, { tops, pulls, sides }))
  }
  const highest = Math.min(...tops)
  return tops.map((top) => top - highest)
}

const BOTH = ['left', 'right'] as const

type Pull = { readonly item: number; readonly shift: number; readonly weight: number }
type Pulls = Readonly<Record<'left' | 'right', readonly (readonly Pull[])[]>>

/** Middle of the band of a segment at one of its ends, from the top of the item there. */
export function anchorOf(
  { items }: Piece,
  { link, left, right }: Segment,
  ports: Ports,
  end: 'left' | 'right',
): number {
  const item = items[end === 'left' ? left : right]
  if (item?.node === undefined) return item?.anchor ?? 0
  return (end === 'left' ? ports.out : ports.into).get(link) ?? item.anchor
}

/** Item → where each neighbour wants its top: `shift` below the top of the neighbour. */
function pullsOf(piece: Piece, ports: Ports): Pulls {
  const left = piece.items.map((): Pull[] => [])
  const right = piece.items.map((): Pull[] => [])
  for (const segment of piece.segments) {
    const [from, to] = [piece.items[segment.left], piece.items[segment.right]]
    // Flows that pass boxes shall run straight.
    const stiff = from?.node === undefined && to?.node === undefined ? 6 : 1
    // A bend of a thick band is worse than many of thin ones.
    const weight = (segment.width + 2) ** 2 * stiff
    const shift = anchorOf(piece, segment, ports, 'left') - anchorOf(piece, segment, ports, 'right')
    left[segment.right]?.push({ item: segment.left, shift, weight })
    right[segment.left]?.push({ item: segment.right, shift: -shift, weight })
  }
  return { left, right }
}

/** The least distance between two that follow each other in a column. */
export function distance(upper: Item | undefined, lower: Item | undefined): number {
  if (upper?.node !== undefined && lower?.node !== undefined) return GAP.box
  return upper?.label && lower?.label
    ? GAP.label
    : upper?.node === undefined && lower?.node === undefined
      ? GAP.pass
      : GAP.label
}

function stack({ items }: Piece, column: readonly number[], tops: number[]): void {
  let y = 0
  for (const [index, item] of column.entries()) {
    if (index > 0) y += distance(items[column[index - 1] ?? -1], items[item])
    tops[item] = y
    y += items[item]?.height ?? 0
  }
}

type Settling = {
  readonly tops: number[]
  readonly pulls: Pulls
  readonly sides: readonly ('left' | 'right')[]
}

/** Places one column; gives how far the farthest item moved. */
function settle({ items }: Piece, column: readonly number[], settling: Settling): number {
  const { tops } = settling
  const offsets: number[] = []
  const blocks: Blocks = { sums: [], weights: [], counts: [] }
  let offset = 0
  for (const [index, item] of column.entries()) {
    if (index > 0) {
      const above = items[column[index - 1] ?? -1]
      offset += (above?.height ?? 0) + distance(above, items[item])
    }
    offsets.push(offset)
    addBlock(blocks, item, offset, settling)
  }
  let [index, farthest] = [0, 0]
  for (const [block, count] of blocks.counts.entries()) {
    const at = (blocks.sums[block] ?? 0) / (blocks.weights[block] ?? 1)
    for (let each = 0; each < count; each += 1, index += 1) {
      const item = column[index] ?? -1
      const top = at + (offsets[index] ?? 0)
      farthest = Math.max(farthest, Math.abs(top - (tops[item] ?? 0)))
      tops[item] = top
    }
  }
  return farthest
}

/** Items that have closed up: what they want together, as numbers side by side for speed. */
type Blocks = { readonly sums: number[]; readonly weights: number[]; readonly counts: number[] }

/** Adds an item, and joins the last blocks as long as the later wants to be above the earlier. */
function addBlock({ sums, weights, counts }: Blocks, item: number, offset: number, settling: Settling): void {
  const { tops, pulls, sides } = settling
  let [sum, weight] = [0, 0]
  for (const side of sides) {
    for (const pull of pulls[side][item] ?? []) {
      sum += ((tops[pull.item] ?? 0) + pull.shift - offset) * pull.weight
      weight += pull.weight
    }
  }
  // What nobody pulls stays where it is, but makes room.
  if (weight === 0) [sum, weight] = [((tops[item] ?? 0) - offset) * 0.01, 0.01]
  let count = 1
  while (counts.length > 0 && (sums.at(-1) ?? 0) * weight > sum * (weights.at(-1) ?? 0)) {
    sum += sums.pop() ?? 0
    weight += weights.pop() ?? 0
    count += counts.pop() ?? 0
  }
  sums.push(sum)
  weights.push(weight)
  counts.push(count)
}
