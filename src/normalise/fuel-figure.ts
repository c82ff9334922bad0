import { diagnose } from '../diagnostics/catalogue.js'
import type { Figure } from '../model/figure.js'
import type { Text } from '../model/text.js'
import { factorFigure, fuelRow } from '../templates/factor-rows.js'
import { fuelNamesOf, fuelsCalled } from '../templates/fuel-names.js'
import { fuelFactor, leadingUnit } from '../templates/select-factor.js'
import { about, type Normalising } from './stage.js'

/** One property of a fuel from the factor tables, entered once with its source. */
export function fuelFigure(
  work: Normalising,
  fuel: string,
  property: string,
  at: string,
): Figure | undefined {
  const id = `factor.${fuel}.${property}`
  const known = work.ledger.get(id)
  if (known !== undefined) return known
  const row = fuelFactor(work.content, fuel, property, work.site.site.country)
  const unit = row === undefined ? undefined : leadingUnit(row.unit)?.unit
  if (row === undefined || unit === undefined) {
    const near = fuelsCalled(fuelNamesOf(work.content), fuel).filter((name) => name !== fuel)
    const args = { fuel, property, country: work.site.site.country, near: near.join(', ') }
    work.diagnostics.push(diagnose('K301', at, args))
    return undefined
  }
  const label = about(row.name, PROPERTY_LABEL[property] ?? { en: property, vi: property })
  return work.ledger.add(factorFigure(fuelRow(row), { id, label, unit }))
}

const PROPERTY_LABEL: Readonly<Record<string, Text>> = {
  ncv: { en: 'net calorific value', vi: 'nhiệt trị thấp' },
  density: { en: 'density', vi: 'khối lượng riêng' },
  ef_co2: { en: 'CO2 per energy', vi: 'CO2 trên năng lượng' },
  ef_ch4: { en: 'CH4 per energy', vi: 'CH4 trên năng lượng' },
  ef_n2o: { en: 'N2O per energy', vi: 'N2O trên năng lượng' },
  toe_vn: { en: 'toe (Viet Nam table)', vi: 'TOE (bảng Việt Nam)' },
}
