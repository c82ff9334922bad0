import type { Site } from '../schema/site.js'
import type { Benchmark, Content } from '../templates/content.js'
import { REFUSED } from '../templates/select-factor.js'
import { sectorIds } from '../templates/sectors.js'
import { convert, dimensionsEqual, parseUnit } from '../units/index.js'
import { isNorm } from './gap-figures.js'

/** An output that a size class can be compared with. */
export type Output = { readonly value: number; readonly unit: string }

/**
 * The rows that hold for a site, the nearest first: of its sector and its process; of norms those of its country in
 * the edition of the period; of size classes the one that its output falls into. Own country goes before the world,
 * the world before another country, newer data before older.
 */
export function applicableRows(
  content: Content,
  site: Site,
  about: { readonly sector: string | undefined; readonly year: number; readonly output: Output | undefined },
): readonly Benchmark[] {
  const { country, process } = site.site
  const ids = about.sector === undefined ? new Set<string>() : sectorIds(content, about.sector)
  const rows = content.benchmarks.filter(
    (row) =>
      ids.has(row.sector) &&
      row.status !== REFUSED &&
      (!isNorm(row) || row.country === country) &&
      ofProcess(row, process) &&
      ofSize(row.scope.en, about.output) !== false,
  )
  const norms = rows.filter(isNorm)
  const inForce = rows.filter((row) => !isNorm(row) || row.year === editionFor(norms, row, about.year))
  const rank = (row: Benchmark): number => (isNorm(row) ? 0 : 1 + nearness(row.country, country))
  return [...inForce].sort((a, b) => rank(a) - rank(b) || Number(b.year) - Number(a.year))
}

/** Of the editions of one norm (same type and scope), the first whose last year is not before the period, else the last. */
function editionFor(norms: readonly Benchmark[], row: Benchmark, year: number): string {
  const years = norms
    .filter((other) => other.type === row.type && other.scope.en === row.scope.en)
    .map((other) => Number(other.year))
  const later = years.filter((edition) => edition >= year)
  return String(later.length > 0 ? Math.min(...later) : Math.max(...years))
}

/** Where the site names its process, rows of another one do not hold; rows without a scope hold for all. */
function ofProcess(row: Benchmark, process: string | undefined): boolean {
  if (process === undefined || withoutSize(row.scope.en) === '') return true
  return row.scope.en.toLowerCase().includes(process.toLowerCase())
}

/** `< 10,000 t/yr`, `20-100 million L/yr`, `1-2 t starch per day`. */
const SIZE =
  /(?:(<|>=|>)\s*([\d.,]+)|([\d.,]+)\s*-\s*([\d.,]+))\s*(million\s+)?([a-zA-Z0-9]+)(?:\/yr|( \w+)? per day)/

/** What a scope says beside a size class. */
function withoutSize(scope: string): string {
  return scope
    .replace(SIZE, '')
    .replace(/\b(capacity|plants)\b/g, '')
    .replace(/[\s,]+/g, '')
}

/** Whether an output falls into the size class that a scope names; `undefined` where it names none. */
export function ofSize(scope: string, output: Output | undefined): boolean | undefined {
  const found = SIZE.exec(scope)
  if (found === null || output === undefined) return undefined
  const [whole, sign, bound, low, high, million, word = ''] = found
  const [unit, own] = [parseUnit(`${word}/yr`), parseUnit(output.unit)]
  if (!('unit' in unit) || !('unit' in own) || !dimensionsEqual(unit.unit.dimension, own.unit.dimension))
    return undefined
  const size = convert(output.value, own.unit, unit.unit)
  if (size === undefined) return undefined
  const number = (text: string | undefined): number =>
    Number((text ?? '').replaceAll(',', '')) *
    (million === undefined ? 1 : 1e6) *
    (whole.endsWith('per day') ? 365 : 1)
  if (sign === '<') return size < number(bound)
  if (sign !== undefined) return sign === '>' ? size > number(bound) : size >= number(bound)
  return size >= number(low) && size <= number(high)
}

const REGIONS = new Set(['WORLD', 'EU', 'ASIA'])

/** 0 of the own country, 1 of the world or a region, 2 of another country. */
function nearness(row: string, country: string): number {
  if (row.split('/').includes(country)) return 0
  return REGIONS.has(row) ? 1 : 2
}
