import type { Text } from './text.js'

/** One analysis of an effluent beside one limit. */
export type LimitCheck = {
  /** Flow or good that was sampled. */
  readonly at: string
  /** Id in the list of parameters, or of the site's own substance. */
  readonly parameter: string
  readonly name: Text
  /** Day of the sample. */
  readonly date?: string
  readonly side: 'max' | 'min'
  /** Figures of the analysis, of the limit in the same unit, and of analysis ÷ limit. */
  readonly value: string
  readonly limit: string
  readonly share: string
  /** `within`, `exceeds`; `unclear` where twice the standard uncertainty spans the limit, or the result is `< x`. */
  readonly verdict: 'within' | 'exceeds' | 'unclear'
  /** `site`: the factory's own limit, which binds it. `table`: a limit that may apply, for orientation. */
  readonly origin: 'site' | 'table'
  /** Standard, permit or law, with annex or column where there is one. */
  readonly regulation: string
  /** Annex, table or article. */
  readonly clause: Text
  /** What of the regulation no comparison of numbers can see. */
  readonly notChecked: Text
  /** `in force`, `superseded-transition` …; empty for the site's own. */
  readonly status: string
  readonly evidence: string
  readonly note: Text
  readonly url: string
}

/** What was not compared, and why. */
export type Unchecked = {
  readonly at: string
  readonly parameter: string
  readonly name: Text
  /** No analysis of what has a limit; no limit for what was analysed; another kind of unit; a load per product. */
  readonly why: 'no-analysis' | 'no-limit' | 'unit' | 'load'
  readonly regulation: string
}

/** A rule that is no limit of an effluent: an energy norm, an amount that calls for a duty, a fee. */
export type LegalCheck = {
  readonly id: string
  readonly kind: 'norm' | 'threshold' | 'fee'
  readonly name: Text
  /** Figure of the site; of a fee its amount. */
  readonly value: string
  /** Figures of the norm or threshold, and of value ÷ that. */
  readonly limit?: string
  readonly share?: string
  readonly verdict: 'within' | 'exceeds' | 'unclear' | 'reached' | 'below' | 'amount'
  readonly regulation: string
  readonly clause: Text
  /** Day or year of the rule. */
  readonly date: string
  readonly evidence: string
  readonly note: Text
  readonly url: string
  readonly notChecked: Text
}

export type Compliance = {
  readonly checks: readonly LimitCheck[]
  readonly unchecked: readonly Unchecked[]
  readonly legal: readonly LegalCheck[]
}
