import type { Equation, LinearProblem, Term } from './linear-problem.js'
import type { Classification, Conflict } from './reconciliation.js'
import { addMultiple, eliminate, entry, type Pivot, type Row } from './eliminate.js'
import { independentRows } from './independent-rows.js'

type Kind = 'measured' | 'exact' | 'unmeasured'

/** A variable of the problem as the solver sees it: what cannot be used as a measurement is unmeasured. */
export type SolverVariable = {
  readonly id: string
  readonly kind: Kind
  readonly value: number
  readonly sd: number
}

/**
 * The equations solved for as many unmeasured and then measured variables as possible. Columns 0…n−1 are the
 * variables, column n is the constant 1, column n+1+i says how much of equation i went into a row.
 */
export type Structure = {
  readonly variables: readonly SolverVariable[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Equations as rows, before elimination. */
  readonly equations: readonly { readonly id: string; readonly row: Row }[]
  readonly classification: readonly Classification[]
  /** Independent checks: rows over measured and exact variables only, in few each is solved for one measured variable. */
  readonly checks: readonly Row[]
  /** Column → the row solved for it. */
  readonly solved: ReadonlyMap<number, Row>
  readonly conflicts: readonly Conflict[]
  /** Variables that hang together with a contradiction of exact values. */
  readonly blocked: ReadonlySet<number>
  /** Equations that others imply, wholly or in part. */
  readonly implied: ReadonlySet<number>
}

function solverVariables(problem: LinearProblem): Map<string, SolverVariable> {
  const known = new Map<string, SolverVariable>()
  for (const { id, measured } of problem.variables) {
    if (known.has(id)) continue
    const usable = measured !== null && Number.isFinite(measured.value) && Number.isFinite(measured.sd)
    if (!usable || measured.sd < 0) known.set(id, { id, kind: 'unmeasured', value: 0, sd: 0 })
    else known.set(id, { id, kind: measured.sd === 0 ? 'exact' : 'measured', ...measured })
  }
  for (const equation of problem.equations) {
    for (const { variable: id } of equation.terms) {
      if (!known.has(id)) known.set(id, { id, kind: 'unmeasured', value: 0, sd: 0 })
    }
  }
  return known
}

function rowOf(terms: readonly Term[], constant: number, indexOf: ReadonlyMap<string, number>): Row {
  const row: Row = new Map()
  for (const { variable, coefficient } of terms) {
    const column = indexOf.get(variable)
    if (column === undefined || coefficient === 0) continue
    addMultiple(row, entry(coefficient), new Map([[column, entry(1)]]), -1)
  }
  if (constant !== 0) row.set(indexOf.size, entry(constant))
  return row
}

function isFiniteEquation({ terms, rhs }: Equation): boolean {
  return Number.isFinite(rhs) && terms.every((term) => Number.isFinite(term.coefficient))
}

/** Weights that make the choice of what to solve for independent of the unit of each variable. */
function columnWeights(rows: readonly Row[]): Map<number, number> {
  const largest = new Map<number, number>()
  for (const row of rows) {
    for (const [column, { value }] of row) {
      largest.set(column, Math.max(largest.get(column) ?? 0, Math.abs(value)))
    }
  }
  return new Map([...largest].map(([column, size]) => [column, 1 / size]))
}

/** Equations that share a variable which is not exact hang together: equation → smallest equation of its group. */
function groups(rows: readonly Row[], variables: readonly SolverVariable[]): number[] {
  const parent = rows.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at] as number
    parent[i] = at
    return at
  }
  const firstWith = new Map<number, number>()
  for (const [i, row] of rows.entries()) {
    for (const column of row.keys()) {
      if ((variables[column]?.kind ?? 'exact') === 'exact') continue
      const [a, b] = [root(i), root(firstWith.get(column) ?? i)]
      parent[Math.max(a, b)] = Math.min(a, b)
      firstWith.set(column, b)
    }
  }
  return rows.map((_, i) => root(i))
}

// Exact values agree when the rest of their sum is this small beside its terms.
const EXACT_TOLERANCE = 1e-9

function residualOf(row: Row, variables: readonly SolverVariable[]): { sum: number; size: number } {
  let sum = 0
  let size = 0
  for (const [column, { value }] of row) {
    if (column > variables.length) continue
    const product = value * (variables[column]?.value ?? 1)
    sum += product
    size += Math.abs(product)
  }
  return { sum, size }
}

function combinedIn(row: Row, n: number): number[] {
  return [...row.keys()]
    .filter((column) => column > n)
    .map((column) => column - n - 1)
    .toSorted((a, b) => a - b)
}

function conflictOf(row: Row, structure: Pick<Structure, 'variables' | 'equations'>): Conflict | null {
  const { variables, equations } = structure
  const { sum, size } = residualOf(row, variables)
  if (Math.abs(sum) <= EXACT_TOLERANCE * size) return null
  const used = combinedIn(row, variables.length)
  const exact = [...row.keys()].filter((column) => column < variables.length)
  // Without exact values the equations contradict each other; then all their variables are named.
  const all = used.flatMap((i) => [...(equations[i]?.row.keys() ?? [])]).filter((c) => c < variables.length)
  const columns = [...new Set(exact.length > 0 ? exact : all)].toSorted((a, b) => a - b)
  return {
    variables: columns.map((column) => (variables[column] as SolverVariable).id),
    equations: used.map((i) => (equations[i] as { id: string }).id),
    residual: sum,
  }
}

type Reduction = {
  /** Rows solved for an unmeasured variable. */
  readonly hidden: readonly Pivot[]
  /** Checks that are solved for a measured one. */
  readonly solved: readonly Pivot[]
  readonly checks: readonly Row[]
  /** Rows over exact variables only. */
  readonly rest: readonly Row[]
}

/** Up to this many checks are solved for a measured variable each: exact to the last digits, but not sparse. */
const MOST_SOLVED = 250

function reduce(originals: readonly Row[], variables: readonly SolverVariable[]): Reduction {
  const n = variables.length
  const rows = originals.map((row, i): Row => new Map(row).set(n + 1 + i, entry(1)))
  const weights = columnWeights(originals)
  const weightOf = (kind: Kind, column: number): number =>
    variables[column]?.kind === kind ? (weights.get(column) ?? 0) : 0
  const first = eliminate(rows, rows, (column) => weightOf('unmeasured', column))
  if (first.rest.length > MOST_SOLVED) {
    const split = independentRows(first.rest, (column) => weightOf('measured', column))
    return { hidden: first.pivots, solved: [], ...split }
  }
  // Solving for the least certain measurement keeps the numbers tame however far the deviations lie apart.
  const second = eliminate(rows, first.rest, (c) => (variables[c]?.kind === 'measured' ? variables[c].sd : 0))
  const checks = second.pivots.map(({ row }) => row)
  return { hidden: first.pivots, solved: second.pivots, checks, rest: second.rest }
}

function classify(variables: readonly SolverVariable[], { hidden, checks }: Reduction): Classification[] {
  const isHidden = (column: number): boolean => variables[column]?.kind === 'unmeasured'
  const observable = new Set(
    hidden
      .filter(({ row, column }) => ![...row.keys()].some((other) => other !== column && isHidden(other)))
      .map(({ column }) => column),
  )
  const redundant = new Set(checks.flatMap((row) => [...row.keys()]))
  return variables.map(({ kind }, column) => {
    if (kind === 'exact') return 'exact'
    if (kind === 'measured') return redundant.has(column) ? 'redundant' : 'nonredundant'
    return observable.has(column) ? 'observable' : 'unobservable'
  })
}

/** Solves the equations symbolically: what can be known, what is checked, and where exact values contradict. */
export function structureOf(problem: LinearProblem): Structure {
  const known = solverVariables(problem)
  const variables = [...known.values()]
  const n = variables.length
  const indexOf = new Map([...known.keys()].map((id, i) => [id, i]))
  const equations = problem.equations
    .filter(isFiniteEquation)
    .map(({ id, terms, rhs }) => ({ id, row: rowOf(terms, -rhs, indexOf) }))
  const originals = equations.map(({ row }) => row)
  const reduction = reduce(originals, variables)
  const conflicts: Conflict[] = []
  const group = groups(originals, variables)
  const badGroups = new Set<number>()
  for (const row of reduction.rest) {
    const conflict = conflictOf(row, { variables, equations })
    if (conflict === null) continue
    conflicts.push(conflict)
    for (const i of combinedIn(row, n)) badGroups.add(group[i] as number)
  }
  const isBad = (row: Row): boolean => combinedIn(row, n).some((i) => badGroups.has(group[i] as number))
  const blocked = originals
    .filter((_, i) => badGroups.has(group[i] as number))
    .flatMap((row) => [...row.keys()].filter((column) => column < n && variables[column]?.kind !== 'exact'))
  const named = conflicts.flatMap((conflict) => conflict.variables.map((id) => indexOf.get(id) as number))
  return {
    variables,
    indexOf,
    equations,
    classification: classify(variables, reduction),
    checks: reduction.checks.filter((row) => !isBad(row)),
    solved: new Map([...reduction.hidden, ...reduction.solved].map(({ row, column }) => [column, row])),
    conflicts,
    blocked: new Set([...blocked, ...named]),
    implied: new Set(reduction.rest.flatMap((row) => combinedIn(row, n))),
  }
}

/**
 * A linear combination written over the variables that are not solved for: free measured ones, exact ones and the
 * constant. `null` where the data do not determine it.
 */
export function express(structure: Structure, terms: readonly Term[]): Row | null {
  const { variables, indexOf, solved, blocked } = structure
  const expression: Row = new Map()
  if (terms.some(({ variable }) => !indexOf.has(variable))) return null
  for (const [column, coefficient] of rowOf(terms, 0, indexOf)) {
    if (blocked.has(column)) return null
    const row = solved.get(column)
    if (row === undefined) addMultiple(expression, coefficient, new Map([[column, entry(1)]]), -1)
    else addMultiple(expression, { ...coefficient, value: -coefficient.value }, row, column)
  }
  for (const column of expression.keys()) {
    if (column > variables.length) expression.delete(column)
    else if (variables[column]?.kind === 'unmeasured') return null
  }
  return expression
}
