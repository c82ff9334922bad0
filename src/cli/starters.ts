import { join } from 'node:path'
import type { Content } from '../templates/content.js'
import { sectorOf } from '../templates/sectors.js'
import { readStarter, starterNames, type Starter } from '../templates/starters.js'
import { packageRoot } from './package-files.js'

/** Folder of the starters in the package. */
export function startersFolder(): string {
  return join(packageRoot(), 'templates', 'sites')
}

/** What `--sector` may say: starters, and every sector by any of its names. */
export function sectorNames(content: Content): readonly string[] {
  const sectors = [...content.sectors].flatMap(([id, { also }]) => [id, ...also])
  return [...new Set([...starterNames(startersFolder()), ...sectors])].sort()
}

/**
 * The starter for a sector: its own, else that of any factory with the sector filled in. `undefined` for a sector
 * that nobody knows.
 */
export function starterFor(sector: string | undefined, content: Content): Starter | undefined {
  const folder = startersFolder()
  const names = starterNames(folder)
  if (sector === undefined) return readStarter(folder, 'generic')
  if (names.includes(sector)) return readStarter(folder, sector)
  const found = sectorOf(content, sector)
  if (found === undefined) return undefined
  const own = names.map((name) => readStarter(folder, name)).find((starter) => starter.sector === found.id)
  return own ?? { ...readStarter(folder, 'generic'), sector: found.id, name: found.name }
}
