import type { Layer } from './inventory.js'

/**
 * What a flow has in an equation: coefficient × flow; coefficient × flow × content where what a unit of it carries is
 * measured; or only the load, where nothing is said of what it carries.
 */
export type Share = {
  readonly flow: string
  readonly coefficient: number
  /** Id of a content of the composition. */
  readonly content?: string
  /** Id of a load of the composition. */
  readonly load?: string
}

/** A conservation law of one layer over one step, in coefficients of flows: + enters, − leaves. */
export type BalanceLaw = {
  /** `water@brewing`; the site boundary is `water@site`. */
  readonly id: string
  readonly layer: Layer
  /** `null` is the site boundary. */
  readonly step: string | null
  readonly terms: readonly Share[]
  readonly stocks: readonly { readonly stock: string; readonly coefficient: number }[]
  /** Flows that touch the step and do not say what they carry in this layer. */
  readonly silent: readonly string[]
}
