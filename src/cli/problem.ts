import { wordsOf } from '../diagnostics/print-diagnostic.js'
import { cellOf, isAboutKey, place, placeOf } from '../diagnostics/place.js'
import type { Diagnostic, Severity } from '../model/diagnostic.js'
import type { Places } from '../model/place.js'
import type { Lang } from '../model/text.js'

/** Another place of the same problem. */
export type AlsoAt = Pick<Problem, 'at' | 'file' | 'line' | 'column'>

/** A diagnostic with its words and its place: what JSON, GitHub, SARIF and JUnit show. */
export type Problem = {
  readonly code: string
  readonly name: string
  readonly severity: Severity
  readonly message: string
  readonly expected: string | null
  readonly help: string | null
  readonly at: string
  readonly args: Readonly<Record<string, string | number>>
  readonly file: string | null
  readonly line: number | null
  readonly column: number | null
  /** Other places of the same problem, or places that matter to it. */
  readonly also: readonly AlsoAt[]
  /** In a workbook; line and column are then those of the cell. */
  readonly sheet?: string
  readonly cell?: string
}

export type Counts = { readonly errors: number; readonly warnings: number; readonly notes: number }

const orNull = (text: string): string | null => (text === '' ? null : text)

/** Words and place of a diagnostic; `file` stands in where the place is not known. */
export function problemOf(
  diagnostic: Diagnostic,
  { places, lang, file }: { readonly places: Places; readonly lang: Lang; readonly file: string | null },
): Problem {
  const words = wordsOf(diagnostic, lang)
  const found = place(diagnostic, places)
  const whole = diagnostic.at === '' && found?.sheet === undefined
  return {
    code: diagnostic.code,
    name: words.name,
    severity: words.severity,
    message: words.message,
    expected: orNull(words.expected),
    help: orNull(words.help),
    at: diagnostic.at,
    args: diagnostic.args,
    file: found?.file ?? file,
    line: whole ? null : (found?.line ?? null),
    column: whole ? null : (found?.column ?? null),
    ...(found?.sheet === undefined || whole ? {} : { sheet: found.sheet.name, cell: cellOf(found) }),
    also: (diagnostic.also ?? []).map((at) => alsoAt(at, places, file, isAboutKey(diagnostic))),
  }
}

function alsoAt(at: string, places: Places, file: string | null, atKey: boolean): AlsoAt {
  const found = placeOf(at, places, atKey)
  return {
    at,
    file: found?.file ?? file,
    line: found?.line ?? null,
    column: found?.column ?? null,
  }
}

export function countProblems(problems: readonly { readonly severity: Severity }[]): Counts {
  const of = (severity: Severity): number =>
    problems.filter((problem) => problem.severity === severity).length
  return { errors: of('error'), warnings: of('warning'), notes: of('note') }
}

/** Whether a problem reaches `--fail-on`. */
export function reaches(counts: Counts, failOn: string): boolean {
  if (failOn === 'never') return false
  return counts.errors > 0 || (failOn === 'warning' && counts.warnings > 0)
}
