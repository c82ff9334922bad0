import { diagnose } from '../diagnostics/catalogue.js'
import { type InventoryFlow, isElectricity } from '../model/inventory.js'
import type { Equipment } from '../schema/site.js'
import { convert, formatNumber, parseUnit } from '../units/index.js'
import type { Quantity } from '../model/quantity.js'
import { entering, leavingAs, type Indicating, useOf } from './indicating.js'

/** What leaves although it never came in: only seen once the flows are balanced. */
export function beyondInputs(work: Indicating): void {
  moreWastewaterThanWater(work)
  moreCodThanMatter(work)
  morePowerThanBought(work)
}

const say = (value: number, unit: string): string =>
  `${formatNumber(value, { lang: 'en', digits: 4 })} ${unit}`

/** The sum of a layer over flows; `undefined` where one of them is unknown. */
function sumOf(work: Indicating, flows: readonly InventoryFlow[], layer: string): number | undefined {
  const values = flows.map((flow) => work.ledger.get(`flow.${flow.id}.${layer}`)?.value)
  return values.some((value) => value == null)
    ? undefined
    : values.reduce<number>((sum, v) => sum + (v ?? 0), 0)
}

function flowsIn(work: Indicating, list: 'water' | 'materials'): InventoryFlow[] {
  return work.inventory.goods.filter((good) => good.list === list).flatMap((good) => entering(work, good))
}

/** Raw materials bring water too: as much as they say, or all of their mass where they say nothing. */
function moreWastewaterThanWater(work: Indicating): void {
  const out = leavingAs(work, 'wastewater')
  const left = sumOf(work, out, 'water')
  const water = sumOf(work, flowsIn(work, 'water'), 'water')
  const brought = flowsIn(work, 'materials').map(
    (flow) => sumOf(work, [flow], 'water') ?? sumOf(work, [flow], 'mass'),
  )
  const share = work.content.thresholds.get('more-out-than-in')
  if (left === undefined || water === undefined || brought.includes(undefined) || share === undefined) return
  const most = brought.reduce<number>((sum, value) => sum + (value ?? 0), water)
  if (left <= most * (1 + share) || out.length === 0) return
  const [first = '', ...others] = out.map((flow) => flow.at)
  const args = { out: say(left, 'm3/yr'), in: say(water, 'm3/yr') }
  work.diagnostics.push(diagnose('K201', first, args, others))
}

/** No matter takes up more oxygen than fat does, so a load of COD has a most that follows from what came in. */
function moreCodThanMatter(work: Indicating): void {
  const kinds = new Map(work.inventory.steps.map((step) => [step.id, step.kind]))
  const treated = (step: string | null): boolean => step !== null && kinds.get(step) === 'treatment'
  const raw = work.inventory.flows.filter(
    (flow) =>
      flow.contents['cod'] !== undefined && !treated(flow.from) && (flow.to === null || treated(flow.to)),
  )
  const load = sumOf(work, raw, 'cod')
  const matter = sumOf(work, flowsIn(work, 'materials'), 'mass')
  const times = work.content.thresholds.get('cod-of-dry-matter')
  if (load === undefined || matter === undefined || times === undefined || matter === 0) return
  if (load <= times * matter) return
  const [first = '', ...others] = raw.map((flow) => `${flow.at}/contains`)
  work.diagnostics.push(
    diagnose('K202', first, { load: say(load, 't/yr'), matter: say(matter, 't/yr') }, others),
  )
}

/** Machines whose power, load and hours are all given, against the electricity of the bills. */
function morePowerThanBought(work: Indicating): void {
  const bought = work.inventory.goods.filter(isElectricity).map((good) => {
    const figure = work.ledger.get(useOf(work, good))
    return figure?.value == null ? undefined : inUnit(figure.value, figure.unit, 'kWh/yr')
  })
  const machines = Object.entries(work.site.equipment).flatMap(([id, machine]) => {
    const use = yearlyUse(machine)
    return use === undefined ? [] : [{ id, use }]
  })
  const share = work.content.thresholds.get('more-out-than-in')
  if (bought.length === 0 || bought.includes(undefined) || share === undefined) return
  const total = bought.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const used = machines.reduce((sum, { use }) => sum + use, 0)
  if (used <= total * (1 + share)) return
  const [first = '', ...others] = machines.map(({ id }) => `/equipment/${id}`)
  const args = {
    machines: machines.length,
    used: say(used / 1000, 'MWh/yr'),
    bought: say(total / 1000, 'MWh/yr'),
  }
  work.diagnostics.push(diagnose('K203', first, args, others))
}

/** kWh a year of a machine that says its electric power, its load and its hours; `undefined` for any other. */
function yearlyUse(machine: Equipment): number | undefined {
  const power = quantityOf(machine.rated ?? factOf(machine, /\.power$/), 'kW')
  const load = quantityOf(machine.load ?? factOf(machine, /\.load(_share|_factor)?$/), '1')
  const hours = machine.hours ?? factOf(machine, /\.hours$/)
  const yearly = hours?.unit.text === 'h/yr' ? hours.value : undefined
  if (machine.fuel !== undefined || power === undefined || load === undefined || yearly === undefined)
    return undefined
  return power * load * yearly * (machine.count ?? 1)
}

function factOf({ facts }: Equipment, name: RegExp): Quantity | undefined {
  const found = Object.entries(facts).find(([key]) => name.test(key))?.[1]
  return typeof found === 'object' ? found : undefined
}

function quantityOf(quantity: Quantity | undefined, unit: string): number | undefined {
  return quantity && inUnit(quantity.value, quantity.unit.text, unit)
}

function inUnit(value: number, from: string, to: string): number | undefined {
  const [source, target] = [parseUnit(from), parseUnit(to)]
  return 'unit' in source && 'unit' in target ? convert(value, source.unit, target.unit) : undefined
}
