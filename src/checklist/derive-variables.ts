import { pricesOf } from '../inputs/demand-price.js'
import { createLedger } from '../formula/index.js'
import type { Figure } from '../model/figure.js'
import { type Inventory, type InventoryGood, isElectricity } from '../model/inventory.js'
import { asText, type Text } from '../model/text.js'
import type { VariableValue } from '../model/variables.js'
import type { Site } from '../schema/site.js'
import { balanceVariables, type Outside } from './derive-balances.js'
import { billVariables, demandCharge } from './derive-bills.js'
import { derive, type Deriving, enter } from './deriving.js'

/** Variables that follow from balances: `name` for the site, `name@machine` for one machine → value and figure. */
export type DerivedVariables = {
  readonly values: ReadonlyMap<string, VariableValue>
  readonly figures: readonly Figure[]
}

/** What the trigger dictionary says comes from the balance, as far as this site's balance gives it. */
export function deriveVariables(
  input: {
    readonly site: Site
    readonly inventory: Inventory
    readonly figures: readonly Figure[]
  } & Outside,
): DerivedVariables {
  const work: Deriving = { ...input, ledger: createLedger(input.figures), byName: new Map() }
  daysAndHours(work)
  siteVariables(work)
  billVariables(work)
  balanceVariables(work, input)
  boilerFuel(work)
  onceThrough(work)
  alone(work)
  const known = new Map<string, VariableValue>()
  for (const [name, id] of work.byName) {
    const { value, unit, source } = work.ledger.get(id) ?? {}
    if (value == null) continue
    known.set(name, { value, ...(unit && { unit }), figure: id, ...(source && { source }) })
  }
  const demand = demandCharge(work)
  if (demand !== undefined) known.set('tariff.has_demand_charge', { value: true, at: demand })
  return { values: known, figures: work.ledger.all() }
}

function daysAndHours(work: Deriving): void {
  const { hours } = work.site.site
  const days = work.site.site['working-days']
  if (hours !== undefined) enter(work, 'site.hours', { en: 'running hours', vi: 'số giờ chạy' }, hours)
  if (days !== undefined && !work.ledger.has('site.days')) {
    work.ledger.add({
      id: 'site.days',
      label: { en: 'working days', vi: 'số ngày làm việc' },
      value: days,
      unit: 'd/yr',
      kind: 'input',
      at: '/site/working-days',
      written: String(days),
    })
  }
  if (work.ledger.has('site.hours')) work.byName.set('site.hours', 'site.hours')
  if (work.ledger.has('site.days')) work.byName.set('site.days', 'site.days')
}

/**
 * Daily figures are means over the calendar, so that the yearly amount follows from them by the calendar alone.
 */
function siteVariables(work: Deriving): void {
  derive(
    work,
    'site.electricity_use',
    { en: 'Electricity per year', vi: 'Điện năng mỗi năm' },
    'MWh/yr',
    'use',
    { use: electricityUse(work) },
  )
  derive(
    work,
    'water.use',
    { en: 'Water intake, mean per calendar day', vi: 'Lượng nước cấp, bình quân ngày' },
    'm3/d',
    'water',
    { water: 'total.water' },
  )
  derive(
    work,
    'wastewater.flow',
    { en: 'Wastewater, mean per calendar day', vi: 'Nước thải, bình quân ngày' },
    'm3/d',
    'wastewater',
    { wastewater: 'total.wastewater' },
  )
  derive(
    work,
    'waste.total',
    { en: 'Waste, mean per calendar day', vi: 'Chất thải, bình quân ngày' },
    't/d',
    'waste',
    { waste: 'total.waste' },
  )
  const water = ['site', ...work.inventory.steps.map((step) => step.id)].find((step) =>
    work.ledger.has(`balance.water.${step}.unaccounted`),
  )
  if (water !== undefined) {
    derive(
      work,
      'water.unaccounted_share',
      { en: 'Water not explained by users', vi: 'Nước chưa giải trình' },
      '1',
      'max(rest, 0 m3/yr) / intake',
      { rest: `balance.water.${water}.unaccounted`, intake: `balance.water.${water}.in` },
      '%',
    )
  }
  rawUse(work)
  fabric(work)
  systemElectricity(work)
  bandPrices(work)
}

/** Raw material by mass; in the sectors that call it otherwise, under that name too. */
function rawUse(work: Deriving): void {
  const flows = work.inventory.goods
    .filter((good) => good.list === 'materials' && good.role === 'raw' && good.contents['mass'] !== undefined)
    .flatMap((good) => work.inventory.flows.filter((flow) => flow.of === good.id && flow.from === null))
  const uses = Object.fromEntries(flows.map((flow, index) => [`m${index + 1}`, `flow.${flow.id}.mass`]))
  if (flows.length === 0) return
  derive(
    work,
    'materials.raw_use',
    { en: 'Raw material per year', vi: 'Nguyên liệu chính mỗi năm' },
    't/yr',
    `sum(${Object.keys(uses).join(', ')})`,
    uses,
  )
  const raw = work.byName.get('materials.raw_use')
  if (raw !== undefined && work.site.site.sector === 'seafood') work.byName.set('seafood.raw_use', raw)
}

/** A dye house counts its work by the fabric that leaves it. */
function fabric(work: Deriving): void {
  if (!(work.site.site.sector ?? '').startsWith('textile')) return
  const flows = work.inventory.flows.filter(
    (flow) => flow.to === null && flow.as === 'product' && flow.contents['mass'] !== undefined,
  )
  if (flows.length === 0) return
  const uses = Object.fromEntries(flows.map((flow, index) => [`m${index + 1}`, `flow.${flow.id}.mass`]))
  const label = { en: 'Fabric finished per year', vi: 'Vải hoàn tất mỗi năm' }
  derive(work, 'textile.fabric', label, 't/yr', `sum(${Object.keys(uses).join(', ')})`, uses)
}

const ELECTRIC_SYSTEMS: readonly (readonly [string, string, Text])[] = [
  ['air', 'air.electricity_use', { en: 'Electricity of the air compressors', vi: 'Điện của máy nén khí' }],
  [
    'refrigeration',
    'refrigeration.electricity_use',
    { en: 'Electricity of refrigeration', vi: 'Điện của hệ thống lạnh' },
  ],
]

/** Electricity of a system where its machines name the flow that feeds them. */
function systemElectricity(work: Deriving): void {
  const electric = new Set(work.inventory.goods.filter(isElectricity).map((good) => good.id))
  for (const [system, name, label] of ELECTRIC_SYSTEMS) {
    const ids = Object.values(work.site.equipment).flatMap((machine) =>
      machine.system === system && machine.uses !== undefined ? [machine.uses] : [],
    )
    const flows = work.inventory.flows.filter(
      (flow) =>
        ids.includes(flow.id) && flow.of !== flow.id && electric.has(flow.of) && 'energy' in flow.contents,
    )
    if (flows.length === 0) continue
    const uses = Object.fromEntries(flows.map((flow, index) => [`e${index + 1}`, `flow.${flow.id}.energy`]))
    derive(work, name, label, 'MWh/yr', `sum(${Object.keys(uses).join(', ')})`, uses)
  }
}

const BANDS: readonly (readonly [string, string, Text])[] = [
  ['peak', 'tariff.peak_price', { en: 'Electricity price, peak', vi: 'Giá điện giờ cao điểm' }],
  ['off-peak', 'tariff.offpeak_price', { en: 'Electricity price, off-peak', vi: 'Giá điện giờ thấp điểm' }],
]

function bandPrices(work: Deriving): void {
  const electric = new Set(work.inventory.goods.filter(isElectricity).map((good) => good.id))
  for (const [band, name, label] of BANDS) {
    const row = [...electric]
      .flatMap((good) => pricesOf(work.site, good))
      .find((price) => price.band === band)
    if (row === undefined) continue
    const id = `variable.site.${name.replaceAll('_', '-')}`
    work.ledger.add({
      id,
      label,
      value: row.price.value,
      unit: row.price.unit.text,
      kind: 'input',
      at: row.price.at,
      written: row.price.written,
    })
    work.byName.set(name, id)
  }
}

function electricityUse(work: Deriving): string {
  return `use.${work.inventory.goods.find(isElectricity)?.id}`
}

/** Fuel of a boiler: of the flow it uses; of its fuel where no other machine burns it. */
function boilerFuel(work: Deriving): void {
  const burning = Object.entries(work.site.equipment).filter(([, machine]) => machine.fuel !== undefined)
  for (const [id, machine] of burning) {
    if (machine.system !== 'boiler' && machine.system !== 'thermal-oil') continue
    const good = work.inventory.goods.find((candidate) => candidate.id === machine.fuel)
    const flow = work.inventory.flows.find((candidate) => candidate.id === machine.uses)
    const shared = burning.filter(([, other]) => other.fuel === machine.fuel).length > 1
    const energy = flow?.contents['energy'] ?? good?.contents['energy']
    const use =
      flow !== undefined ? `flow.${flow.id}` : shared || good === undefined ? undefined : useFigure(good)
    if (use === undefined || energy === undefined) continue
    derive(
      work,
      `boiler.fuel_use@${id}`,
      ofMachine(work, id, { en: 'fuel energy per year', vi: 'năng lượng nhiên liệu mỗi năm' }),
      'GJ/yr',
      'use * energy',
      { use, energy },
    )
  }
}

/** What is told of a machine, by the name the site gives it. */
function ofMachine(work: Deriving, id: string, words: Text): Text {
  const name = asText(work.site.equipment[id]?.name, id)
  return { en: `${name.en}: ${words.en}`, vi: `${name.vi}: ${words.vi}` }
}

function useFigure(good: InventoryGood): string {
  return `use.${good.id}`
}

/** Cooling water used once: the flow that a cooling machine uses and that is no loop. */
function onceThrough(work: Deriving): void {
  for (const [id, machine] of Object.entries(work.site.equipment)) {
    if (machine.system !== 'cooling' || machine.uses === undefined) continue
    const flow = work.inventory.flows.find((candidate) => candidate.id === machine.uses)
    if (flow === undefined || flow.recycle) continue
    const hours = hoursOf(work, id)
    if (hours === undefined) continue
    work.byName.set(`cooling.hours@${id}`, hours)
    derive(
      work,
      `cooling.once_through.flow@${id}`,
      ofMachine(work, id, { en: 'cooling water used once', vi: 'nước làm mát dùng một lần' }),
      'm3/h',
      'water / hours',
      { water: `flow.${flow.id}.water`, hours },
    )
  }
}

function hoursOf(work: Deriving, machine: string): string | undefined {
  const own = work.site.equipment[machine]?.hours
  if (own === undefined) return work.ledger.has('site.hours') ? 'site.hours' : undefined
  const id = `machine.${machine}.hours`
  if (!work.ledger.has(id)) {
    work.ledger.add({
      id,
      label: ofMachine(work, machine, { en: 'running hours', vi: 'số giờ chạy' }),
      value: own.value,
      unit: own.unit.text,
      kind: 'input',
      at: own.at,
      written: own.written,
    })
  }
  return id
}

/** A variable that only one machine has also speaks for the site. */
function alone(work: Deriving): void {
  const machines = new Map<string, string[]>()
  for (const [key, figure] of work.byName) {
    const name = key.slice(0, key.indexOf('@'))
    if (key.includes('@')) machines.set(name, [...(machines.get(name) ?? []), figure])
  }
  for (const [name, figures] of machines) {
    const [only] = figures
    if (figures.length === 1 && only !== undefined && !work.byName.has(name)) work.byName.set(name, only)
  }
}
