import { OFFERED } from '../properties/offered.js'
import { arithmetic, logicParts, typedCall, typedNumber, typedParts, type Typed } from './typed.js'

/** What a cell shows that has no value. A text, so that nothing downstream can mistake it for a number. */
export const NO_VALUE = '–'

export type GuardOptions = {
  /** Names whose cell may be empty or show `–`. */
  readonly missing: (name: string) => boolean
  /** Also guard what a spreadsheet answers with an error of its own: division by zero, roots, logarithms. */
  readonly everything: boolean
}

/**
 * The formula wrapped so that it gives `–` exactly where the engine gives no value: one count of the names that
 * may be missing, then the conditions of its functions, then the formula itself.
 */
export function guard(typed: Typed, options: GuardOptions): Typed {
  const guarded = valueOf(typed, options)
  return levels(conditions(typed, options)).reduceRight<Typed>(
    (rest, level) => typedCall('if', level, rest, { kind: 'text', value: NO_VALUE }),
    guarded,
  )
}

type Logic = Typed & { readonly kind: 'logic' }

const TRUE: Typed = { kind: 'truth', value: true }
const FALSE: Typed = { kind: 'truth', value: false }

/** Levels of `and` in `or` in `and` … up to which a guard follows three-valued logic; its text doubles with each. */
const MOST_LOGIC_LEVELS = 4

/** Beyond those levels everything that logic reads has to be known. */
function isTangled(typed: Typed): boolean {
  const levelsOf = (node: Typed): number => {
    const parts = node.kind === 'logic' ? logicParts(node, node.op) : typedParts(node)
    let most = 0
    for (const part of parts) most = Math.max(most, levelsOf(part))
    return node.kind === 'logic' ? most + 1 : most
  }
  return levelsOf(typed) > MOST_LOGIC_LEVELS
}

/** Whether the formula may give `–` as it stands: it reads a name that may, or a function that may have no value. */
export function mayGiveNoValue(typed: Typed, missing: (name: string) => boolean): boolean {
  return conditions(typed, { missing, everything: false }).length > 0
}

/** The conditions for a value, in an order in which each can be computed when all before it hold. */
function conditions(typed: Typed, options: GuardOptions): readonly Typed[] {
  switch (typed.kind) {
    case 'name':
      return options.missing(typed.name) ? [{ kind: 'known', names: [typed.name] }] : []
    case 'logic':
      return logicConditions(typed, options)
    case 'call':
      return callConditions(typed.name, typed.args, options)
    default: {
      const found: Typed[] = []
      for (const part of typedParts(typed)) found.push(...conditions(part, options))
      return [...found, ...arithmeticConditions(typed, options)]
    }
  }
}

function arithmeticConditions(typed: Typed, options: GuardOptions): readonly Typed[] {
  if (typed.kind !== 'arithmetic' || !options.everything) return []
  const { op, left, right } = typed
  if (op === '/') return constant(right) ? [] : [test(valueOf(right, options), '!=', 0)]
  if (op !== '^' || (constant(left) && constant(right))) return []
  const base = valueOf(left, options)
  if (right.kind !== 'number') return [test(base, '>', 0)]
  if (Number.isInteger(right.value)) return right.value > 0 ? [] : [test(base, '!=', 0)]
  return [test(base, right.value > 0 ? '>=' : '>', 0)]
}

function constant(typed: Typed): boolean {
  return typed.kind === 'number' && typed.value !== 0
}

function test(left: Typed, op: '!=' | '>' | '>=', right: number | Typed): Typed {
  return { kind: 'compare', op, left, right: typeof right === 'number' ? typedNumber(right) : right }
}

/** Known when all parts are, or when one that is known settles it. */
function logicConditions(logic: Logic, options: GuardOptions): readonly Typed[] {
  const parts = logicParts(logic, logic.op).map((part) => ({ part, needed: conditions(part, options) }))
  const all = parts.flatMap(({ needed }) => needed)
  if (all.length === 0 || isTangled(logic)) return all
  const settled = parts.map(({ part, needed }) => {
    const value = valueOf(part, options)
    return allOf(needed, logic.op === 'or' ? value : { kind: 'not', of: value }, FALSE)
  })
  return [[allOf(all, TRUE, FALSE), ...settled].reduce(either)]
}

function callConditions(name: string, args: readonly Typed[], options: GuardOptions): readonly Typed[] {
  const [first, ...others] = args
  if (name === 'rank' && first) return conditions(first, options)
  if (name !== 'if') {
    return [
      ...args.flatMap((arg) => conditions(arg, options)),
      ...domain(
        name,
        args.map((arg) => valueOf(arg, options)),
        options,
      ),
    ]
  }
  const [yes = [], no = []] = others.map((branch) => conditions(branch, options))
  const choice = first as Typed
  const before = conditions(choice, options)
  if (yes.length === 0 && no.length === 0) return before
  return [...before, typedCall('if', valueOf(choice, options), truthOf(yes), truthOf(no))]
}

/** Where a function has a value. The first three may have none in ordinary use; the others only by mistake. */
function domain(name: string, args: readonly Typed[], { everything }: GuardOptions): readonly Typed[] {
  const [a, b, c, d] = args as [Typed, Typed, Typed, Typed]
  if (name === 'payback') return [test(b, '>', 0)]
  if (name === 'irr') return [...positive(a, b, c), ...(d === undefined ? [] : [test(d, '>=', 0)])]
  if (name === 'discounted_payback') {
    const worth = typedCall('npv', a, b, d, typedCall('max', typedNumber(0), c))
    return [...positive(b, d), test(worth, '>=', 0)]
  }
  if (!everything) return []
  const { range } = OFFERED.get(name) ?? {}
  if (range !== undefined) return [test(a, '>=', range[0]), test(typedNumber(range[1]), '>=', a)]
  if (name === 'sqrt') return [test(a, '>=', 0)]
  if (name === 'ln' || name === 'log10') return [test(a, '>', 0)]
  if (name === 'asin' || name === 'acos')
    return [test(arithmetic('-', typedNumber(1), typedCall('abs', a)), '>=', 0)]
  if (name === 'npv' || name === 'crf') return positive(b)
  return []
}

function positive(...args: readonly Typed[]): readonly Typed[] {
  return args.filter((arg) => !(arg.kind === 'number' && arg.value > 0)).map((arg) => test(arg, '>', 0))
}

/** The formula with its logic made safe for sides that are not known. */
function valueOf(typed: Typed, options: GuardOptions): Typed {
  switch (typed.kind) {
    case 'logic':
      return logicValue(typed, options)
    case 'negate':
    case 'not':
      return { ...typed, of: valueOf(typed.of, options) }
    case 'arithmetic':
    case 'compare':
      return { ...typed, left: valueOf(typed.left, options), right: valueOf(typed.right, options) }
    case 'call':
      return {
        ...typed,
        args:
          typed.name === 'rank'
            ? ranked(typed.args, options)
            : typed.args.map((arg) => valueOf(arg, options)),
      }
    default:
      return typed
  }
}

/** What is not known takes the place that changes nothing: true in `and`, false in `or`. */
function logicValue(logic: Logic, options: GuardOptions): Typed {
  const neutral = logic.op === 'and' ? TRUE : FALSE
  const tangled = isTangled(logic)
  const parts = logicParts(logic, logic.op).map((part) => {
    const value = valueOf(part, options)
    return tangled ? value : allOf(conditions(part, options), value, neutral)
  })
  return parts.reduce(logic.op === 'and' ? both : either)
}

/** What has no value is not in the list; a cell that shows `–` is left out by the spreadsheet itself. */
function ranked([of, ...list]: readonly Typed[], options: GuardOptions): readonly Typed[] {
  if (!of) return []
  const value = valueOf(of, options)
  if (list.every((arg) => arg.kind === 'name') && list.some((arg) => sameTyped(arg, of)))
    return [value, ...list]
  return [value, ...list.map((arg) => allOf(conditions(arg, options), valueOf(arg, options), value))]
}

/** `then` when all conditions hold one after the other, else `otherwise`. */
function allOf(needed: readonly Typed[], then: Typed, otherwise: Typed): Typed {
  return levels(needed).reduceRight<Typed>((rest, level) => {
    const truths = rest.kind === 'truth' && rest.value && otherwise.kind === 'truth' && !otherwise.value
    return truths ? level : typedCall('if', level, rest, otherwise)
  }, then)
}

function truthOf(needed: readonly Typed[]): Typed {
  return allOf(needed, TRUE, FALSE)
}

/** Conditions in as few steps as may be: all counts in one, then simple tests together, each other one after them. */
function levels(needed: readonly Typed[]): readonly Typed[] {
  const names = new Set(needed.flatMap((one) => (one.kind === 'known' ? one.names : [])))
  const steps: Typed[][] = [[]]
  for (const one of distinct(needed.filter((condition) => condition.kind !== 'known'))) {
    if (!isSimple(one) && steps.at(-1)?.length) steps.push([])
    steps.at(-1)?.push(one)
  }
  const [first = [], ...later] = steps
  const rest = later.map((step) => step.reduce(both))
  if (names.size === 0) return first.length > 0 ? [first.reduce(both), ...rest] : rest
  const known: Typed = { kind: 'known', names: [...names] }
  if (first.every(isHarmless)) return [[known, ...first].reduce(both), ...rest]
  return [known, first.reduce(both), ...rest]
}

/** A comparison of a cell with a number: no error in a spreadsheet even when the cell shows a text. */
function isHarmless(typed: Typed): boolean {
  return typed.kind === 'compare' && typed.left.kind === 'name' && typed.right.kind === 'number'
}

function both(left: Typed, right: Typed): Typed {
  return { kind: 'logic', op: 'and', left, right }
}

function either(left: Typed, right: Typed): Typed {
  return { kind: 'logic', op: 'or', left, right }
}

function distinct(list: readonly Typed[]): readonly Typed[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()]
}

const ALWAYS_COMPUTED = new Set('min max sum abs pi floor ceil npv sin cos tan atan'.split(' '))

/** Whether a test can be computed whenever its names are known. */
function isSimple(typed: Typed): boolean {
  if (typed.kind === 'arithmetic' && (typed.op === '/' || typed.op === '^') && !constant(typed.right))
    return false
  if (typed.kind === 'call' && !ALWAYS_COMPUTED.has(typed.name)) return false
  return typedParts(typed).every(isSimple)
}

export function sameTyped(a: Typed, b: Typed): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
