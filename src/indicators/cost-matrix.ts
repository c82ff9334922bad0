import type { CostMatrix, CostMatrixRow, Loss } from '../model/indicators.js'
import type { InventoryGood } from '../model/inventory.js'
import { say, type Text } from '../model/text.js'
import { meanCost } from './costs.js'
import { isKnown, leavingAs, total, useOf, type Indicating } from './indicating.js'
import { yearlyCosts } from './stated-costs.js'

const CLASS_NAME: Readonly<Record<CostMatrixRow['class'], Text>> = {
  material: say('Material cost', 'Chi phí vật liệu'),
  energy: say('Energy cost', 'Chi phí năng lượng'),
  system: say('System cost', 'Chi phí hệ thống'),
  waste: say('Waste management cost', 'Chi phí quản lý chất thải'),
}

type Uses = Readonly<Record<string, string>>

function money(work: Indicating, id: string, label: Text, formula: string, uses: Uses): string {
  const unit = `${work.site.site.currency}/yr`
  return work.ledger.derive({ id, label, unit, formula, uses, sd: 'independent' }).id
}

/** Materials of which the site says what share ends in the product, and how much of them it uses, in mass. */
function distributed(work: Indicating): InventoryGood[] {
  return work.inventory.goods.filter(
    (good) =>
      good.list === 'materials' &&
      good.inProduct !== undefined &&
      !isAuxiliary(work, good) &&
      isKnown(work, good.contents['mass']) &&
      isKnown(work, useOf(work, good)),
  )
}

/** Oil, cleaning agents: what never enters the product is wholly loss and says nothing of the share (ISO 14053). */
function isAuxiliary(work: Indicating, { role, inProduct }: InventoryGood): boolean {
  return role !== undefined && role !== 'raw' && work.ledger.get(inProduct ?? '')?.value === 0
}

/** Material distribution percentage: mass that ends in the product ÷ mass used, water left out (ISO 14053). */
function distribution(work: Indicating, goods: readonly InventoryGood[]): string {
  const uses: Record<string, string> = {}
  const masses = goods.map((good, k) => {
    Object.assign(uses, {
      [`u${k}`]: useOf(work, good),
      [`m${k}`]: good.contents['mass'],
      [`s${k}`]: good.inProduct,
    })
    return `u${k} * m${k}`
  })
  return work.ledger.derive({
    id: 'matrix.distribution',
    label: say('Share of the material that ends in the product', 'Tỷ lệ vật liệu vào sản phẩm'),
    unit: '1',
    show: '%',
    formula: `(${masses.map((mass, k) => `${mass} * s${k}`).join(' + ')}) / (${masses.join(' + ')})`,
    uses,
    sd: 'independent',
  }).id
}

const stated = (work: Indicating, wanted: 'material' | 'energy' | 'system'): string[] =>
  yearlyCosts(work, wanted).map(({ figure }) => figure)

const sumOf = (names: readonly string[]): string =>
  names.length === 1 ? (names[0] ?? '0') : `sum(${names.join(', ')})`

/** Cost of material in the product: of each material by its share, of water by what the product holds of it. */
function materialInProduct(
  work: Indicating,
  priced: readonly InventoryGood[],
): { formula: string; uses: Uses } {
  const uses: Record<string, string> = {}
  const terms = priced.flatMap((good, k) => {
    if (good.inProduct === undefined) return []
    Object.assign(uses, { [`c${k}`]: `cost.${good.id}`, [`s${k}`]: good.inProduct })
    return [`c${k} * s${k}`]
  })
  const price = meanCost(work, 'water', 'water')
  const inside = leavingAs(work, 'product').filter((flow) => isKnown(work, `flow.${flow.id}.water`))
  if (price !== undefined && isKnown(work, price)) {
    for (const [k, flow] of inside.entries()) {
      Object.assign(uses, { [`w${k}`]: `flow.${flow.id}.water`, price })
      terms.push(`w${k} * price`)
    }
  }
  const { currency } = work.site.site
  return { formula: terms.length === 0 ? `0 ${currency}/yr` : sumOf(terms), uses }
}

/**
 * Cost of the product and of material losses by class, the site taken as one quantity centre, so that bookkeeping alone
 * is enough. Energy and system cost follow the share of the material; waste management is wholly loss; the loss is what
 * the product does not carry. Both, and material of which nobody says where it went, make up what was spent.
 */
export function costMatrix(work: Indicating, losses: readonly Loss[]): CostMatrix | undefined {
  const goods = distributed(work)
  if (goods.length === 0) return undefined
  const share = distribution(work, goods)
  const bought = (lists: readonly string[]): InventoryGood[] =>
    work.inventory.goods.filter((good) => lists.includes(good.list) && isKnown(work, `cost.${good.id}`))
  const materials = bought(['materials', 'water'])
  const followed = materials.filter((good) => good.list === 'water' || good.inProduct !== undefined)
  // Nobody knows where the rest went: it is neither product nor loss.
  const open = [
    ...materials.filter((good) => !followed.includes(good)).map((good) => `cost.${good.id}`),
    ...stated(work, 'material'),
  ]
  const spent: Readonly<Record<CostMatrixRow['class'], readonly string[]>> = {
    material: followed.map((good) => `cost.${good.id}`),
    energy: [...bought(['energy']).map((good) => `cost.${good.id}`), ...stated(work, 'energy')],
    system: stated(work, 'system'),
    waste: losses.flatMap(({ parts }) =>
      parts.filter(({ kind }) => kind === 'treatment').map(({ figure }) => figure),
    ),
  }
  const { currency } = work.site.site
  const row = (of: CostMatrixRow['class']): CostMatrixRow[] => {
    if (spent[of].length === 0) return []
    const name = CLASS_NAME[of]
    const all = total(work, `matrix.${of}.total`, name, `${currency}/yr`, spent[of]).id
    const inProduct =
      of === 'material'
        ? materialInProduct(work, followed)
        : of === 'waste'
          ? { formula: `0 ${currency}/yr`, uses: {} }
          : { formula: 'total * share', uses: { total: all, share } }
    const label = (what: Text): Text => ({ en: `${name.en}: ${what.en}`, vi: `${name.vi}: ${what.vi}` })
    const product = money(work, `matrix.${of}.product`, label(PRODUCT), inProduct.formula, inProduct.uses)
    const loss = money(work, `matrix.${of}.loss`, label(LOSS), 'total - product', { total: all, product })
    return [{ class: of, product, loss, total: all }]
  }
  const rows = (['material', 'energy', 'system', 'waste'] as const).flatMap(row)
  const column = (id: string, label: Text, figures: readonly string[]): string =>
    total(work, id, label, `${currency}/yr`, figures).id
  const of = (name: 'product' | 'loss' | 'total'): string[] => rows.map((one) => one[name])
  const product = column('matrix.product', PRODUCT, of('product'))
  const loss = column('matrix.loss', LOSS, of('loss'))
  const unallocated = open.length === 0 ? undefined : column('matrix.unallocated', OPEN, open)
  const all = column('matrix.total', SPENT, [
    ...of('total'),
    ...(unallocated === undefined ? [] : [unallocated]),
  ])
  const lossShare = work.ledger.derive({
    id: 'matrix.loss-share',
    label: say('Share of cost in material losses', 'Tỷ lệ chi phí trong tổn thất vật chất'),
    unit: '1',
    show: '%',
    formula: 'loss / total',
    uses: { loss, total: all },
    sd: 'independent',
  }).id
  return {
    convention: 'carry',
    distribution: share,
    rows,
    product,
    loss,
    ...(unallocated === undefined ? {} : { unallocated }),
    total: all,
    lossShare,
  }
}

const PRODUCT = say('in the product', 'trong sản phẩm')
const LOSS = say('in material losses', 'trong tổn thất vật chất')
const SPENT = say('All that was spent', 'Tổng chi phí')
const OPEN = say(
  'Material of which the share in the product is not given',
  'Vật liệu chưa ghi tỷ lệ vào sản phẩm',
)
