import type { Basis } from './quantity.js'
import type { Name, Text } from './text.js'

/** One thing that is known of a machine, or of the site as a whole, by its name in the dictionary of variables. */
export type MachineFact = {
  readonly name: string
  readonly label: Text
  /** In `unit`, as it was given. */
  readonly value: number | string | boolean
  /** Absent where the value is no number. */
  readonly unit?: string
  /** The value is a limit below which it was found. */
  readonly below?: true
  readonly basis?: Basis
  readonly source?: string
  /** Figure that an estimate made of it. */
  readonly figure?: string
}

/** A machine of the site; alike ones are counted. */
export type Machine = {
  readonly id: string
  readonly name: Name
  readonly system: string
  readonly step?: string
  readonly count?: number
  readonly year?: number
  readonly maker?: string
  readonly note?: string
  readonly facts: readonly MachineFact[]
}
