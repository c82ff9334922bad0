import type { GoodList, InventoryFlow, InventoryGood, Leaves } from '../../model/inventory.js'
import { isElectricity } from '../../model/inventory.js'
import type { Text } from '../../model/text.js'
import type { Medium } from './graph.js'

type Paint = { readonly color: string; readonly name: Text }

const paint = (color: string, en: string, vi: string): Paint => ({ color, name: { en, vi } })

/**
 * Colours that people with every kind of colour vision can tell apart: the eight of Okabe and Ito (2008), "Color
 * Universal Design", with greys for what is left over. What must never be overlooked is hatched too.
 */
export const MEDIA: Readonly<Record<Medium, Paint>> = {
  product: paint('009E73', 'product', 'sản phẩm'),
  material: paint('E69F00', 'material', 'nguyên vật liệu'),
  water: paint('56B4E9', 'water', 'nước'),
  wastewater: paint('0072B2', 'wastewater', 'nước thải'),
  energy: paint('F0E442', 'fuel and electricity', 'nhiên liệu và điện'),
  heat: paint('CC79A7', 'steam and heat', 'hơi và nhiệt'),
  residue: paint('8C8C8C', 'residue', 'chất thải, phụ phẩm'),
  loss: paint('BDBDBD', 'emission or loss', 'phát thải, tổn thất'),
  treatment: paint('5A5A5A', 'treatment and disposal', 'xử lý và thải bỏ'),
  unaccounted: paint('D55E00', 'unaccounted', 'không xác định'),
}

const BY_LEAVING: Readonly<Partial<Record<Leaves, Medium>>> = {
  wastewater: 'wastewater',
  emission: 'loss',
  loss: 'loss',
  heat: 'loss',
  waste: 'residue',
  'by-product': 'residue',
}

const BY_LIST: Readonly<Record<GoodList, Medium>> = {
  products: 'product',
  materials: 'material',
  water: 'water',
  energy: 'energy',
  residues: 'residue',
}

/** What a flow is: by how it leaves where that says more than its good does. */
export function mediumOf(flow: InventoryFlow, good: InventoryGood | undefined): Medium {
  const leaves = BY_LEAVING[flow.as ?? good?.as ?? 'product']
  if (good === undefined) return leaves ?? 'material'
  if (good.list === 'products') return 'product'
  if (leaves !== undefined) return leaves
  const carrier = good.list === 'energy' && good.fuel === undefined && !isElectricity(good)
  return carrier ? 'heat' : BY_LIST[good.list]
}
