import type { Unit } from '../model/unit.js'
import { suggestUnits } from './suggest-units.js'
import type { UnitProblem } from './unit-problem.js'
import { divideQuotients, multiplyQuotients, powerQuotient } from './unit-factors.js'
import type { Factor, Quotient } from './unit-factors.js'
import { meaningOf, MULTIPLIER_WORDS, unitIndex } from './unit-index.js'
import type { Meaning } from './unit-index.js'

export type CustomUnits = ReadonlyMap<string, Unit>

/** A factor that may still be a point on a scale; `difference` is the unit of its steps. */
export type PointFactor = Factor & { readonly offset?: number; readonly difference?: string }

type Fault = Omit<UnitProblem, 'written'>
type Read<T> = { readonly value: T; readonly next: number } | { readonly fault: Fault }

/** What the reader of one unit text needs at every step. */
type Source = { readonly text: string; readonly custom: CustomUnits; readonly depth: number }

const ONE: Quotient = { above: [], below: [] }
const MAX_DEPTH = 4
const MAX_POWER = 9

const fault = (
  kind: Fault['kind'],
  part: string,
  suggestions: readonly string[] = [],
): { readonly fault: Fault } => ({
  fault: { kind, part, suggestions },
})

/** Whether a name may end before position `end`: `t` does not end inside `tonne`, `t-x` or `t(wet)`. */
function endsName(text: string, end: number): boolean {
  const after = text.slice(end, end + 2)
  if (after === '') return true
  const last = text.charAt(end - 1)
  if (/^\p{M}/u.test(after) || /[\uD800-\uDBFF]/.test(last)) return false
  if (/[\p{L}\p{Sc}]/u.test(last)) return !/^(?:[\p{L}_(]|-\p{L})/u.test(after)
  return !/\d/.test(last) || !/^[\p{L}\p{N}_(]/u.test(after)
}

type Named = {
  readonly meaning: Meaning | { readonly kind: 'custom'; readonly unit: Unit }
  readonly length: number
}

/** The longest known name at a position; a name of the user's own goes first. */
function longestName({ text, custom }: Source, at: number): Named | undefined {
  const most = Math.min(text.length - at, Math.max(unitIndex().longest, 40))
  for (let length = most; length > 0; length -= 1) {
    if (!endsName(text, at + length)) continue
    const name = text.slice(at, at + length)
    // `kg/cm2` is a gauge's word for kgf/cm2; behind another factor it is a mass over an area.
    if (name.includes('/') && /[\w.*·²³]/.test(text.charAt(at - 1))) continue
    const unit = custom.get(name)
    if (unit !== undefined) return { meaning: { kind: 'custom', unit }, length }
    const meaning = name === 'M' && /^[23]/.test(text.slice(at + 1)) ? meaningOf('m') : meaningOf(name)
    if (meaning !== undefined) return { meaning, length }
  }
  return undefined
}

function readPower(text: string, at: number): Read<number> {
  const found = /^[-+]?\d+/.exec(text.slice(at, at + 6))?.[0]
  if (found === undefined) return { value: 1, next: at }
  const power = Number(found)
  return power === 0 || Math.abs(power) > MAX_POWER
    ? fault('syntax', found)
    : { value: power, next: at + found.length }
}

const isFault = <T>(read: Read<T>): read is { readonly fault: Fault } => 'fault' in read

/** The unknown word at a position, as far as the next operator. */
function unknownAt({ text, custom }: Source, at: number): { readonly fault: Fault } {
  const run = /^[^\s/.]+/u.exec(text.slice(at))?.[0] ?? text.slice(at, at + 1)
  const word = run.length > 1 && !run.includes('(') ? run.replace(/\)+$/, '') : run
  if (/^[()^/.]*$/.test(word)) return fault('syntax', word === '' ? text : word)
  const plain = word.replace(/[\d)]+$/, '')
  return fault('unknown', word, suggestUnits(plain === '' ? word : plain, custom.keys()))
}

function factorsOf(source: Source, { meaning, length }: Named, at: number): Read<Quotient> {
  const next = at + length
  const written = source.text.slice(at, next)
  if (meaning.kind === 'ambiguous') return fault('ambiguous', written, meaning.candidates)
  if (meaning.kind === 'expansion') {
    const inner = readQuotient({ text: meaning.text, custom: new Map(), depth: source.depth + 1 }, 0)
    return isFault(inner) ? inner : { value: inner.value, next }
  }
  const factor: PointFactor =
    meaning.kind === 'custom'
      ? { name: written, power: 1, dimension: meaning.unit.dimension, scale: meaning.unit.scale }
      : {
          name: meaning.row.text,
          power: 1,
          dimension: meaning.dimension,
          scale: meaning.row.scale,
          ...(meaning.row.difference === undefined
            ? {}
            : { offset: meaning.row.offset, difference: meaning.row.difference }),
        }
  return { value: { above: [factor], below: [] }, next }
}

/** A name with its power: `m3`, `s-1`, `(kg K)`, `(m/s)2`. */
function readNamed(source: Source, at: number): Read<Quotient> {
  const bracket = source.text.charAt(at) === '('
  const named = bracket ? undefined : longestName(source, at)
  if (!bracket && named === undefined) return unknownAt(source, at)
  const base = named === undefined ? readBracket(source, at) : factorsOf(source, named, at)
  if (isFault(base)) return base
  const power = readPower(source.text, base.next)
  if (isFault(power)) return power
  const raised = powerQuotient(base.value, power.value)
  // A canonical name that ends in a digit (`Nm3`, custom `box24`) could not be read back with a power after it.
  const digit =
    power.value !== 1 && [...base.value.above, ...base.value.below].some((f) => /\d$/.test(f.name))
  const tooHigh = raised !== undefined && [...raised.above, ...raised.below].some((f) => f.power > MAX_POWER)
  if (raised === undefined || digit || tooHigh) return fault('syntax', source.text.slice(at, power.next))
  return { value: raised, next: power.next }
}

function readBracket(source: Source, at: number): Read<Quotient> {
  if (source.depth >= MAX_DEPTH) return fault('syntax', source.text.slice(at))
  const inner = readQuotient({ ...source, depth: source.depth + 1 }, at + 1)
  if (isFault(inner)) return inner
  if (source.text.charAt(inner.next) !== ')') return fault('syntax', source.text.slice(at))
  return { value: inner.value, next: inner.next + 1 }
}

const COUNT = /^(\d{1,3}(?: \d{3})+(?!\d)|\d+)(\.\d+)?(?:\^(\d{1,2})(?!\d))?/

type Count = { readonly text: string; readonly value: number; readonly next: number }

/** The number or the word that multiplies a name: `1000 pcs`, `10^6 kcal`, `triệu đồng`. */
function readCount(source: Source, at: number): Count | undefined {
  const rest = source.text.slice(at)
  const digits = COUNT.exec(rest)
  if (digits !== null) {
    const base = Number(`${(digits[1] ?? '').replaceAll(' ', '')}${digits[2] ?? ''}`)
    const value = base ** Number(digits[3] ?? 1)
    const next = at + digits[0].length
    return {
      text: value === 1 ? '' : `${value} `,
      value,
      next: source.text.charAt(next) === ' ' ? next + 1 : next,
    }
  }
  const lower = rest.slice(0, 12).toLowerCase()
  const found = MULTIPLIER_WORDS.find(
    ({ word }) => lower.startsWith(word) && (word.endsWith('.') || /^[ -]/.test(rest.slice(word.length))),
  )
  // `TR.` is a ton of refrigeration times something, `tr.` a million.
  const named = longestName(source, at)?.length ?? 0
  if (found === undefined || named >= found.word.replace('.', '').length) return undefined
  const next = at + found.word.length + (found.word.endsWith('.') ? 0 : 1)
  return {
    text: `${found.text}-`,
    value: found.value,
    next: source.text.charAt(next) === ' ' ? next + 1 : next,
  }
}

function readOperand(source: Source, at: number): Read<Quotient> {
  const count = readCount(source, at)
  if (count === undefined) return readNamed(source, at)
  const { text } = source
  if (count.value === 1 && (count.next === text.length || /[/.)]/.test(text.charAt(count.next)))) {
    return { value: ONE, next: count.next }
  }
  if (!(count.value <= 1e15 && count.value >= 1e-6) || text.charAt(count.next) === '(') {
    return fault('syntax', text.slice(at, count.next).trim())
  }
  const named =
    count.next < text.length ? readNamed(source, count.next) : fault('syntax', text.slice(at).trim())
  if (isFault(named) || count.text === '') return named
  const [first, ...others] = named.value.above
  if (first === undefined || others.length > 0 || named.value.below.length > 0) {
    return fault('syntax', text.slice(at, named.next))
  }
  return {
    value: { above: [{ ...first, count: { text: count.text, value: count.value } }], below: [] },
    next: named.next,
  }
}

/** The operator at a position; a blank is a product inside brackets, as in `kJ/(kg K)`. */
function readOperator(
  { text, depth }: Source,
  at: number,
): { readonly sign: '.' | '/'; readonly next: number } | undefined {
  const found = /^ ?([./]) ?/.exec(text.slice(at, at + 3))
  if (found !== null) return { sign: found[1] === '/' ? '/' : '.', next: at + found[0].length }
  return depth > 0 && /^ [^)]/.test(text.slice(at, at + 2)) ? { sign: '.', next: at + 1 } : undefined
}

/** What follows a name without an operator: a unit that lacks one (`kJ/kg K`), or a word nobody knows. */
function strayAt(source: Source, at: number): { readonly fault: Fault } {
  const next = source.text.charAt(at) === ' ' ? at + 1 : at
  const named = longestName(source, next)
  if (named === undefined || named.meaning.kind === 'ambiguous') return unknownAt(source, next)
  return fault('syntax', source.text.slice(next, next + named.length))
}

/** Reads a quotient of products from a position up to the end or a closing bracket. */
export function readQuotient(source: Source, at: number): Read<Quotient> {
  const leading = source.text.charAt(at) === '/'
  let sum: Read<Quotient> = leading ? { value: ONE, next: at } : readOperand(source, at)
  let divided = false
  while (!isFault(sum) && sum.next < source.text.length && source.text.charAt(sum.next) !== ')') {
    const operator = readOperator(source, sum.next)
    if (operator === undefined) return strayAt(source, sum.next)
    // `kJ/kg.K` is read one way by some and the other way by others.
    if (divided && operator.sign === '.') return fault('syntax', source.text.slice(at))
    divided = operator.sign === '/' || divided
    const operand = readOperand(source, operator.next)
    if (isFault(operand)) return operand
    const join = operator.sign === '/' ? divideQuotients : multiplyQuotients
    sum = { value: join(sum.value, operand.value), next: operand.next }
  }
  return sum
}
