import type { Quantity } from './quantity.js'

/** What is known of one variable of the dictionary. */
export type VariableValue = {
  /** In `unit`; a share as a fraction with unit `1`. */
  readonly value: number | string | boolean
  readonly unit?: string
  /** Figure of the ledger that holds it, where one does. */
  readonly figure?: string
  /** Who says so, of a value from outside. */
  readonly source?: string
  /** JSON pointer to the place in the input. */
  readonly at?: string
  /** The quantity as it was written, with its basis and source, where it stands in the site file. */
  readonly quantity?: Quantity
}

/** Answers conditions and calculations: the value of a variable for the site, or for one machine. */
export type VariableLookup = {
  readonly get: (name: string, machine?: string) => VariableValue | undefined
  /** Ids of the machines of a system, in the order in which they are written. */
  readonly machines: (system: string) => readonly string[]
}
