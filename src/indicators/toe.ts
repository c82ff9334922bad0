import { type InventoryGood, isElectricity } from '../model/inventory.js'
import { asText } from '../model/text.js'
import { REFUSED } from '../templates/select-factor.js'
import { factorFigure, fuelRow } from '../templates/factor-rows.js'
import { sameDimension } from '../units/index.js'
import { entering, useOf, type Indicating } from './indicating.js'

/**
 * Energy in tonnes of oil equivalent, a ledger apart from GJ: in Viet Nam by the table of the ministry, which
 * counts electricity as primary energy; elsewhere by the definition of 41.868 GJ.
 */
export function toeFigures(work: Indicating): {
  readonly figures: readonly string[]
  readonly unknown: readonly string[]
} {
  const figures: string[] = []
  const unknown: string[] = []
  const vietnam = work.site.site.country === 'VN'
  for (const good of work.inventory.goods) {
    if (good.list !== 'energy' || entering(work, good).length === 0) continue
    const figure = vietnam ? vietnamToe(work, good) : plainToe(work, good)
    if (figure === undefined) unknown.push(good.id)
    else figures.push(figure)
  }
  return { figures, unknown }
}

function label(good: InventoryGood): { en: string; vi: string } {
  const name = asText(good.name, good.id)
  return { en: `${name.en}: toe`, vi: `${name.vi}: TOE` }
}

function plainToe(work: Indicating, good: InventoryGood): string | undefined {
  const energy = good.contents['energy']
  if (energy === undefined) return undefined
  const uses = { use: useOf(work, good), energy }
  return work.ledger.derive({
    id: `toe.${good.id}`,
    label: label(good),
    unit: 'toe/yr',
    formula: 'use * energy',
    uses,
  }).id
}

function vietnamToe(work: Indicating, good: InventoryGood): string | undefined {
  const fuel = isElectricity(good) ? 'electricity' : good.fuel
  if (fuel === undefined) return undefined
  const row = work.content.fuels.find((candidate) => {
    if (candidate.fuel !== fuel || candidate.property !== 'toe_vn' || candidate.status === REFUSED)
      return false
    return sameDimension(candidate.unit.replace(/^.*\//, ''), good.unit)
  })
  if (row === undefined) return undefined
  const id = `factor.${fuel}.toe-vn-per-${row.unit.replace(/^.*\//, '').replace(/\W+/g, '-')}`
  if (!work.ledger.has(id)) {
    const name = row.name
    const text = { en: `${name.en}: toe (Viet Nam table)`, vi: `${name.vi}: TOE (bảng Việt Nam)` }
    const toe = row.unit.replace(/^(toe|TOE)\//, 'toe-vn/')
    work.ledger.add(factorFigure(fuelRow(row), { id, label: text, unit: toe }))
  }
  const uses = { use: useOf(work, good), factor: id }
  return work.ledger.derive({
    id: `toe.${good.id}`,
    label: label(good),
    unit: 'toe-vn/yr',
    formula: 'use * factor',
    uses,
  }).id
}
