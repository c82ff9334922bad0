import type { InventoryFlow, Layer } from './inventory.js'
import type { Share } from './law.js'

/**
 * What a flow brings into an equation of a layer; `undefined` where nothing says what it carries. `valueOf` gives the
 * value of a figure.
 */
export function carriedBy(
  flow: InventoryFlow,
  layer: Layer,
  valueOf: (figure: string) => number | null | undefined,
): Share | undefined {
  const found = flow.found?.[layer]
  if (found !== undefined) return { flow: flow.id, ...found }
  const figure = flow.contents[layer]
  const coefficient = figure === undefined ? undefined : valueOf(figure)
  return coefficient == null ? undefined : { flow: flow.id, coefficient }
}
