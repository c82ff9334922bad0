/**
 * Writes templates/ as the JSON files that the program reads: all of the content, and the names of the checklist
 * entries alone. Content with a fault is not packed.
 *
 *   node scripts/run-typescript.mjs scripts/pack-content.ts [folder to write to]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entryNamesOf } from '../src/templates/entry-names.js'
import { contentOfFolder } from '../src/templates/own-content.js'
import { packContent } from '../src/templates/packed-content.js'

const target = process.argv[2] ?? 'dist'
const { value, diagnostics } = contentOfFolder('templates')
if (diagnostics.length > 0) {
  for (const { code, args } of diagnostics) console.error(code, JSON.stringify(args))
  throw new Error(`templates/ has ${diagnostics.length} faults`)
}
mkdirSync(target, { recursive: true })
writeFileSync(join(target, 'content.json'), packContent(value))
writeFileSync(join(target, 'entry-names.json'), JSON.stringify(entryNamesOf(value)))
