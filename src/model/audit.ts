import type { Compliance } from './compliance.js'
import type { Comparison } from './comparison.js'
import type { Diagnostic } from './diagnostic.js'
import type { Figure } from './figure.js'
import type { Inventory } from './inventory.js'
import type { Reconciled } from './balances.js'
import type { Machine, MachineFact } from './machines.js'
import type { Gap, Indicators } from './indicators.js'
import type { Evaluation, Finding } from './opportunities.js'
import type { Name, Text } from './text.js'

export type { Evaluation, Finding, Gap, Indicators, Inventory, Reconciled }

/** Who and what was audited, as the cover page says it. */
export type AuditHead = {
  readonly id: string
  readonly name: Name
  readonly legalName?: string
  readonly sector?: string
  /** Absent where the list of sectors does not know it. */
  readonly sectorName?: Text
  readonly isic?: string
  readonly address?: string
  readonly country: string
  readonly currency: string
  readonly employees?: number
  readonly hours?: string
  readonly boundary?: Name
  readonly date: string
  readonly by?: string
  /** Product and unit that relative indicators refer to. */
  readonly per?: { readonly good: string; readonly unit: string }
}

/** A source that the audit leans on: a table, a norm, a paper of the factory. */
export type SourceNote = {
  readonly id: string
  readonly text: string
  readonly year?: string
  readonly url?: string
}

/** A diagnostic with its place looked up, so that a saved audit needs no input file. */
export type PlacedDiagnostic = Diagnostic & {
  readonly severity: 'error' | 'warning' | 'note'
  readonly file?: string
  readonly line?: number
  readonly column?: number
  /** In a workbook; line and column are then those of the cell. */
  readonly sheet?: string
  readonly cell?: string
}

/** The one result. Every output is a function of it and of nothing else. */
export type Audit = {
  readonly format: 'recp.audit/1'
  readonly recp: string
  readonly content: string
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[]
  readonly head: AuditHead
  readonly figures: readonly Figure[]
  readonly inventory: Inventory
  /** Machines of the site, and what is said of it as a whole; absent where nothing is. */
  readonly machines?: readonly Machine[]
  readonly facts?: readonly MachineFact[]
  readonly reconciled: Reconciled
  readonly indicators: Indicators
  readonly gaps: readonly Gap[]
  readonly compliance: Compliance
  readonly findings: readonly Finding[]
  readonly evaluation: Evaluation
  readonly sources: readonly SourceNote[]
  /** What the names are called that findings and opportunities mention: variables, inputs of methods, prices. */
  readonly names: Readonly<Record<string, Text>>
  readonly notes: readonly Text[]
  readonly diagnostics: readonly PlacedDiagnostic[]
  /** What changed since an earlier audit, where one was named. */
  readonly changes?: Comparison
}
