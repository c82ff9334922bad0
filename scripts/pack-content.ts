/**
 * Writes templates/ as the JSON files that the program reads: all of the content, and the little that `recp check`
 * needs of it. Content with a fault is not packed.
 *
 *   node scripts/run-typescript.mjs scripts/pack-content.ts [folder to write to]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkingContentOf, packChecking } from '../src/templates/checking-content.js'
import { contentOfFolder } from '../src/templates/own-content.js'
import { packMaps } from '../src/templates/packed-content.js'

const target = process.argv[2] ?? 'dist'
const { value, diagnostics } = contentOfFolder('templates')
if (diagnostics.length > 0) {
  for (const { code, args } of diagnostics) console.error(code, JSON.stringify(args))
  throw new Error(`templates/ has ${diagnostics.length} faults`)
}
mkdirSync(target, { recursive: true })
writeFileSync(join(target, 'content.json'), packMaps(value))
writeFileSync(join(target, 'checking.json'), packChecking(checkingContentOf(value)))
