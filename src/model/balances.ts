import type { Layer } from './inventory.js'

/** One balance: a layer over a step, or over the whole site. Every number is a figure of the ledger. */
export type Balance = {
  readonly id: string
  readonly layer: Layer
  /** A step, or `null` for the site boundary. */
  readonly step: string | null
  /** Figures of the layer amounts that enter and leave, by flow. */
  readonly inflows: readonly { readonly flow: string; readonly figure: string }[]
  readonly outflows: readonly { readonly flow: string; readonly figure: string }[]
  readonly stocks: readonly { readonly stock: string; readonly figure: string }[]
  readonly in: string
  readonly out: string
  readonly stock: string
  /** in − out − stock change; positive is an unrecorded loss. */
  readonly unaccounted: string
  /** 1 − |unaccounted| ÷ in. */
  readonly closure: string
  readonly tolerance: string
  /** `closes` within the tolerance; `open` beyond it; `unknown` where a flow is missing. */
  readonly state: 'closes' | 'open' | 'unknown'
}

/** How one claim fared in the reconciliation. */
export type ClaimCheck = {
  readonly claim: string
  readonly measured: string
  /** Figure of the reconciled value of what was claimed. */
  readonly reconciled: string
  readonly adjustment: string
  readonly z: number | null
  readonly suspect: boolean
  readonly class: 'redundant' | 'nonredundant' | 'exact' | 'rejected'
}

/** How one flow came to its value. */
export type FlowResult = {
  readonly flow: string
  /** Figure `flow.<id>` in the good's unit per year. */
  readonly figure: string
  readonly class: 'claimed' | 'reconciled' | 'calculated' | 'unknown'
  /** Layer → figure of the layer amount per year. */
  readonly layers: Readonly<Record<Layer, string>>
}

export type Reconciled = {
  readonly flows: readonly FlowResult[]
  readonly claims: readonly ClaimCheck[]
  readonly balances: readonly Balance[]
  readonly test: {
    readonly chi2: number | null
    readonly dof: number
    readonly critical95: number | null
    readonly p: number | null
    readonly passed: boolean | null
  }
}
