import type {
  Benchmark,
  DischargeLimit,
  FuelFactor,
  GridFactor,
  GwpFactor,
  LegalThreshold,
  Sourced,
  SourcedRow,
  Tariff,
  Variable,
  WaterFactor,
} from './content.js'
import type { Text } from '../model/text.js'
import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'

/** A row of a table while it is read. */
export type Row = { readonly file: string; readonly cells: SourcedRow; readonly problems: Diagnostic[] }

function cell(row: Row, name: string): string {
  return row.cells[name] ?? ''
}

function required(row: Row, name: string): string {
  const value = cell(row, name)
  if (value === '') row.problems.push(diagnose('C103', '', { file: row.file, field: name }))
  return value
}

/** A remark: in Vietnamese from the column beside it, where the table has one and it is filled. */
function inBoth(row: Row, name: string, read = cell): Text {
  const en = read(row, name)
  return { en, vi: cell(row, `${name}_vi`) || en }
}

function numberOf(row: Row, name: string): number | undefined {
  const written = cell(row, name)
  if (written === '') return undefined
  const value = Number(written)
  if (Number.isFinite(value)) return value
  row.problems.push(diagnose('C104', '', { file: row.file, field: name, written, expected: '1.5' }))
  return undefined
}

function sourceOf(row: Row): Sourced {
  const bestBefore = cell(row, 'best_before')
  return {
    source: required(row, 'source'),
    sourceYear: cell(row, 'source_year'),
    url: cell(row, 'source_url'),
    evidence: cell(row, 'evidence'),
    note: inBoth(row, 'note'),
    status: cell(row, 'status'),
    ...(bestBefore !== '' && { bestBefore }),
  }
}

const TYPES: ReadonlyMap<string, Variable['type']> = new Map([
  ['number', 'number'],
  ['yes-no', 'boolean'],
  ['boolean', 'boolean'],
])

export function variableFrom(row: Row): Variable | undefined {
  const name = required(row, 'variable')
  if (name === '') return undefined

  return {
    name,
    type: TYPES.get(cell(row, 'type')) ?? 'enum',
    unit: cell(row, 'unit'),
    meaning: { en: required(row, 'label_en'), vi: required(row, 'label_vi') },
    origin: cell(row, 'origin'),
    values: cell(row, 'values')
      .split(';')
      .filter((value) => value !== ''),
  }
}

export function fuelFrom(row: Row): FuelFactor | undefined {
  const value = numberOf(row, 'value')
  if (value === undefined) return undefined
  const en = required(row, 'name_en')
  return {
    fuel: required(row, 'fuel_id'),
    name: { en, vi: cell(row, 'name_vi') || en },
    property: required(row, 'property'),
    value,
    unit: cell(row, 'unit'),
    biogenic: cell(row, 'biogenic') === 'true',
    country: cell(row, 'country'),
    ...sourceOf(row),
  }
}

export function gridFrom(row: Row): GridFactor | undefined {
  const value = numberOf(row, 'value')
  if (value === undefined) return undefined
  return {
    country: required(row, 'country_iso'),
    name: cell(row, 'country'),
    region: cell(row, 'region'),
    year: numberOf(row, 'year') ?? 0,
    value,
    unit: cell(row, 'unit'),
    method: cell(row, 'method'),
    ...sourceOf(row),
  }
}

export function gwpFrom(row: Row): GwpFactor | undefined {
  const value = numberOf(row, 'gwp100')
  if (value === undefined) return undefined
  return {
    gas: required(row, 'gas_id'),
    formula: cell(row, 'formula'),
    refrigerant: cell(row, 'refrigerant'),
    report: cell(row, 'report'),
    value,
    ...sourceOf(row),
  }
}

export function waterFactorFrom(row: Row): WaterFactor {
  const [low, value, high] = [numberOf(row, 'low'), numberOf(row, 'value'), numberOf(row, 'high')]
  return {
    category: required(row, 'category'),
    item: required(row, 'item'),
    name: inBoth(row, 'item'),
    itemId: cell(row, 'item_id'),
    parameter: required(row, 'parameter'),
    ...(low !== undefined && { low }),
    ...(value !== undefined && { value }),
    ...(high !== undefined && { high }),
    unit: required(row, 'unit'),
    country: required(row, 'country'),
    validFrom: cell(row, 'valid_from'),
    validTo: cell(row, 'valid_to'),
    ...sourceOf(row),
  }
}

export function thresholdRowFrom(row: Row): LegalThreshold | undefined {
  const value = numberOf(row, 'value')
  if (value === undefined) return undefined
  const pair = (name: string): Text => ({ en: required(row, `${name}_en`), vi: required(row, `${name}_vi`) })
  return {
    id: required(row, 'threshold_id'),
    country: required(row, 'country'),
    regulation: required(row, 'regulation'),
    clause: inBoth(row, 'clause', required),
    date: cell(row, 'date'),
    name: pair('name'),
    figure: required(row, 'figure'),
    value,
    unit: required(row, 'unit'),
    validFrom: cell(row, 'valid_from'),
    validTo: cell(row, 'valid_to'),
    notChecked: pair('not_checked'),
    ...sourceOf(row),
  }
}

export function tariffFrom(row: Row): Tariff {
  const value = numberOf(row, 'value')
  return {
    country: required(row, 'country'),
    decision: cell(row, 'decision'),
    from: cell(row, 'effective_from'),
    group: cell(row, 'customer_group'),
    voltage: cell(row, 'voltage_level'),
    period: cell(row, 'period'),
    ...(value !== undefined && { value }),
    text: cell(row, 'value_text'),
    unit: cell(row, 'unit'),
    ...sourceOf(row),
  }
}

export function benchmarkFrom(row: Row): Benchmark | undefined {
  const id = required(row, 'benchmark_id')
  if (id === '') return undefined
  const values = ['best', 'low', 'typical', 'high'].flatMap((name) => {
    const value = numberOf(row, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    id,
    sector: required(row, 'sector_id'),
    isic: cell(row, 'isic_rev4')
      .split(/[;, ]+/)
      .filter((code) => code !== ''),
    indicator: required(row, 'indicator'),
    type: cell(row, 'indicator_type'),
    unit: inBoth(row, 'unit', required),
    ...Object.fromEntries(values),
    basis: inBoth(row, 'basis'),
    scope: inBoth(row, 'scope'),
    boundary: cell(row, 'boundary') || 'site',
    per: cell(row, 'per') || 'product',
    country: cell(row, 'country'),
    year: cell(row, 'data_year'),
    ...sourceOf(row),
  }
}

export function limitFrom(row: Row): DischargeLimit | undefined {
  const id = required(row, 'limit_id')
  if (id === '') return undefined
  const [min, max] = [numberOf(row, 'limit_min'), numberOf(row, 'limit')]
  return {
    id,
    regulation: required(row, 'regulation'),
    country: required(row, 'jurisdiction'),
    sector: required(row, 'sector_id'),
    column: cell(row, 'column'),
    clause: inBoth(row, 'clause'),
    parameter: required(row, 'parameter'),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    unit: cell(row, 'unit'),
    basis: required(row, 'basis'),
    scope: inBoth(row, 'scope'),
    ...sourceOf(row),
    status: required(row, 'status'),
  }
}
