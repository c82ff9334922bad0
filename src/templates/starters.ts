import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRawMap, rawMap } from '../model/raw.js'
import type { Raw, RawMap } from '../model/raw.js'
import { asText } from '../model/text.js'
import type { Text } from '../model/text.js'
import { parseFile } from './read-pack.js'

/** The usual steps, flows, goods and machines of a sector, without any figure. */
export type Starter = {
  readonly id: string
  readonly name: Text
  /** Id in the list of sectors; none for a factory of any sector. */
  readonly sector?: string
  /** Part of a site file, in its spelling. */
  readonly site: RawMap
  /** Facts of the dictionary that this sector should be asked for. */
  readonly ask: readonly string[]
}

/** Names of the starters in a folder such as `templates/sites`. */
export function starterNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort()
}

/** A starter by its name. Throws where the file is not what a starter is: the folder comes with recp. */
export function readStarter(folder: string, id: string): Starter {
  const path = join(folder, `${id}.yaml`)
  const file = rawOf(parseFile(path, readFileSync(path, 'utf8')))
  if (!isRawMap(file) || !isRawMap(file['site'])) throw new Error(`${path} is no starter`)
  const { name, sector, site, ask } = file
  return {
    id,
    name: asText(isRawMap(name) ? name : undefined, id),
    ...(typeof sector === 'string' ? { sector } : {}),
    site,
    ask: Array.isArray(ask) ? ask.map(String) : [],
  }
}

/** Parsed YAML, where every scalar is text, as maps without prototype. */
export function rawOf(value: unknown): Raw {
  if (Array.isArray(value)) return value.map(rawOf)
  if (typeof value !== 'object' || value === null) return String(value).normalize('NFC')
  return rawMap(Object.entries(value).map(([key, inner]) => [key, rawOf(inner)]))
}
