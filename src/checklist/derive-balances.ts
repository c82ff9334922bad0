import type { Gap } from '../model/indicators.js'
import type { InventoryFlow } from '../model/inventory.js'
import { derive, sumOf, type Deriving } from './deriving.js'

/** What the derivations need of the world outside: benchmarks, and how many of a currency make a dollar. */
export type Outside = {
  readonly gaps?: readonly Gap[]
  readonly currencies?: ReadonlyMap<string, number>
}

/** What follows from the balances: how far they close, how much of a carrier is metered, what effluent carries. */
export function balanceVariables(work: Deriving, { gaps = [], currencies = new Map() }: Outside): void {
  imbalance(work)
  coverage(work)
  rawEffluent(work)
  packaging(work)
  staff(work)
  specific(work, gaps)
  waterCost(work, currencies)
}

/** The largest gap of a whole-site balance over what enters. */
function imbalance(work: Deriving): void {
  const layers = work.ledger
    .all()
    .flatMap(({ id }) => /^balance\.([a-z0-9-]+)\.site\.unaccounted$/.exec(id)?.[1] ?? [])
  const uses = layers.flatMap((layer, index) => [
    [`gap_${index + 1}`, `balance.${layer}.site.unaccounted`] as const,
    [`in_${index + 1}`, `balance.${layer}.site.in`] as const,
  ])
  if (layers.length === 0) return
  const parts = layers.map((_, index) => `abs(gap_${index + 1}) / in_${index + 1}`)
  const formula = parts.length === 1 ? (parts[0] ?? '') : `max(${parts.join(', ')})`
  const words = { en: 'Largest gap of a balance of the site', vi: 'Sai lệch cân bằng lớn nhất của nhà máy' }
  derive(work, 'balance.imbalance', words, '1', formula, Object.fromEntries(uses), '%')
}

/**
 * The share of the water that comes in that a reading at a user covers. Only where users are written down as flows from
 * a step of distribution: without those nothing is known of sub-meters.
 */
function coverage(work: Deriving): void {
  const { steps, goods, flows } = work.inventory
  const distribution = new Set(steps.filter(({ kind }) => kind === 'distribution').map(({ id }) => id))
  const water = new Set(goods.filter(({ list }) => list === 'water').map(({ id }) => id))
  const users = flows.filter(
    ({ of, from, contents }) =>
      water.has(of) && distribution.has(from ?? '') && contents['water'] !== undefined,
  )
  if (users.length === 0) return
  const metered = users.filter((flow) => isMeasured(work, flow)).map(({ id }) => `flow.${id}.water`)
  const { formula, uses } = sumOf('m', metered)
  const share = metered.length === 0 ? '0 * all / all' : `min(${formula} / all, 1)`
  const words = { en: 'Water metered at its users', vi: 'Tỷ lệ nước có đồng hồ tại hộ dùng' }
  derive(work, 'water.submeter_coverage', words, '1', share, { ...uses, all: 'total.water' }, '%')
}

/** Whether somebody measured this flow, by itself. */
function isMeasured({ site, inventory }: Deriving, flow: InventoryFlow): boolean {
  return inventory.claims.some(({ terms, at }) => {
    if (terms.length !== 1 || terms[0]?.flow !== flow.id) return false
    if (at !== `/flows/${flow.id}/amount`) return true
    return site.flows[flow.id]?.amount?.basis === 'measured'
  })
}

/** What carries COD into treatment, else out of the site, and how much of it a day. */
function rawEffluent(work: Deriving): void {
  const { flows, steps } = work.inventory
  const treatment = new Set(steps.filter(({ kind }) => kind === 'treatment').map(({ id }) => id))
  const carrying = flows.filter(({ contents }) => contents['cod'] !== undefined)
  const raw = carrying.filter(({ to }) => to !== null && treatment.has(to))
  const untreated = carrying.filter(
    ({ to, from, as }) => to === null && as === 'wastewater' && !treatment.has(from ?? ''),
  )
  const streams = raw.length > 0 ? raw : treatment.size === 0 ? untreated : []
  if (streams.length === 0) return
  const load = sumOf(
    'c',
    streams.map(({ id }) => `flow.${id}.cod`),
  )
  const water = sumOf(
    'w',
    streams.map(({ id }) => `flow.${id}.water`),
  )
  derive(work, 'wastewater.cod_load', { en: 'COD load', vi: 'Tải lượng COD' }, 't/d', load.formula, load.uses)
  derive(
    work,
    'wastewater.cod',
    { en: 'COD of raw wastewater', vi: 'COD nước thải thô' },
    'mg/l',
    `${load.formula} / ${water.formula}`,
    { ...load.uses, ...water.uses },
  )
}

/** Packaging over product, where both are known by mass. */
function packaging(work: Deriving): void {
  const { goods, flows } = work.inventory
  const bought = goods.filter(({ role }) => role === 'packaging').map(({ id }) => id)
  const entering = flows.filter(({ of, from }) => from === null && bought.includes(of))
  const sold = flows.filter(({ to, as }) => to === null && as === 'product')
  const weighed = [...entering, ...sold].every(({ contents }) => contents['mass'] !== undefined)
  if (entering.length === 0 || sold.length === 0 || !weighed) return
  const mass = (prefix: string, list: readonly InventoryFlow[]): ReturnType<typeof sumOf> =>
    sumOf(
      prefix,
      list.map(({ id }) => `flow.${id}.mass`),
    )
  const [pack, product] = [mass('p', entering), mass('g', sold)]
  const words = { en: 'Packaging over product, by mass', vi: 'Bao bì trên sản phẩm, theo khối lượng' }
  derive(
    work,
    'packaging.mass_share',
    words,
    '1',
    `${pack.formula} / ${product.formula}`,
    { ...pack.uses, ...product.uses },
    '%',
  )
}

function staff(work: Deriving): void {
  const { employees } = work.site.site
  if (employees === undefined) return
  const id = 'site.employees'
  if (!work.ledger.has(id)) {
    const label = { en: 'Employees', vi: 'Số lao động' }
    work.ledger.add({
      id,
      label,
      value: employees,
      unit: '1',
      kind: 'input',
      at: '/site/employees',
      written: String(employees),
    })
  }
  work.byName.set('site.staff', id)
}

const SPECIFIC = [
  ['water', 'water.specific', 'benchmark.water.typical'],
  ['energy_total', 'energy.specific', 'benchmark.energy.typical'],
] as const

/** The first benchmark of the kind that names a typical value, and what the site has in its unit. */
function specific(work: Deriving, gaps: readonly Gap[]): void {
  for (const [indicator, own, typical] of SPECIFIC) {
    const gap = gaps.find(
      (one) => one.indicator === indicator && one.typical !== undefined && one.kind === 'practice',
    )
    if (gap?.typical === undefined) continue
    work.byName.set(own, gap.value)
    work.byName.set(typical, gap.typical)
  }
}

/**
 * Purchase and discharge of a cubic metre in dollars, which thresholds for the whole world are written in. The rate is
 * good to the order of magnitude: enough to screen, and for no other use.
 */
function waterCost(work: Deriving, currencies: ReadonlyMap<string, number>): void {
  const { currency } = work.site.site
  const rate = currencies.get(currency)
  if (!work.ledger.has('water-cost.per-m3') || rate === undefined) return
  const words = { en: 'Full cost of water, in dollars', vi: 'Chi phí nước đầy đủ, quy đổi USD' }
  const uses = { cost: 'water-cost.per-m3' }
  if (currency === 'USD') return derive(work, 'water.cost', words, 'USD/m3', 'cost', uses)
  const label = { en: 'Rough exchange rate, for screening only', vi: 'Tỷ giá thô, chỉ để sàng lọc' }
  const { id } = work.ledger.add({
    id: 'choice.dollar-rate',
    label,
    value: rate,
    unit: `${currency}/USD`,
    kind: 'choice',
  })
  derive(work, 'water.cost', words, 'USD/m3', 'cost / rate', { ...uses, rate: id })
}
