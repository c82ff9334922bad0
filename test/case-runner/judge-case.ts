import { auditSite } from '../../src/audit.js'
import { wordsOf } from '../../src/diagnostics/print-diagnostic.js'
import type { Audit, Finding } from '../../src/model/audit.js'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import type { Content } from '../../src/templates/content.js'
import { caseSite } from './case-site.js'
import { compareNumber, type Compared, type Probe } from './compare-number.js'
import { probeMethod } from './probe-method.js'
import type { Case } from './read-case.js'

export type Standing = 'found' | 'to check' | 'not applicable' | 'not in the catalogue' | 'other sector'

/** What became of one entry that the case names. */
export type Judged = {
  readonly id: string
  readonly standing: Standing
  /** Where the entry itself was given up: the one that says it now. */
  readonly by?: string
  readonly lacks: readonly string[]
  /** Its condition is true by the figures; only the answer is open. */
  readonly holds: boolean
}

export type Verdict = {
  readonly id: string
  readonly mustFind: readonly Judged[]
  readonly shouldFind: readonly Judged[]
  readonly mustNot: readonly Judged[]
  readonly numbers: readonly Compared[]
  readonly expectedMessages: readonly string[]
  readonly messages: readonly string[]
  readonly problems: readonly string[]
  /** Why the case fails; none where it passes. */
  readonly failures: readonly string[]
}

/** Runs a case through the line that sites go through, and compares what comes out with what the case expects. */
export function judgeCase(one: Case, content: Content): Verdict {
  const site = caseSite(one, content)
  const loaded = {
    value: site.value,
    diagnostics: [],
    places: { byPointer: new Map(), lines: new Map() },
    files: [],
  }
  const { audit, diagnostics } = auditSite(loaded, { content })
  const judge = (id: string): Judged => judgeEntry(id, content, audit?.findings ?? [])
  const probe: Probe = (method) => probeMethod(method, site.value, content)
  const parts = {
    mustFind: one.mustFind.map(judge),
    shouldFind: one.shouldFind.map(judge),
    mustNot: one.mustNot.map(judge),
    numbers: audit === null ? [] : one.numbers.map((number) => compareNumber(number, audit, content, probe)),
  }
  return {
    id: one.id,
    ...parts,
    expectedMessages: one.messages,
    messages: diagnostics.map(messageOf),
    problems: [...one.problems, ...site.problems],
    failures: [...(audit === null ? ['the case gives no audit'] : []), ...failuresOf(parts)],
  }
}

function messageOf(diagnostic: Diagnostic): string {
  return `${diagnostic.code} ${wordsOf(diagnostic, 'en').message}`
}

/** The entry of this id, or those that took its place: under a new name, or for the sector of the case. */
function judgeEntry(id: string, content: Content, findings: Audit['findings']): Judged {
  const now = content.renamed.get(id) ?? id
  const heirs = [...content.entries.values()].filter((entry) => entry.replaces.includes(now))
  const ids = [now, ...heirs.map((entry) => entry.id)]
  const own = findings.filter((finding) => ids.includes(finding.entry))
  const best = own.find(fires) ?? own.find(isOpen) ?? own[0]
  const by = best !== undefined && best.entry !== id ? { by: best.entry } : {}
  if (best === undefined) {
    return {
      id,
      standing: content.entries.has(now) ? 'other sector' : 'not in the catalogue',
      lacks: [],
      holds: false,
    }
  }
  const standing = fires(best) ? 'found' : isOpen(best) ? 'to check' : 'not applicable'
  return { id, standing, ...by, lacks: best.lacks, holds: best.why.length > 0 }
}

const fires = ({ outcome }: Finding): boolean => outcome === 'found'
const isOpen = ({ outcome }: Finding): boolean => outcome === 'look' || outcome === 'needs-data'

function failuresOf(parts: Pick<Verdict, 'mustFind' | 'mustNot' | 'numbers'>): readonly string[] {
  const missed = parts.mustFind.filter(({ standing }) => standing !== 'found')
  const fired = parts.mustNot.filter(({ standing }) => standing === 'found')
  const off = parts.numbers.filter(({ of, within }) => of !== undefined && !within)
  return [
    ...missed.map(({ id, standing }) => `must find ${id}: ${standing}`),
    ...fired.map(({ id }) => `must not find ${id}`),
    ...off.map(({ what, of = '' }) => `number "${what}" of ${of}`),
  ]
}
