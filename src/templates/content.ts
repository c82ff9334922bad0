import type { Medium, Outcome } from '../model/opportunities.js'
import type { Text } from '../model/text.js'
import type { EconomicsChoices } from './economics-from.js'

/** What a method can give: a saving of a medium, or money alone (an avoided charge). */
export type Saved = Medium | 'money'

/**
 * What a method must be told. A share has unit `1` and `show: '%'`. In a unit `money` stands for the currency of the
 * calculation, see `expandMethod`.
 */
export type MethodInput = {
  readonly name: string
  readonly unit: string
  readonly show?: '%'
  readonly label: Text
  /** Usual values with their source, or how it is measured. */
  readonly note?: Text
  /** The method works without it; the steps that need it are then left out. */
  readonly optional?: true
  /** It has several values, one a row; inputs of one group have as many each. */
  readonly rows?: string
  /** Dictionary variable it is read from unless the entry says otherwise. */
  readonly variable?: string
  /**
   * An expression used when nothing else is known; always with its source, a reference id. One over other inputs
   * (`steam_h(pressure, 1)`) becomes a step.
   */
  readonly default?: { readonly value: string; readonly source: string }
  /** Smallest and largest value, in `unit`, for which the method was made. */
  readonly range?: { readonly min?: number; readonly max?: number }
}

/** One line of a calculation, over the inputs and the steps before it. */
export type MethodStep = {
  readonly name: string
  readonly unit: string
  readonly show?: '%'
  readonly label: Text
  /** Calculated once for each row of this group. */
  readonly rows?: string
  /** Calculated so often, each time from the value before: `previous(name, first)`. The last value counts. */
  readonly repeat?: number
  /** Where its formula comes from; only for a default that became a step. */
  readonly source?: string
  readonly formula: string
}

/** How a saving is calculated: data, so that an engineer can review it. */
export type Method = {
  readonly id: string
  readonly title: Text
  /** System of the plant it belongs to, of those by which checklists are filed. */
  readonly system?: string
  /** What it is for, what it assumes, where it ends. */
  readonly about?: Text
  readonly inputs: readonly MethodInput[]
  /** In the order in which they are calculated. */
  readonly steps: readonly MethodStep[]
  /** Medium → step with its yearly saving, signed: negative is an extra use. */
  readonly outputs: Readonly<Partial<Record<Saved, string>>>
  /** Steps that answer the question, most important first; beside the outputs, or alone where nothing is saved. */
  readonly results: readonly string[]
  /** Conditions over inputs and steps that must hold for the result to mean anything. */
  readonly limits: readonly { readonly when: string; readonly text: Text }[]
  /** Ids in references.yaml. */
  readonly references: readonly string[]
  readonly examples: readonly MethodExample[]
}

export type MethodExample = {
  /** Input → literal with unit, e.g. `50000 GJ/yr`; one for each row where it has rows. */
  readonly given: Readonly<Record<string, readonly string[]>>
  /** Step → literal with unit. */
  readonly expect: Readonly<Record<string, string>>
}

/**
 * The value that an entry hands to an input of a method: an expression over dictionary variables, which may be
 * a bare variable or a literal with unit. Whatever holds a number says where it comes from (`source`, a
 * reference id) or that it is a screening default of the tool (`choice`).
 */
export type Given = {
  readonly base: string
  readonly low?: string
  readonly high?: string
  readonly choice?: true
  readonly source?: string
  readonly note?: Text
}

/** One way to put a number on an entry; the first one whose `when` holds and whose inputs are known wins. */
export type Estimate =
  | {
      readonly kind: 'method'
      readonly when?: string
      readonly method: string
      readonly with: Readonly<Record<string, Given>>
    }
  | {
      readonly kind: 'range'
      readonly when?: string
      /** Fractions of the stream; a one-sided published range stays one-sided. */
      readonly low?: number
      readonly high?: number
      /** Id in streams.yaml, and the part of it that the source speaks of. */
      readonly of: string
      readonly source: string
      readonly note?: Text
    }

/** A medium that an entry saves (`1`) or uses more of (`-1`). */
export type SignedMedium = { readonly medium: Saved; readonly sign: 1 | -1 }

export type Evidence = 'range' | 'case' | 'vendor' | 'derived' | 'rule' | 'context' | 'none'

/** One thing to look for. */
export type ChecklistEntry = {
  readonly id: string
  readonly title: Text
  /** Worded so that yes means that it applies. */
  readonly question: Text
  readonly reason: Text
  readonly system: string
  /** One of the eight practices. */
  readonly practice: string
  readonly causes: readonly string[]
  /** Sectors it is for; empty means every sector. */
  readonly sectors: readonly string[]
  readonly priority: 1 | 2 | 3
  readonly firesOn: 'data' | 'gate'
  /** Condition over dictionary variables, or `always`. */
  readonly when: string
  /** System whose machines are looked at one by one. */
  readonly per?: string
  /** Stream that it acts on, an id in streams.yaml. */
  readonly stream?: string
  /** Which acts first on a stream: 1 demand, 2 distribution, 3 conversion, 4 recovery, 5 supply. */
  readonly order: 1 | 2 | 3 | 4 | 5
  /** Of entries with the same group only one is done. */
  readonly group?: string
  readonly interacts: readonly string[]
  /** Generic entries that say the same of the same flow; they give way to this one. */
  readonly replaces: readonly string[]
  readonly saves: readonly SignedMedium[]
  /** Role of the material that it saves: raw material unless its stream is another. */
  readonly material?: 'raw' | 'process' | 'packaging' | 'chemical' | 'operating'
  readonly estimate: readonly Estimate[]
  readonly verify?: Text
  readonly risks?: Text
  /** What to collect to decide it and to put a number on it. */
  readonly data: Text
  /** Published payback, years. */
  readonly payback?: { readonly low?: number; readonly high?: number; readonly note: Text }
  readonly references: readonly string[]
  readonly evidence: Evidence
  readonly reviewed: string
  readonly reviewBy: string
  readonly examples: readonly EntryExample[]
}

/** A test of an entry that reads as its documentation. */
export type EntryExample = {
  /** Variable → literal with unit, `yes`/`no`, or a text. */
  readonly given: Readonly<Record<string, string>>
  readonly answer?: 'yes' | 'no' | 'n/a'
  readonly complete?: boolean
  readonly expect: Outcome
  readonly evidence?: 'measured' | 'reported' | 'none'
}

/** One name of the dictionary that conditions, methods and the site file share. */
export type Variable = {
  readonly name: string
  readonly type: 'number' | 'boolean' | 'enum'
  /** Canonical unit text; empty for booleans, enums and numbers in the unit of a benchmark. */
  readonly unit: string
  readonly meaning: Text
  /** Where it comes from: `equipment-list`, `measurement`, `answer`, `balance`, `bill`. */
  readonly origin: string
  readonly values: readonly string[]
}

/** A row of a table that came from outside, with every column as it stands there. */
export type SourcedRow = Readonly<Record<string, string>>

/** Where a row of a table comes from, and whether it may still be used. */
export type Sourced = {
  readonly source: string
  readonly sourceYear: string
  readonly url: string
  readonly evidence: string
  readonly note: Text
  /** `do-not-use` refuses the row; `superseded`, `example` … are said. Empty where the table says nothing. */
  readonly status: string
  /** Last day for which the row should be used, where it says so itself. */
  readonly bestBefore?: string
}

export type Benchmark = Sourced & {
  readonly id: string
  readonly sector: string
  readonly isic: readonly string[]
  readonly indicator: string
  readonly type: string
  /** A unit that is read, and words about what it counts: `kWh/t product`. */
  readonly unit: Text
  readonly best?: number
  readonly low?: number
  readonly typical?: number
  readonly high?: number
  readonly basis: Text
  readonly scope: Text
  /**
   * What the value counts: `site` the whole plant; `process` one operation named in the scope; `scope-1`,
   * `process-gases` of the greenhouse gases; `raw-effluent` before and `discharge` after treatment; `chain` more than
   * the plant.
   */
  readonly boundary: string
  /** Below the line: `product`, `raw` material, `raw-effluent`, or a word that the product must bear (`clinker`). */
  readonly per: string
  readonly country: string
  readonly year: string
}

/** One property of one fuel: `ncv`, `gcv`, `ef_co2`, `density` … */
export type FuelFactor = Sourced & {
  readonly fuel: string
  readonly name: Text
  readonly property: string
  readonly value: number
  readonly unit: string
  readonly biogenic: boolean
  readonly country: string
}

export type GridFactor = Sourced & {
  readonly country: string
  readonly name: string
  readonly region: string
  readonly year: number
  readonly value: number
  readonly unit: string
  readonly method: string
}

export type GwpFactor = Sourced & {
  readonly gas: string
  readonly formula: string
  readonly refrigerant: string
  readonly report: string
  readonly value: number
}

/** A constant of water and wastewater: what treatment gives off, what it takes, what it costs. */
export type WaterFactor = Sourced & {
  readonly category: string
  readonly item: string
  readonly name: Text
  /** Name of the item that calculations ask for; empty where none does. */
  readonly itemId: string
  readonly parameter: string
  readonly low?: number
  readonly value?: number
  readonly high?: number
  readonly unit: string
  readonly country: string
  /** First and last day of a fee; empty where it has none. */
  readonly validFrom: string
  readonly validTo: string
}

/** A published tariff: an example, since the invoice says what the site pays. */
export type Tariff = Sourced & {
  readonly country: string
  readonly decision: string
  readonly from: string
  readonly group: string
  readonly voltage: string
  readonly period: string
  readonly value?: number
  readonly text: string
  readonly unit: string
}

/** A limit for an effluent from a law, as a table has it. A load per product is kept, but not compared. */
export type DischargeLimit = Sourced & {
  readonly id: string
  readonly regulation: string
  readonly country: string
  /** Sector of the table; `all-industry` for every one. */
  readonly sector: string
  /** Column of Vietnamese norms (A: waters used for supply), part of the German ordinance. */
  readonly column: string
  /** Annex, table or article of the regulation. */
  readonly clause: Text
  readonly parameter: string
  readonly min?: number
  readonly max?: number
  readonly unit: string
  /** `concentration` or `production load`. */
  readonly basis: string
  readonly scope: Text
}

/** An amount from which a law asks something of a site. */
export type LegalThreshold = Sourced & {
  readonly id: string
  readonly country: string
  readonly regulation: string
  readonly clause: Text
  /** Day of the regulation. */
  readonly date: string
  readonly name: Text
  /** Figure of the audit that it is about, and the amount from which it holds. */
  readonly figure: string
  readonly value: number
  readonly unit: string
  readonly validFrom: string
  readonly validTo: string
  readonly notChecked: Text
}

/** What a regulation is called, where the languages differ, and what no comparison of numbers can see of it. */
export type Regulation = { readonly id: string; readonly name?: Text; readonly notChecked?: Text }

/** A property of effluents that laws limit, and what others call it. */
export type Parameter = { readonly id: string; readonly name: Text; readonly also: readonly string[] }

export type Reference = {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly year: string
  readonly url: string
  /** How far the source was read: `read`, `abstract-only`, `title-only` … */
  readonly verification: string
}

export type Practice = { readonly id: string; readonly name: Text; readonly about: Text }
export type Cause = { readonly id: string; readonly name: Text }

/** A part that a factory has or has not; whether it is there is asked under its id. */
export type Part = {
  readonly id: string
  readonly name: Text
  readonly question: Text
  /** First words of the variables that are about it. */
  readonly words: readonly string[]
  /** Kinds of machines, and of steps, that show that it is there. */
  readonly machines: readonly string[]
  readonly steps: readonly string[]
  /** Beginnings of ISIC classes whose factories have none: a form for them does not ask. */
  readonly absentIn: readonly string[]
  /** Not a part, but whether the list of machines is complete. */
  readonly complete?: true
}

export type Sector = {
  readonly id: string
  readonly name: Text
  /** Ids that other tables use for the same sector. */
  readonly also: readonly string[]
  readonly isic: readonly string[]
  readonly vsic: readonly string[]
}

/** An indicator over figures of the audit: a figure itself, or one related to another. */
export type IndicatorDefinition = {
  readonly id: string
  readonly name: Text
  readonly group: 'resource' | 'pollution' | 'production' | 'productivity' | 'intensity' | 'own'
  readonly about?: Text
  /** Figure that recp calculates by itself. */
  readonly figure?: string
  /** Figures of which it is the quotient, and the unit to show it in. */
  readonly of?: string
  readonly per?: string
  readonly unit?: string
}

/** A flow that measures act on, one after the other. */
export type Stream = {
  readonly id: string
  readonly label: Text
  readonly medium: Medium
  readonly unit: string
  /** System whose machines have one of it each, where they do. */
  readonly per?: string
  /** Role of the materials that it consists of. */
  readonly role?: string
  /** Expressions over dictionary variables that give its yearly amount; the first that is known counts. */
  readonly base: readonly string[]
}

/** Default standard uncertainty of a number by how it is known, as a fraction; a choice of the tool. */
export type UncertaintyDefaults = {
  readonly note: Text
  readonly byBasis: Readonly<Record<string, number>>
}

/** What a value can well be; `source` is empty for a choice of the tool. */
export type Band = {
  readonly low: number
  readonly high: number
  readonly unit: string
  readonly source: string
}

/** One kind of recommendation in the statistics of the US Industrial Assessment Centers. */
export type Recommendation = {
  readonly code: string
  readonly description: string
  /** Mean payback of what was recommended, years. */
  readonly payback?: number
  /** Share that was carried out. */
  readonly implemented?: number
  /** How many recommendations it is the mean of. */
  readonly count?: number
  readonly source: string
}

/** Everything in templates/ that the stages use: plain frozen data. */
export type Content = {
  readonly version: string
  readonly entries: ReadonlyMap<string, ChecklistEntry>
  /** Ids that were given up → the entry that says it now. */
  readonly renamed: ReadonlyMap<string, string>
  readonly methods: ReadonlyMap<string, Method>
  readonly variables: ReadonlyMap<string, Variable>
  readonly fuels: readonly FuelFactor[]
  /** Fuel → `gas`, `oil`, `solid` or `electric`. */
  readonly fuelClasses: ReadonlyMap<string, string>
  readonly grid: readonly GridFactor[]
  readonly gwp: readonly GwpFactor[]
  readonly waterFactors: readonly WaterFactor[]
  readonly tariffs: readonly Tariff[]
  /** Table of factors → years beyond the one it is of for which a row may be used; a choice of the tool. */
  readonly shelfLife: ReadonlyMap<string, number>
  /** Fuel → what people call it; only ever suggested. */
  readonly fuelNames: ReadonlyMap<string, readonly string[]>
  readonly benchmarks: readonly Benchmark[]
  readonly limits: readonly DischargeLimit[]
  readonly legalThresholds: readonly LegalThreshold[]
  readonly regulations: ReadonlyMap<string, Regulation>
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>
  readonly sectors: ReadonlyMap<string, Sector>
  readonly references: ReadonlyMap<string, Reference>
  readonly practices: ReadonlyMap<string, Practice>
  readonly parts: ReadonlyMap<string, Part>
  readonly causes: ReadonlyMap<string, Cause>
  readonly streams: ReadonlyMap<string, Stream>
  readonly uncertainty: UncertaintyDefaults
  readonly economics: EconomicsChoices
  /** What recommendations of one kind took to pay back, and how many were carried out, by the code of the list. */
  readonly recommendations: ReadonlyMap<string, Recommendation>
  /** Entry → its codes in that list. */
  readonly recommendationCodes: ReadonlyMap<string, readonly string[]>
  /** What values can well be, by what they are of. */
  readonly bands: ReadonlyMap<string, Band>
  readonly thresholds: ReadonlyMap<string, number>
  /** How many of a currency make one US dollar, to the order of magnitude. */
  readonly currencies: ReadonlyMap<string, number>
}

/** What the figures of a factory can well be: what lies outside is asked about. */
export type Plausibility = Pick<Content, 'bands' | 'thresholds' | 'currencies' | 'fuelClasses'> & {
  /** Fuel → net calorific value in GJ/t. */
  readonly netValues: ReadonlyMap<string, number>
}
