import type { Influence } from './calculated.js'
import type { Text } from './text.js'

export type Outcome = 'found' | 'look' | 'needs-data' | 'in-place' | 'not-applicable' | 'waived' | 'failed'

/** What a saving is of; `demand` is less of the highest power that is billed, in kW or kVA. */
export type Medium =
  'fuel' | 'electricity' | 'water' | 'wastewater' | 'material' | 'waste' | 'heat' | 'demand'

/** A variable that a condition looked at, with what it found. */
export type Seen = {
  readonly name: string
  readonly value: string | null
  readonly figure?: string
  readonly at?: string
}

/** One part of a condition that holds: what was looked at, and the limit it was held against. */
export type Why = {
  /** A variable of the dictionary, or an expression over some. */
  readonly what: string
  readonly value: string | null
  readonly op: '<' | '>' | '<=' | '>=' | '==' | '!='
  readonly limit: string
  /** `choice`: a screening default of the content; else another value of the site, or a benchmark. */
  readonly limitFrom: 'choice' | 'site' | 'benchmark'
  /** Who says so, of a benchmark. */
  readonly source?: string
}

/** A part of the factory that is not there (`false`), or of which nothing says whether it is (`null`). */
export type DoubtfulPart = { readonly id: string; readonly name: Text; readonly there: false | null }

/** What became of one checklist entry here. */
export type Finding = {
  readonly entry: string
  readonly system: string
  /** The machine it was evaluated for, where there is one for each. */
  readonly machine?: string
  readonly outcome: Outcome
  readonly evidence: 'measured' | 'reported' | 'none'
  /** The part of the factory that it stands or falls with, where that is not known to be there. */
  readonly part?: DoubtfulPart
  readonly title: Text
  readonly question: Text
  /** Why it fired, or why it does not apply: the condition with the values it saw. */
  readonly condition?: string
  /** The parts of the condition by which it is true; empty where it is not. */
  readonly why: readonly Why[]
  readonly seen: readonly Seen[]
  /** Names of what is missing. */
  readonly lacks: readonly string[]
  readonly answer?: 'yes' | 'no' | 'n/a'
  readonly note?: string
  readonly priority: number
  readonly practice: string
  readonly contradicts: boolean
}

/** A saving of one medium, stand-alone and in the package. Figures per year (of demand: of every month), signed: negative is an extra use. */
export type Saving = {
  readonly medium: Medium
  /** The good saved, where one is known; its price values the saving. */
  readonly good?: string
  /** About 95 % of what may be: the uncertainty of the inputs together with the cases of the method. */
  readonly low?: string
  readonly base: string
  readonly high?: string
  /** After everything that acts before it on the same stream, capped by what is left. */
  readonly inPackage: string
  readonly price?: string
  /** Which hours the price stands for, where it depends on the hour. */
  readonly priceBasis?: PriceBasis
  readonly money: string
  readonly moneyInPackage: string
  readonly co2e?: string
  readonly capped: boolean
}

/**
 * Hours of a price of electricity by tariff bands: those that the measure or the answer states, those in which the
 * machine runs, all hours by the bills, or all hours by one price that the site gives.
 */
export type PriceBasis = 'bands-stated' | 'bands-of-machine' | 'mean-of-bills' | 'one-price'

/** The steps of one calculation, in order: figures that the workbook shows as a block. */
export type Calculation = {
  readonly method: string
  readonly title: Text
  readonly reference: string
  readonly inputs: readonly string[]
  readonly steps: readonly string[]
  /** What the uncertainty of the main saving comes from, the most important first. */
  readonly influences?: readonly Influence[]
}

export type InvestmentPart =
  'equipment' | 'installation' | 'engineering' | 'lost-production' | 'contingency' | 'scrap-value' | 'grant'

/** Net present value of the package share when one thing after the other is not as expected. */
export type Sensitivity = {
  /** All at their worst, all at their best. */
  readonly low: string
  readonly high: string
  readonly tornado: readonly {
    readonly input: 'saved' | 'price' | 'investment' | 'running' | 'life'
    /** Figures of the factors on the base value. */
    readonly low: string
    readonly high: string
    readonly npvLow: string
    readonly npvHigh: string
    readonly swing: string
  }[]
  /** Factor on the base value at which the net present value is 0. */
  readonly switching: readonly { readonly input: 'saved' | 'price' | 'investment'; readonly factor: string }[]
}

/** The three passes: not at all, at once, or after study. A measure that is vetoed keeps its reason. */
export type Screening = { readonly pass: 'veto' | 'do-now' | 'study'; readonly reason: Text }

export type Criterion = 'money' | 'resource' | 'feasibility' | 'safety' | 'speed'

/** Scores from 1 to 5 and their weighted means under two sets of weights. */
export type Scores = {
  readonly criteria: readonly { readonly criterion: Criterion; readonly figure: string }[]
  readonly total: string
  readonly second: string
  readonly rank: string
  readonly secondRank: string
}

export type Typical = {
  readonly codes: readonly string[]
  readonly description: string
  /** Years. */
  readonly payback?: number
  readonly implemented?: number
  readonly source: string
}

/** Whether an alternative is taken instead, or the package does without it. */
export function isLeftOut({ excludedBy, dropped }: Pick<Opportunity, 'excludedBy' | 'dropped'>): boolean {
  return excludedBy !== undefined || dropped !== undefined
}

/** Whether an opportunity is in the totals of the package. */
export function isTaken(one: Pick<Opportunity, 'status' | 'excludedBy' | 'dropped'>): boolean {
  return one.status !== 'rejected' && one.status !== 'done' && !isLeftOut(one)
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
  /** What the investment consists of; scrap value and grant lessen it. */
  readonly investmentParts?: readonly { readonly part: InvestmentPart; readonly figure: string }[]
  readonly life?: string
  readonly running?: string
  /** Worth of more output per year: real only where the output is sold, and in no other figure. */
  readonly capacity?: string
  /** Share of the saving that the field gives, where the auditor states one. */
  readonly realisation?: string
  /** Money per year, net, stand-alone and in the package. */
  readonly net?: string
  readonly netInPackage?: string
  /** Net in the package with every saving at its low, and at its high. */
  readonly netRange?: { readonly low: string; readonly high: string }
  readonly payback?: string
  readonly discountedPayback?: string
  readonly npv?: string
  /** The same with the carbon price of the auditor. */
  readonly npvWithCarbon?: string
  readonly irr?: string
  readonly annualisedCost?: string
  /** Cost of one saved unit of the main saving; what else it saves is credited, and named. */
  readonly costOfSavedUnit?: { readonly figure: string; readonly credited: readonly Medium[] }
  readonly co2e?: string
  readonly costOfCo2e?: string
  readonly rank?: string
  readonly sensitivity?: Sensitivity
  readonly screening: Screening
  readonly scores?: Scores
  /** What recommendations of this kind took to pay back, and how many were carried out. */
  readonly typical?: Typical
  /** Published payback, years, where no investment is known. */
  readonly publishedPayback?: { readonly low?: number; readonly high?: number; readonly note: Text }
  readonly status: 'proposed' | 'planned' | 'running' | 'done' | 'rejected'
  readonly reason?: string
  readonly owner?: string
  readonly start?: string
  readonly due?: string
  readonly budget?: string
  /** Saving that was measured afterwards, and its share of what was promised. */
  readonly verified?: { readonly figure: string; readonly share: string }
  readonly lacks: readonly string[]
  /** The alternative that is taken instead. */
  readonly excludedBy?: string
  /** Why it is in no total: the package is worth more without it, or no alternative fits the budget. */
  readonly dropped?: 'worth' | 'budget'
  /** What acts before it on what it takes from, and so lessens its saving. */
  readonly after: readonly string[]
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

/** The money behind something that is not decided: what it would save if it applies, and what is spent on its stream. */
export type Stake = { readonly saving?: string; readonly stream?: string }

/**
 * When something open is taken up: `first` what the catalogue looks at first or what a saving is known of, `then` the
 * rest, `last` what is about a part of the factory of which nothing says that it is there.
 */
export type Turn = 'first' | 'then' | 'last'

/** Something that is not decided, with the money at stake. */
export type OpenEntry = {
  readonly entry: string
  readonly machine?: string
  readonly turn: Turn
  readonly stake: Stake
}

/** A number or an answer that is missing, with the entries that wait for it. */
export type DataRequest = {
  /** `part`: whether a part of the factory is there at all. */
  readonly kind: 'number' | 'answer' | 'part'
  /** Variable, price or input of a method; for an answer the entry that asks; for a part its id. */
  readonly name: string
  /** What to ask, of an answer or a part. */
  readonly question?: Text
  readonly turn: Turn
  readonly entries: readonly string[]
  /** The most urgent of the entries: 1 look here first. */
  readonly priority: number
  /** What the entries would save if they apply, stand-alone and added: a measure of urgency, no promise. */
  readonly saving?: string
  /** The most that is spent on what one of them acts on. */
  readonly stream?: string
}

/** What the checklists say about one loss. */
export type LossDiagnosis = {
  readonly loss: string
  /** What addresses it, the nearest first: acts on this flow, saves this good, saves the same medium. */
  readonly entries: readonly {
    readonly entry: string
    readonly machine?: string
    readonly outcome: Outcome
    readonly fit: 'flow' | 'good' | 'medium'
    readonly opportunity?: string
  }[]
  readonly causes: readonly {
    readonly cause: string
    readonly state: 'confirmed' | 'possible' | 'ruled-out'
    readonly entries: readonly string[]
  }[]
}

export type Evaluation = {
  readonly opportunities: readonly Opportunity[]
  readonly streams: readonly StreamPackage[]
  readonly totals: {
    readonly net: string
    readonly investment: string
    readonly payback: string
    readonly npv?: string
    readonly npvWithCarbon?: string
    readonly co2e: string
    /** Worth of more output, apart from all savings. */
    readonly capacity?: string
  }
  /** Weights of the ranking, two sets; empty where nothing is ranked. */
  readonly weights: readonly {
    readonly criterion: Criterion
    readonly figure: string
    readonly second: string
  }[]
  /** The first three under each set of weights. */
  readonly topThree: { readonly first: readonly string[]; readonly second: readonly string[] }
  /**
   * What avoids greenhouse gases, in the order of the marginal abatement curve: what pays for itself by net present
   * value, the rest by cost per tonne.
   */
  readonly abatement: readonly string[]
  /** What is not decided, in the order in which to take it up: by turn, then by the money at stake. */
  readonly stakes: readonly OpenEntry[]
  /** What to ask for, what may unlock most first. */
  readonly requests: readonly DataRequest[]
  /** In the order of the losses. */
  readonly diagnosis: readonly LossDiagnosis[]
}
