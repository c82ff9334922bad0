import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Staged } from '../model/diagnostic.js'
import type { Content } from './content.js'
import { layPacks } from './lay-packs.js'
import { readPacked } from './packed-content.js'
import { readPack } from './read-pack.js'

/** The content that comes with recp: packed beside the program, else the folder of the project. */
export function ownContent(): Staged<Content> {
  const packed = fileURLToPath(new URL('./content.json', import.meta.url))
  if (existsSync(packed)) return { value: readPacked(packed), diagnostics: [] }
  return contentOfFolder(fileURLToPath(new URL('../../templates/', import.meta.url)))
}

/** The content of one folder, with everything that is wrong in it. */
export function contentOfFolder(folder: string): Staged<Content> {
  const pack = readPack(folder)
  const laid = layPacks([pack.value])
  return { value: laid.value, diagnostics: [...pack.diagnostics, ...laid.diagnostics] }
}
