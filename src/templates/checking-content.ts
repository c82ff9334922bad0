import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Content, FuelFactor, Plausibility } from './content.js'
import { fuelNamesOf, type FuelNames } from './fuel-names.js'
import { loadContent } from './load-content.js'
import { packMaps, readPacked } from './packed-content.js'

/** What a check of a site file needs of the content. */
export type CheckingContent = {
  /** What may be answered: checklist entries, also those that were given up, and parts of a factory. */
  readonly entries: readonly string[]
  readonly edition: string
  /** What the fuels of the factor tables are called. */
  readonly fuelNames: FuelNames
  readonly plausibility: Plausibility
}

/** From a small file of its own where recp is packed and the user lays nothing over it. */
export function checkingContent(dirs: readonly string[] = []): CheckingContent {
  const packed = fileURLToPath(new URL('./checking.json', import.meta.url))
  if (dirs.length > 0 || !existsSync(packed)) return checkingContentOf(loadContent({ dirs }).value)
  return readChecking(packed)
}

/** The same of content that is loaded already. */
export function checkingContentOf(content: Content): CheckingContent {
  const { bands, thresholds, currencies, fuelClasses, fuels, entries, renamed, parts, version } = content
  return {
    entries: [...entries.keys(), ...renamed.keys(), ...parts.keys()],
    edition: version,
    fuelNames: fuelNamesOf(content),
    plausibility: { bands, thresholds, currencies, fuelClasses, netValues: netValues(fuels) },
  }
}

/** The text of the small file. */
export function packChecking({ plausibility, ...rest }: CheckingContent): string {
  return packMaps({ ...rest, ...plausibility })
}

function readChecking(file: string): CheckingContent {
  const { entries, edition, fuelNames, ...plausibility } = readPacked<
    Plausibility & Omit<CheckingContent, 'plausibility'>
  >(file)
  return { entries, edition, fuelNames, plausibility }
}

/** Net calorific value by fuel in GJ/t: the world default of the table. */
function netValues(rows: readonly FuelFactor[]): ReadonlyMap<string, number> {
  const found = rows.filter(({ property, country }) => property === 'ncv' && country === 'WORLD')
  return new Map(found.map(({ fuel, value }) => [fuel, value]))
}
