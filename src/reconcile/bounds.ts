import type { LinearProblem, Variable } from './linear-problem.js'
import type { BoundsReport } from './reconciliation.js'
import { multipliersOf, sdAt, valueAt, type Estimate } from './estimate.js'
import { express } from './structure.js'

export type Bounded = { readonly estimate: Estimate; readonly bounds: BoundsReport }

/** A variable kept at one of its bounds as if that were its exact value. */
export type Held = { readonly id: string; readonly at: number; readonly side: 'lower' | 'upper' }

type Limits = { readonly lower: number; readonly upper: number }

/** The problem with some variables held by equations of their own, after all others. */
export function holding(problem: LinearProblem, held: readonly Held[]): LinearProblem {
  const holds = held.map(({ id, at }) => ({ id, terms: [{ variable: id, coefficient: 1 }], rhs: at }))
  return { ...problem, equations: [...problem.equations, ...holds] }
}

function valueOf(solved: Estimate, id: string): number | null {
  const expression = express(solved.structure, [{ variable: id, coefficient: 1 }])
  return expression === null ? null : valueAt(solved, expression)
}

function sdOf(solved: Estimate, id: string): number {
  const expression = express(solved.structure, [{ variable: id, coefficient: 1 }])
  return expression === null ? 0 : sdAt(solved, expression)
}

/** Largest term of the equations a variable stands in, in the unit of that variable. */
function scaleOf(solved: Estimate, id: string): number {
  const { structure } = solved
  const own = structure.indexOf.get(id) as number
  let scale = 0
  for (const { row } of structure.equations) {
    const coefficient = row.get(own)?.value
    if (coefficient === undefined) continue
    for (const [column, { value }] of row) {
      const variable = structure.variables[column]
      if (variable === undefined) continue
      const size = Math.max(Math.abs(valueOf(solved, variable.id) ?? 0), variable.sd)
      scale = Math.max(scale, Math.abs(value / coefficient) * size)
    }
  }
  return scale
}

// Beyond a bound by less than this share of its balance is rounding.
const BEYOND = 1e-9

/** Variables beyond a bound, the farthest in deviations first. */
function violations(solved: Estimate, bounded: ReadonlyMap<string, Limits>): Held[] {
  const found = [...bounded].flatMap(([id, { lower, upper }]) => {
    const value = valueOf(solved, id)
    if (value === null || (value >= lower && value <= upper)) return []
    const held: Held = value < lower ? { id, at: lower, side: 'lower' } : { id, at: upper, side: 'upper' }
    const excess = Math.abs(value - held.at)
    if (excess <= BEYOND * scaleOf(solved, id)) return []
    const sd = sdOf(solved, id)
    return [{ held, depth: sd > 0 ? excess / sd : Infinity }]
  })
  const deepest = Math.max(...found.map(({ depth }) => depth))
  const first = found.find(({ depth }) => depth >= deepest * (1 - BEYOND))
  const rest = found.filter((one) => one !== first).map(({ held }) => held)
  return first === undefined ? rest : [first.held, ...rest]
}

/** Held variables, and those that must be at a bound because others are. */
function atBounds(solved: Estimate, unbounded: Estimate, bounded: ReadonlyMap<string, Limits>): string[] {
  if (solved === unbounded) return []
  const uncertain = (at: Estimate, id: string): boolean => {
    const expression = express(at.structure, [{ variable: id, coefficient: 1 }])
    return [...(expression?.keys() ?? [])].some(
      (column) => at.structure.variables[column]?.kind === 'measured',
    )
  }
  return [...bounded].flatMap(([id, { lower, upper }]) => {
    const value = valueOf(solved, id)
    const there = value !== null && (value === lower || value === upper)
    return there && !uncertain(solved, id) && uncertain(unbounded, id) ? [id] : []
  })
}

/** Held variables that the data would rather see inside. */
function releasable(solved: Estimate, held: readonly Held[]): Held[] {
  const multipliers = multipliersOf(solved)
  const offset = multipliers.length - held.length
  const size = Math.max(0, ...multipliers.map(Math.abs))
  return held.filter(({ side }, k) => {
    const pull = multipliers[offset + k] as number
    return (side === 'lower' ? pull : -pull) > BEYOND * size
  })
}

function limitsOf(variables: readonly Variable[], unbounded: Estimate): Map<string, Limits> {
  const { indexOf, variables: known } = unbounded.structure
  return new Map(
    variables.flatMap(({ id, lower = -Infinity, upper = Infinity }) => {
      const free = known[indexOf.get(id) as number]?.kind !== 'exact'
      return free && (lower > -Infinity || upper < Infinity) ? [[id, { lower, upper }] as const] : []
    }),
  )
}

/**
 * Active set for bounded variables: hold the one farthest out at its bound, let go whom the data pull inside, until
 * nothing changes. Once a set comes back, one change at a time by lowest index (Murty's rule), which cannot cycle.
 * `solve` gives the estimate with some variables held by equations after all others.
 */
export function withBounds(work: {
  readonly variables: readonly Variable[]
  readonly unbounded: Estimate
  readonly solve: (held: readonly Held[]) => Estimate
}): Bounded {
  const { unbounded } = work
  const bounded = limitsOf(work.variables, unbounded)
  const order = [...bounded.keys()]
  const unmet: string[] = []
  const visited = new Set<string>([JSON.stringify([])])
  let cautious = false
  let held: Held[] = []
  let current = unbounded
  for (let round = 0; round < 50 + 10 * bounded.size; round++) {
    const fixed = new Set([...held.map(({ id }) => id), ...unmet])
    const out = violations(current, new Map([...bounded].filter(([id]) => !fixed.has(id))))
    const inward = releasable(current, held)
    const all = [...inward, ...out]
    const change = cautious
      ? all.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))[0]
      : (inward[0] ?? out[0])
    if (change === undefined) break
    const next = held.includes(change) ? held.filter((one) => one !== change) : [...held, change]
    const solved = work.solve(next)
    if (solved.structure.conflicts.length > unbounded.structure.conflicts.length) {
      unmet.push(change.id)
      continue
    }
    held = next
    current = solved
    const key = JSON.stringify(held.map(({ id, side }) => `${side} ${id}`).toSorted())
    cautious ||= visited.has(key)
    visited.add(key)
  }
  return { estimate: current, bounds: { active: atBounds(current, unbounded, bounded), unmet } }
}
