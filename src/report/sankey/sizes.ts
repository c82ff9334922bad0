import type { TextBlock } from './labels.js'

/** Sizes of a drawing in pixels. */
export const BOX_WIDTH = 136
/** No wider than a box and the room beside it that upright parts of flows leave free. */
export const LABEL_WIDTH = BOX_WIDTH + 12

/** Sizes of letters and distances of lines. */
export const TEXT = { size: 11, line: 13.5, boxSize: 12, boxLine: 14.5, title: 18, small: 11 } as const

/** Room between things that lie one above the other. */
export const GAP = { box: 20, label: 9, pass: 6, port: 2, part: 30, lane: 10 } as const

/** Widest band, and the most that stands in one column, runs back in one part, and is drawn at least. */
export const LARGEST = { band: 130, column: 340, back: 200 } as const
export const HAIRLINE = 1

/** Narrower bands are drawn as lines: two edges so near to each other would be one. */
export const THIN = 3

/** A label fits into a band that is this much wider than its text is high. */
const INSIDE = 5

/** Whether the text of a flow stands in its band; else above it. */
export function standsInside(width: number, label: TextBlock): boolean {
  return width >= label.height + INSIDE
}

/** Room of a flow with its label. */
export function slotHeight(width: number, label: TextBlock | undefined): number {
  if (label === undefined || label.lines.length === 0 || standsInside(width, label)) return Math.max(width, 8)
  return label.height + 3 + Math.max(width, 4)
}
