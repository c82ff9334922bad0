import type { Content, Sector } from './content.js'

/** The sector that an id means, also by the names that other tables have for it. */
export function sectorOf(content: Content, id: string | undefined): Sector | undefined {
  if (id === undefined) return undefined
  return content.sectors.get(id) ?? [...content.sectors.values()].find(({ also }) => also.includes(id))
}

/** Every id that any table uses for a sector, and the one that was asked for. */
export function sectorIds(content: Content, id: string): ReadonlySet<string> {
  const same = [...content.sectors.values()].filter((sector) => sector.id === id || sector.also.includes(id))
  return new Set([id, ...same.flatMap((sector) => [sector.id, ...sector.also])])
}
