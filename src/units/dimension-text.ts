import type { Dimension } from '../model/unit.js'
import { isCurrency } from './currencies.js'
import {
  cleanDimension,
  dimensionsEqual,
  divideDimensions,
  multiplyDimensions,
  NO_DIMENSION,
  powerDimension,
} from './dimension.js'
import { namedDimension, QUANTITY_KINDS } from './quantity-kinds.js'

/** `mass/time`, `energy/(area.time)`, `length3`, `money`, `EUR/volume`, `1`: a product of names with powers over another. */
const TERM = /^([a-z][a-z0-9-]*?|[A-Z]{3})\^?(\d)?$/

function parseProduct(text: string): Dimension | undefined {
  let product = NO_DIMENSION
  for (const part of text.split(/[.*]| /)) {
    if (part === '1') continue
    const term = TERM.exec(part)
    const name = namedDimension(part) ? part : term?.[1]
    if (name === undefined) return undefined
    const base = namedDimension(name) ?? (isCurrency(name) ? { [name]: 1 } : undefined)
    if (base === undefined) return undefined
    product = multiplyDimensions(product, powerDimension(base, name === part ? 1 : Number(term?.[2] ?? 1)))
  }
  return product
}

/** Patterns read before: schema and content name few, many times. */
const parsed = new Map<string, Dimension | undefined>()
const MOST_REMEMBERED = 1000

/** Reads the pattern of a `dimension` keyword; `undefined` when it names a quantity nobody declared. */
export function parseDimension(pattern: string): Dimension | undefined {
  if (pattern.length > 120) return undefined
  if (parsed.has(pattern)) return parsed.get(pattern)
  const dimension = parseQuotient(pattern)
  if (parsed.size < MOST_REMEMBERED) parsed.set(pattern, dimension)
  return dimension
}

function parseQuotient(pattern: string): Dimension | undefined {
  let result: Dimension | undefined
  for (const part of pattern.trim().split('/')) {
    const product = parseProduct(part.replace(/^\((.*)\)$/, '$1'))
    if (product === undefined) return undefined
    result = result === undefined ? product : divideDimensions(result, product)
  }
  return result
}

/** The same dimension with every currency called `money`. */
function withoutCurrency(dimension: Dimension): Dimension | undefined {
  const currencies = Object.keys(dimension).filter(isCurrency)
  if (currencies.length > 1) return undefined
  return cleanDimension(
    Object.entries(dimension).map(([base, p]) => [isCurrency(base) ? 'money' : base, p] as const),
  )
}

/** The currency of a price or an amount of money; `undefined` when there is none or more than one. */
export function currencyOf(dimension: Dimension): string | undefined {
  const currencies = Object.keys(dimension).filter(isCurrency)
  return currencies.length === 1 ? currencies[0] : undefined
}

/** Whether a unit measures what the pattern asks for. `|` separates alternatives: `mass/time|volume/time`. */
export function dimensionMatches(pattern: string, dimension: Dimension): boolean {
  const general = withoutCurrency(dimension)
  return pattern.split('|').some((alternative) => {
    const wanted = parseDimension(alternative)
    if (wanted === undefined) return false
    return dimensionsEqual(wanted, dimension) || (general !== undefined && dimensionsEqual(wanted, general))
  })
}

/** Whether a unit is one currency per another, as an exchange rate has it. */
export function isExchangeRate(dimension: Dimension): boolean {
  const bases = Object.entries(dimension)
  return (
    bases.length === 2 &&
    bases.every(([base]) => isCurrency(base)) &&
    bases.reduce((sum, [, p]) => sum + p, 0) === 0 &&
    bases.some(([, p]) => p === 1)
  )
}

type Named = { readonly name: string; readonly dimension: Dimension }

/** Kinds a pattern may name, but which read worse in print than the quotient they stand for. */
const QUOTIENTS: ReadonlySet<string> = new Set([
  'ratio',
  'money',
  'speed',
  'frequency',
  'force',
  'concentration',
  'density',
  'heating-value',
  'illuminance',
])

/** Names that may stand in a quotient, the printed name of each dimension only. */
function wordsFor(dimension: Dimension): readonly Named[] {
  const words: Named[] = []
  for (const kind of QUANTITY_KINDS) {
    if (QUOTIENTS.has(kind.name)) continue
    if (!words.some((w) => dimensionsEqual(w.dimension, kind.dimension))) words.push(kind)
  }
  for (const base of Object.keys(dimension)) {
    if (!words.some((w) => w.name === base)) words.push({ name: base, dimension: { [base]: 1 } })
  }
  return words
}

function raw(dimension: Dimension): string {
  const side = (sign: 1 | -1): string[] =>
    Object.entries(dimension)
      .filter(([, p]) => p * sign > 0)
      .map(([base, p]) => (p * sign === 1 ? base : `${base}${p * sign}`))
  const above = side(1)
  const below = side(-1)
  const over = below.length > 1 ? `(${below.join('.')})` : below.join('')
  return `${above.length > 0 ? above.join('.') : '1'}${over === '' ? '' : `/${over}`}`
}

/** Texts found before: the search below tries pairs of words, and formulas ask for few dimensions many times. */
const formatted = new Map<string, string>()

/** The words for a dimension: `mass/time`, `EUR/volume`, `energy/(area.time)`; `1` for a pure number. */
export function formatDimension(dimension: Dimension): string {
  const key = JSON.stringify(dimension)
  const known = formatted.get(key)
  if (known !== undefined) return known
  const text = inWords(dimension)
  if (formatted.size < MOST_REMEMBERED) formatted.set(key, text)
  return text
}

function inWords(dimension: Dimension): string {
  if (Object.keys(dimension).length === 0) return '1'
  const words = wordsFor(dimension)
  const named = words.find((w) => dimensionsEqual(w.dimension, dimension))
  if (named !== undefined) return named.name
  const find = (rest: Dimension): Named | undefined => words.find((w) => dimensionsEqual(w.dimension, rest))
  const inverse = find(powerDimension(dimension, -1))
  if (inverse !== undefined) return `1/${inverse.name}`
  for (const above of words) {
    const below = find(divideDimensions(above.dimension, dimension))
    if (below !== undefined) return `${above.name}/${below.name}`
  }
  for (const above of words) {
    for (const first of words) {
      const second = find(divideDimensions(divideDimensions(above.dimension, dimension), first.dimension))
      if (second !== undefined) return `${above.name}/(${first.name}.${second.name})`
    }
  }
  return raw(dimension)
}
