import type { Figure } from './figure.js'
import type { Text } from './text.js'

/** How much one input adds to the uncertainty of a result. */
export type Influence = {
  /** Id of the figure of the input. */
  readonly input: string
  /** Its part of the variance, 0 to 1. */
  readonly share: number
  /** By how much the result moves when the input moves by one standard uncertainty, in the unit of the result. */
  readonly moves: number
}

/** An answer of a calculation. */
export type Answer = {
  /** Id of its figure. */
  readonly figure: string
  /** Two standard uncertainties below and above, about 95 %; absent where no input states its uncertainty. */
  readonly low?: number
  readonly high?: number
  /** Most important input first. */
  readonly influences: readonly Influence[]
}

/** One calculation by one method: all that a terminal, a document or a sheet shows of it. */
export type Calculated = {
  readonly format: 'recp.calculation/1'
  readonly content: string
  readonly method: string
  readonly title: Text
  readonly about?: Text
  readonly references: readonly Text[]
  /** In the order of calculation; ids are names of the method. */
  readonly figures: readonly Figure[]
  readonly inputs: readonly string[]
  readonly steps: readonly string[]
  readonly answers: readonly Answer[]
  /** Savings that have no price and are not in the worth. */
  readonly unpriced: readonly string[]
  readonly limits: readonly { readonly text: Text; readonly condition: string; readonly holds: boolean }[]
}
