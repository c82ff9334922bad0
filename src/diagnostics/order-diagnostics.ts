import type { Diagnostic, Severity } from '../model/diagnostic.js'
import type { Places } from '../model/place.js'
import { withoutFollowOns } from './follow-ons.js'
import { place } from './place.js'
import { severityOf } from './severity.js'

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

/** Diagnostics in the order of the file, without those that only follow from another one. */
export function orderDiagnostics(diagnostics: readonly Diagnostic[], places: Places): readonly Diagnostic[] {
  const keyed = withoutFollowOns(diagnostics).map((diagnostic, index) => ({
    diagnostic,
    index,
    found: place(diagnostic, places),
    rank: RANK[severityOf(diagnostic)],
  }))
  keyed.sort(
    (a, b) =>
      compare(a.found?.file ?? '', b.found?.file ?? '') ||
      (a.found?.sheet?.number ?? 0) - (b.found?.sheet?.number ?? 0) ||
      (a.found?.line ?? 0) - (b.found?.line ?? 0) ||
      (a.found?.column ?? 0) - (b.found?.column ?? 0) ||
      a.rank - b.rank ||
      compare(a.diagnostic.code, b.diagnostic.code) ||
      a.index - b.index,
  )
  return keyed.map(({ diagnostic }) => diagnostic)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
