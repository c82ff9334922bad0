import type { LinearProblem } from './linear-problem.js'
import type { BoundsReport } from './reconciliation.js'
import { estimate, multipliersOf, sdAt, valueAt, type Estimate } from './estimate.js'
import { express, structureOf } from './structure.js'

export type Bounded = { readonly estimate: Estimate; readonly bounds: BoundsReport }

/** The problem with some variables held at zero by equations of their own, after all others. */
function holding(problem: LinearProblem, held: readonly string[]): LinearProblem {
  const holds = held.map((id) => ({ id, terms: [{ variable: id, coefficient: 1 }], rhs: 0 }))
  return { ...problem, equations: [...problem.equations, ...holds] }
}

function solve(problem: LinearProblem, held: readonly string[]): Estimate {
  return estimate(structureOf(holding(problem, held)), problem.correlations)
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

// Below zero by less than this share of its balance is rounding, not a negative flow.
const NEGATIVE = 1e-9

/** Variables below zero, the most negative in deviations first. */
function negatives(solved: Estimate, bounded: readonly string[]): string[] {
  const found = bounded.flatMap((id) => {
    const value = valueOf(solved, id)
    if (value === null || value >= 0 || value >= -NEGATIVE * scaleOf(solved, id)) return []
    const sd = sdOf(solved, id)
    return [{ id, depth: sd > 0 ? value / sd : -Infinity }]
  })
  const deepest = Math.min(...found.map(({ depth }) => depth))
  const first = found.find(({ depth }) => depth <= deepest * (1 - NEGATIVE))
  const rest = found.filter((one) => one !== first).map(({ id }) => id)
  return first === undefined ? rest : [first.id, ...rest]
}

/** Held variables, and those that must be zero because others are held there. */
function atZero(solved: Estimate, unbounded: Estimate, bounded: readonly string[]): string[] {
  if (solved === unbounded) return []
  const uncertain = (at: Estimate, id: string): boolean => {
    const expression = express(at.structure, [{ variable: id, coefficient: 1 }])
    return [...(expression?.keys() ?? [])].some(
      (column) => at.structure.variables[column]?.kind === 'measured',
    )
  }
  return bounded.filter(
    (id) => valueOf(solved, id) === 0 && !uncertain(solved, id) && uncertain(unbounded, id),
  )
}

/** Held variables that the data would rather see above zero. */
function releasable(solved: Estimate, held: readonly string[]): string[] {
  const multipliers = multipliersOf(solved)
  const offset = multipliers.length - held.length
  const size = Math.max(0, ...multipliers.map(Math.abs))
  return held.filter((_, k) => (multipliers[offset + k] as number) > NEGATIVE * size)
}

/**
 * Active set for `nonNegative` variables: hold the most negative at zero, let go whom the data pull up, until nothing
 * changes. Once a set comes back, one change at a time by lowest index (Murty's rule), which cannot cycle.
 */
export function withBounds(problem: LinearProblem, unbounded: Estimate): Bounded {
  const { variables } = unbounded.structure
  const wanted = new Set(problem.variables.filter((v) => v.nonNegative === true).map((v) => v.id))
  const bounded = variables.filter(({ id, kind }) => wanted.has(id) && kind !== 'exact').map(({ id }) => id)
  const unmet: string[] = []
  const visited = new Set<string>([JSON.stringify([])])
  let cautious = false
  let held: string[] = []
  let current = unbounded
  for (let round = 0; round < 50 + 10 * bounded.length; round++) {
    const below = negatives(
      current,
      bounded.filter((id) => !held.includes(id) && !unmet.includes(id)),
    )
    const above = releasable(current, held)
    const changes = cautious
      ? bounded.filter((id) => below.includes(id) || above.includes(id)).slice(0, 1)
      : [above[0] ?? below[0]].filter((id) => id !== undefined)
    const [change] = changes
    if (change === undefined) break
    const next = held.includes(change) ? held.filter((id) => id !== change) : [...held, change]
    const solved = solve(problem, next)
    if (solved.structure.conflicts.length > unbounded.structure.conflicts.length) {
      unmet.push(change)
      continue
    }
    held = next
    current = solved
    const key = JSON.stringify(held.toSorted())
    cautious ||= visited.has(key)
    visited.add(key)
  }
  return { estimate: current, bounds: { active: atZero(current, unbounded, bounded), unmet } }
}
