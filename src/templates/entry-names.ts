import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Content } from './content.js'
import { loadContent } from './load-content.js'

/** Edition of the content, and the names of all checklist entries: what a check of a site file needs of it. */
export type EntryNames = { readonly names: readonly string[]; readonly edition: string }

/** From a small file of their own where recp is packed and the user lays nothing over it. */
export function entryNames(dirs: readonly string[] = []): EntryNames {
  const packed = fileURLToPath(new URL('./entry-names.json', import.meta.url))
  if (dirs.length === 0 && existsSync(packed)) return JSON.parse(readFileSync(packed, 'utf8')) as EntryNames
  return entryNamesOf(loadContent({ dirs }).value)
}

/** The names in content that is loaded already. */
export function entryNamesOf(content: Content): EntryNames {
  return { names: [...content.entries.keys()], edition: content.version }
}
