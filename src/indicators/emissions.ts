import { diagnose } from '../diagnostics/catalogue.js'
import { type InventoryGood, isElectricity } from '../model/inventory.js'
import type { Emission } from '../model/indicators.js'
import { asText, type Text } from '../model/text.js'
import { fuelNamesOf, fuelsCalled } from '../templates/fuel-names.js'
import { fuelFactor } from '../templates/select-factor.js'
import { type CombustionGas, fuelGasFigure, gridFigure, gwpFigure } from './gas-factors.js'
import { entering, useOf, type Indicating } from './indicating.js'
import { processGases } from './process-gases.js'
import { wastewaterGases } from './wastewater-gases.js'

/** Emissions that were found, and what gives off greenhouse gases of which nobody knows how much. */
export type Emissions = { readonly found: readonly Emission[]; readonly unknown: readonly string[] }

/**
 * Greenhouse gases by source. Scope 1: fuels, gases of the process, lost refrigerants, wastewater treatment. Scope 2:
 * bought electricity, steam, heat and cold, by location, and apart from that by market. Biogenic CO2 stands apart too.
 */
export function emissionFigures(work: Indicating): Emissions {
  const parts = [energyGases(work), processGases(work), wastewaterGases(work)]
  return { found: parts.flatMap(({ found }) => found), unknown: parts.flatMap(({ unknown }) => unknown) }
}

function energyGases(work: Indicating): Emissions {
  const found: Emission[] = []
  const unknown: string[] = []
  for (const good of work.inventory.goods.filter((one) => isEnergy(one) && entering(work, one).length > 0)) {
    const bought = isBought(work, good)
    const factor = emissionFactor(work, good)
    if (factor === undefined && good.renewable !== true) unknown.push(good.id)
    if (factor === undefined && good.contents['energy'] === undefined) fuelNotNamed(work, good)
    if (factor !== undefined) {
      const figure = yearly(work, good, `ghg.${good.id}`, factor, GASES)
      const source = bought ? ('electricity' as const) : ('fuel' as const)
      found.push({ of: good.id, source, scope: bought ? 2 : 1, figure, factor })
    }
    if (bought) found.push(...byMarket(work, good, factor))
    else found.push(...biogenic(work, good))
  }
  return { found, unknown }
}

/** Energy, or steam and chilled water that are written under water and say what their maker gives off. */
function isEnergy(good: InventoryGood): boolean {
  return good.list === 'energy' || (good.list === 'water' && good.ghg !== undefined)
}

/** Bought as electricity, steam, heat or cold: nothing burns here. */
function isBought({ ledger }: Indicating, good: InventoryGood): boolean {
  return isElectricity(good) || (good.fuel === undefined && !ledger.has(`good.${good.id}.ncv`))
}

/** Neither a fuel of the tables nor a heating value: what it may be is offered, and nothing is taken. */
function fuelNotNamed(work: Indicating, good: InventoryGood): void {
  if (good.fuel !== undefined || isElectricity(good)) return
  const name = asText(good.name, good.id)
  const names = fuelNamesOf(work.content)
  const near = [name.vi, name.en, good.id].flatMap((written) => fuelsCalled(names, written))
  const args = { good: good.id, near: [...new Set(near)].slice(0, 4).join(', ') }
  work.diagnostics.push(diagnose('K309', good.at, args))
}

const GASES = { en: 'greenhouse gases', vi: 'khí nhà kính' }
const BY_MARKET = { en: 'greenhouse gases by contract', vi: 'khí nhà kính theo hợp đồng' }
const BIOGENIC = { en: 'biogenic CO2', vi: 'CO2 sinh học' }

function yearly(work: Indicating, good: InventoryGood, id: string, factor: string, what: Text): string {
  const name = asText(good.name, good.id)
  return work.ledger.derive({
    id,
    label: { en: `${name.en}: ${what.en}`, vi: `${name.vi}: ${what.vi}` },
    unit: 'tCO2e/yr',
    formula: 'use * factor',
    uses: { use: useOf(work, good), factor },
    sd: 'independent',
  }).id
}

/** By contract where there is one, else by the grid: the last choice of the GHG Protocol, scope 2 guidance, table 6.3. */
function byMarket(work: Indicating, good: InventoryGood, location: string | undefined): Emission[] {
  const factor = good.ghgMarket ?? location
  if (factor === undefined) return []
  const figure = yearly(work, good, `ghg.${good.id}.market`, factor, BY_MARKET)
  return [{ of: good.id, source: 'electricity', scope: 2, figure, factor, apart: 'market' }]
}

/** The CO2 of a fuel that grew: told apart, and in no total. */
function biogenic(work: Indicating, good: InventoryGood): Emission[] {
  const { fuel } = good
  const energy = good.contents['energy']
  if (fuel === undefined || energy === undefined || !isBiogenic(work, fuel)) return []
  const co2 = fuelGasFigure(work, good, fuel, 'co2')
  const gwp = gwpFigure(work, 'co2', good.at)
  if (co2 === undefined || gwp === undefined) return []
  const name = asText(good.name, good.id)
  const factor = work.ledger.derive({
    id: `good.${good.id}.biogenic`,
    label: { en: `${name.en}: biogenic CO2 of one unit`, vi: `${name.vi}: CO2 sinh học trên một đơn vị` },
    unit: `tCO2e/${good.unit}`,
    formula: 'energy * co2 * gwp_co2',
    uses: { energy, co2, gwp_co2: gwp },
    sd: 'independent',
  }).id
  const figure = yearly(work, good, `ghg.${good.id}.biogenic`, factor, BIOGENIC)
  return [{ of: good.id, source: 'fuel', scope: 1, figure, factor, apart: 'biogenic' }]
}

function isBiogenic(work: Indicating, fuel: string): boolean {
  return fuelFactor(work.content, fuel, 'ef_co2', work.site.site.country)?.biogenic ?? false
}

/** Greenhouse gases of one unit of a good: the site's own figure, the grid's, or the fuel table's. */
export function emissionFactor(work: Indicating, good: InventoryGood): string | undefined {
  const id = `good.${good.id}.ghg`
  if (work.ledger.has(id)) return id
  // Electricity of the site's own sun, wind or water does not come from the grid.
  if (isElectricity(good)) return good.renewable === true ? undefined : gridFigure(work, good)
  return good.fuel === undefined ? undefined : fuelGhg(work, good, good.fuel, id)
}

const COMBUSTION: readonly CombustionGas[] = ['co2', 'ch4', 'n2o']

function fuelGhg(work: Indicating, good: InventoryGood, fuel: string, id: string): string | undefined {
  const energy = good.contents['energy']
  if (energy === undefined) return undefined
  const grown = isBiogenic(work, fuel)
  const uses: Record<string, string> = { energy }
  const parts: string[] = []
  for (const gas of COMBUSTION) {
    if (gas === 'co2' && grown) continue
    const factor = fuelGasFigure(work, good, fuel, gas)
    const gwp = gwpFigure(work, gas, good.at)
    if (factor === undefined || gwp === undefined) {
      if (gas === 'co2') return undefined
      continue
    }
    uses[gas] = factor
    uses[`gwp_${gas}`] = gwp
    parts.push(`${gas} * gwp_${gas}`)
  }
  if (parts.length === 0) return undefined
  const name = asText(good.name, good.id)
  return work.ledger.derive({
    id,
    label: { en: `${name.en}: greenhouse gases of one unit`, vi: `${name.vi}: khí nhà kính trên một đơn vị` },
    unit: `tCO2e/${good.unit}`,
    formula: `energy * (${parts.join(' + ')})`,
    uses,
    sd: 'independent',
    ...(grown ? { note: { en: 'Biogenic CO2 stands apart', vi: 'CO2 sinh học trình bày riêng' } } : {}),
  }).id
}
