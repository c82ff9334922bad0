import { diagnose } from '../diagnostics/catalogue.js'
import { fits } from '../formula/index.js'
import type { GoodList, InventoryGood, Layer, Leaves } from '../model/inventory.js'
import type { Quantity } from '../model/quantity.js'
import { asText, type Text } from '../model/text.js'
import type { Good, Site } from '../schema/site.js'
import { pricesOf } from '../inputs/demand-price.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import { bandMean } from './band-mean.js'
import { contentsOf } from './contents.js'
import { goodUnit } from './good-unit.js'
import { quotientUnit, sameDimension } from '../units/index.js'
import { about, type Normalising } from './stage.js'

/** Lists of goods in the order in which sheets show them. */
export const GOOD_LISTS: readonly GoodList[] = ['products', 'materials', 'water', 'energy', 'residues']

/** Every good with its unit, what one unit carries, and what one unit costs. */
export function inventoryGoods(work: Normalising): InventoryGood[] {
  return GOOD_LISTS.flatMap((list) =>
    Object.entries(work.site[list]).flatMap(([id, good]) => {
      const unit = goodUnit(work.site, id, list, good)
      if (unit !== undefined) return [inventoryGood(work, list, id, unit, good)]
      // What no flow and no stock consists of is never counted.
      const used = [...Object.values(work.site.flows), ...Object.values(work.site.stocks)]
      if (used.some(({ of }) => of === id))
        work.diagnostics.push(diagnose('U312', `/${list}/${id}`, { good: id }))
      return []
    }),
  )
}

const LABEL = {
  price: { en: 'price', vi: 'đơn giá' },
  'treatment-cost': { en: 'cost of treatment or disposal', vi: 'chi phí xử lý' },
  ghg: { en: 'greenhouse gases of one unit', vi: 'khí nhà kính trên một đơn vị' },
  'ghg-market': {
    en: 'greenhouse gases of one unit by contract',
    vi: 'khí nhà kính trên một đơn vị theo hợp đồng',
  },
  'in-product': { en: 'share that ends in the product', vi: 'tỷ lệ đi vào sản phẩm' },
} as const

function inventoryGood(
  work: Normalising,
  list: GoodList,
  id: string,
  unit: string,
  good: Good,
): InventoryGood {
  const label = asText(good.name, id)
  const at = `/${list}/${id}`
  const contains = good.contains ?? {}
  const contents = contentsOf(work, { id: `good.${id}`, label, list, unit, good, contains, at })
  const priced = good.price ?? priceRow(work.site, id)
  const per = { id, label, unit, contents }
  const { currency } = work.site.site
  const as = (good.as ?? (list === 'products' ? 'product' : undefined)) as Leaves | undefined
  const inProduct = good['in-product']
  return {
    id,
    name: good.name ?? id,
    list,
    unit,
    ...optional('as', as),
    ...optional('role', good.role),
    ...optional('fuel', good.fuel),
    ...optional('gas', good.gas),
    ...optional('ewc', good.ewc),
    ...optional('destination', good.destination),
    ...optional('hazardous', good.hazardous),
    ...optional('renewable', good.renewable),
    ...optional('origin', good.origin),
    ...optional('price', priced ? money(work, per, 'price', priced, currency) : bandMean(work, per)),
    ...optional('treatmentCost', money(work, per, 'treatment-cost', good['treatment-cost'], currency)),
    ...optional('ghg', good.ghg && perUnit(work, per, 'ghg', good.ghg, 'tCO2e')),
    ...optional(
      'ghgMarket',
      good['ghg-market'] && perUnit(work, per, 'ghg-market', good['ghg-market'], 'tCO2e'),
    ),
    ...optional(
      'inProduct',
      inProduct &&
        enterQuantity(work, `good.${id}.in-product`, about(label, LABEL['in-product']), inProduct).id,
    ),
    contents,
    at,
  }
}

/** An optional property, present only when it has a value. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V })
}

/** The single price of a good in the list of prices: the newest row without a band. */
function priceRow(site: Site, good: string): Quantity | undefined {
  const rows = pricesOf(site, good).filter((row) => row.band === undefined)
  return [...rows].sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1)).at(-1)?.price
}

type Per = {
  readonly id: string
  readonly label: Text
  readonly unit: string
  readonly contents: Readonly<Record<Layer, string>>
}

/** A price in the currency of the audit; what is in another one was told when it was read, and is left out. */
function money(
  work: Normalising,
  per: Per,
  what: 'price' | 'treatment-cost',
  quantity: Quantity | undefined,
  currency: string,
): string | undefined {
  const own = quantity !== undefined && Object.hasOwn(quantity.unit.dimension, currency)
  return own ? perUnit(work, per, what, quantity, currency) : undefined
}

/**
 * What is said of one unit of a good, in that unit: as written, or through the mass or the energy of the unit
 * where it was said per tonne or per gigajoule. `undefined` with a diagnostic where neither leads there.
 */
function perUnit(
  work: Normalising,
  per: Per,
  what: 'price' | 'treatment-cost' | 'ghg' | 'ghg-market',
  quantity: Quantity,
  above: string,
): string | undefined {
  const id = `good.${per.id}.${what}`
  const unit = quotientUnit(above, per.unit)
  const label = about(per.label, LABEL[what])
  if (sameDimension(quantity.unit.text, unit)) return enterQuantity(work, id, label, quantity).id
  const written = enterQuantity(
    work,
    `${id}.written`,
    about(label, { en: 'as written', vi: 'như đã ghi' }),
    quantity,
  )
  for (const layer of ['mass', 'energy', 'water']) {
    const content = per.contents[layer]
    if (content === undefined) continue
    const derivation = { unit, formula: 'written * content', uses: { written: written.id, content } }
    if (fits(derivation, work.ledger))
      return work.ledger.derive({ id, label, ...derivation, sd: 'independent' }).id
  }
  work.diagnostics.push(
    diagnose('U313', quantity.at, {
      what: label.en,
      'what-vi': label.vi,
      written: quantity.written,
      unit: per.unit,
    }),
  )
  return undefined
}
