import { checkExamples } from './checklist/check-examples.js'
import type { Diagnostic } from './model/diagnostic.js'
import { checkContent } from './templates/check-content.js'
import { loadContent } from './templates/load-content.js'
import { readPack } from './templates/read-pack.js'
import { designOfFolder } from './templates/workbook-design.js'

/** A folder of templates as it was read, with all that is wrong in it. */
export type CheckedPack = {
  readonly files: number
  readonly entries: number
  readonly methods: number
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a folder of templates over the content of recp, as an audit does, and checks that everything holds together:
 * fields, names, units of every formula, sources of every number, the examples of its entries, and its workbooks.
 */
export function checkPack(dir: string): CheckedPack {
  const paths = [...readPack(dir).value.files.keys()]
  const { value: content, diagnostics } = loadContent({ dirs: [dir] })
  const own = idsIn(paths, 'checklists')
  const entries = new Map([...content.entries].filter(([id]) => own.has(id)))
  const design = designOfFolder(dir).diagnostics
  const found = [
    ...diagnostics,
    ...design,
    ...checkContent(content),
    ...checkExamples({ ...content, entries }),
  ]
  return { files: paths.length, entries: own.size, methods: idsIn(paths, 'methods').size, diagnostics: found }
}

function idsIn(paths: readonly string[], folder: string): ReadonlySet<string> {
  const below = paths.filter((path) => path.startsWith(`${folder}/`))
  return new Set(below.map((path) => path.replace(/^.*\//, '').replace(/\.ya?ml$/, '')))
}
