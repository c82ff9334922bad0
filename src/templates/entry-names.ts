import { ownPack } from './own-pack.js'
import { readPack } from './read-pack.js'

/** Edition of the content, and the names of all checklist entries: what a check of a site file needs of it. */
export function entryNames(dirs: readonly string[] = []): {
  readonly names: readonly string[]
  readonly edition: string
} {
  const packs = [ownPack(), ...dirs.map(readPack)].map((pack) => pack.value.files)
  const names = packs.flatMap((files) =>
    [...files.keys()].flatMap((file) => /^checklists\/.*\/([^/]+)\.ya?ml$/.exec(file)?.[1] ?? []),
  )
  const editions = packs.flatMap((files) => {
    const value = files.get('edition.yaml')
    return typeof value === 'object' &&
      value !== null &&
      'edition' in value &&
      typeof value.edition === 'string'
      ? [value.edition]
      : []
  })
  return { names: [...new Set(names)], edition: editions.at(-1) ?? '' }
}
