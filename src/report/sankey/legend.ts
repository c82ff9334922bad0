import type { FlowResult } from '../../model/balances.js'
import type { Lang } from '../../model/text.js'
import { formatNumber } from '../../units/format.js'
import { FLOW_CLASSES, termOf } from '../xlsx/term-texts.js'
import type { Medium, SankeyGraph } from './graph.js'
import { textBlock } from './labels.js'
import type { Layout } from './layout.js'
import { wrapText } from './measure-text.js'
import { MEDIA } from './media.js'
import { bandPaint, boxLine, INK, moved, rectangle, type SceneShape, type SceneText } from './scene.js'
import { HAIRLINE, TEXT } from './sizes.js'
import { PHRASES, SANKEY } from './texts.js'

type Items = readonly (SceneShape | SceneText)[]

/** Some of the legend that stays together, from (0, 0) on. */
type Entry = { readonly width: number; readonly height: number; readonly items: Items }

const SWATCH = { width: 26, height: 12 } as const
const SPACE = { beside: 18, below: 8 } as const

function words(text: string, x: number, height: number): SceneText {
  const block = textBlock([{ text }], TEXT.size, TEXT.line)
  return {
    kind: 'text',
    x,
    y: (height - block.height) / 2,
    width: block.width,
    height: block.height,
    block,
    color: INK.text,
    align: 'start',
  }
}

function entry(text: string, shapes: readonly SceneShape[], height: number, width: number): Entry {
  const label = words(text, width + 6, height)
  return { width: width + 6 + label.width, height, items: [...shapes, label] }
}

function sample(text: string, paint: Omit<SceneShape, 'kind' | 'name' | 'steps'>): Entry {
  const { width, height } = SWATCH
  return entry(
    text,
    [{ kind: 'shape', name: text, steps: rectangle({ x: 0, y: 1, width, height }), ...paint }],
    height + 2,
    width,
  )
}

const MEDIUM_ORDER = Object.keys(MEDIA) as readonly Medium[]
const CLASS_ORDER: readonly FlowResult['class'][] = [
  'claimed',
  'reconciled',
  'calculated',
  'bounded',
  'unknown',
]

function entries(graph: SankeyGraph, layout: Layout, lang: Lang): readonly Entry[] {
  const media = new Set(graph.links.filter(({ value }) => value !== null).map(({ medium }) => medium))
  const classes = new Set(graph.links.map((link) => link.class))
  const stocks = layout.boxes.some((box) => box.stocks.length > 0)
  return [
    ...scaleBar(graph, layout, lang),
    ...MEDIUM_ORDER.filter((medium) => media.has(medium)).map((medium) =>
      sample(MEDIA[medium].name[lang], bandPaint(medium, 'claimed')),
    ),
    ...CLASS_ORDER.filter((known) => classes.has(known) && (graph.classes || known === 'unknown')).map(
      (known) =>
        sample(termOf(FLOW_CLASSES, known)[lang], {
          line: { ...bandPaint('residue', known).line, color: INK.text, width: 1.4 },
        }),
    ),
    ...(graph.nodes.some(({ balanced }) => !balanced)
      ? [sample(SANKEY.notBalanced[lang], { fill: { color: INK.boxFill, opacity: 1 }, line: boxLine(false) })]
      : []),
    ...(stocks ? [sample(SANKEY.hatchedStock[lang], { fill: { hatch: INK.box } })] : []),
  ]
}

/** The largest of 1, 2, 5, 10, ... that is no more than `limit`. */
function roundDown(limit: number): number {
  const power = 10 ** Math.floor(Math.log10(limit))
  return (limit / power >= 5 ? 5 : limit / power >= 2 ? 2 : 1) * power
}

/** A bar as high as a band of a round value is wide. */
function scaleBar({ unit }: SankeyGraph, { scale }: Layout, lang: Lang): readonly Entry[] {
  if (scale === 0) return []
  const value = roundDown(42 / scale)
  const height = value * scale
  const [width, rule] = [12, 1.2]
  const bars = [
    { x: 0, y: 0, width, height: rule },
    { x: 0, y: height - rule, width, height: rule },
    { x: width / 2 - rule / 2, y: 0, width: rule, height },
  ]
  const text = `${formatNumber(value, { lang, digits: 3 })} ${unit}`
  const shapes = bars.map((bar): SceneShape => ({
    kind: 'shape',
    name: text,
    steps: rectangle(bar),
    fill: { color: INK.text, opacity: 1 },
  }))
  return [entry(text, shapes, height, width)]
}

function notes(graph: SankeyGraph, { scale, bands }: Layout, lang: Lang, width: number): Entry {
  const limit = scale > 0 && bands.some(({ hairline }) => hairline) ? HAIRLINE / scale : undefined
  const shown =
    limit === undefined
      ? []
      : [PHRASES.hairlines[lang](`${formatNumber(limit, { lang, digits: 2 })} ${graph.unit}`)]
  const lines = [...shown, ...graph.notes].flatMap((text) =>
    wrapText(text, { size: TEXT.size, width, lines: 4 }),
  )
  const block = textBlock(
    lines.map((text) => ({ text, muted: true })),
    TEXT.size,
    TEXT.line,
  )
  const text: SceneText = {
    kind: 'text',
    x: 0,
    y: 0,
    width: block.width,
    height: block.height,
    block,
    color: INK.muted,
    align: 'start',
  }
  return { width: block.width, height: block.height, items: lines.length === 0 ? [] : [text] }
}

/** Scale, media, ways of knowing and notes, in rows no wider than `width` where a word is not wider itself. */
export function legendItems(graph: SankeyGraph, layout: Layout, lang: Lang, width: number): Entry {
  const rows: { entries: { readonly x: number; readonly entry: Entry }[]; x: number; height: number }[] = []
  for (const one of entries(graph, layout, lang)) {
    const row = rows.at(-1)
    if (row === undefined || row.x + one.width > width)
      rows.push({ entries: [{ x: 0, entry: one }], x: one.width + SPACE.beside, height: one.height })
    else {
      row.entries.push({ x: row.x, entry: one })
      row.x += one.width + SPACE.beside
      row.height = Math.max(row.height, one.height)
    }
  }
  let y = 0
  const items = rows.flatMap((row) => {
    const top = y
    y += row.height + SPACE.below
    return row.entries.flatMap((one) =>
      moved(one.entry.items, one.x, top + (row.height - one.entry.height) / 2),
    )
  })
  const last = notes(graph, layout, lang, width)
  const widest = rows.reduce((most, row) => Math.max(most, row.x - SPACE.beside), last.width)
  return { width: widest, height: y + last.height, items: [...items, ...moved(last.items, 0, y)] }
}
