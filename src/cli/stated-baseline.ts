import { dirname, join, relative, resolve } from 'node:path'
import { diagnose } from '../diagnostics/catalogue.js'
import { pathWithin } from '../load/path-within.js'
import type { Audit } from '../model/audit.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { checkingContentOf } from '../templates/checking-content.js'
import type { Call } from './call.js'
import type { AuditChoices, Site } from './engine.js'
import { readSite } from './read-sites.js'
import { readSaved } from './saved-audit.js'
import { timed } from './timed.js'

/** The audit of an earlier year that a site file names as its baseline, and every file that was read for it. */
export type Baseline = {
  readonly audit?: Audit
  readonly paths: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

const NONE: Baseline = { paths: [], diagnostics: [] }

/**
 * The audit that the `baseline` of a site names: a saved one, or one made of an earlier site file, in the folder of
 * the site file or one beside it. What cannot be used is told at its place, and nothing is compared.
 */
export async function statedBaseline(call: Call, site: Site, choices: AuditChoices): Promise<Baseline> {
  const name = site.checked?.value?.baseline
  if (name === undefined) return NONE
  const told = (why: 'outside' | 'unreadable' | 'not-audited'): Baseline => ({
    ...NONE,
    diagnostics: [diagnose('L136', '/baseline', { file: name, why })],
  })
  const folder = dirname(resolve(call.io.cwd, site.shown))
  const path = await pathWithin(join(folder, '..'), folder, name)
  if (path === undefined) return told('outside')
  if (/\.json$/i.test(path)) {
    const saved = await readSaved(path)
    if (saved === 'unreadable') return told('unreadable')
    return saved === 'other' ? told('not-audited') : { audit: saved, paths: [path], diagnostics: [] }
  }
  const known = checkingContentOf(choices.content)
  const earlier = await readSite(call, relative(call.io.cwd, path), known)
  if (earlier.files.length === 0) return told('unreadable')
  if (!earlier.ready) return told('not-audited')
  const { audit } = await timed(call, `audit ${earlier.shown}`, () => call.engine.audit(earlier, choices))
  return audit === null ? told('not-audited') : { audit, paths: earlier.paths, diagnostics: [] }
}
