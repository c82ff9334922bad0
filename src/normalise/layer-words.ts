import { layerName, type Layer } from '../model/inventory.js'
import type { Text } from '../model/text.js'
import type { Normalising } from './stage.js'

/** What the site calls a layer. */
export function nameOfLayer({ site }: Normalising, layer: Layer): Text {
  const name = Object.hasOwn(site.substances, layer) ? site.substances[layer]?.name : undefined
  return layerName(layer, name === undefined ? [] : [{ id: layer, name }])
}

/** What the content of a layer is called. */
export function contentName(work: Normalising, layer: Layer): Text {
  if (layer === 'energy') return { en: 'heat content', vi: 'hàm lượng nhiệt' }
  const { en, vi } = nameOfLayer(work, layer)
  return { en: `content of ${en}`, vi: `hàm lượng ${vi}` }
}
