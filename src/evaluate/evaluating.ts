import type { Ledger } from '../formula/index.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Inventory, InventoryGood } from '../model/inventory.js'
import type { Calculation, Finding, Medium, Opportunity } from '../model/opportunities.js'
import type { Text } from '../model/text.js'
import type { VariableLookup } from '../model/variables.js'
import type { Scores as SiteScores, Site } from '../schema/site.js'
import type { Content } from '../templates/content.js'

/** What the parts of the evaluation share while it runs. */
export type Evaluating = {
  readonly site: Site
  readonly content: Content
  readonly inventory: Inventory
  readonly ledger: Ledger
  readonly variables: VariableLookup
  readonly findings: readonly Finding[]
  readonly diagnostics: Diagnostic[]
}

/** A saving before interactions: figures per year, signed. */
export type StandAlone = {
  readonly medium: Medium | 'money'
  readonly good?: InventoryGood
  readonly base: string
  readonly low?: string
  readonly high?: string
}

/** The stream an opportunity acts on: `key` is the figure with what there is to save. */
export type ActsOn = {
  readonly id: string
  readonly label: Text
  readonly base: string
  readonly medium: Medium
}

/** An opportunity with its stand-alone savings, before money and interactions. */
export type Draft = Pick<
  Opportunity,
  | 'id'
  | 'origin'
  | 'entry'
  | 'machine'
  | 'title'
  | 'practice'
  | 'system'
  | 'evidence'
  | 'status'
  | 'reason'
  | 'owner'
  | 'start'
  | 'due'
  | 'lacks'
  | 'verify'
  | 'risks'
  | 'references'
  | 'publishedPayback'
  | 'at'
  | 'investmentParts'
  | 'capacity'
  | 'realisation'
  | 'budget'
> & {
  readonly order: number
  readonly group?: string
  readonly stream?: ActsOn
  readonly calculation?: Calculation
  readonly savings: readonly StandAlone[]
  readonly investment?: string
  readonly life?: string
  readonly running?: string
  /** Worth at the end of the life, and a part that is replaced on the way. */
  readonly residual?: string
  readonly replacement?: { readonly amount: string; readonly after: string }
  readonly bands?: Bands
  readonly given?: GivenScores
  readonly stopsProduction?: boolean
  /** The investment follows the load that earlier measures leave. */
  readonly resize?: boolean
  readonly verified?: string
}

/** Tariff bands of a saving: `weights` gives the figure of its share in a band, or of the machine's hours in it. */
export type Bands = {
  readonly by: 'stated' | 'machine'
  readonly at: string
  readonly weights: Readonly<Record<string, string>>
}

/** Scores that the auditor gives. */
export type GivenScores = Pick<SiteScores, 'feasibility' | 'safety' | 'speed'>

/** `opportunity.<id>.<what>`; one home for the ids of evaluation figures. */
export function figureId(opportunity: string, what: string): string {
  return `opportunity.${opportunity}.${what}`
}

/** `{ [key]: value }`, or nothing where there is no value. */
export function present<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V })
}
