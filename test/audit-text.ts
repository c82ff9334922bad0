import { loadSite } from '../src/load/load-site.js'
import { auditSite } from '../src/audit.js'
import type { Audit } from '../src/model/audit.js'
import type { Diagnostic } from '../src/model/diagnostic.js'
import type { Figure } from '../src/model/figure.js'
import { loadContent } from '../src/templates/load-content.js'

export const CONTENT = loadContent().value

/** The head of a small site: a year of a firm in Viet Nam that counts in euro, 6 000 h and 300 days. */
export const HEAD = `recp: 1
site: { id: works, name: Works, country: VN, currency: EUR, hours: 6 000 h/yr, working-days: 300 }
period: 2023
`

export type Audited = {
  readonly audit: Audit
  readonly diagnostics: readonly Diagnostic[]
  readonly codes: readonly string[]
  readonly figure: (id: string) => Figure
  /** Value of a figure; throws where there is no such figure. */
  readonly value: (id: string) => number | null
  readonly has: (id: string) => boolean
  readonly found: (code: string) => Diagnostic[]
}

/** The whole line over a text; the head is put before it unless it has its own. Nothing of the checklists. */
export async function auditText(text: string, only: readonly string[] = ['none']): Promise<Audited> {
  const whole = /^\s*(\{|recp:)/.test(text) ? text : HEAD + text
  const loaded = await loadSite({ text: whole, name: 'site.yaml' })
  const { audit, diagnostics } = auditSite(loaded, { content: CONTENT, only })
  if (audit === null) throw new Error(`no audit: ${JSON.stringify(diagnostics)}`)
  const byId = new Map(audit.figures.map((figure) => [figure.id, figure]))
  const figure = (id: string): Figure => {
    const found = byId.get(id)
    if (found === undefined) throw new Error(`no figure ${id}`)
    return found
  }
  return {
    audit,
    diagnostics,
    codes: diagnostics.map((diagnostic) => diagnostic.code),
    figure,
    value: (id) => figure(id).value,
    has: (id) => byId.has(id),
    found: (code) => diagnostics.filter((diagnostic) => diagnostic.code === code),
  }
}
