import type { Basis } from './quantity.js'
import type { Name, Text } from './text.js'

/**
 * Why a result moved between two audits: the factory did more or less, paid other prices, was converted with other
 * factors, was calculated another way (formulas and defaults of the tool), or is known in another way.
 */
export type Cause = 'activity' | 'price' | 'factor' | 'method' | 'data-quality'

export const CAUSES: readonly Cause[] = ['activity', 'price', 'factor', 'method', 'data-quality']

/** An input as one of the two audits has it. */
export type Side = {
  readonly value: number | null
  readonly unit: string
  readonly basis?: Basis
  readonly source?: string
  readonly place?: string
}

/** An input that is not the same in both audits; a side is absent where that audit does not have it. */
export type InputChange = {
  readonly id: string
  readonly label: Text
  readonly cause: Cause
  readonly old?: Side
  readonly new?: Side
}

/** What one cause adds to the difference of a result. */
export type Part = { readonly cause: Cause; readonly value: number }

/** How one result moved, in the unit of the newer audit. */
export type Move = {
  readonly id: string
  readonly group: string
  readonly label: Text
  readonly unit: string
  readonly show?: '%'
  readonly old: number | null
  readonly new: number | null
  /** The older result with the factors of the newer audit: what the newer one compares with. */
  readonly oldAtNewFactors: number | null
  /** What each cause that can move it adds to new − old; they add up to it. Absent where either is not known. */
  readonly parts?: readonly Part[]
  /** Combined standard uncertainty of the difference, as if the two audits were independent. */
  readonly sd?: number
  /** Why the two cannot be compared, where both are known. */
  readonly hindered?: 'unit'
  /** The audit that has this result, where the other has not. */
  readonly only?: 'old' | 'new'
}

/** A row of the RECP profile: change of an absolute indicator, and of its relative indicator. */
export type ProfileRow = {
  readonly id: string
  /** Figure of its relative indicator; absent for the output itself. */
  readonly relativeId?: string
  readonly label: Text
  /**
   * X₁ ÷ X₀ − 1, the earlier year with the factors of `Comparison.factors`; `null` where one of them is not known or
   * the first is zero.
   */
  readonly absolute: number | null
  readonly relative: number | null
  /** What the later factors alone make of the earlier value: X₀ with them ÷ X₀ − 1. */
  readonly factorEffect: number | null
  /** By how much the identity of the two changes misses; beyond rounding it is a fault. */
  readonly identity: number | null
}

/** A measure or a finding that is in another state. */
export type StateChange = {
  readonly id: string
  readonly title: Text
  readonly old: string | null
  readonly new: string | null
}

export type ComparedAudit = {
  readonly id: string
  readonly name: Name
  readonly date: string
  readonly currency: string
  readonly period: string
  readonly recp: string
  readonly content: string
}

/** What changed between two audits of one factory. */
export type Comparison = {
  readonly format: 'recp.diff/1'
  readonly old: ComparedAudit
  readonly new: ComparedAudit
  readonly inputs: readonly InputChange[]
  readonly moves: readonly Move[]
  /** Whether the profile holds both years to the factors of the later one, or leaves each its own. */
  readonly factors: 'same' | 'own'
  readonly profile: readonly ProfileRow[]
  readonly measures: readonly StateChange[]
  readonly findings: readonly StateChange[]
}
