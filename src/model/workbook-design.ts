import type { Text } from './text.js'
import type { ListId } from './workbook-lists.js'

/** How the audit workbook is laid out and what an edition withholds: data of templates/workbooks. */
export type WorkbookDesign = {
  readonly layouts: ReadonlyMap<string, WorkbookLayout>
  readonly editions: ReadonlyMap<string, Edition>
  /** Columns of every list, from left to right. */
  readonly columns: ReadonlyMap<ListId, readonly LayoutColumn[]>
  readonly programme: readonly ProgrammeStep[]
  readonly glossary: readonly Term[]
  /** Absent where a design has none. */
  readonly grading?: Grading
}

/** How well the data is known, in one letter; the best grade first. */
export type Grading = {
  readonly note: Text
  /** `from`: share of the inputs that are measured, billed or recorded. */
  readonly grades: readonly { readonly grade: string; readonly from: number }[]
}

/** Which sheets stand in a workbook and in which order: a preset. */
export type WorkbookLayout = {
  readonly id: string
  readonly title: Text
  /** What it is for, printed on the cover. */
  readonly about: Text
  readonly sheets: readonly LayoutSheet[]
}

/** The sheets that a layout can name. The cover and the workings come by themselves. */
export const LAYOUT_SHEETS = [
  'summary',
  'scenario',
  'portfolio',
  'inputs',
  'materials',
  'energy',
  'water',
  'monthly',
  'equipment',
  'flows',
  'balance-mass',
  'balance-water',
  'balance-energy',
  'balance-substances',
  'losses',
  'quantity-centres',
  'indicators',
  'changes',
  'benchmarks',
  'compliance',
  'checklist',
  'opportunities',
  'calculations',
  'action-plan',
  'programme',
  'data-quality',
  'factors',
  'glossary',
] as const

export type LayoutTab = (typeof LAYOUT_SHEETS)[number]

export type LayoutSheet = {
  readonly sheet: LayoutTab
  /** Heading above it in the list of sheets on the cover. */
  readonly chapter?: Text
  /** Outcomes of checklist entries that are listed; all where none are named. */
  readonly outcomes: readonly string[]
}

/**
 * One column of a list: one that the list makes itself (`id`), or a property of what is listed, by its path, that holds
 * a figure or a text (`from`).
 */
export type LayoutColumn = {
  readonly id: string
  readonly from?: 'figure' | 'text'
  /** Other words than its own. */
  readonly head?: Text
  /** In characters. */
  readonly width?: number
  /** Characters more than the largest sum of money needs; 0 where no width is given. */
  readonly overMoney?: number
  /** Columns of the sheet that it covers. */
  readonly span?: number
}

/** Who a workbook is for, and what is taken out of the audit before anything is written. */
export type Edition = {
  readonly id: string
  readonly title: Text
  readonly about: Text
  /** Sheets that are not written. */
  readonly withoutSheets: readonly string[]
  /** Every figure in money, and every number that follows from money alone. */
  readonly withoutMoney: boolean
  /** Figures by the beginning of their id. */
  readonly withoutFigures: readonly string[]
  /** Facts of the cover: `address`, `by`, `legalName` … */
  readonly withoutFacts: readonly string[]
  /** Whole parts of the audit. */
  readonly withoutParts: readonly AuditPart[]
}

/**
 * Parts that an edition can do without: `places` where a number stands in the input, `written` as it was written,
 * `sources`, `notes`, `messages` about the input, `files` names and hashes of the input, `findings` of the checklists,
 * `measures`, `losses`, `materials` that are bought, `balances`, and `formulas`: then every number stands alone.
 */
export const AUDIT_PARTS = [
  'places',
  'written',
  'sources',
  'notes',
  'messages',
  'files',
  'machines',
  'findings',
  'measures',
  'losses',
  'quantity-centres',
  'materials',
  'balances',
  'formulas',
] as const

export type AuditPart = (typeof AUDIT_PARTS)[number]

/** A step of the cleaner production programme with its tasks. */
export type ProgrammeStep = { readonly title: Text; readonly tasks: readonly ProgrammeTask[] }

export type ProgrammeTask = {
  readonly number: number
  readonly title: Text
  /** What in the audit shows it; the company says so itself where nothing can. */
  readonly shownBy: string
}

/** A word of the field. `also`: heads of columns and labels that mean it and get its meaning as a note. */
export type Term = { readonly term: Text; readonly meaning: Text; readonly also: readonly string[] }
