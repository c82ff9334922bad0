import { it } from 'vitest'
import { auditSite } from '../../src/audit.js'
import { loadContent } from '../../src/templates/load-content.js'
import { loadSite } from '../../src/load/load-site.js'
it.each(['brewery','seafood','textile-dyeing'])('%s', async (name) => {
  const content = loadContent().value
  const loaded = await loadSite(`examples/${name}/site.yaml`)
  const { audit, diagnostics } = auditSite(loaded as never, { content })
  console.log(name, diagnostics.length, audit && audit.findings.length)
  if (!audit) return
  for (const f of audit.findings.filter(f=>['found','failed'].includes(f.outcome))) console.log(' F', f.entry, f.machine ?? '', f.outcome, f.evidence, f.seen.map(s=>s.name+'='+s.value).join(';'))
  for (const o of audit.evaluation.opportunities) console.log(' O', o.id, o.evidence, o.lacks.join(','), o.calculation?.method, o.savings.map(s=>s.medium+' '+audit.figures.find(f=>f.id===s.base)?.value+' '+audit.figures.find(f=>f.id===s.base)?.unit).join('; '))
  for (const d of diagnostics.filter(d=>d.code.startsWith('C'))) console.log(d.code, JSON.stringify(d.args))
})
