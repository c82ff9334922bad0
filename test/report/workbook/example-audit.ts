import { auditSite } from '../../../src/audit.js'
import { loadSite } from '../../../src/load/load-site.js'
import type { Audit } from '../../../src/model/audit.js'
import { loadContent } from '../../../src/templates/load-content.js'

export const EXAMPLES = ['brewery', 'seafood', 'textile-dyeing'] as const

export type Example = (typeof EXAMPLES)[number]

const audits = new Map<string, Promise<Audit>>()
let content: ReturnType<typeof loadContent>['value'] | undefined

/** The audit of an example site; each is made once. */
export function exampleAudit(name: Example): Promise<Audit> {
  const known = audits.get(name) ?? makeAudit(name)
  audits.set(name, known)
  return known
}

async function makeAudit(name: Example): Promise<Audit> {
  content ??= loadContent().value
  const loaded = await loadSite(`examples/${name}/site.yaml`)
  const { audit, diagnostics } = auditSite(loaded, { content })
  if (audit === null) throw new Error(`example "${name}" gives no audit: ${JSON.stringify(diagnostics[0])}`)
  return audit
}
