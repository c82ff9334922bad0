import { sankeyGraph } from '../../sankey/diagrams.js'
import { drawSankey } from '../../sankey/draw.js'
import type { DrawingSpec } from '../book.js'
import type { DraftRow } from '../layout.js'
import { FRAME_ROWS } from './frame.js'
import { EMPTY, PAGE_BREAK } from './list-rows.js'
import type { Page } from './page.js'

/** Of rows under a drawing, in points and pixels. */
const ROW = { points: 15, pixels: 20 } as const

/** A drawing is made smaller to fit the columns and a page, but no smaller than can be read. */
const SMALLEST = 0.55

/** What a page of paper in landscape shows below the repeated rows is about this much as high as wide. */
const PAGE_SHAPE = 0.56

type Beside = {
  /** Widths of the columns in characters. */
  readonly widths: readonly number[]
  /** Rows of the content above. */
  readonly above: number
}

/** The flow diagrams of layers, one below the other, with the empty rows under them; on a page of their own where needed. */
export function flowDrawings(
  page: Page,
  layers: readonly string[],
  { widths, above }: Beside,
): { readonly rows: readonly DraftRow[]; readonly drawings: readonly DrawingSpec[] } {
  const sheetWidth = widths.reduce((sum, width) => sum + Math.round(width * 7 + 5), 0)
  const rows: DraftRow[] = []
  const drawings: DrawingSpec[] = []
  for (const layer of layers) {
    const graph = sankeyGraph(page.audit, layer, page.lang)
    if (graph.links.length === 0) continue
    const scene = drawSankey(graph, page.lang)
    const fit = Math.min(sheetWidth / scene.width, (sheetWidth * PAGE_SHAPE) / scene.height)
    const scale = Math.max(SMALLEST, Math.min(1, fit))
    const height = scene.height * scale
    const used = (above + rows.length) * ROW.pixels
    const apart = used + height > sheetWidth * PAGE_SHAPE
    rows.push(apart ? PAGE_BREAK : EMPTY)
    drawings.push({ scene, at: `A${FRAME_ROWS + above + rows.length + 1}`, width: scene.width * scale })
    const count = Math.ceil(height / ROW.pixels)
    rows.push(...Array.from({ length: count }, (): DraftRow => ({ cells: [], height: ROW.points })))
    if (apart) rows.push(PAGE_BREAK)
  }
  return { rows, drawings }
}
