import type { ArithmeticOperator, Ast, Comparison, Place } from './ast.js'
import { FUNCTIONS, RESERVED } from './functions.js'
import { problem, type Problem } from './problem.js'
import { tokens, type Token } from './tokens.js'

export type Parsed = { readonly ast: Ast } | Problem

// The sum over the flows of a large site is one formula.
const LONGEST = 200_000
const DEEPEST = 100
const MOST_TOKENS = 2_000
const REMEMBERED = 5_000

/** How strongly an operator binds, weakest first. `^` binds to the right, all others to the left. */
const STRENGTH: ReadonlyMap<string, number> = new Map([
  ['or', 1],
  ['and', 2],
  ['<', 4],
  ['>', 4],
  ['<=', 4],
  ['>=', 4],
  ['==', 4],
  ['!=', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['^', 8],
])
const STRENGTH_OF_NOT = 3
const STRENGTH_OF_COMPARISON = 4
const STRENGTH_OF_MINUS = 7

const seen = new Map<string, Parsed>()

/**
 * Reads a formula. The same text gives the same (remembered) answer; what cannot be read is a problem with its
 * place, never a throw. Formulas over 200 000 characters, 2 000 words and signs or 100 levels are refused; items of
 * a list do not count.
 */
export function parseFormula(text: string): Parsed {
  const known = seen.get(text)
  if (known) return known
  const parsed = parse(text)
  if (seen.size >= REMEMBERED) seen.clear()
  seen.set(text, parsed)
  return parsed
}

function parse(text: string): Parsed {
  if (text.length > LONGEST) {
    return problem('too-long', { start: 0, length: text.length }, { found: text.length, limit: LONGEST })
  }
  const all = tokens(text)
  if ('problem' in all) return all
  if (all.length === 1) return problem('empty', { start: 0, length: text.length })
  if (all.length - 2 * all.filter(isComma).length > MOST_TOKENS) {
    return problem('too-many-parts', { start: 0, length: text.length }, { limit: MOST_TOKENS })
  }
  const reader: Reader = { text, tokens: all, at: 0 }
  const read = expression(reader, 0, 0)
  if ('problem' in read) return read
  const rest = peek(reader)
  return rest.kind === 'end' ? { ast: read } : unexpected(reader, 'an operator or the end')
}

function isComma(token: Token): boolean {
  return token.kind === 'sign' && token.sign === ','
}

/** The one thing that moves while a formula is read: the place of the next token. */
type Reader = { readonly text: string; readonly tokens: readonly Token[]; at: number }

function peek(reader: Reader): Token {
  return reader.tokens[reader.at] ?? { kind: 'end', start: reader.text.length, length: 0 }
}

function isSign(token: Token, sign: string): boolean {
  return token.kind === 'sign' && token.sign === sign
}

function unexpected(reader: Reader, expected: string): Problem {
  const { start, length } = peek(reader)
  return problem('expected', { start, length }, { found: reader.text.slice(start, start + length), expected })
}

function operatorOf(token: Token): string | undefined {
  if (token.kind === 'sign') return STRENGTH.has(token.sign) ? token.sign : undefined
  return token.kind === 'word' && (token.word === 'and' || token.word === 'or') ? token.word : undefined
}

function expression(reader: Reader, weakest: number, depth: number): Ast | Problem {
  let left = operand(reader, depth)
  if ('problem' in left) return left
  for (let compared = false; ;) {
    const op = operatorOf(peek(reader))
    const strength = op === undefined ? -1 : (STRENGTH.get(op) ?? -1)
    if (op === undefined || strength <= weakest) return left
    if (strength === STRENGTH_OF_COMPARISON && compared) return problem('chained-comparison', peek(reader))
    compared = strength === STRENGTH_OF_COMPARISON
    reader.at++
    const right = expression(
      reader,
      op === '^' ? STRENGTH_OF_MINUS : strength,
      op === '^' ? depth + 1 : depth,
    )
    if ('problem' in right) return right
    left = join(op, left, right)
  }
}

function span(from: Place, to: Place): Place {
  return { start: from.start, length: to.start + to.length - from.start }
}

function join(op: string, left: Ast, right: Ast): Ast {
  const place = span(left, right)
  if (op === 'and' || op === 'or') return { kind: 'logic', op, left, right, ...place }
  const strength = STRENGTH.get(op)
  if (strength === STRENGTH_OF_COMPARISON)
    return { kind: 'compare', op: op as Comparison, left, right, ...place }
  return { kind: 'arithmetic', op: op as ArithmeticOperator, left, right, ...place }
}

function operand(reader: Reader, depth: number): Ast | Problem {
  const token = peek(reader)
  if (depth > DEEPEST) return problem('too-deep', token, { limit: DEEPEST })
  const { start, length } = token
  if (isSign(token, '-')) return prefixed(reader, 'negate', STRENGTH_OF_MINUS, depth)
  if (isSign(token, '(')) return inParentheses(reader, depth)
  if (token.kind === 'word') return wordOperand(reader, token.word, depth)
  if (token.kind === 'end' || token.kind === 'sign') return unexpected(reader, 'a value')
  reader.at++
  if (token.kind === 'text') return { kind: 'text', value: token.value, start, length }
  const { value, unit } = token
  return { kind: 'number', value, ...(unit && { unit }), start, length }
}

function prefixed(reader: Reader, kind: 'negate' | 'not', strength: number, depth: number): Ast | Problem {
  const sign = peek(reader)
  reader.at++
  const of = expression(reader, strength, depth + 1)
  return 'problem' in of ? of : { kind, of, ...span(sign, of) }
}

function inParentheses(reader: Reader, depth: number): Ast | Problem {
  const open = peek(reader)
  reader.at++
  const inner = expression(reader, 0, depth + 1)
  if ('problem' in inner) return inner
  if (!isSign(peek(reader), ')')) return unexpected(reader, '")"')
  const place = span(open, peek(reader))
  reader.at++
  return { ...inner, ...place }
}

function wordOperand(reader: Reader, word: string, depth: number): Ast | Problem {
  const place = peek(reader)
  const { start, length } = place
  if (word === 'not') return prefixed(reader, 'not', STRENGTH_OF_NOT, depth)
  if (word === 'and' || word === 'or') return unexpected(reader, 'a value')
  reader.at++
  if (isSign(peek(reader), '(')) return call(reader, word, place, depth)
  if (word === 'if') return unexpected(reader, '"("')
  if (!RESERVED.has(word)) return { kind: 'name', name: word, start, length }
  return { kind: 'truth', value: word !== 'false', start, length }
}

function call(reader: Reader, name: string, at: Place, depth: number): Ast | Problem {
  const spec = FUNCTIONS.get(name)
  if (!spec) return problem('unknown-function', at, { name, known: [...FUNCTIONS.keys()].join(', ') })
  reader.at++
  const args: Ast[] = []
  while (!isSign(peek(reader), ')')) {
    const arg = expression(reader, 0, depth + 1)
    if ('problem' in arg) return arg
    args.push(arg)
    if (!isSign(peek(reader), ',')) break
    reader.at++
    if (isSign(peek(reader), ')')) return unexpected(reader, 'a value')
  }
  if (!isSign(peek(reader), ')')) return unexpected(reader, '")"')
  const place = span(at, peek(reader))
  reader.at++
  const { least, most } = spec
  if (args.length >= least && args.length <= (most ?? Infinity)) return { kind: 'call', name, args, ...place }
  const expected = most === least ? String(least) : `at least ${least}`
  return problem('argument-count', place, { name, expected, found: args.length })
}
