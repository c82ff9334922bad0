import type { Assay, InventoryFlow, InventoryGood, Layer } from '../model/inventory.js'
import type { Quantity } from '../model/quantity.js'
import { asText } from '../model/text.js'
import { flowContentsOf } from './contents.js'
import type { Normalising } from './stage.js'

/** A measured content before it is known which content it is about. */
export type Measured = Omit<Assay, 'content' | 'coefficient'>

/** Laboratory results by what was sampled, a flow or a good, and by layer. */
export type Sampled = ReadonlyMap<string, ReadonlyMap<Layer, readonly { row: number; quantity: Quantity }[]>>

/** Results of the analyses that say what a flow or a good carries of a layer of the balances. */
export function sampledContents(work: Normalising): Sampled {
  const found = new Map<string, Map<Layer, { row: number; quantity: Quantity }[]>>()
  for (const [index, { at, values }] of work.site.analyses.entries()) {
    for (const [layer, quantity] of Object.entries(values)) {
      if (layer !== 'water' && !Object.hasOwn(work.site.substances, layer)) continue
      const layers = found.get(at) ?? new Map<Layer, { row: number; quantity: Quantity }[]>()
      // What a laboratory reports is measured where it does not say otherwise.
      const result = {
        row: index + 1,
        quantity: { ...quantity, basis: quantity.basis ?? 'measured' } as const,
      }
      layers.set(layer, [...(layers.get(layer) ?? []), result])
      found.set(at, layers)
    }
  }
  return found
}

/** The results for one flow as values of what a unit of it carries; those without a way to its unit are told and left out. */
export function assaysOf(
  work: Normalising,
  sampled: Sampled,
  about: { readonly name: string; readonly flow: InventoryFlow; readonly good: InventoryGood },
  layer: Layer,
): Measured[] {
  const { name, flow, good } = about
  return (sampled.get(name)?.get(layer) ?? []).flatMap(({ row, quantity }): Measured[] => {
    const id = `assay.${name}.${layer}.${row}`
    const carrier = {
      id,
      label: asText(name === good.id ? good.name : flow.name, name),
      list: good.list,
      unit: good.unit,
      good: {},
      contains: { [layer]: quantity },
      at: quantity.at,
    }
    const figure =
      work.ledger.get(`${id}.carries.${layer}`)?.id ??
      flowContentsOf(work, carrier, without(good, layer))[layer]
    return figure === undefined ? [] : [{ id, figure, written: `${id}.contains.${layer}`, at: quantity.at }]
  })
}

/** Contents of the good but one: what cannot be said through a result must not fall back on the good. */
function without(good: InventoryGood, layer: Layer): Readonly<Record<Layer, string>> {
  return Object.fromEntries(Object.entries(good.contents).filter(([of]) => of !== layer))
}
