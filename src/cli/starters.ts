import { join } from 'node:path'
import type { Content } from '../templates/content.js'
import { sectorOf } from '../templates/sectors.js'
import { readStarter, starterNames, type Starter } from '../templates/starters.js'
import { packageRoot } from './package-files.js'

/** The starter for factories of any sector. */
const ANY = 'generic'

/** Folder of the starters in the package. */
export function startersFolder(): string {
  return join(packageRoot(), 'templates', 'sites')
}

/** Every starter, in the order of their names; the one for any factory comes last. */
export function allStarters(): readonly Starter[] {
  const folder = startersFolder()
  const names = starterNames(folder).filter((id) => id !== ANY)
  return [...names, ANY].map((id) => readStarter(folder, id))
}

/** What `--sector` may say beside the sectors of the content. */
export function starterIds(): readonly string[] {
  return starterNames(startersFolder())
}

/**
 * The starter for a sector: its own, else that of any factory with the sector filled in. `undefined` for a sector
 * that nobody knows.
 */
export function starterFor(sector: string | undefined, content: Content): Starter | undefined {
  const folder = startersFolder()
  const names = starterNames(folder)
  if (sector === undefined) return readStarter(folder, ANY)
  if (names.includes(sector)) return readStarter(folder, sector)
  const found = sectorOf(content, sector)
  if (found === undefined) return undefined
  const own = allStarters().find((starter) => starter.sector === found.id)
  return own ?? { ...readStarter(folder, ANY), sector: found.id, name: found.name }
}
