import type { ArithmeticOperator, Comparison } from './ast.js'
import { OFFERED } from '../properties/offered.js'
import { crf, discountedPayback, irr, npv, payback, type NoValue } from './money.js'
import type { Typed } from './typed.js'

export type { NoValue } from './money.js'

/** A value that a name can have; `null` is unknown, which is not zero and not false. */
export type Value = number | string | boolean | null

/** What a name stands for, in the unit the formula was compiled with. */
export type Environment = (name: string) => Value

export type Evaluated = {
  readonly value: number | boolean | null
  /** Names without which there is no value; empty when there is one. */
  readonly lacks: readonly string[]
  /** Why there is no value although every name has one. */
  readonly reason?: NoValue
}

type Inner = { readonly value: Value; readonly lacks: readonly string[]; readonly reason?: NoValue }

/**
 * Computes a compiled formula. Unknowns follow three-valued logic: `false and unknown` is false, `true or
 * unknown` is true, `if` needs only the branch it takes; all other operations with an unknown are unknown. What
 * arithmetic cannot say (division by zero, a root of a negative number, an overflow) is `null` with a reason.
 */
export function evaluate(typed: Typed, env: Environment): Evaluated {
  const { value, lacks, reason } = inner(typed, env)
  if (typeof value === 'string') throw new Error('the formula gives a text')
  const result = typeof value === 'number' ? value + 0 : value
  return { value: result, lacks: result === null ? lacks : [], ...(reason && { reason }) }
}

function known(value: Value): Inner {
  return { value, lacks: [] }
}

function none(reason: NoValue): Inner {
  return { value: null, lacks: [], reason }
}

/** Unknown because of all the parts that are. */
function unknown(parts: readonly Inner[]): Inner {
  const missing = parts.filter((part) => part.value === null)
  const lacks = [...new Set(missing.flatMap((part) => part.lacks))]
  const reason = lacks.length === 0 ? missing.find((part) => part.reason)?.reason : undefined
  return { value: null, lacks, ...(reason && { reason }) }
}

function finite(value: number): Inner {
  if (Number.isFinite(value)) return known(value)
  return none(Number.isNaN(value) ? 'outside-domain' : 'too-large')
}

function inner(typed: Typed, env: Environment): Inner {
  switch (typed.kind) {
    case 'number':
    case 'text':
    case 'truth':
      return known(typed.value)
    case 'name':
      return nameValue(typed.name, env)
    case 'known':
      return known(typed.names.every((name) => nameValue(name, env).value !== null))
    case 'negate':
      return one(inner(typed.of, env), (value) => known(-(value as number)))
    case 'not':
      return one(inner(typed.of, env), (value) => known(!value))
    case 'arithmetic':
      return two(inner(typed.left, env), inner(typed.right, env), (a, b) =>
        arithmetic(typed.op, a as number, b as number),
      )
    case 'compare':
      return two(inner(typed.left, env), inner(typed.right, env), (a, b) => known(compare(typed.op, a, b)))
    case 'logic':
      return logic(typed.op === 'or', inner(typed.left, env), () => inner(typed.right, env))
    case 'call':
      return call(typed.name, typed.args, env)
  }
}

function nameValue(name: string, env: Environment): Inner {
  const value = env(name)
  const usable = value !== null && !(typeof value === 'number' && !Number.isFinite(value))
  return usable ? known(value) : { value: null, lacks: [name] }
}

function one(part: Inner, then: (value: NonNullable<Value>) => Inner): Inner {
  return part.value === null ? part : then(part.value)
}

function two(a: Inner, b: Inner, then: (a: NonNullable<Value>, b: NonNullable<Value>) => Inner): Inner {
  return a.value === null || b.value === null ? unknown([a, b]) : then(a.value, b.value)
}

function arithmetic(op: ArithmeticOperator, a: number, b: number): Inner {
  switch (op) {
    case '+':
      return finite(a + b)
    case '-':
      return finite(a - b)
    case '*':
      return finite(a * b)
    case '/':
      return b === 0 ? none('division-by-zero') : finite(a / b)
    case '^':
      // 0^0 has no value in a spreadsheet; the engine must say the same.
      if (a === 0 && b <= 0) return none(b === 0 ? 'outside-domain' : 'division-by-zero')
      return finite(a ** b)
  }
}

function compare(op: Comparison, a: NonNullable<Value>, b: NonNullable<Value>): boolean {
  switch (op) {
    case '<':
      return a < b
    case '>':
      return a > b
    case '<=':
      return a <= b
    case '>=':
      return a >= b
    case '==':
      return a === b
    case '!=':
      return a !== b
  }
}

/** `decisive` is the value that settles it alone: true for `or`, false for `and`. */
function logic(decisive: boolean, left: Inner, evaluateRight: () => Inner): Inner {
  if (left.value === decisive) return left
  const right = evaluateRight()
  if (right.value === decisive) return right
  return left.value === null || right.value === null ? unknown([left, right]) : known(!decisive)
}

function call(name: string, args: readonly Typed[], env: Environment): Inner {
  if (name === 'if') return choose(args, env)
  const values = args.map((arg) => inner(arg, env))
  if (name === 'rank') return rank(values)
  if (values.some((part) => part.value === null)) return unknown(values)
  const compute = OFFERED.get(name)?.compute ?? COMPUTE.get(name)
  if (!compute) throw new Error(`the function "${name}" cannot be computed`)
  const result = compute(...values.map((part) => part.value as number))
  return typeof result === 'number' ? finite(result) : none(result ?? 'outside-domain')
}

function choose([condition, yes, no]: readonly Typed[], env: Environment): Inner {
  if (!condition || !yes || !no) throw new Error('"if" needs three values')
  return one(inner(condition, env), (truth) => inner(truth ? yes : no, env))
}

/** 1 for the largest, equal ranks for equal values; what has no value is not in the list, as in a spreadsheet. */
function rank([of, ...list]: readonly Inner[]): Inner {
  if (!of || of.value === null) return of ?? none('outside-domain')
  const value = of.value as number
  return known(1 + list.filter((other) => other.value !== null && (other.value as number) > value).length)
}

const COMPUTE: ReadonlyMap<string, (...values: number[]) => number | NoValue> = new Map<
  string,
  (...values: number[]) => number | NoValue
>([
  ['min', (...values) => values.reduce((least, value) => Math.min(least, value))],
  ['max', (...values) => values.reduce((most, value) => Math.max(most, value))],
  ['sum', (...values) => values.reduce((sum, value) => sum + value)],
  ['abs', (value = NaN) => Math.abs(value)],
  ['sqrt', (value = NaN) => Math.sqrt(value)],
  ['exp', (value = NaN) => Math.exp(value)],
  ['ln', (value = NaN) => (value > 0 ? Math.log(value) : 'outside-domain')],
  ['log10', (value = NaN) => (value > 0 ? Math.log10(value) : 'outside-domain')],
  ['sin', (value = NaN) => Math.sin(value)],
  ['cos', (value = NaN) => Math.cos(value)],
  ['tan', (value = NaN) => Math.tan(value)],
  ['asin', (value = NaN) => Math.asin(value)],
  ['acos', (value = NaN) => Math.acos(value)],
  ['atan', (value = NaN) => Math.atan(value)],
  ['floor', (value = NaN) => Math.floor(value)],
  ['ceil', (value = NaN) => Math.ceil(value)],
  ['pi', () => Math.PI],
  ['crf', (rate = NaN, years = NaN) => crf(rate, years)],
  ['npv', (rate = NaN, years = NaN, yearly = NaN, invest = NaN) => npv(rate, years, yearly, invest)],
  ['irr', (years = NaN, yearly = NaN, invest = NaN, salvage = 0) => irr(years, yearly, invest, salvage)],
  ['payback', (invest = NaN, yearly = NaN) => payback(invest, yearly)],
  [
    'discounted_payback',
    (rate = NaN, years = NaN, invest = NaN, yearly = NaN) => discountedPayback(rate, years, invest, yearly),
  ],
])
