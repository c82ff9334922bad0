import type { Influence as InputInfluence } from '../model/calculated.js'
import type { Figure } from '../model/figure.js'
import { evaluate } from './evaluate.js'
import { firstOrder } from './first-order.js'
import { typedParts, type Typed } from './typed.js'

/**
 * What a figure has of the uncertainty of every input: id of the input → change of the figure, in its own unit, when
 * that input grows by one standard uncertainty. Inputs are taken as independent of each other; two figures are
 * correlated by the inputs that they share.
 */
export type Influence = ReadonlyMap<string, number>

type Get = (id: string) => Figure | undefined

const NONE: Influence = new Map()

/** Figures are never changed, and the stages hand them on as they are. */
const known = new WeakMap<Figure, Influence>()

/** The influences on a figure that a ledger holds. What no formula in this run made is an input of its own. */
export function influenceOn(figure: Figure): Influence {
  const made = known.get(figure)
  if (made !== undefined) return made
  const sd = figure.value === null ? 0 : (figure.sd ?? 0)
  return sd > 0 ? new Map([[figure.id, sd]]) : NONE
}

/** Standard uncertainties from a result to either end of its range: about 95 % of what may be. */
export const COVERAGE = 2

/** The inputs behind the uncertainty of a figure, the most important first; none where it has no uncertainty. */
export function influencesOn(figure: Figure): readonly InputInfluence[] {
  const { sd } = figure
  if (sd === undefined || !(sd > 0)) return []
  return [...influenceOn(figure)]
    .filter(([, moves]) => moves !== 0)
    .map(([input, moves]) => ({ input, share: (moves / sd) ** 2, moves }))
    .sort((a, b) => b.share - a.share)
}

/** Remembers how a figure came to its influences. */
export function rememberInfluence(figure: Figure, influence: Influence): Figure {
  known.set(figure, influence)
  return figure
}

/** Covariance of two figures; the variance where both are the same. */
export function covarianceOf(a: Influence, b: Influence): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [id, x] of few) sum += x * (many.get(id) ?? 0)
  return sum
}

/** Adds `factor × influence`. */
export function addInfluence<Key>(
  to: Map<Key, number>,
  influence: ReadonlyMap<Key, number>,
  factor: number,
): void {
  for (const [id, x] of influence) to.set(id, (to.get(id) ?? 0) + factor * x)
}

// What inputs leave of each other where they cancel, as in a balance that closes, is rounding.
const CANCELLED = 1e-8

/** One standard uncertainty; `undefined` where there is none. `size` is what the parts come to without cancelling. */
export function spreadOf(influence: Influence, size: number): number | undefined {
  const sd = Math.hypot(...influence.values())
  return Number.isFinite(sd) && sd > CANCELLED * size ? sd : undefined
}

// Small beside what bends a formula, large beside rounding; a power of two adds none.
const STEP = 1 / 128

/**
 * Influences on a formula to the first order: of what it adds up term by term, of each term by central differences of a
 * small part of a standard uncertainty. Names in `exact` hand nothing on; what is rounded does so as before rounding.
 * `size` is what the parts come to without cancelling.
 */
export function influenceThrough(
  typed: Typed,
  formula: { readonly uses: Readonly<Record<string, string>>; readonly exact?: readonly string[] },
  get: Get,
): { readonly influence: Influence; readonly size: number } {
  const { uses, exact = [] } = formula
  const sum = new Map<string, number>()
  let size = 0
  const add = (influence: Influence, sd: number, slope: number): void => {
    addInfluence(sum, influence, slope)
    size += Math.abs(slope) * sd
  }
  for (const { factor, typed: term } of termsOf(unrounded(typed))) {
    const ids = new Set(namesIn(term).flatMap((name) => (exact.includes(name) ? [] : (uses[name] ?? []))))
    for (const id of ids) {
      const figure = get(id)
      const influence = figure === undefined ? NONE : influenceOn(figure)
      const sd = Math.hypot(...influence.values())
      if (!(sd > 0)) continue
      const slope = term.kind === 'name' ? 1 : slopeOf(term, uses, get, { id, sd: sd * STEP })
      add(influence, sd, factor * slope)
    }
  }
  return { influence: sum, size }
}

/** A part of a sum, and what it is multiplied by. */
type Term = { readonly factor: number; readonly typed: Typed }

/** What a formula adds up: a sum over a thousand flows is not computed anew for each of them. */
function termsOf(typed: Typed): readonly Term[] {
  const terms: Term[] = []
  const visit = (part: Typed, factor: number): void => {
    if (part.kind === 'negate') visit(part.of, -factor)
    else if (part.kind === 'call' && part.name === 'sum') for (const arg of part.args) visit(arg, factor)
    else if (part.kind === 'arithmetic' && (part.op === '+' || part.op === '-')) {
      visit(part.left, factor)
      visit(part.right, part.op === '+' ? factor : -factor)
    } else if (part.kind === 'arithmetic' && part.op === '*' && part.right.kind === 'number')
      visit(part.left, factor * part.right.value)
    else if (part.kind === 'arithmetic' && part.op === '*' && part.left.kind === 'number')
      visit(part.right, factor * part.left.value)
    else if (part.kind === 'arithmetic' && part.op === '/' && part.right.kind === 'number')
      visit(part.left, factor / part.right.value)
    else terms.push({ factor, typed: part })
  }
  visit(typed, 1)
  return terms
}

function namesIn(typed: Typed): readonly string[] {
  return typed.kind === 'name' ? [typed.name] : typedParts(typed).flatMap(namesIn)
}

/** By how much a term moves per unit of one figure. */
function slopeOf(
  term: Typed,
  uses: Readonly<Record<string, string>>,
  get: Get,
  { id, sd }: { readonly id: string; readonly sd: number },
): number {
  const { contributions } = firstOrder([{ id, sd }], (_, shift) => shifted(term, uses, get, id, shift))
  return (contributions[0]?.part ?? NaN) / sd
}

const ROUNDING: ReadonlySet<string> = new Set(['floor', 'ceil'])

/** The formula before rounding: what is rounded has jumps, and no slope between them. */
function unrounded(typed: Typed): Typed {
  switch (typed.kind) {
    case 'negate':
      return { ...typed, of: unrounded(typed.of) }
    case 'arithmetic':
      return { ...typed, left: unrounded(typed.left), right: unrounded(typed.right) }
    case 'call': {
      const args = typed.args.map(unrounded)
      return ROUNDING.has(typed.name) ? (args[0] ?? typed) : { ...typed, args }
    }
    default:
      return typed
  }
}

function shifted(
  typed: Typed,
  uses: Readonly<Record<string, string>>,
  get: Get,
  id: string,
  shift: number,
): number | null {
  const { value } = evaluate(typed, (name) => {
    const figure = get(uses[name] ?? '')
    if (figure?.value == null) return null
    return figure.id === id ? figure.value + shift : figure.value
  })
  return typeof value === 'number' ? value : null
}
