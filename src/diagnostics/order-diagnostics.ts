import type { Diagnostic, Severity } from '../model/diagnostic.js'
import type { Places } from '../model/place.js'
import { entryOf } from './catalogue.js'
import { parentPointer } from '../model/pointer.js'
import { place } from './place.js'

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

export function severityOf(diagnostic: Diagnostic): Severity {
  return entryOf(diagnostic.code)?.severity ?? 'error'
}

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

/** A field that could not be read is also missing; only the first is worth a message. */
export function withoutFollowOns(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unread = new Set(
    diagnostics
      .filter(({ code }) => code.startsWith('L'))
      .flatMap(({ code, at, args }) => [
        at,
        ...(code === 'L114' ? [`${parentPointer(at)}/${args['key']}`] : []),
      ]),
  )
  return diagnostics.filter(({ code, at, args }) => code !== 'S102' || !unread.has(`${at}/${args['key']}`))
}
