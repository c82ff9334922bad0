import { layerName, type Inventory, type Layer } from '../model/inventory.js'

/** What a message says of a layer: its id, and of a substance its name. */
export type LayerArgs = { layer: string; 'layer-en'?: string; 'layer-vi'?: string }

/** Arguments of a message about a layer. */
export function layerArgs(inventory: Pick<Inventory, 'substances'>, layer: Layer): LayerArgs {
  if (inventory.substances.find(({ id }) => id === layer)?.name === undefined) return { layer }
  const { en, vi } = layerName(inventory, layer)
  return { layer, 'layer-en': en, 'layer-vi': vi }
}

/** The layer of a message in English. */
export const layerEn = (a: LayerArgs): string => a['layer-en'] ?? layerName({ substances: [] }, a.layer).en

/** The layer of a message in Vietnamese. */
export const layerVi = (a: LayerArgs): string => a['layer-vi'] ?? layerName({ substances: [] }, a.layer).vi
