import { parseUnit } from '../units/index.js'
import type { Content, FuelFactor, GridFactor, GwpFactor, WaterFactor } from './content.js'

/**
 * The row of a fuel's property for a country: the country's own, else the world default; of several, the newest.
 * A named alternative (`density_alt`) is another property and never taken instead.
 */
export function fuelFactor(
  content: Content,
  fuel: string,
  property: string,
  country: string,
): FuelFactor | undefined {
  const rows = content.fuels.filter(
    (row) => row.fuel === fuel && row.property === property && row.status !== REFUSED,
  )
  const own = rows.filter((row) => row.country === country)
  return newest(own.length > 0 ? own : rows.filter((row) => row.country === 'WORLD'))
}

function newest(rows: readonly FuelFactor[]): FuelFactor | undefined {
  return [...rows].sort((a, b) => a.sourceYear.localeCompare(b.sourceYear)).at(-1)
}

/** The status of a row that is kept only to document a conflict. */
export const REFUSED = 'do-not-use'

/** How sure a grid factor is, best first; what is marked do-not-use is never taken. */
const GRID_STATUS = ['official', 'published', 'modelled']

/**
 * The grid factor nearest to the year: the year itself, else the last one before it, else the first after it.
 * Official beats published beats modelled within the same year. The grid of the zone where the table has it, else that
 * of the country.
 */
export function gridFactor(
  content: Content,
  country: string,
  year: number,
  zone = '',
): GridFactor | undefined {
  const usable = content.grid.filter((row) => row.country === country && GRID_STATUS.includes(row.status))
  const of = (region: string): readonly GridFactor[] =>
    usable.filter((row) => row.region.toLowerCase() === region.toLowerCase())
  const rows = zone !== '' && of(zone).length > 0 ? of(zone) : of('')
  const rank = (row: GridFactor): number => GRID_STATUS.indexOf(row.status)
  const distance = (row: GridFactor): number => (row.year <= year ? year - row.year : 1000 + row.year - year)
  return [...rows].sort((a, b) => distance(a) - distance(b) || rank(a) - rank(b))[0]
}

/** GWP100 of a gas (`ch4`, `n2o` …) in one assessment report, e.g. `AR5`. */
export function gwpFactor(content: Content, gas: string, report: string): GwpFactor | undefined {
  return gasRows(content, gas).find((row) => row.report === report)
}

/** Every row of a gas, by its id or as a refrigerant (`r22`), newest report first. */
export function gasRows(content: Content, gas: string): readonly GwpFactor[] {
  return content.gwp
    .filter((row) => (row.gas === gas || row.refrigerant.toLowerCase() === gas) && row.status !== REFUSED)
    .sort((a, b) => b.report.localeCompare(a.report))
}

/** A constant of wastewater for a country: the country's own, else the world default. */
export function waterFactor(
  content: Content,
  parameter: string,
  itemId: string,
  country: string,
): WaterFactor | undefined {
  const rows = content.waterFactors.filter(
    (row) => row.parameter === parameter && row.itemId === itemId && row.status !== REFUSED,
  )
  return rows.find((row) => row.country === country) ?? rows.find((row) => row.country === 'WORLD')
}

/**
 * The unit at the head of a table's unit text, and what follows it: `TJ/Gg (= GJ/t)`, `MJ/hL product`. Text with a
 * second quotient is not split, since `kg COD/t` is not `kg`. `undefined` where no unit stands there.
 */
export function leadingUnit(text: string): { readonly unit: string; readonly rest: string } | undefined {
  const [head = '', ...others] = text.replace(/\(.*$/, '').trim().split(/\s+/)
  const rest = others.join(' ')
  if (rest.includes('/')) return undefined
  const parsed = parseUnit(head)
  return 'unit' in parsed ? { unit: parsed.unit.text, rest } : undefined
}
