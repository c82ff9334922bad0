import { strToU8, zipSync } from 'fflate'

/** File name inside the zip → its text. */
export type Parts = ReadonlyMap<string, string>

const FIRST = ['[Content_Types].xml', '_rels/.rels']

/**
 * A zip whose bytes depend on its content alone: sorted names (the content types first, as readers expect) and one
 * time stamp. The stamp is a local time because the zip format stores local time: so it is the same in every zone.
 * Level 2 packs 4 % less tightly than level 6 and takes two thirds of the time.
 */
export function fixedZip(parts: Parts): Uint8Array {
  const first = FIRST.filter((name) => parts.has(name))
  const rest = [...parts.keys()].filter((name) => !FIRST.includes(name) && !name.endsWith('/'))
  const sorted = Object.create(null) as Record<string, Uint8Array>
  for (const name of [...first, ...rest.sort()]) sorted[name] = strToU8(parts.get(name) ?? '')
  return zipSync(sorted, { level: 2, mtime: new Date(1980, 0, 1, 12) })
}
