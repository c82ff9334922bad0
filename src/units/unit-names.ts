import type { Text } from '../model/text.js'
import { CURRENCIES } from './currencies.js'
import { parseDimension } from './dimension-text.js'
import { dimensionsEqual } from './dimension.js'
import { QUANTITY_KINDS } from './quantity-kinds.js'
import { AMBIGUOUS_NAMES, EXPANSIONS } from './spellings.js'
import { UNIT_ROWS } from './table.js'

/** One line of the list of units. */
export type UnitName = {
  readonly text: string
  /** What it measures. */
  readonly measures: Text
  readonly aliases: readonly string[]
  readonly source: string
  readonly note?: string
}

function measures(pattern: string): Text {
  const currency = CURRENCIES.find((c) => c.code === pattern)
  if (currency !== undefined) return currency.label
  const dimension = parseDimension(pattern)
  const kind = dimension && QUANTITY_KINDS.find((k) => dimensionsEqual(k.dimension, dimension))
  return kind?.label ?? { en: pattern, vi: pattern }
}

/** Every unit by name, in the order of the table; powers and quotients are built from these. */
export function unitNames(): readonly UnitName[] {
  return UNIT_ROWS.map(({ text, dimension, en, vi, source, note }) => ({
    text,
    measures: measures(dimension),
    aliases: [
      ...en,
      ...vi,
      ...[...EXPANSIONS].filter(([, target]) => target === text).map(([alias]) => alias),
    ],
    source,
    ...(note === undefined ? {} : { note }),
  }))
}

/** Names that are refused because they mean several things, with those meanings. */
export function ambiguousNames(): readonly { readonly name: string; readonly meanings: readonly string[] }[] {
  return [...AMBIGUOUS_NAMES].map(([name, meanings]) => ({ name, meanings }))
}
