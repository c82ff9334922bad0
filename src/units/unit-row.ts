/** One named unit of the table. A name with powers or a quotient (`m3/h`) is built from these. */
export type UnitRow = {
  /** Canonical ASCII spelling. */
  readonly text: string
  /** Pattern of what it measures, see `parseDimension`. */
  readonly dimension: string
  /** Base value = (value + offset) × scale; bases: kg, m, s, K, A, one of each tag. */
  readonly scale: number
  readonly offset: number
  /** Other spellings in English and in international use. */
  readonly en: readonly string[]
  /** Other spellings in Vietnamese. */
  readonly vi: readonly string[]
  /** Where the size of the unit is laid down. */
  readonly source: string
  readonly note?: string
  /** For a point on a scale: the unit of its differences, which it becomes inside a quotient. */
  readonly difference?: string
  /** The SI prefix in the name, where it has one; `m` and `M` are never taken for each other. */
  readonly prefix?: string
}

export type RowExtras = {
  readonly en?: string
  readonly vi?: string
  readonly note?: string
  readonly offset?: number
  readonly difference?: string
}

const words = (list: string | undefined): readonly string[] => (list === undefined ? [] : list.split('|'))

/** A row of the table; `en` and `vi` are lists divided by `|`. */
export function row(
  text: string,
  dimension: string,
  scale: number,
  source: string,
  extras: RowExtras = {},
): UnitRow {
  const { en, vi, note, offset, difference } = extras
  return {
    text,
    dimension,
    scale,
    offset: offset ?? 0,
    en: words(en),
    vi: words(vi),
    source,
    ...(note === undefined ? {} : { note }),
    ...(difference === undefined ? {} : { difference }),
  }
}

/** Powers of ten, so that dividing by them stays exact. */
const PREFIXES: ReadonlyMap<string, (scale: number) => number> = new Map([
  ['u', (s) => s / 1e6],
  ['m', (s) => s / 1e3],
  ['c', (s) => s / 1e2],
  ['d', (s) => s / 10],
  ['h', (s) => s * 1e2],
  ['k', (s) => s * 1e3],
  ['M', (s) => s * 1e6],
  ['G', (s) => s * 1e9],
  ['T', (s) => s * 1e12],
  ['P', (s) => s * 1e15],
])

/** Rows for a unit with some of the SI prefixes: `prefixed('W', 'power', 1, SI, ['k', 'M'])`. */
export function prefixed(
  symbol: string,
  dimension: string,
  scale: number,
  source: string,
  prefixes: readonly string[],
): readonly UnitRow[] {
  return prefixes.map((prefix) => ({
    ...row(`${prefix}${symbol}`, dimension, PREFIXES.get(prefix)?.(scale) ?? scale, source),
    prefix,
  }))
}
