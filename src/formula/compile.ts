import type { Unit } from '../model/unit.js'
import { dimensionsEqual, multiplyDimensions, powerDimension } from '../units/index.js'
import { align, isProblem, needNumber, numbers, plainNumber, spoken } from './align.js'
import { needs, type Ast } from './ast.js'
import { compileCall } from './compile-call.js'
import { express, fromZero, isDimensionless, measureOf, PLAIN, timesFactor } from './measure.js'
import type { Measured, Sort } from './measure.js'
import { problem, type Problem } from './problem.js'
import { arithmetic, typedNumber, type Typed } from './typed.js'

/** What a name stands for: a number in a unit, a text out of a list, or true/false. */
export type NameType = Unit | 'text' | 'truth'

/** Every name a formula may use. A map, so that no name reaches into the host language. */
export type Names = ReadonlyMap<string, NameType>

export type Compiled = {
  readonly typed: Typed
  readonly sort: 'number' | 'truth'
  /** Dimension of the result; that of `result` when one was asked for. */
  readonly dimension: Unit['dimension']
  readonly scale: number
}

/**
 * Settles the units of a formula and proves its dimensions. With `result` the value comes out in that unit, or
 * must be true/false; without, it comes out in whatever the units of the names make, see `scale`. The same formula
 * over the same units gives the same (remembered) answer.
 */
export function compile(ast: Ast, names: Names, result?: Unit | 'truth'): Compiled | Problem {
  const known = seen.get(ast) ?? { reads: needs(ast), answers: [] }
  const types = [result, ...known.reads.map((name) => names.get(name))]
  const before = known.answers.find((answer) => answer.types.every((type, index) => type === types[index]))
  if (before !== undefined) return before.compiled
  const compiled = compileWhole(ast, names, result)
  if (known.answers.length < REMEMBERED) known.answers.push({ types, compiled })
  seen.set(ast, known)
  return compiled
}

type Answer = { readonly types: readonly (NameType | undefined)[]; readonly compiled: Compiled | Problem }

/** An audit compiles the same few hundred formulas when it chooses, computes and writes: each is compiled once. */
const seen = new WeakMap<Ast, { readonly reads: readonly string[]; readonly answers: Answer[] }>()
const REMEMBERED = 40

function compileWhole(ast: Ast, names: Names, result?: Unit | 'truth'): Compiled | Problem {
  const value = compileNode(ast, names)
  if (isProblem(value)) return value
  const wanted: Sort = result === 'truth' ? 'truth' : result || value.sort === 'text' ? 'number' : value.sort
  if (value.sort !== wanted) {
    return problem('result', ast, { found: spoken(value.sort), expected: spoken(wanted) })
  }
  if (value.sort === 'truth') return { typed: value.typed, sort: 'truth', ...PLAIN }
  if (!result || result === 'truth') return { ...fromZero(value), sort: 'number' }
  return inUnit(ast, value, result)
}

function inUnit(ast: Ast, value: Measured, unit: Unit): Compiled | Problem {
  const { dimension, scale, offset } = unit
  const bareZero = value.typed.kind === 'number' && value.typed.value === 0 && isDimensionless(value)
  if (bareZero && offset === 0) return { typed: value.typed, sort: 'number', dimension, scale }
  if (!dimensionsEqual(value.dimension, dimension)) {
    return problem('result', ast, { found: value.dimension, expected: dimension, unit: unit.text })
  }
  if (value.difference && offset !== 0) return problem('difference-as-point', ast, { unit: unit.text })
  return { typed: express(value, measureOf(unit)), sort: 'number', dimension, scale }
}

/** One node and all below it. */
export function compileNode(ast: Ast, names: Names): Measured | Problem {
  switch (ast.kind) {
    case 'number':
      return literal(ast.value, ast.unit)
    case 'text':
    case 'truth':
      return { ...PLAIN, sort: ast.kind, typed: withoutPlace(ast) }
    case 'name':
      return named(ast, names)
    case 'negate': {
      const of = needNumber(compileNode(ast.of, names), ast.of, '-')
      return isProblem(of) ? of : negated(fromZero(of))
    }
    case 'not': {
      const of = needTruth(compileNode(ast.of, names), ast.of, 'not')
      return isProblem(of) ? of : { ...of, typed: { kind: 'not', of: of.typed } }
    }
    case 'arithmetic':
      return compileArithmetic(ast, names)
    case 'compare':
      return compileComparison(ast, names)
    case 'logic':
      return compileLogic(ast, names)
    case 'call':
      return compileCall(
        ast,
        ast.args.map((arg) => compileNode(arg, names)),
      )
  }
}

function withoutPlace(ast: Ast & { readonly kind: 'text' | 'truth' }): Typed {
  return ast.kind === 'text' ? { kind: 'text', value: ast.value } : { kind: 'truth', value: ast.value }
}

/** Percent and other units without dimension are plain numbers at once: 6 % is 0.06. */
function literal(value: number, unit: Unit | undefined): Measured {
  const measured: Measured = {
    ...(unit ? measureOf(unit) : PLAIN),
    sort: 'number',
    typed: typedNumber(value),
  }
  if (!isDimensionless(measured)) return measured
  return { ...PLAIN, sort: 'number', typed: timesFactor(measured.typed, measured.scale) }
}

function named(ast: Ast & { readonly kind: 'name' }, names: Names): Measured | Problem {
  const type = names.get(ast.name)
  if (type === undefined) return problem('unknown-name', ast, { name: ast.name })
  const typed: Typed = { kind: 'name', name: ast.name }
  return typeof type === 'string'
    ? { ...PLAIN, sort: type, typed }
    : { ...measureOf(type), sort: 'number', typed }
}

function negated(value: Measured): Measured {
  const { typed } = value
  return {
    ...value,
    typed: typed.kind === 'number' ? typedNumber(-typed.value) : { kind: 'negate', of: typed },
  }
}

function needTruth(value: Measured | Problem, ast: Ast, op: string): Measured | Problem {
  if (isProblem(value) || value.sort === 'truth') return value
  return problem('needs-sort', ast, { op, expected: spoken('truth'), found: spoken(value.sort) })
}

function compileLogic(ast: Ast & { readonly kind: 'logic' }, names: Names): Measured | Problem {
  const left = needTruth(compileNode(ast.left, names), ast.left, ast.op)
  if (isProblem(left)) return left
  const right = needTruth(compileNode(ast.right, names), ast.right, ast.op)
  if (isProblem(right)) return right
  return { ...left, typed: { kind: 'logic', op: ast.op, left: left.typed, right: right.typed } }
}

function compileComparison(ast: Ast & { readonly kind: 'compare' }, names: Names): Measured | Problem {
  const { op } = ast
  const left = compileNode(ast.left, names)
  if (isProblem(left)) return left
  const right = compileNode(ast.right, names)
  if (isProblem(right)) return right
  const aligned = align([left, right], [ast.left, ast.right], op)
  if (isProblem(aligned)) return aligned
  if (left.sort !== 'number' && op !== '==' && op !== '!=') {
    return problem('needs-sort', ast, { op, expected: spoken('number'), found: spoken(left.sort) })
  }
  const [first = left.typed, second = right.typed] = aligned.typed
  return { ...PLAIN, sort: 'truth', typed: { kind: 'compare', op, left: first, right: second } }
}

function compileArithmetic(ast: Ast & { readonly kind: 'arithmetic' }, names: Names): Measured | Problem {
  const sides = numbers(
    [compileNode(ast.left, names), compileNode(ast.right, names)],
    [ast.left, ast.right],
    ast.op,
  )
  if (isProblem(sides)) return sides
  const [left, right] = sides as [Measured, Measured]
  if (ast.op === '+' || ast.op === '-') return sumOf(ast, left, right)
  if (ast.op === '^') return power(ast, fromZero(left), fromZero(right))
  return product(ast.op, fromZero(left), fromZero(right))
}

function product(op: '*' | '/', left: Measured, right: Measured): Measured {
  const sign = op === '*' ? 1 : -1
  const difference =
    (left.difference && isDimensionless(right)) || (right.difference && isDimensionless(left))
  return {
    sort: 'number',
    typed: withoutOnes(op, left.typed, right.typed),
    dimension: multiplyDimensions(left.dimension, powerDimension(right.dimension, sign)),
    scale: op === '*' ? left.scale * right.scale : left.scale / right.scale,
    offset: 0,
    ...(difference && { difference }),
  }
}

/** `x / (1 K)` only takes a unit off: in the tree there is nothing to do. */
function withoutOnes(op: '*' | '/', left: Typed, right: Typed): Typed {
  if (right.kind === 'number' && right.value === 1) return left
  return op === '*' && left.kind === 'number' && left.value === 1 ? right : arithmetic(op, left, right)
}

/**
 * Points on a scale: point − point is a difference, point ± difference is a point; two points that are added
 * are counted from zero first.
 */
function sumOf(
  ast: Ast & { readonly kind: 'arithmetic' },
  left: Measured,
  right: Measured,
): Measured | Problem {
  const { op } = ast
  const twoPoints = left.offset !== 0 && right.offset !== 0
  if (twoPoints && op === '-') return pointDifference(ast, left, right)
  const onePoint = (left.offset !== 0) !== (right.offset !== 0)
  const keeps = onePoint && (op === '+' || left.offset !== 0)
  const offset = keeps ? left.offset + right.offset : 0
  const terms = keeps
    ? [left, right].map((side) => ({ ...side, offset: 0 }))
    : [fromZero(left), fromZero(right)]
  const point = right.offset !== 0 && keeps ? right : undefined
  const aligned = align(terms, [ast.left, ast.right], op, point && { ...point, offset: 0 })
  if (isProblem(aligned)) return aligned
  const [first = left.typed, second = right.typed] = aligned.typed
  const { difference: _, ...measure } = aligned
  const difference = !keeps && (left.difference || right.difference)
  return {
    ...measure,
    sort: 'number',
    offset,
    ...(difference && { difference }),
    typed: arithmetic(op as '+' | '-', first, second),
  }
}

function pointDifference(
  ast: Ast & { readonly kind: 'arithmetic' },
  left: Measured,
  right: Measured,
): Measured | Problem {
  const aligned = align([left, right], [ast.left, ast.right], '-')
  if (isProblem(aligned)) return aligned
  const [first = left.typed, second = right.typed] = aligned.typed
  const { dimension, scale } = left
  return {
    sort: 'number',
    dimension,
    scale,
    offset: 0,
    difference: true,
    typed: arithmetic('-', first, second),
  }
}

function power(
  ast: Ast & { readonly kind: 'arithmetic' },
  base: Measured,
  exponent: Measured,
): Measured | Problem {
  const plain = plainNumber(exponent, ast.right, '^')
  if (isProblem(plain)) return plain
  if (isDimensionless(base)) {
    const typed = arithmetic('^', timesFactor(base.typed, base.scale), plain.typed)
    return { ...PLAIN, sort: 'number', typed }
  }
  if (plain.typed.kind !== 'number') return problem('exponent-not-constant', ast.right)
  const by = plain.typed.value
  return {
    sort: 'number',
    typed: arithmetic('^', base.typed, plain.typed),
    dimension: powerDimension(base.dimension, by),
    scale: base.scale ** by,
    offset: 0,
  }
}
