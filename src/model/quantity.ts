import type { Unit } from './unit.js'

/** How a number is known; decides its default uncertainty. */
export type Basis = 'measured' | 'billed' | 'recorded' | 'calculated' | 'estimated' | 'literature'

export const BASES: readonly Basis[] = [
  'measured',
  'billed',
  'recorded',
  'calculated',
  'estimated',
  'literature',
]

/** A number as a person gave it: value, unit, uncertainty and how it is known. */
export type Quantity = {
  readonly value: number
  readonly unit: Unit
  /** As it stands in the input, for messages and the Inputs sheet. */
  readonly written: string
  /** What stands after `±`: absolute in `unit`, or relative as a fraction. */
  readonly plusMinus?: { readonly kind: 'absolute' | 'relative'; readonly value: number }
  /** `<` when the value is a detection limit. */
  readonly below?: true
  /** `0.12 l/m2 of parts-in`: the value is a ratio to this flow. */
  readonly of?: string
  readonly basis?: Basis
  readonly source?: string
  readonly date?: string
  readonly note?: string
  /** The layer whose amount is given, where it is not the good itself (`water` in wet grain). */
  readonly layer?: string
  /** JSON pointer to the place in the input. */
  readonly at: string
}
