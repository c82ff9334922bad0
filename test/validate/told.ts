import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { auditSite } from '../../src/audit.js'
import { orderDiagnostics } from '../../src/diagnostics/order-diagnostics.js'
import { place, placeOf } from '../../src/diagnostics/place.js'
import { severityOf } from '../../src/diagnostics/severity.js'
import { loadSite } from '../../src/load/load-site.js'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import type { Places } from '../../src/model/place.js'
import { checkingContentOf } from '../../src/templates/checking-content.js'
import { loadContent } from '../../src/templates/load-content.js'
import { validateSite } from '../../src/validate/validate-site.js'

export const FOLDER = join(import.meta.dirname, '../specimens')

const content = loadContent().value
const { plausibility } = checkingContentOf(content)

export type Told = { readonly diagnostics: readonly Diagnostic[]; readonly places: Places }

const yamlIn = (folder: string): string[] =>
  readdirSync(join(FOLDER, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => (folder === '' ? name : `${folder}/${name}`))

/** Specimens whose fault the input alone shows, and those that must be balanced first. */
export const READ = [...yamlIn(''), ...yamlIn('factory')]
export const BALANCED = yamlIn('balanced')

/** What is said of a specimen, in the order of the file. */
export async function toldOf(name: string): Promise<Told> {
  const loaded = await loadSite(join(FOLDER, name))
  const told = BALANCED.includes(name)
    ? auditSite(loaded, { content, only: ['none'] }).diagnostics
    : [
        ...loaded.diagnostics,
        ...(loaded.value === null ? [] : validateSite(loaded.value, { plausibility }).diagnostics),
      ]
  return { places: loaded.places, diagnostics: orderDiagnostics(told, loaded.places) }
}

/** What the comments of a specimen announce: `12: error[U102]`. */
export function announced(name: string): string[] {
  return readFileSync(join(FOLDER, name), 'utf8')
    .split('\n')
    .flatMap((line, i) =>
      [...line.matchAll(/\b(error|warning|note)\[[A-Z]\d+\]/g)].map(([said]) => `${i + 1}: ${said}`),
    )
}

/** What was found, each place of a diagnostic on its own. */
export function found({ diagnostics, places }: Told): string[] {
  return diagnostics.flatMap((diagnostic) => {
    const said = `${severityOf(diagnostic)}[${diagnostic.code}]`
    const first = place(diagnostic, places)?.line ?? 0
    const others = diagnostic.code === 'L112' ? [] : (diagnostic.also ?? [])
    return [first, ...others.map((at) => placeOf(at, places)?.line ?? 0)].map((line) => `${line}: ${said}`)
  })
}
