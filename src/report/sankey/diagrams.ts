import type { Audit } from '../../model/audit.js'
import type { Layer } from '../../model/inventory.js'
import type { Lang } from '../../model/text.js'
import { drawSankey } from './draw.js'
import type { SankeyGraph } from './graph.js'
import { layerGraph } from './layer-graph.js'
import { moneyGraph } from './money-graph.js'
import { inlineSvg, writeSvg } from './svg.js'

/** The layer that is no layer of the balances: what is paid, and what of it is lost. */
export const MONEY = 'money'

const FIRST: readonly Layer[] = ['mass', 'water', 'energy']

/** Layers of which an audit has flows, those with a balance first; then money where costs are known. */
export function sankeyLayers({ reconciled, indicators }: Audit): readonly Layer[] {
  const balanced = new Set(reconciled.balances.map(({ layer }) => layer))
  const carried = reconciled.flows.flatMap(({ layers }) => Object.keys(layers))
  const known = [...new Set([...FIRST, ...carried])].filter(
    (layer) => balanced.has(layer) || carried.includes(layer),
  )
  const layers = known.toSorted((a, b) => Number(balanced.has(b)) - Number(balanced.has(a)))
  return indicators.costs.length + indicators.losses.length > 0 ? [...layers, MONEY] : layers
}

/** The drawing of a layer as SVG text. */
export function sankeySvg(audit: Audit, layer: Layer, lang: Lang): string {
  return writeSvg(drawSankey(sankeyGraph(audit, layer, lang), lang))
}

/** The same to stand inside of a page, where there is something to draw. */
export function inlineSankey(audit: Audit, layer: Layer, lang: Lang): string {
  const graph = sankeyGraph(audit, layer, lang)
  return graph.links.length === 0 ? '' : inlineSvg(drawSankey(graph, lang), `sankey-${idOf(layer)}`)
}

/** A substance may have a name that no id can have. */
function idOf(layer: Layer): string {
  return layer.replace(/[^a-z0-9-]/giu, (sign) => `_${sign.codePointAt(0)}`)
}

/** The graph of a layer, or of money. */
export function sankeyGraph(audit: Audit, layer: Layer, lang: Lang): SankeyGraph {
  return layer === MONEY ? moneyGraph(audit, lang) : layerGraph(audit, layer, lang)
}
