import { nearest } from '../model/near-names.js'
import type { Content, Sector } from './content.js'

/** The sector that an id means, also by the names that other tables have for it. */
export function sectorOf(content: Content, id: string | undefined): Sector | undefined {
  if (id === undefined) return undefined
  return content.sectors.get(id) ?? [...content.sectors.values()].find(({ also }) => also.includes(id))
}

/** Sectors that a word may mean: ids near it, of `more` too, else those whose name holds it; at most three. */
export function nearSectors(
  content: Content,
  written: string,
  more: readonly string[] = [],
): readonly string[] {
  const sectors = [...content.sectors.values()]
  const near = nearest(written, [...more, ...sectors.flatMap(({ id, also }) => [id, ...also])])
  const word = written.toLowerCase()
  if (near.length > 0 || word.length < 3) return near
  const named = sectors.filter(({ name }) => `${name.en}\n${name.vi}`.toLowerCase().includes(word))
  return named.slice(0, 3).map(({ id }) => id)
}

/** Every id that any table uses for a sector, and the one that was asked for. */
export function sectorIds(content: Content, id: string): ReadonlySet<string> {
  const same = [...content.sectors.values()].filter((sector) => sector.id === id || sector.also.includes(id))
  return new Set([id, ...same.flatMap((sector) => [sector.id, ...sector.also])])
}
