import type { Basis } from '../model/quantity.js'
import { BASIS_WORDS, basisOf } from './basis-words.js'
import { parseUnit } from './parse-unit.js'
import type { UnitOptions } from './parse-unit.js'
import { piece, PLUS_MINUS, refuse } from './quantity-text.js'
import type { Piece, Refused } from './quantity-text.js'
import { editDistance } from '../model/near-names.js'

type Bracket = { readonly basis?: Basis; readonly source?: string; readonly before: string }

/** The last bracket, when a blank or nothing but the number stands before it. */
function lastBracket(
  rest: string,
): { readonly open: number; readonly inner: string; readonly apart: boolean } | undefined {
  if (!rest.endsWith(')')) return undefined
  let depth = 0
  for (let i = rest.length - 1; i >= 0; i -= 1) {
    if (rest[i] === ')') depth += 1
    if (rest[i] === '(') depth -= 1
    if (depth === 0)
      return { open: i, inner: rest.slice(i + 1, -1), apart: i === 0 || /\s/.test(rest.charAt(i - 1)) }
  }
  return undefined
}

/** `5 t billed` or `5 t, billed`: the word is understood, but belongs in brackets. */
function bareBasis(written: string, rest: Piece): Refused | undefined {
  const words = /[\s,;]+(\p{L}+(?: \p{L}+)?)$/u.exec(rest.text) ?? /[\s,;]+(\p{L}+)$/u.exec(rest.text)
  const last = words?.[1]?.split(' ').at(-1) ?? ''
  const word = [words?.[1] ?? '', last].find((w) => w !== '' && basisOf(w) !== undefined)
  if (word === undefined) return undefined
  return refuse(
    'basis',
    written,
    { text: word, start: rest.start + rest.text.length - word.length },
    { expected: `(${word})` },
  )
}

/** Takes `(billed, EVN invoices 2024)` off the end. A bracket of the unit, `kJ/(kg K)` or `bar (g)`, stays. */
export function takeBasis(written: string, rest: Piece, options: UnitOptions): Bracket | Refused {
  const found = lastBracket(rest.text)
  if (found === undefined) return bareBasis(written, rest) ?? { before: rest.text }
  const [, word = '', source = ''] = /^([^,;:]*)(?:[,;:]\s*([^]*))?$/.exec(found.inner) ?? []
  const basis = basisOf(word)
  const before = rest.text.slice(0, found.open)
  if (basis !== undefined)
    return { before, basis, ...(source.trim() === '' ? {} : { source: source.trim() }) }
  const unitText = (rest.text.split(PLUS_MINUS)[0] ?? '').trim()
  const partOfUnit = !found.apart || (unitText !== '' && 'unit' in parseUnit(unitText, options))
  if (partOfUnit && found.open > 0) return { before: rest.text }
  const lower = word.normalize('NFC').trim().toLowerCase()
  const near =
    lower.length < 4 || lower.length > 30
      ? undefined
      : BASIS_WORDS.find((w) => editDistance(lower, w, 2) <= 2)
  const inner = piece(found.inner, rest.start + found.open + 1)
  const at =
    inner.text === '' ? piece(found.inner === '' ? '()' : `(${found.inner})`, rest.start + found.open) : inner
  return refuse('basis', written, at, { expected: near ?? 'measured' })
}
