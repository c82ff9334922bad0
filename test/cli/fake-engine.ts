import { resolve } from 'node:path'
import { diagnose } from '../../src/diagnostics/catalogue.js'
import { realEngine, type Engine, type Site } from '../../src/cli/engine.js'
import { NO_PLACES } from '../../src/model/place.js'
import { checkingContentOf } from '../../src/templates/checking-content.js'
import { smallAudit } from './small-audit.js'
import { DESIGN } from '../report/workbook/design.js'

let content: ReturnType<Engine['loadContent']> | undefined

/** The real content, read once, under an edition that does not change. */
async function loadContent(): ReturnType<Engine['loadContent']> {
  const real = await (content ??= realEngine.loadContent([]))
  return { ...real, content: { ...real.content, version: '2026.1' } }
}

/**
 * Stands in for the stages: the name of a site file decides what becomes of it. `bad` cannot be audited,
 * `warned` has a warning, `failed` an error, `bug` throws; all others are fine and have their folder as id.
 */
export const fakeEngine: Engine = {
  loadContent,
  checkingContent: async () => ({ ...checkingContentOf((await loadContent()).content), entries: [] }),
  checkTemplates: async () => Promise.resolve({ files: 0, entries: 0, methods: 0, diagnostics: [] }),
  loadSite: ({ shown, cwd }) => {
    const name = /([^/\\]+)[/\\]site\.yaml$/.exec(shown)?.[1] ?? shown.replace(/\.yaml$/, '')
    const problems = {
      bad: diagnose('L101', '', { file: shown }),
      warned: diagnose('B404', '', { layer: 'water', step: 'dyeing' }),
      failed: diagnose('L133', '', { folder: 'made up' }),
    }
    const problem = Object.hasOwn(problems, name) ? problems[name as keyof typeof problems] : undefined
    const site: Site = {
      shown,
      files: [{ file: shown, sha256: 'ab'.repeat(32) }],
      paths: [resolve(cwd, shown)],
      id: name.startsWith('twin') ? 'twin' : name,
      ready: name !== 'bad',
      diagnostics: problem === undefined ? [] : [problem],
      places: NO_PLACES,
      loaded: null,
      checked: null,
    }
    return Promise.resolve(site)
  },
  audit: (site) => {
    if (site.id === 'bug') return Promise.reject(new Error('a stage broke'))
    return Promise.resolve({
      audit: { ...smallAudit, head: { ...smallAudit.head, id: String(site.id) } },
      diagnostics: site.diagnostics,
    })
  },
  workbookDesign: () => Promise.resolve({ value: DESIGN, diagnostics: [] }),
  workbook: (audit, lang) => Promise.resolve(new TextEncoder().encode(`workbook ${audit.head.id} ${lang}`)),
  sankeyLayers: () => Promise.resolve(['water', 'energy', 'money']),
  sankey: (audit, layer, lang) =>
    Promise.resolve(new TextEncoder().encode(`drawing ${audit.head.id} ${layer} ${lang}`)),
  calculationSheet: () => Promise.resolve(new Uint8Array([80, 75, 3, 4])),
}
