import { headLength, INNER_RADIUS, roomFor } from './band.js'
import type { Lane } from './lanes.js'
import { byLane } from './ports.js'
import { BOX_WIDTH } from './sizes.js'
import { bendKey, standOff, type Bend } from './stagger.js'

/**
 * The zones of a label column from left to right: where flows that run back turn off, the bends behind the boxes,
 * the labels, the bends before the next boxes, and where flows that run back turn in. Edges in pixels.
 */
export type Zones = {
  readonly start: number
  readonly bends: number
  readonly labels: number
  readonly bendsAfter: number
  readonly turnsIn: number
  readonly end: number
}

export type Columns = {
  readonly zones: readonly Zones[]
  /** Link → left edge of its upright part: where it turns off, and where it turns in. */
  readonly off: ReadonlyMap<number, number>
  readonly in: ReadonlyMap<number, number>
  /** `bendKey` → how far from the box a bend begins or ends. */
  readonly standOff: ReadonlyMap<string, number>
  readonly width: number
}

const BEND = { least: 26, share: 0.28, most: 90 }
const TURN_GAP = 6

/** Room in which all bends of a zone keep their width and none is too steep. */
function bendRoom(bends: readonly Bend[], off: ReadonlyMap<Bend, number>): number {
  return bends.reduce((most, bend) => {
    const dy = Math.abs(bend.to - bend.from)
    const room = Math.max(roomFor(dy, bend.width), Math.min(BEND.most, dy * BEND.share))
    return Math.max(most, (off.get(bend) ?? 0) + room)
  }, BEND.least)
}

/** Upright parts beside each other, the nearest lane nearest to the box; from 0 on, with the room they take. */
function turnSlots(lanes: readonly Lane[]): {
  readonly at: ReadonlyMap<number, number>
  readonly room: number
} {
  const at = new Map<number, number>()
  const order = new Map(byLane(lanes.map(({ back }) => back)).map(({ link }, index) => [link, index]))
  const sorted = lanes.toSorted(
    (a, b) => a.depth - b.depth || (order.get(a.back.link) ?? 0) - (order.get(b.back.link) ?? 0),
  )
  let x = INNER_RADIUS + 3
  for (const { back } of sorted) {
    at.set(back.link, x)
    x += back.width + TURN_GAP
  }
  return { at, room: sorted.length === 0 ? 0 : x }
}

/** What needs room in the columns: bends, the widest label of each, lanes, and the widest band for its head. */
export type Needs = {
  readonly bends: readonly Bend[]
  readonly labelWidths: readonly number[]
  readonly lanes: readonly Lane[]
  readonly widest: number
}

/** Where everything stands from left to right. */
export function placeColumns(count: number, { bends, labelWidths, lanes, widest }: Needs): Columns {
  const zones: Zones[] = []
  const off = new Map<number, number>()
  const turnedIn = new Map<number, number>()
  const stands = standOff(bends)
  let x = 0
  for (let column = 0; column < count; column += 2) {
    const turnsOff = turnSlots(lanes.filter(({ back }) => back.right === column))
    const turnsIn = turnSlots(lanes.filter(({ back }) => back.left === column))
    const of = (side: 'left' | 'right') =>
      bends.filter((bend) => bend.column === column && bend.side === side)
    const used = (labelWidths[column] ?? 0) > 0
    const start = x
    const bendsAt = start + turnsOff.room
    const labels = bendsAt + (of('left').length > 0 ? bendRoom(of('left'), stands) : 0)
    const bendsAfter = labels + (used ? (labelWidths[column] ?? 0) + 8 : 0)
    const inAt = bendsAfter + (of('right').length > 0 ? bendRoom(of('right'), stands) : 0)
    const before = of('right').length + turnsIn.at.size > 0 ? headLength(widest) + 4 : 0
    const end = inAt + turnsIn.room + before
    for (const [link, slot] of turnsOff.at) off.set(link, start + slot)
    for (const [link, slot] of turnsIn.at) {
      const width = lanes.find(({ back }) => back.link === link)?.back.width ?? 0
      turnedIn.set(link, end - before - slot - width + INNER_RADIUS)
    }
    zones.push({ start, bends: bendsAt, labels, bendsAfter, turnsIn: inAt, end })
    x = end + (column + 2 < count ? BOX_WIDTH : 0)
  }
  const byKey = new Map([...stands].map(([bend, from]) => [bendKey(bend), from]))
  return { zones, off, in: turnedIn, standOff: byKey, width: x }
}
