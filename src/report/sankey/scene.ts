import type { FlowResult } from '../../model/balances.js'
import type { PathStep } from './band.js'
import type { Medium } from './graph.js'
import type { TextBlock } from './labels.js'
import type { Layout } from './layout.js'
import { MEDIA } from './media.js'
import { THIN } from './sizes.js'
import type { Frame, PlacedBand, PlacedBox, PlacedText } from './place-shapes.js'

/** Colours are `RRGGBB`. */
export type Fill = { readonly color: string; readonly opacity: number } | { readonly hatch: string }
export type Line = {
  readonly color: string
  readonly width: number
  readonly dash: 'solid' | 'long' | 'dots' | 'dash'
}

export type SceneShape = {
  readonly kind: 'shape'
  /** Shown when the pointer rests on it. */
  readonly name: string
  readonly steps: readonly PathStep[]
  readonly fill?: Fill
  readonly line?: Line
}

export type SceneText = Frame & {
  readonly kind: 'text'
  readonly block: TextBlock
  readonly color: string
  readonly align: 'start' | 'middle'
}

/** A drawing as plain shapes and lines of text, lowest first; what writes files needs nothing else. */
export type Scene = {
  readonly width: number
  readonly height: number
  readonly title: string
  /** What it shows, for those who cannot see it. */
  readonly description: string
  readonly items: readonly (SceneShape | SceneText)[]
}

export const INK = {
  text: '1F2933',
  muted: '52606D',
  box: '3E4C59',
  boxFill: 'F5F7FA',
  alarm: '9A3412',
} as const

/** How a flow is known is seen on its edge. */
export const CLASS_LINES: Readonly<Record<FlowResult['class'], Line['dash']>> = {
  claimed: 'solid',
  reconciled: 'long',
  calculated: 'dots',
  bounded: 'dots',
  unknown: 'dash',
}

const OPACITY = 0.55
const UNACCOUNTED_HATCH = 'F8D3BC'

/** Each channel by `share` nearer to black. */
export function darker(color: string, share: number): string {
  const channels = [0, 2, 4].map((at) =>
    Math.round(Number.parseInt(color.slice(at, at + 2), 16) * (1 - share)),
  )
  return channels
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}

/** Fill and edge of a flow of a medium that is known in a way. */
export function bandPaint(
  medium: Medium,
  known: FlowResult['class'],
): { readonly fill?: Fill; readonly line: Line } {
  const { color } = MEDIA[medium]
  if (known === 'unknown') return { line: { color: INK.muted, width: 1.2, dash: 'dash' } }
  if (medium === 'unaccounted')
    return { fill: { hatch: UNACCOUNTED_HATCH }, line: { color, width: 1.6, dash: 'solid' } }
  return {
    fill: { color, opacity: OPACITY },
    line: { color: darker(color, 0.35), width: 0.9, dash: CLASS_LINES[known] },
  }
}

export function rectangle({ x, y, width, height }: Frame): readonly PathStep[] {
  return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']]
}

function textOf({ block, ...frame }: PlacedText, color: string): readonly SceneText[] {
  const { x, y, width, height } = frame
  return block.lines.length === 0
    ? []
    : [{ kind: 'text', x, y, width, height, block, color, align: 'middle' }]
}

/** A band; a thin one as a line of its width with a head. */
function bandShapes({ link, outline, width, middle, head }: PlacedBand): readonly SceneShape[] {
  const paint = bandPaint(link.medium, link.class)
  const shape = { kind: 'shape', name: link.name } as const
  if (width >= THIN) return [{ ...shape, steps: outline, ...paint }]
  const { color, dash } = paint.line
  return [
    { ...shape, steps: middle, line: { color, dash, width } },
    { ...shape, steps: head, fill: { color, opacity: 1 } },
  ]
}

/** Edge of a step: broken where nothing says that what enters must leave. */
export function boxLine(balanced: boolean): Line {
  return { color: INK.box, width: 1.2, dash: balanced ? 'solid' : 'dash' }
}

function boxShapes({ node, stocks, ...frame }: PlacedBox): readonly SceneShape[] {
  const box: SceneShape = {
    kind: 'shape',
    name: node.name,
    steps: rectangle(frame),
    fill: { color: INK.boxFill, opacity: 1 },
    line: boxLine(node.balanced),
  }
  const held = stocks.map((stock): SceneShape => ({
    kind: 'shape',
    name: node.stocks.map(({ name }) => name).join(', '),
    steps: rectangle(stock),
    fill: { hatch: INK.box },
  }))
  return [box, ...held]
}

/** Bands, thick ones lowest, then boxes, then all text. */
export function layoutItems({ bands, boxes }: Layout): readonly (SceneShape | SceneText)[] {
  const drawn = bands.toSorted(
    (a, b) => Number(b.back) - Number(a.back) || b.width - a.width || a.index - b.index,
  )
  return [
    ...drawn.flatMap(bandShapes),
    ...boxes.flatMap(boxShapes),
    ...bands.flatMap(({ link, label }) =>
      textOf(label, link.medium === 'unaccounted' ? INK.alarm : INK.text),
    ),
    ...boxes.flatMap(({ label }) => textOf(label, INK.text)),
  ]
}

/** The same items elsewhere. */
export function moved(
  items: readonly (SceneShape | SceneText)[],
  dx: number,
  dy: number,
): readonly (SceneShape | SceneText)[] {
  return items.map((item) =>
    item.kind === 'text'
      ? { ...item, x: item.x + dx, y: item.y + dy }
      : { ...item, steps: item.steps.map((step) => movedStep(step, dx, dy)) },
  )
}

function movedStep(step: PathStep, dx: number, dy: number): PathStep {
  if (step[0] === 'Z') return step
  if (step[0] === 'C')
    return ['C', step[1] + dx, step[2] + dy, step[3] + dx, step[4] + dy, step[5] + dx, step[6] + dy]
  return [step[0], step[1] + dx, step[2] + dy]
}
