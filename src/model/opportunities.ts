import type { Text } from './text.js'

export type Outcome = 'found' | 'look' | 'needs-data' | 'in-place' | 'not-applicable' | 'waived' | 'failed'

/** What a saving is of. */
export type Medium = 'fuel' | 'electricity' | 'water' | 'wastewater' | 'material' | 'waste' | 'heat'

/** A variable that a condition looked at, with what it found. */
export type Seen = {
  readonly name: string
  readonly value: string | null
  readonly figure?: string
  readonly at?: string
}

/** What became of one checklist entry here. */
export type Finding = {
  readonly entry: string
  readonly system: string
  /** The machine it was evaluated for, where there is one for each. */
  readonly machine?: string
  readonly outcome: Outcome
  readonly evidence: 'measured' | 'reported' | 'none'
  readonly title: Text
  readonly question: Text
  /** Why it fired, or why it does not apply: the condition with the values it saw. */
  readonly condition?: string
  readonly seen: readonly Seen[]
  /** Names of what is missing. */
  readonly lacks: readonly string[]
  readonly answer?: 'yes' | 'no' | 'n/a'
  readonly note?: string
  readonly priority: number
  readonly practice: string
  readonly contradicts: boolean
}

/** A saving of one medium, stand-alone and in the package. Figures per year, signed: negative is an extra use. */
export type Saving = {
  readonly medium: Medium
  /** The good saved, where one is known; its price values the saving. */
  readonly good?: string
  readonly low?: string
  readonly base: string
  readonly high?: string
  /** After everything that acts before it on the same stream, capped by what is left. */
  readonly inPackage: string
  readonly price?: string
  readonly money: string
  readonly moneyInPackage: string
  readonly co2e?: string
  readonly capped: boolean
}

/** The steps of one calculation, in order: figures that the workbook shows as a block. */
export type Calculation = {
  readonly method: string
  readonly title: Text
  readonly reference: string
  readonly inputs: readonly string[]
  readonly steps: readonly string[]
}

export type Opportunity = {
  readonly id: string
  /** Catalogue entry, or the auditor's own measure. */
  readonly origin: 'entry' | 'measure'
  readonly entry?: string
  readonly machine?: string
  readonly title: Text
  readonly practice: string
  readonly system: string
  /** The stream it acts on, where one is known: a figure with what there is to save. */
  readonly stream?: { readonly id: string; readonly label: Text; readonly base: string }
  readonly order: number
  readonly evidence: 'measured' | 'reported' | 'range estimate' | 'needs data'
  readonly calculation?: Calculation
  readonly savings: readonly Saving[]
  readonly investment?: string
  readonly life?: string
  readonly running?: string
  /** Money per year, net, stand-alone and in the package. */
  readonly net?: string
  readonly netInPackage?: string
  readonly payback?: string
  readonly npv?: string
  readonly irr?: string
  readonly co2e?: string
  readonly costOfCo2e?: string
  readonly rank?: string
  /** Published payback, years, where no investment is known. */
  readonly publishedPayback?: { readonly low?: number; readonly high?: number; readonly note: Text }
  readonly status: 'proposed' | 'planned' | 'running' | 'done' | 'rejected'
  readonly reason?: string
  readonly owner?: string
  readonly start?: string
  readonly due?: string
  readonly lacks: readonly string[]
  readonly excludedBy?: string
  readonly verify?: Text
  readonly risks?: Text
  readonly references: readonly string[]
  readonly at?: string
}

/** What all measures do together, stream by stream. */
export type StreamPackage = {
  readonly stream: string
  readonly label: Text
  readonly base: string
  readonly saved: string
  readonly rest: string
  /** In the order in which they act. */
  readonly opportunities: readonly string[]
}

export type Evaluation = {
  readonly opportunities: readonly Opportunity[]
  readonly streams: readonly StreamPackage[]
  readonly totals: {
    readonly net: string
    readonly investment: string
    readonly payback: string
    readonly npv?: string
    readonly co2e: string
  }
}
