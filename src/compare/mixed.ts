import { CAUSES, type Cause } from '../model/comparison.js'
import type { Figure } from '../model/figure.js'
import { compileFigure, evaluate, type Typed } from '../formula/index.js'
import { convert, parseUnit } from '../units/index.js'
import { causeOf, isLeaf, type Side } from './causes.js'

/** Which causes are taken from the newer audit, as a bit mask over `CAUSES`. */
export type State = number

export function stateOf(...causes: readonly Cause[]): State {
  return causes.reduce((state, cause) => state | (1 << CAUSES.indexOf(cause)), 0)
}

/** Values of results in which some causes are those of the newer audit and the others those of the older. */
export type Mixed = {
  /** The value in the unit of the newer audit, or of the only one that has the figure; `null` where there is none. */
  readonly value: (id: string, state: State) => number | null
  /** The causes that can move this figure at all. */
  readonly causes: (id: string) => readonly Cause[]
}

/**
 * Evaluates the formulas of two audits over a mixture of their values. A flow that only one of them has is zero in
 * the other: there it was not part of the factory. Sums are taken over the terms of both; any other formula that
 * differs is the method, and is taken whole from one of them.
 */
export function mixAudits(old: Side, now: Side): Mixed {
  const values = new Map<string, number | null>()
  const compiled = new Map<Figure, Typed>()
  const behind = new Map<string, ReadonlySet<Cause>>()

  const value = (id: string, state: State): number | null => {
    const key = `${state} ${id}`
    const known = values.get(key)
    if (known !== undefined) return known
    const computed = isLeaf(id, old, now) ? leaf(id, state) : derived(id, state)
    values.set(key, computed)
    return computed
  }

  const has = (state: State, cause: Cause): boolean => (state & stateOf(cause)) !== 0

  const leaf = (id: string, state: State): number | null => {
    const a = old.figures.get(id)
    const b = now.figures.get(id)
    if (a !== undefined && b !== undefined) {
      return has(state, causeOf(id, old, now)) ? b.value : inUnitOf(a, b)
    }
    const only = a ?? b
    if (only === undefined) return null
    const flows = old.flows.has(id) || now.flows.has(id)
    if (!flows) return only.value
    return has(state, 'activity') === (b !== undefined) ? only.value : 0
  }

  const derived = (id: string, state: State): number | null => {
    const a = old.figures.get(id)
    const b = now.figures.get(id)
    if (a !== undefined && b !== undefined && isSum(a) && isSum(b)) return sumOfBoth(a, b, state)
    const from = (has(state, 'method') ? b : a) ?? b ?? a
    if (from === undefined) return null
    const result = compute(from, from === a ? old : now, state)
    return result === null || b === undefined || from === b ? result : inUnit(result, from.unit, b.unit)
  }

  const sumOfBoth = (a: Figure, b: Figure, state: State): number | null => {
    const terms = [...new Set([...Object.values(b.uses ?? {}), ...Object.values(a.uses ?? {})])]
    let sum = 0
    for (const term of terms) {
      const unit = (now.figures.get(term) ?? old.figures.get(term))?.unit ?? b.unit
      const part = value(term, state)
      const converted = part === null ? null : inUnit(part, unit, b.unit)
      if (converted === null) return null
      sum += converted
    }
    return sum
  }

  /** The formula of one audit over mixed values, each brought to the unit that this audit has it in. */
  const compute = (figure: Figure, side: Side, state: State): number | null => {
    const typed = compiled.get(figure) ?? compileFigure(figure, side.figures)
    compiled.set(figure, typed)
    const result = evaluate(typed, (name) => {
      const used = figure.uses?.[name] ?? ''
      const mixed = value(used, state)
      const unit = (now.figures.get(used) ?? old.figures.get(used))?.unit ?? ''
      return mixed === null ? null : inUnit(mixed, unit, side.figures.get(used)?.unit ?? unit)
    })
    return typeof result.value === 'number' ? result.value : null
  }

  const causes = (id: string): ReadonlySet<Cause> => {
    const known = behind.get(id)
    if (known !== undefined) return known
    const found = new Set<Cause>()
    behind.set(id, found)
    if (isLeaf(id, old, now)) found.add(causeOf(id, old, now))
    else {
      const a = old.figures.get(id)
      const b = now.figures.get(id)
      if (a?.formula !== b?.formula && !(a && b && isSum(a) && isSum(b))) found.add('method')
      const uses = [...Object.values(a?.uses ?? {}), ...Object.values(b?.uses ?? {})]
      for (const used of uses) for (const cause of causes(used)) found.add(cause)
    }
    return found
  }

  return { value, causes: (id) => CAUSES.filter((cause) => causes(id).has(cause)) }
}

function isSum(figure: Figure): boolean {
  return /^sum\(\w+(, \w+)*\)$/.test(figure.formula ?? '')
}

function inUnitOf(figure: Figure, target: Figure): number | null {
  return figure.value === null ? null : inUnit(figure.value, figure.unit, target.unit)
}

/** `null` where the two units do not measure the same. */
export function inUnit(value: number, from: string, to: string): number | null {
  if (from === to) return value
  const [a, b] = [parseUnit(from), parseUnit(to)]
  return 'unit' in a && 'unit' in b ? (convert(value, a.unit, b.unit) ?? null) : null
}
