import type { Unit } from '../model/unit.js'
import { parseUnit } from '../units/index.js'
import type { Place } from './ast.js'
import { problem, type Problem } from './problem.js'

export type Token = Place &
  (
    | { readonly kind: 'number'; readonly value: number; readonly unit?: Unit }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'word'; readonly word: string }
    | { readonly kind: 'sign'; readonly sign: string }
    | { readonly kind: 'end' }
  )

const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*/y
const SIGN = /<=|>=|==|!=|[-+*/^()<>,]/y
const SPACE = /[ \t\r\n]+/y
/** ` /yr` of `50 /yr`: a space before the stroke and none behind it. */
const PER_UNIT = /\/[\p{L}][\p{L}\p{N}]*(?![\p{L}\p{N}_.(])/uy
const OPERATOR_WORD = /(?:and|or)(?![A-Za-z0-9_.])/y

/** Cuts a formula into words, numbers with their units, texts and signs. Ends with an `end` token. */
export function tokens(text: string): readonly Token[] | Problem {
  const found: Token[] = []
  let at = 0
  while (at < text.length) {
    const space = match(SPACE, text, at)
    if (space !== undefined) {
      at += space.length
      continue
    }
    const token = tokenAt(text, at)
    if ('problem' in token) return token
    found.push(token)
    at += token.length
  }
  return [...found, { kind: 'end', start: text.length, length: 0 }]
}

function tokenAt(text: string, start: number): Token | Problem {
  const number = match(NUMBER, text, start)
  if (number !== undefined) return numberAt(text, start, number)
  const word = match(WORD, text, start)
  if (word !== undefined) return { kind: 'word', word, start, length: word.length }
  const sign = match(SIGN, text, start)
  if (sign !== undefined) return { kind: 'sign', sign, start, length: sign.length }
  if (text[start] === '"') return textAt(text, start)
  const found = String.fromCodePoint(text.codePointAt(start) ?? 0)
  return problem('unknown-sign', { start, length: found.length }, { found })
}

function textAt(text: string, start: number): Token | Problem {
  const end = text.indexOf('"', start + 1)
  if (end < 0) return problem('open-text', { start, length: text.length - start })
  return { kind: 'text', value: text.slice(start + 1, end), start, length: end + 1 - start }
}

/** A number, and the unit that follows it at once or after one space. */
function numberAt(text: string, start: number, number: string): Token | Problem {
  const value = Number(number)
  if (!Number.isFinite(value))
    return problem('number-size', { start, length: number.length }, { found: number })
  const after = start + number.length
  const from = text[after] === ' ' ? after + 1 : after
  const end = match(OPERATOR_WORD, text, from) === undefined ? unitEnd(text, from) : from
  const perUnit = match(PER_UNIT, text, from)
  if (perUnit !== undefined && from > after) {
    const parsed = parseUnit(`1${perUnit}`)
    const length = from + perUnit.length - start
    if ('unit' in parsed) return { kind: 'number', value, unit: parsed.unit, start, length }
  }
  if (end === from) return { kind: 'number', value, start, length: number.length }
  const written = text.slice(from, end)
  const parsed = parseUnit(written)
  if ('problem' in parsed)
    return problem('unknown-unit', { start: from, length: end - from }, { found: written })
  return { kind: 'number', value, unit: parsed.unit, start, length: end - start }
}

/**
 * Where a unit that begins at `from` ends: before a space, an operator or a parenthesis that it did not open.
 * `/` belongs to it only when a unit goes on right behind it; inside its parentheses `*` and spaces do too.
 */
function unitEnd(text: string, from: number): number {
  if (!/[\p{L}%‰°\p{Sc}]/u.test(text.charAt(from))) return from
  let depth = 0
  let at = from
  for (; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '(') depth++
    else if (sign === ')') {
      if (depth === 0) break
      depth--
    } else if (!belongs(text, at, depth)) break
  }
  return at
}

function belongs(text: string, at: number, depth: number): boolean {
  const sign = text.charAt(at)
  const next = text.charAt(at + 1)
  if (/[\p{L}\p{N}%‰°\p{Sc}._·]/u.test(sign)) return true
  if (sign === '/') return depth > 0 || /[\p{L}(%\p{Sc}]/u.test(next)
  if (sign === '*') return depth > 0
  if (sign === '^') return /[-\d]/.test(next)
  if (sign === '-') return /[\d]/.test(next) && text.charAt(at - 1) === '^'
  return depth > 0 && sign === ' '
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
