/**
 * Writes templates/ as the JSON files that the program reads: all of the content, the little that `recp check` needs
 * of it, and the design of the audit workbook. Content with a fault is not packed.
 *
 *   node scripts/run-typescript.mjs scripts/pack-content.ts [folder to write to]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Content } from '../src/templates/content.js'
import { checkingContentOf, packChecking } from '../src/templates/checking-content.js'
import { contentOfFolder } from '../src/templates/own-content.js'
import { packMaps } from '../src/templates/packed-content.js'
import { designOfFolder } from '../src/templates/workbook-design.js'

const target = process.argv[2] ?? 'dist'
const { value, diagnostics: ofContent } = contentOfFolder('templates')
const { value: design, diagnostics: ofDesign } = designOfFolder('templates')
const diagnostics = [...ofContent, ...ofDesign]
if (diagnostics.length > 0) {
  for (const { code, args } of diagnostics) console.error(code, JSON.stringify(args))
  throw new Error(`templates/ has ${diagnostics.length} faults`)
}
mkdirSync(target, { recursive: true })
writeFileSync(join(target, 'content.json'), packMaps(withoutExamples(value)))
writeFileSync(join(target, 'checking.json'), packChecking(checkingContentOf(value)))
writeFileSync(join(target, 'workbook-design.json'), packMaps(design))

/** Examples are tests of the content: they were run before it is packed, and no command reads them. */
function withoutExamples(content: Content): Content {
  const bare = <T extends object>(all: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...all].map(([id, one]) => [id, { ...one, examples: [] }]))
  return { ...content, entries: bare(content.entries), methods: bare(content.methods) }
}
