import type { Emission } from '../model/indicators.js'
import type { InventoryFlow, InventoryGood } from '../model/inventory.js'
import { asText } from '../model/text.js'
import { gasRows } from '../templates/select-factor.js'
import type { Emissions } from './emissions.js'
import { gwpFigure } from './gas-factors.js'
import { entering, total, useOf, type Indicating } from './indicating.js'

/**
 * Scope 1 beside fuels: gases that leave as emissions, gases that were refilled, which is what was lost, and
 * materials that say what using one unit gives off.
 */
export function processGases(work: Indicating): Emissions {
  const found: Emission[] = []
  const unknown: string[] = []
  for (const good of work.inventory.goods) {
    const emission = good.gas === undefined ? ofMaterial(work, good) : ofGas(work, good, good.gas)
    if (emission === 'unknown') unknown.push(good.id)
    else if (emission !== undefined) found.push(emission)
  }
  return { found, unknown }
}

function ofMaterial(work: Indicating, good: InventoryGood): Emission | undefined {
  if (good.list !== 'materials' || good.ghg === undefined || entering(work, good).length === 0)
    return undefined
  const figure = derived(work, good, useOf(work, good), good.ghg)
  return { of: good.id, source: 'process', scope: 1, figure, factor: good.ghg }
}

function ofGas(work: Indicating, good: InventoryGood, gas: string): Emission | 'unknown' | undefined {
  const released = work.inventory.flows.filter(
    ({ of, to, as }) => of === good.id && to === null && as === 'emission',
  )
  const refilled = good.list === 'materials' ? entering(work, good) : []
  const flows = released.length > 0 ? released : refilled
  if (flows.length === 0) return undefined
  const gwp = gwpFigure(work, gas, `${good.at}/gas`)
  if (gwp === undefined || flows.some(({ contents }) => contents['mass'] === undefined)) return 'unknown'
  const name = asText(good.name, good.id)
  const mass = total(
    work,
    `released.${good.id}`,
    { en: `${name.en}: released`, vi: `${name.vi}: phát thải` },
    't/yr',
    flows.map(massOf),
  ).id
  const refrigerant = gas !== 'co2' && (gasRows(work.content, gas)[0]?.refrigerant ?? '') !== ''
  return {
    of: good.id,
    source: refrigerant ? 'refrigerant' : 'process',
    scope: 1,
    figure: derived(work, good, mass, gwp),
    factor: gwp,
    // CO2 of fermentation or of wood was in the air the year before.
    ...(good.renewable === true && gas === 'co2' && { apart: 'biogenic' as const }),
  }
}

function massOf({ id }: InventoryFlow): string {
  return `flow.${id}.mass`
}

function derived(work: Indicating, good: InventoryGood, amount: string, factor: string): string {
  const name = asText(good.name, good.id)
  return work.ledger.derive({
    id: `ghg.${good.id}`,
    label: { en: `${name.en}: greenhouse gases`, vi: `${name.vi}: khí nhà kính` },
    unit: 'tCO2e/yr',
    formula: 'amount * factor',
    uses: { amount, factor },
    sd: 'independent',
  }).id
}
