import { auditSite } from '../../src/audit.js'
import type { Audit } from '../../src/model/audit.js'
import { rawMap, type RawMap } from '../../src/model/raw.js'
import type { ChecklistEntry, Content } from '../../src/templates/content.js'

/**
 * The audit of a site with nothing on its checklists but this method, once as every entry asks it and once on the
 * bare variables: what the method gives here, whether or not one of those entries applies.
 */
export function probeMethod(method: string, site: RawMap, content: Content): Audit | null {
  const using = [...content.entries.values()].filter((entry) =>
    entry.estimate.some((attempt) => attempt.kind === 'method' && attempt.method === method),
  )
  const [any] = content.entries.values()
  const bare =
    any === undefined ? [] : [{ ...any, estimate: [{ kind: 'method', method, with: {} } as const] }]
  const probes = [...using, ...bare].map((entry, index) => probeOf(entry, method, index + 1))
  const answers = rawMap(probes.map(({ id }) => [id, 'yes'] as const))
  const loaded = {
    value: rawMap([...Object.entries(site), ['answers', answers], ['measures', rawMap()]]),
    diagnostics: [],
    places: { byPointer: new Map(), lines: new Map() },
    files: [],
  }
  const entries = new Map(probes.map((entry) => [entry.id, entry]))
  return auditSite(loaded, { content: { ...content, entries, renamed: new Map() } }).audit
}

/** Whether an opportunity is of an entry that stands for a method here. */
export function isProbe(id: string): boolean {
  return id.startsWith(PROBE)
}

const PROBE = 'probe-'

function probeOf(entry: ChecklistEntry, method: string, number: number): ChecklistEntry {
  const { per, stream, group: _group, ...rest } = entry
  return {
    ...rest,
    ...(per === undefined ? {} : { per }),
    ...(stream === undefined ? {} : { stream }),
    id: `${PROBE}${number}`,
    sectors: [],
    replaces: [],
    interacts: [],
    firesOn: 'data',
    when: 'always',
    estimate: entry.estimate.filter((attempt) => attempt.kind === 'method' && attempt.method === method),
  }
}
