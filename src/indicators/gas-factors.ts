import { fuelNamesOf, fuelsCalled } from '../templates/fuel-names.js'
import { diagnose } from '../diagnostics/catalogue.js'
import { called } from '../diagnostics/words-of-args.js'
import { countryName } from '../model/country-names.js'
import { sameText } from '../model/text.js'
import type { InventoryGood } from '../model/inventory.js'
import { nearest } from '../model/near-names.js'
import { factorFigure, fuelRow, gridRow, gwpRow } from '../templates/factor-rows.js'
import {
  fuelFactor,
  gasRows,
  gridFactor,
  gwpFactor,
  leadingUnit,
  REFUSED,
} from '../templates/select-factor.js'
import type { Indicating } from './indicating.js'

/** Assessment report whose GWP100 values are used, unless the site overrides a factor. */
const GWP_REPORT = 'AR5'

/** Greenhouse gases of grid electricity for the country, the zone and the last year of the period. */
export function gridFigure(work: Indicating, good: InventoryGood): string | undefined {
  const { country, zone } = work.site.site
  const id = `factor.grid-electricity-${country.toLowerCase()}`
  if (work.ledger.has(id)) return id
  const year = Number(work.inventory.period.last.slice(0, 4))
  const row = gridFactor(work.content, country, year, zone)
  if (row === undefined) {
    const refused = work.content.grid.filter(
      (one) => one.country === country && one.status === REFUSED,
    ).length
    work.diagnostics.push(diagnose('K302', good.at, { country, year, refused }))
    return undefined
  }
  const { bestBefore = '9999' } = gridRow(work.content, row)
  if (row.year !== year && bestBefore >= work.inventory.period.last)
    work.diagnostics.push(
      diagnose('K303', good.at, {
        ...called('country', country, countryName(country)),
        year: row.year,
        wanted: String(year),
      }),
    )
  const of = row.region === '' ? countryName(row.country) : sameText(row.region)
  return work.ledger.add(
    factorFigure(gridRow(work.content, row), {
      id,
      label: {
        en: `Grid electricity, ${of.en} ${row.year}`,
        vi: `Điện lưới, ${of.vi} ${row.year}`,
      },
      unit: 'tCO2e/MWh',
      source: `${row.source} (${row.status})`,
      note: { en: 'CO2 of the grid, counted as CO2e', vi: 'CO2 của lưới, tính như CO2e' },
    }),
  ).id
}

export type CombustionGas = 'co2' | 'ch4' | 'n2o'

/** What burning a fuel gives off of one gas, per energy. Only a missing factor of CO2 is worth a word. */
export function fuelGasFigure(
  work: Indicating,
  good: InventoryGood,
  fuel: string,
  gas: CombustionGas,
): string | undefined {
  const id = `factor.${fuel}.ef-${gas}`
  if (work.ledger.has(id)) return id
  const { country } = work.site.site
  const row = fuelFactor(work.content, fuel, `ef_${gas}`, country)
  const unit = row === undefined ? undefined : leadingUnit(row.unit)?.unit
  if (row === undefined || unit === undefined) {
    const near = fuelsCalled(fuelNamesOf(work.content), fuel).filter((name) => name !== fuel)
    if (gas === 'co2')
      work.diagnostics.push(
        diagnose('K301', good.at, { fuel, property: 'ef_co2', country, near: near.join(', ') }),
      )
    return undefined
  }
  const label = {
    en: `${row.name.en}: ${gas.toUpperCase()} per energy`,
    vi: `${row.name.vi}: ${gas.toUpperCase()} trên năng lượng`,
  }
  return work.ledger.add(factorFigure(fuelRow(row), { id, label, unit })).id
}

/**
 * GWP100 of a gas. Where the report in use does not have it, that of the newest one which does, and the label says so.
 * A gas that no table has is told at `at`, with the near ones.
 */
export function gwpFigure(work: Indicating, gas: string, at: string): string | undefined {
  const [newest] = gasRows(work.content, gas)
  const row = gwpFactor(work.content, gas, GWP_REPORT) ?? newest
  const id = `factor.gwp.${row?.gas ?? gas}`
  if (work.ledger.has(id)) return id
  if (row === undefined) {
    const near = nearest(
      gas,
      new Set(work.content.gwp.flatMap(({ gas: one, refrigerant }) => [one, refrigerant.toLowerCase()])),
    )
    work.diagnostics.push(diagnose('K305', at, { gas, near: near.join(', ') }))
    return undefined
  }
  const name = [row.refrigerant, row.formula].find((text) => text !== '') ?? row.gas
  const label = { en: `GWP100 of ${name} (${row.report})`, vi: `GWP100 của ${name} (${row.report})` }
  return work.ledger.add(factorFigure(gwpRow(row), { id, label, unit: 'kgCO2e/kg' })).id
}
