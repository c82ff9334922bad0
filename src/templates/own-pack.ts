import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Staged } from '../model/diagnostic.js'
import { readPack, type Pack } from './read-pack.js'

/** The content that comes with recp: packed beside the program, else the folder of the project. */
export function ownPack(): Staged<Pack> {
  const bundled = fileURLToPath(new URL('./content.json', import.meta.url))
  if (!existsSync(bundled)) return readPack(fileURLToPath(new URL('../../templates/', import.meta.url)))
  const parsed = JSON.parse(readFileSync(bundled, 'utf8')) as {
    readonly files: Readonly<Record<string, unknown>>
  }
  return { value: { files: new Map(Object.entries(parsed.files)) }, diagnostics: [] }
}
