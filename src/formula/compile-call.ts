import type { Dimension, Unit } from '../model/unit.js'
import { dimensionsEqual, multiplyDimensions, parseUnit, powerDimension } from '../units/index.js'
import { OFFERED, type OfferedFunction } from '../properties/offered.js'
import { CONSTANTS } from './constants.js'
import { ROW_FUNCTIONS } from './functions.js'
import { align, isProblem, numbers, plainNumber, spoken } from './align.js'
import { partsOf, type Ast } from './ast.js'
import { express, fromZero, isBareZero, measureOf, PLAIN, timesFactor } from './measure.js'
import type { Measure, Measured } from './measure.js'
import { problem, type Problem } from './problem.js'
import { typedCall, typedNumber, type Typed } from './typed.js'

type Call = Ast & { readonly kind: 'call' }
type Args = readonly Measured[]
type Rule = (call: Call, args: Args) => Measured | Problem

/** Units of a call, from those of its arguments. */
export function compileCall(call: Call, args: readonly (Measured | Problem)[]): Measured | Problem {
  if (ROW_FUNCTIONS.has(call.name)) return problem('rows-only', call, { name: call.name })
  const wrong = args.find(isProblem)
  if (wrong) return wrong
  if (repeatsTooOften(call)) return problem('too-deep', call, { limit: MOST_REPEATING })
  const offered = OFFERED.get(call.name)
  const rule = offered === undefined ? RULES.get(call.name) : offeredRule(offered)
  if (!rule) throw new Error(`the function "${call.name}" has no rule for its units`)
  if (call.name === 'if') return rule(call, args as Args)
  const given = numbers(args, call.args, call.name)
  return isProblem(given) ? given : rule(call, given)
}

/** Functions whose spreadsheet form writes an argument more than once: in one another they would swell it. */
const REPEATING = new Set(['irr', 'discounted_payback', 'rank'])
const MOST_REPEATING = 3

function repeatsTooOften(call: Call): boolean {
  const levels = (ast: Ast): number => {
    let most = 0
    for (const part of partsOf(ast)) most = Math.max(most, levels(part))
    return ast.kind === 'call' && REPEATING.has(ast.name) ? most + 1 : most
  }
  return REPEATING.has(call.name) && levels(call) > MOST_REPEATING
}

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['if', choice],
  ['min', aligned],
  ['max', aligned],
  ['sum', (call, args) => aligned(call, args.length > 1 ? args.map(fromZero) : args)],
  [
    'abs',
    (call, [of]) => ({
      ...fromZero(of as Measured),
      typed: typedCall(call.name, fromZero(of as Measured).typed),
    }),
  ],
  ['sqrt', squareRoot],
  ['exp', ofPlain],
  ['ln', ofPlain],
  ['log10', ofPlain],
  ['sin', ofPlain],
  ['cos', ofPlain],
  ['tan', ofPlain],
  ['asin', ofPlain],
  ['acos', ofPlain],
  ['atan', ofPlain],
  ['floor', ofCount],
  ['ceil', ofCount],
  ['pi', () => ({ ...PLAIN, sort: 'number', typed: typedCall('pi') })],
  ...[...CONSTANTS].map(([name, { value, unit }]): [string, Rule] => [
    name,
    () => ({ ...measureOf(knownUnit(unit)), sort: 'number', typed: typedNumber(value) }),
  ]),
  ['rank', ranked],
  ['crf', (call, [rate, years]) => money(call, ['rate', 'years'], [rate, years], { time: -1 })],
  ['npv', (call, args) => money(call, ['rate', 'years', 'yearly', 'invest'], args, 'invest')],
  [
    'irr',
    (call, args) => {
      const roles = ['years', 'yearly', 'invest', 'salvage'] as const
      return money(call, roles.slice(0, args.length), args, {})
    },
  ],
  ['payback', (call, args) => money(call, ['invest', 'yearly'], args, { time: 1 })],
  [
    'discounted_payback',
    (call, args) => money(call, ['rate', 'years', 'invest', 'yearly'], args, { time: 1 }),
  ],
])

function choice(call: Call, [condition, yes, no]: Args): Measured | Problem {
  const [conditionAst, yesAst, noAst] = call.args as [Ast, Ast, Ast]
  if (!condition || !yes || !no || condition.sort !== 'truth') {
    const found = spoken(condition?.sort ?? 'text')
    return problem('needs-sort', conditionAst, { op: 'if', expected: spoken('truth'), found })
  }
  const branches = align([yes, no], [yesAst, noAst], 'if')
  if (isProblem(branches)) return branches
  return { ...branches, typed: typedCall('if', condition.typed, ...branches.typed) }
}

function aligned(call: Call, args: Args): Measured | Problem {
  const all = align(args, call.args, call.name)
  return isProblem(all) ? all : { ...all, typed: typedCall(call.name, ...all.typed) }
}

function ranked(call: Call, args: Args): Measured | Problem {
  const all = aligned(call, args)
  return isProblem(all) ? all : { ...PLAIN, sort: 'number', typed: all.typed }
}

function squareRoot(_call: Call, [of]: Args): Measured {
  const value = fromZero(of as Measured)
  const { scale, dimension } = value
  const typed = typedCall('sqrt', value.typed)
  return {
    sort: 'number',
    dimension: powerDimension(dimension, 0.5),
    scale: Math.sqrt(scale),
    offset: 0,
    typed,
  }
}

function ofPlain(call: Call, [of]: Args): Measured | Problem {
  const plain = plainNumber(of as Measured, call.args[0] as Ast, call.name)
  return isProblem(plain) ? plain : { ...plain, typed: typedCall(call.name, plain.typed) }
}

const COUNTS = new Set(['item', 'person', 'batch'])

/** Rounding depends on the unit, so only plain numbers and counts can be rounded. */
function ofCount(call: Call, [of]: Args): Measured | Problem {
  const value = of as Measured
  if (Object.keys(value.dimension).some((base) => !COUNTS.has(base))) return ofPlain(call, [value])
  const typed = typedCall(call.name, timesFactor(value.typed, value.scale))
  return { sort: 'number', dimension: value.dimension, scale: 1, offset: 0, typed }
}

/** A property takes each value in the unit it names, and gives one in its own. */
function offeredRule(offered: OfferedFunction): Rule {
  return (call, args) => {
    const typed: Typed[] = []
    for (const [index, [, text]] of offered.takes.entries()) {
      const [value, target] = [args[index] as Measured, measureOf(knownUnit(text))]
      if (!isBareZero(value) && !dimensionsEqual(value.dimension, target.dimension)) {
        const facts = { op: call.name, expected: target.dimension, found: value.dimension }
        return problem('needs-dimension', call.args[index] as Ast, facts)
      }
      if (value.difference) return problem('difference-as-point', call.args[index] as Ast, { unit: text })
      typed.push(express(value, target))
    }
    return {
      ...measureOf(knownUnit(offered.unit)),
      sort: 'number',
      typed: typedCall(call.name, ...typed),
    }
  }
}

type Role = 'rate' | 'years' | 'yearly' | 'invest' | 'salvage'

const YEAR: Dimension = { time: 1 }

function knownUnit(text: string): Unit {
  const parsed = parseUnit(text)
  if ('problem' in parsed) throw new Error(`the unit "${text}" is not in the table of units`)
  return parsed.unit
}

function year(): Unit {
  return knownUnit('yr')
}

/**
 * The functions of money: the rate a plain number per year, life in years, the yearly saving in money per year.
 * All money comes in the unit of the investment; times come out in years.
 */
function money(
  call: Call,
  roles: readonly Role[],
  args: readonly (Measured | undefined)[],
  gives: Dimension | 'invest',
): Measured | Problem {
  const years = year()
  const place = roles.indexOf('invest')
  const invest = place < 0 ? undefined : moneyOf(roles, args)
  const typed: Typed[] = []
  for (const [index, role] of roles.entries()) {
    const value = fromZero(args[index] as Measured)
    const target = targetOf(role, years, invest)
    const zero = value.typed.kind === 'number' && value.typed.value === 0
    if (!zero && !dimensionsEqual(value.dimension, target.dimension)) {
      const facts = { op: call.name, expected: target.dimension, found: value.dimension }
      return problem('needs-dimension', call.args[index] as Ast, facts)
    }
    typed.push(zero ? typedNumber(0) : express(value, target))
  }
  const made = { sort: 'number' as const, offset: 0, typed: typedCall(call.name, ...typed) }
  if (gives === 'invest') return { ...made, dimension: invest?.dimension ?? {}, scale: invest?.scale ?? 1 }
  return { ...made, dimension: gives, scale: years.scale ** (gives.time ?? 0) }
}

/** What the investment is measured in; where it is a bare 0, what the yearly saving makes in a year. */
function moneyOf(roles: readonly Role[], args: readonly (Measured | undefined)[]): Measure {
  const invest = args[roles.indexOf('invest')] as Measured
  if (invest.typed.kind !== 'number' || invest.typed.value !== 0) return fromZero(invest)
  const yearly = fromZero(args[roles.indexOf('yearly')] as Measured)
  return {
    dimension: multiplyDimensions(yearly.dimension, YEAR),
    scale: yearly.scale * year().scale,
    offset: 0,
  }
}

function targetOf(role: Role, years: Unit, invest: Measure | undefined): Measure {
  if (role === 'rate') return PLAIN
  if (role === 'years') return { dimension: YEAR, scale: years.scale, offset: 0 }
  const { dimension, scale } = invest ?? PLAIN
  if (role === 'invest' || role === 'salvage') return { dimension, scale, offset: 0 }
  return { dimension: multiplyDimensions(dimension, { time: -1 }), scale: scale / years.scale, offset: 0 }
}
