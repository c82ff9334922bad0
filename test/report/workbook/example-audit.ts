import { auditSite } from '../../../src/audit.js'
import { compareAudits } from '../../../src/compare/compare-audits.js'
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

const makeAudit = (name: Example): Promise<Audit> => auditOf(`examples/${name}/site.yaml`)

let starch: Promise<Audit> | undefined

/** The second year of the starch plant, beside its first. */
export function starchInTwoYears(): Promise<Audit> {
  return (starch ??= (async () => {
    const [earlier, now] = [await auditOf(`${STARCH}/baseline.yaml`), await auditOf(`${STARCH}/site.yaml`)]
    return { ...now, changes: compareAudits(earlier, now) }
  })())
}

const STARCH = 'examples/starch-two-years'

async function auditOf(path: string): Promise<Audit> {
  content ??= loadContent().value
  const { audit, diagnostics } = auditSite(await loadSite(path), { content })
  if (audit === null) throw new Error(`"${path}" gives no audit: ${JSON.stringify(diagnostics[0])}`)
  return audit
}
