import { diagnose } from '../diagnostics/catalogue.js'
import { type InventoryGood, isElectricity } from '../model/inventory.js'
import { asText } from '../model/text.js'
import { fuelFactor, gridFactor, gwpFactor, leadingUnit } from '../templates/select-factor.js'
import { entering, useOf, type Indicating } from './indicating.js'

export type Emission = {
  readonly good: string
  readonly scope: 1 | 2 | 3
  readonly figure: string
  readonly factor: string
}

/** Assessment report whose GWP100 values are used, unless the site overrides a factor. */
const GWP_REPORT = 'AR5'

/** Greenhouse gases of fuels (scope 1) and of bought electricity (scope 2, by location). */
export function emissionFigures(work: Indicating): {
  readonly found: readonly Emission[]
  readonly unknown: readonly string[]
} {
  const found: Emission[] = []
  const unknown: string[] = []
  for (const good of work.inventory.goods) {
    if (good.list !== 'energy') continue
    if (entering(work, good).length === 0) continue
    const factor = emissionFactor(work, good)
    if (factor === undefined) {
      if (good.renewable !== true) unknown.push(good.id)
      continue
    }
    const name = asText(good.name, good.id)
    const use = useOf(work, good)
    const figure = work.ledger.derive({
      id: `ghg.${good.id}`,
      label: { en: `${name.en}: greenhouse gases`, vi: `${name.vi}: khí nhà kính` },
      unit: 'tCO2e/yr',
      formula: 'use * factor',
      uses: { use, factor },
      sd: 'independent',
    })
    found.push({ good: good.id, scope: isElectricity(good) ? 2 : 1, figure: figure.id, factor })
  }
  return { found, unknown }
}

/** Greenhouse gases of one unit of a good: the site's own figure, the grid's, or the fuel table's. */
export function emissionFactor(work: Indicating, good: InventoryGood): string | undefined {
  const id = `good.${good.id}.ghg`
  if (work.ledger.has(id)) return id
  // Electricity of the site's own sun, wind or water does not come from the grid.
  if (isElectricity(good)) return good.renewable === true ? undefined : gridFigure(work, good)
  return good.fuel === undefined ? undefined : fuelGhg(work, good, good.fuel, id)
}

function gridFigure(work: Indicating, good: InventoryGood): string | undefined {
  const { country } = work.site.site
  const id = `factor.grid-electricity-${country.toLowerCase()}`
  if (work.ledger.has(id)) return id
  const year = Number(work.inventory.period.last.slice(0, 4))
  const row = gridFactor(work.content, country, year)
  if (row === undefined) {
    work.diagnostics.push(diagnose('K302', good.at, { country }))
    return undefined
  }
  if (row.year !== year)
    work.diagnostics.push(diagnose('K303', good.at, { country, year: row.year, wanted: String(year) }))
  return work.ledger.add({
    id,
    label: { en: `Grid electricity, ${row.name} ${row.year}`, vi: `Điện lưới, ${row.name} ${row.year}` },
    value: row.value,
    unit: 'tCO2e/MWh',
    kind: 'factor',
    source: `${row.source} (${row.status})`,
    note: { en: 'CO2 of the grid, counted as CO2e', vi: 'CO2 của lưới, tính như CO2e' },
  }).id
}

function fuelGhg(work: Indicating, good: InventoryGood, fuel: string, id: string): string | undefined {
  const energy = good.contents['energy']
  if (energy === undefined) return undefined
  const biogenic = fuelFactor(work.content, fuel, 'ef_co2', work.site.site.country)?.biogenic ?? false
  const uses: Record<string, string> = { energy }
  const parts: string[] = []
  for (const gas of ['co2', 'ch4', 'n2o'] as const) {
    if (gas === 'co2' && biogenic) continue
    const factor = gasFigure(work, good, fuel, gas)
    const gwp = gwpFigure(work, gas)
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
    ...(biogenic ? { note: { en: 'Biogenic CO2 is not counted', vi: 'Không tính CO2 sinh học' } } : {}),
  }).id
}

function gasFigure(
  work: Indicating,
  good: InventoryGood,
  fuel: string,
  gas: 'co2' | 'ch4' | 'n2o',
): string | undefined {
  const id = `factor.${fuel}.ef-${gas}`
  if (work.ledger.has(id)) return id
  const row = fuelFactor(work.content, fuel, `ef_${gas}`, work.site.site.country)
  const unit = row === undefined ? undefined : leadingUnit(row.unit)?.unit
  if (row === undefined || unit === undefined) {
    if (gas === 'co2') {
      work.diagnostics.push(
        diagnose('K301', good.at, { fuel, property: 'ef_co2', country: work.site.site.country }),
      )
    }
    return undefined
  }
  const label = {
    en: `${row.name.en}: ${gas.toUpperCase()} per energy`,
    vi: `${row.name.vi}: ${gas.toUpperCase()} trên năng lượng`,
  }
  return work.ledger.add({ id, label, value: row.value, unit, kind: 'factor', source: row.source }).id
}

function gwpFigure(work: Indicating, gas: string): string | undefined {
  const id = `factor.gwp.${gas}`
  if (work.ledger.has(id)) return id
  const row = gwpFactor(work.content, gas, GWP_REPORT)
  if (row === undefined) return undefined
  const label = {
    en: `GWP100 of ${row.formula} (${GWP_REPORT})`,
    vi: `GWP100 của ${row.formula} (${GWP_REPORT})`,
  }
  return work.ledger.add({
    id,
    label,
    value: row.value,
    unit: 'kgCO2e/kg',
    kind: 'factor',
    source: row.source,
  }).id
}
