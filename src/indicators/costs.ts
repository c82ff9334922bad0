import type { CostLine } from '../model/indicators.js'
import { asText } from '../model/text.js'
import { entering, sayIncomplete, total, useOf, type Indicating } from './indicating.js'

/** What the site pays for what enters it, by good, and the total. Goods without a price are left out and seen as such. */
export function costLines(work: Indicating): { readonly lines: readonly CostLine[]; readonly total: string } {
  const { currency } = work.site.site
  const bought = work.inventory.goods.filter(
    (good) => good.list !== 'products' && good.list !== 'residues' && entering(work, good).length > 0,
  )
  const drafts = bought.flatMap((good) => {
    if (good.price === undefined) return []
    const name = asText(good.name, good.id)
    const amount = useOf(work, good)
    const cost = work.ledger.derive({
      id: `cost.${good.id}`,
      label: { en: `${name.en}: cost`, vi: `${name.vi}: chi phí` },
      unit: `${currency}/yr`,
      formula: 'use * price',
      uses: { use: amount, price: good.price },
      sd: 'independent',
    })
    return [{ good: good.id, amount, price: good.price, cost: cost.id, name }]
  })
  const label = { en: 'Cost of materials, water and energy', vi: 'Chi phí nguyên liệu, nước và năng lượng' }
  const sum = total(
    work,
    'total.cost',
    label,
    `${currency}/yr`,
    drafts.map((draft) => draft.cost),
  ).id
  const unpriced = bought.filter((good) => good.price === undefined).map((good) => good.id)
  const left = drafts.filter((draft) => work.ledger.get(draft.cost)?.value == null).map((draft) => draft.good)
  sayIncomplete(work, label, left, unpriced, 'price')
  const lines = drafts.map(({ name, ...draft }) => ({
    ...draft,
    share: work.ledger.derive({
      id: `cost.${draft.good}.share`,
      label: { en: `${name.en}: share of cost`, vi: `${name.vi}: tỷ trọng chi phí` },
      unit: '1',
      show: '%',
      formula: 'cost / total',
      uses: { cost: draft.cost, total: sum },
    }).id,
  }))
  return { lines, total: sum }
}

/** Mean cost of one unit of a layer over what enters the site in a list: money per m3 of water, per GJ, per t. */
export function meanCost(
  work: Indicating,
  list: 'water' | 'energy' | 'materials',
  layer: string,
): string | undefined {
  const id = `mean-cost.${list}`
  if (work.ledger.has(id)) return id
  const priced = work.inventory.goods.filter(
    (good) =>
      good.list === list &&
      good.contents[layer] !== undefined &&
      work.ledger.get(`cost.${good.id}`)?.value != null &&
      (list !== 'materials' || good.role === undefined || good.role === 'raw'),
  )
  if (priced.length === 0) return undefined
  const uses: Record<string, string> = {}
  for (const [index, good] of priced.entries()) {
    uses[`cost${index + 1}`] = `cost.${good.id}`
    uses[`use${index + 1}`] = useOf(work, good)
    uses[`content${index + 1}`] = good.contents[layer] ?? ''
  }
  const costs = priced.map((_, index) => `cost${index + 1}`).join(' + ')
  const amounts = priced.map((_, index) => `use${index + 1} * content${index + 1}`).join(' + ')
  const unit = { water: 'm3', energy: 'GJ', mass: 't' }[layer] ?? 't'
  const label = MEAN_LABEL[list]
  return work.ledger.derive({
    id,
    label,
    unit: `${work.site.site.currency}/${unit}`,
    formula: `(${costs}) / (${amounts})`,
    uses,
    sd: 'independent',
  }).id
}

const MEAN_LABEL = {
  water: { en: 'Mean purchase cost of water', vi: 'Giá mua nước bình quân' },
  energy: { en: 'Mean purchase cost of energy', vi: 'Giá mua năng lượng bình quân' },
  materials: { en: 'Mean purchase cost of raw material', vi: 'Giá mua nguyên liệu bình quân' },
} as const
