import type { Basis } from './quantity.js'
import type { Text } from './text.js'

/**
 * Where a figure comes from:
 * `input` the site file; `factor` a table with a source; `choice` a default of the tool that says so;
 * `derived` an expression over other figures; `solved` a calculation that is no expression
 * (reconciliation, regression, steam tables), named in `method`.
 */
export type FigureKind = 'input' | 'factor' | 'choice' | 'derived' | 'solved'

/** The row of a table that a factor is: id, country, year and source tell it from its neighbours. */
export type FactorKey = {
  readonly id: string
  readonly country: string
  /** Year it is of; edition where it has none (`AR5`). */
  readonly year: string
  /** How far its source was read: `primary`, `secondary`, `dataset` … */
  readonly evidence: string
  readonly url: string
  readonly remark: Text
  /** Last day for which it should be used, where it ages. */
  readonly bestBefore?: string
}

/**
 * One number of the audit with its ancestry. The list of all figures is the ledger: what the engine computes,
 * what the workbook shows as a live formula, and what `recp explain` reads aloud are the same entry.
 */
export type Figure = {
  /** Dotted, stable, kebab-case parts: `flow.w-bottles.water`, `indicator.water-productivity`. */
  readonly id: string
  readonly label: Text
  /** In `unit`, unrounded. `null` when it cannot be known; then `lacks` says what is missing. Missing is not zero. */
  readonly value: number | null
  /** Canonical unit text. Shares are stored as fractions with unit `1` and `show: '%'`. */
  readonly unit: string
  readonly show?: '%'
  readonly kind: FigureKind
  /**
   * For `derived`: the expression, in the formula language, over the names in `uses`. Also for a `solved` figure whose
   * expression holds a property that no workbook can compute, such as the enthalpy of steam.
   */
  readonly formula?: string
  /** Name in the formula → id of a figure. */
  readonly uses?: Readonly<Record<string, string>>
  /** Names in the formula that are taken as exact: their uncertainty is not handed on. */
  readonly exact?: readonly string[]
  /** Ids of the figures, or names of the inputs, without which there is no value. */
  readonly lacks?: readonly string[]
  /**
   * For `derived`: why there is no value although nothing is missing, e.g. `never` for the payback of a measure
   * that saves nothing, `division-by-zero`, `outside-domain`, `too-large`, `not-within-life`, `no-return`.
   */
  readonly reason?: string
  /** One standard uncertainty in `unit`. */
  readonly sd?: number
  /** For `input`: `sd` is a share of the value, stated as one or usual for its basis, and grows with it. */
  readonly relative?: true
  readonly basis?: Basis
  readonly source?: string
  /** For `factor`: the row of the table. */
  readonly key?: FactorKey
  /** For `solved`: the name of the calculation. */
  readonly method?: string
  readonly note?: Text
  /** JSON pointer to the place in the input, for `input`. */
  readonly at?: string
  /** The same place as `file:line:column` or `file › sheet!cell`, for readers who have no input file at hand. */
  readonly place?: string
  /** For `input`: the text as it was written. */
  readonly written?: string
}

/** Whether a figure is a datum of the site, whose quality counts; what the site wants to reach is none. */
export function isDatum({ id, kind, written }: Pick<Figure, 'id' | 'kind' | 'written'>): boolean {
  return kind === 'input' && written !== undefined && !id.startsWith('target.')
}
