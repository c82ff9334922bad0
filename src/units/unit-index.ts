import type { Dimension } from '../model/unit.js'
import { CURRENCIES } from './currencies.js'
import { parseDimension } from './dimension-text.js'
import { NO_DIMENSION } from './dimension.js'
import { AMBIGUOUS_NAMES, EXPANSIONS, MULTIPLIERS } from './spellings.js'
import { UNIT_ROWS } from './table.js'
import type { UnitRow } from './unit-row.js'

/** What a spelling stands for. */
export type Meaning =
  | { readonly kind: 'row'; readonly row: UnitRow; readonly dimension: Dimension }
  | { readonly kind: 'expansion'; readonly text: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }

export type UnitIndex = {
  readonly exact: ReadonlyMap<string, Meaning>
  /** Lower-case spelling → the exact spellings that differ from it in case only. */
  readonly folded: ReadonlyMap<string, readonly string[]>
  readonly longest: number
}

const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map(
  Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺').map((c, i) => [c, '0123456789-+'.charAt(i)]),
)

/**
 * One spelling for the many ways a keyboard writes a unit: composed letters, plain spaces, `m³` and `m^3` as
 * `m3`, `10³` as `10^3`, one sign for the product, no space around an operator or before a bracket.
 */
export function normaliseUnitText(text: string): string {
  return text
    .replace(/(\d?)([⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+)/gu, (_, digit: string, power: string) => {
      const plain = Array.from(power)
        .map((c) => SUPERSCRIPTS.get(c) ?? c)
        .join('')
      return digit === '' ? plain : `${digit}^${plain}`
    })
    .normalize('NFKC')
    .replace(/[\s\u2060\ufeff]+/gu, ' ')
    .replace(/[µμ]/gu, 'u')
    .replace(/[˚º]/gu, '°')
    .replace(/[\u2212\u2010\u2011]/gu, '-')
    .replace(/[⁄∕÷]/gu, '/')
    .replace(/[*·⋅∙×•]/gu, '.')
    .replace(/([^\d^])\^(?=[-+]?\d)/gu, '$1')
    .replace(/ ?([/^]) ?/gu, '$1')
    .replace(/ ?\. ?(?!\d)/gu, '.')
    .replace(/ (?=\()/gu, '')
    .replace(/\( | (?=\))/gu, (s) => s.trim())
    .trim()
}

function buildIndex(): UnitIndex {
  const exact = new Map<string, Meaning>()
  const put = (name: string, meaning: Meaning): void => {
    const key = normaliseUnitText(name)
    if (!exact.has(key)) exact.set(key, meaning)
  }
  for (const row of UNIT_ROWS) {
    const meaning: Meaning = { kind: 'row', row, dimension: parseDimension(row.dimension) ?? NO_DIMENSION }
    for (const name of [row.text, ...row.en, ...row.vi]) put(name, meaning)
  }
  for (const [name, text] of EXPANSIONS) put(name, { kind: 'expansion', text })
  for (const { code } of CURRENCIES) {
    put(`k${code}`, { kind: 'expansion', text: `thousand-${code}` })
    put(`M${code}`, { kind: 'expansion', text: `million-${code}` })
  }
  for (const [name, candidates] of AMBIGUOUS_NAMES) put(name, { kind: 'ambiguous', candidates })
  const folded = new Map<string, string[]>()
  for (const name of exact.keys()) {
    const key = name.toLowerCase()
    folded.set(key, [...(folded.get(key) ?? []), name])
  }
  return { exact, folded, longest: Math.max(...Array.from(exact.keys()).map((name) => name.length)) }
}

let built: UnitIndex | undefined

/** The index of the table; built at the first use, because most commands need no unit. */
export function unitIndex(): UnitIndex {
  built ??= buildIndex()
  return built
}

/** Multiplier words, longest first. */
export const MULTIPLIER_WORDS: readonly {
  readonly word: string
  readonly text: string
  readonly value: number
}[] = MULTIPLIERS.flatMap(({ text, value, words }) =>
  words.map((word) => ({ word: word.normalize('NFKC'), text, value })),
).sort((a, b) => b.word.length - a.word.length)

/** Single letters that may change their case: nobody means tesla or henry on a factory sheet. */
const FREE_LETTERS: ReadonlySet<string> = new Set(['T', 'H'])

const canonical = (meaning: Meaning): string =>
  meaning.kind === 'row'
    ? meaning.row.text
    : meaning.kind === 'expansion'
      ? meaning.text
      : meaning.candidates.join('|')

/** `m` is a thousandth and `M` a million: a name with such a prefix is never read in the other case. */
function changesPrefix(written: string, name: string, meaning: Meaning): boolean {
  const prefix = meaning.kind === 'row' ? meaning.row.prefix : undefined
  return (prefix === 'm' || prefix === 'M') && written.charAt(0) !== name.charAt(0)
}

/** What a spelling means, first as it stands, then in another case where only one meaning is left. */
export function meaningOf(written: string): Meaning | undefined {
  const { exact, folded } = unitIndex()
  const meaning = exact.get(written)
  if (meaning !== undefined) return meaning
  if (written.length === 1 && !FREE_LETTERS.has(written)) return undefined
  // `tr` is a million, not a ton of refrigeration.
  if (MULTIPLIER_WORDS.some(({ word }) => word === written.toLowerCase())) return undefined
  const names = folded.get(written.toLowerCase()) ?? []
  const meanings = new Map(
    names.flatMap((name) => {
      const found = exact.get(name)
      return found === undefined ? [] : [[canonical(found), { name, found }] as const]
    }),
  )
  if (meanings.size > 1)
    return { kind: 'ambiguous', candidates: Array.from(meanings.keys()).flatMap((text) => text.split('|')) }
  const only = Array.from(meanings.values())[0]
  return only === undefined || changesPrefix(written, only.name, only.found) ? undefined : only.found
}
