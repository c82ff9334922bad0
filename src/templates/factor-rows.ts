import type { FactorKey, Figure } from '../model/figure.js'
import type { Text } from '../model/text.js'
import type { Content, FuelFactor, GridFactor, GwpFactor, Sourced, Tariff, WaterFactor } from './content.js'

/** A factor under the name by which the ledger calls it, whichever table it comes from. */
export type FactorRow = {
  readonly id: string
  readonly value: number
  readonly unit: string
  readonly country: string
  /** Year it is of; edition where it has none (`AR5`). */
  readonly year: string
  readonly source: string
  readonly url: string
  readonly evidence: string
  readonly status: string
  readonly note: Text
  /** Last day for which it should be used. */
  readonly bestBefore?: string
}

/** Every factor of the tables that has a value. */
export function factorRows(content: Content): readonly FactorRow[] {
  return [
    ...content.fuels.map(fuelRow),
    ...content.grid.map((row) => gridRow(content, row)),
    ...content.gwp.map(gwpRow),
    ...content.waterFactors.flatMap((row) => waterRow(row) ?? []),
    ...content.tariffs.flatMap((row) => tariffRow(content, row) ?? []),
  ]
}

export function fuelRow(row: FuelFactor): FactorRow {
  return rowOf(row, { id: `${row.fuel}.${kebab(row.property)}`, year: row.sourceYear, value: row.value })
}

export function gridRow(content: Content, row: GridFactor): FactorRow {
  const { country, region, year, value } = row
  const id = `grid-electricity-${country.toLowerCase()}${region === '' ? '' : `-${kebab(region)}`}`
  return { ...rowOf(row, { id, year: String(year), value }), ...aged(content, row, year, 'grid-electricity') }
}

export function gwpRow(row: GwpFactor): FactorRow {
  const { gas, value, report } = row
  return rowOf({ ...row, unit: 'kgCO2e/kg', country: 'WORLD' }, { id: `gwp.${gas}`, year: report, value })
}

export function waterRow(row: WaterFactor): FactorRow | undefined {
  const { parameter, item, itemId, value, sourceYear } = row
  if (value === undefined) return undefined
  return rowOf(row, { id: `${kebab(parameter)}.${itemId || kebab(item)}`, year: sourceYear, value })
}

function tariffRow(content: Content, row: Tariff): FactorRow | undefined {
  const { country, group, voltage, period, from, value } = row
  if (value === undefined) return undefined
  const id = ['tariff', country, group, voltage, period].map(kebab).join('-')
  const year = Number(from.slice(0, 4))
  return { ...rowOf(row, { id, year: String(year), value }), ...aged(content, row, year, 'tariffs') }
}

/** What every table says of a factor, under the name, year and value that are read from its own columns. */
function rowOf(
  row: Sourced & Pick<FactorRow, 'unit' | 'country'>,
  own: Pick<FactorRow, 'id' | 'year' | 'value'>,
): FactorRow {
  const { unit, country, source, url, evidence, status, note, bestBefore } = row
  const said = { unit, country, source, url, evidence, status, note }
  return { ...own, ...said, ...(bestBefore !== undefined && { bestBefore }) }
}

/** The last day of the last year for which a row of this table may be used, unless the row says so itself. */
function aged(content: Content, row: Sourced, year: number, table: string): Pick<FactorRow, 'bestBefore'> {
  const years = content.shelfLife.get(table)
  if (row.bestBefore !== undefined || years === undefined) return {}
  return { bestBefore: `${year + years}-12-31` }
}

/** What the ledger keeps of the row. */
function keyOf({ id, country, year, evidence, url, note, bestBefore }: FactorRow): FactorKey {
  return { id, country, year, evidence, url, remark: note, ...(bestBefore !== undefined && { bestBefore }) }
}

/** A row of a table as a figure of the ledger, in a unit that the formula language reads. */
export function factorFigure(
  row: FactorRow,
  figure: Pick<Figure, 'id' | 'label' | 'unit'> & Partial<Pick<Figure, 'source' | 'note' | 'show'>>,
): Figure {
  return { value: row.value, kind: 'factor', source: row.source, key: keyOf(row), ...figure }
}

export function kebab(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '')
}
