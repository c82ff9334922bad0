import type { Piece, Segment } from './pieces.js'

const SWEEPS = 16

type Columns = readonly (readonly number[])[]

/**
 * Order of the items in each column with few crossings of thick bands: barycentre sweeps to and fro, the best kept.
 * Equal ones stand in the order of the file. Nothing is random.
 */
export function orderColumns(piece: Piece): Columns {
  const near = neighbours(piece)
  const gaps = segmentsByColumn(piece)
  let columns: Columns = piece.columns
  let best = { columns, crossings: crossings(columns, gaps) }
  for (let sweep = 0; sweep < SWEEPS && best.crossings > 0; sweep += 1) {
    columns = swept(columns, near, sweep % 2 === 0 ? 'left' : 'right')
    const count = crossings(columns, gaps)
    if (count < best.crossings) best = { columns, crossings: count }
  }
  return exchanged(best.columns, near)
}

/** Neighbours in a column change places as long as that leaves less crossing. */
function exchanged(columns: Columns, near: Neighbours): Columns {
  const next = columns.map((column) => [...column])
  const positions = positionsIn(columns)
  for (let round = 0, moved = true; moved && round < SWEEPS; round += 1) {
    moved = false
    for (const column of next) {
      for (let index = 0; index + 1 < column.length; index += 1) {
        const [upper = -1, lower = -1] = column.slice(index, index + 2)
        if (crossed(lower, upper, near, positions) >= crossed(upper, lower, near, positions)) continue
        column.splice(index, 2, lower, upper)
        positions[lower] = index
        positions[upper] = index + 1
        moved = true
      }
    }
  }
  return next
}

/** What crosses between two of a column when the first stands above the second. */
function crossed(upper: number, lower: number, near: Neighbours, positions: readonly number[]): number {
  let sum = 0
  for (const side of ['left', 'right'] as const) {
    for (const a of near[side][upper] ?? []) {
      for (const b of near[side][lower] ?? []) {
        if ((positions[a.item] ?? 0) > (positions[b.item] ?? 0)) sum += (a.width + 1) * (b.width + 1)
      }
    }
  }
  return sum
}

type Near = readonly { readonly item: number; readonly width: number }[]

export type Neighbours = Readonly<Record<'left' | 'right', readonly Near[]>>

/** Item → items it is joined with in the column to its left and to its right. */
export function neighbours({ items, segments }: Piece): Neighbours {
  const left = items.map((): { item: number; width: number }[] => [])
  const right = items.map((): { item: number; width: number }[] => [])
  for (const { left: from, right: to, width } of segments) {
    right[from]?.push({ item: to, width })
    left[to]?.push({ item: from, width })
  }
  return { left, right }
}

/** Item → its place in its column. */
export function positionsIn(columns: Columns): number[] {
  const positions: number[] = []
  for (const column of columns) for (const [index, item] of column.entries()) positions[item] = index
  return positions
}

/** Each column in turn by the mean place of the neighbours on one side. */
function swept(columns: Columns, near: Neighbours, side: 'left' | 'right'): Columns {
  const positions = positionsIn(columns)
  const next = columns.map((column) => [...column])
  for (const column of side === 'left' ? next : next.toReversed()) {
    const keys = new Map(
      column.map((item) => [item, mean(near[side][item] ?? [], positions) ?? positions[item] ?? 0]),
    )
    column.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0) || a - b)
    for (const [index, item] of column.entries()) positions[item] = index
  }
  return next
}

function mean(near: Near, positions: readonly number[]): number | undefined {
  if (near.length === 0) return undefined
  const weight = near.reduce((sum, { width }) => sum + width + 1, 0)
  return near.reduce((sum, { item, width }) => sum + (positions[item] ?? 0) * (width + 1), 0) / weight
}

function segmentsByColumn({ items, segments }: Piece): readonly (readonly Segment[])[] {
  const gaps: Segment[][] = []
  for (const segment of segments) (gaps[items[segment.left]?.column ?? 0] ??= []).push(segment)
  return gaps.filter((gap) => gap !== undefined)
}

/** What crosses, each pair by the product of its widths; with a tree of partial sums (Fenwick 1994). */
function crossings(columns: Columns, gaps: readonly (readonly Segment[])[]): number {
  const positions = positionsIn(columns)
  const at = (item: number): number => positions[item] ?? 0
  let total = 0
  for (const gap of gaps) {
    const sorted = gap.toSorted((a, b) => at(a.left) - at(b.left) || at(a.right) - at(b.right))
    const tree = Array.from({ length: Math.max(...gap.map(({ right }) => at(right))) + 2 }, () => 0)
    let all = 0
    for (const { right, width } of sorted) {
      let before = 0
      for (let index = at(right) + 1; index > 0; index -= index & -index) before += tree[index] ?? 0
      total += (all - before) * (width + 1)
      all += width + 1
      for (let index = at(right) + 1; index < tree.length; index += index & -index) {
        tree[index] = (tree[index] ?? 0) + width + 1
      }
    }
  }
  return total
}
