import type { Staged } from '../model/diagnostic.js'
import type { Content } from './content.js'
import { layPacks } from './lay-packs.js'
import { ownContent } from './own-content.js'
import { readPack } from './read-pack.js'

/**
 * Everything in templates/, and the folders of the user laid over it: they add to it or replace what has the same
 * id. Problems never throw.
 */
export function loadContent(options: { readonly dirs?: readonly string[] } = {}): Staged<Content> {
  const own = ownContent()
  const dirs = options.dirs ?? []
  if (dirs.length === 0) return own
  const packs = dirs.map(readPack)
  const laid = layPacks(
    packs.map((pack) => pack.value),
    own.value,
  )
  const problems = packs.flatMap((pack) => pack.diagnostics)
  return { value: laid.value, diagnostics: [...own.diagnostics, ...problems, ...laid.diagnostics] }
}
