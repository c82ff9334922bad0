/** Why a text is no unit. */
export type UnitProblem = {
  /** `unknown` name, `ambiguous` name with its meanings in `suggestions`, or a spelling that breaks the grammar. */
  readonly kind: 'unknown' | 'ambiguous' | 'syntax'
  /** The whole unit as it was written. */
  readonly written: string
  /** The piece of it that is at fault. */
  readonly part: string
  /** Names or whole units to write instead; at most a handful. */
  readonly suggestions: readonly string[]
}
