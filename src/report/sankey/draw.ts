import type { Lang } from '../../model/text.js'
import { amountText } from './amount-text.js'
import type { SankeyGraph } from './graph.js'
import { textBlock, type TextBlock } from './labels.js'
import { layoutSankey } from './layout.js'
import { legendItems } from './legend.js'
import { wrapText } from './measure-text.js'
import { INK, layoutItems, moved, type Scene, type SceneText } from './scene.js'
import { TEXT } from './sizes.js'
import { PHRASES, SANKEY } from './texts.js'

const MARGIN = 18
const LEAST_WIDTH = 620

/** A graph as a drawing: title, flows, legend. The same graph gives the same drawing. */
export function drawSankey(graph: SankeyGraph, lang: Lang): Scene {
  const layout = layoutSankey(graph, SANKEY.stock[lang], lang)
  const inner = Math.max(LEAST_WIDTH, layout.width)
  const title = headline(graph.title, TEXT.title, true, inner)
  const subtitle = headline(graph.subtitle, TEXT.boxSize, false, inner)
  const legend = legendItems(graph, layout, lang, inner)
  const empty =
    graph.links.length === 0 ? headline(SANKEY.nothing[lang], TEXT.boxSize, false, inner) : undefined
  const top = MARGIN + title.height + 2 + subtitle.height + 16
  const legendTop = top + Math.max(layout.height, empty?.height ?? 0) + 22
  return {
    width: inner + 2 * MARGIN,
    height: legendTop + legend.height + MARGIN,
    title: graph.title,
    description: describe(graph, lang),
    items: [
      line(title, MARGIN, INK.text),
      line(subtitle, MARGIN + title.height + 2, INK.muted),
      ...(empty ? [line(empty, top, INK.muted)] : []),
      ...moved(layoutItems(layout), MARGIN + (inner - layout.width) / 2, top),
      ...moved(legend.items, MARGIN, legendTop),
    ],
  }
}

function headline(text: string, size: number, bold: boolean, width: number): TextBlock {
  const lines = wrapText(text, { size, width, lines: 2, bold })
  return textBlock(
    lines.map((part) => ({ text: part, ...(bold && { bold }) })),
    size,
    size * 1.25,
  )
}

function line(block: TextBlock, y: number, color: string): SceneText {
  return {
    kind: 'text',
    x: MARGIN,
    y,
    width: block.width,
    height: block.height,
    block,
    color,
    align: 'start',
  }
}

/** Every flow in words, for those who cannot see the drawing. */
function describe({ title, unit, nodes, links }: SankeyGraph, lang: Lang): string {
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  const flows = links.map(({ name, from, to, value, sd }) => {
    const ends = [from, to].map((id) => (id === null ? SANKEY.outside[lang] : (names.get(id) ?? id)))
    const amount = value === null ? SANKEY.unknown[lang] : amountText(value, sd, unit, lang)
    return `${name} (${ends.join(' → ')}): ${amount}`
  })
  return PHRASES.description[lang](title, flows.join('; '))
}
