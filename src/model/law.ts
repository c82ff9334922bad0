import type { Layer } from './inventory.js'

/** A conservation law of one layer over one step, in coefficients of flows: + enters, − leaves. */
export type BalanceLaw = {
  /** `water@brewing`; the site boundary is `water@site`. */
  readonly id: string
  readonly layer: Layer
  /** `null` is the site boundary. */
  readonly step: string | null
  readonly terms: readonly { readonly flow: string; readonly coefficient: number }[]
  readonly stocks: readonly { readonly stock: string; readonly coefficient: number }[]
  /** Flows that touch the step and do not say what they carry in this layer. */
  readonly silent: readonly string[]
}
