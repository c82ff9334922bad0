import type { UnitProblem } from './unit-problem.js'

/** Why a text is no quantity, and where in the text. */
export type QuantityProblem = {
  readonly kind: 'number' | 'unit' | 'uncertainty' | 'basis' | 'empty'
  readonly written: string
  /** The piece at fault, as written. */
  readonly part: string
  /** What it could be instead, in the spelling that is read: `1 264.5`, `measured`. */
  readonly expected?: string
  /** All that it could mean, where that is more than one. */
  readonly readings?: readonly string[]
  readonly unit?: UnitProblem
  /** Place of `part` in `written`, in UTF-16 units. */
  readonly start: number
  readonly length: number
}
