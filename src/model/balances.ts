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
  /**
   * Figure of the smallest loss here that these measurements would show, with a probability of 90 % and one false alarm
   * in twenty; absent where nothing checks the balance, so that a loss of any size passes unseen.
   */
  readonly detectable?: string
  /** `closes` within the tolerance; `open` beyond it; `unknown` where a flow is missing. */
  readonly state: 'closes' | 'open' | 'unknown'
}

/** How one claim, assay or transfer coefficient fared in the reconciliation. */
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

/** `bounded`: it would come out below zero by chance, and is held there. */
export type FlowClass = 'claimed' | 'reconciled' | 'calculated' | 'bounded' | 'unknown'

/** How one flow came to its value. */
export type FlowResult = {
  readonly flow: string
  /** Figure `flow.<id>` in the good's unit per year. */
  readonly figure: string
  readonly class: FlowClass
  /** Layer → figure of the layer amount per year. */
  readonly layers: Readonly<Record<Layer, string>>
}

/** How what a flow or a tank contains came to its value. */
export type ContentResult = {
  /** Id of a content of the composition. */
  readonly content: string
  readonly figure: string
  readonly class: FlowClass
  /** Its measured values. */
  readonly assays: readonly string[]
}

/** Test of all claims together against chi-square at 95 %. Without degrees of freedom there is no verdict. */
export type GlobalTest = {
  readonly chi2: number | null
  readonly dof: number
  readonly critical95: number | null
  readonly p: number | null
  readonly passed: boolean | null
}

/** Closure of one balance by the claims alone, before anything is adjusted. */
export type NodalClosure = {
  readonly balance: string
  /** Figure: in − out − stock change as claimed, with its uncertainty. */
  readonly imbalance: string
  /** |imbalance| ÷ its standard uncertainty; `null` where everything is exact. */
  readonly z: number | null
}

/** A claim that may be wrong by itself. */
export type Suspect = {
  readonly claim: string
  readonly z: number
  /** Figure: claimed − true, if this claim alone is wrong. */
  readonly bias: string
  /** Claims that no test can tell apart from this one. */
  readonly tiedWith: readonly string[]
}

/** A balance at which something may be lost unrecorded. */
export type Leak = {
  readonly balance: string
  /** Likelihood ratio: by how much chi-square drops without this balance. */
  readonly ratio: number
  /** Figure: the loss, if this balance alone is open; negative where more leaves than enters. */
  readonly size: string
}

/** What the measurements say before any balance is given up, and which single error would explain it. */
export type Diagnosis = {
  readonly closures: readonly NodalClosure[]
  /** With every balance imposed. */
  readonly test: GlobalTest
  /** Limit of z for each claim so that all together hold 95 % (Šidák); `null` where nothing is checked. */
  readonly limit: number | null
  /** In order of elimination. */
  readonly suspects: readonly Suspect[]
  /** The likeliest first. */
  readonly leaks: readonly Leak[]
}

export type Reconciled = {
  readonly flows: readonly FlowResult[]
  /** Absent where every content is simply given. */
  readonly contents?: readonly ContentResult[]
  readonly claims: readonly ClaimCheck[]
  readonly balances: readonly Balance[]
  /** Of what remains after open balances were given up. */
  readonly test: GlobalTest
  readonly diagnosis: Diagnosis
}
