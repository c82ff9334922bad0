import { addMultiple, entry, type Row } from './eliminate.js'
import { dependentRows, type Contribution, type SparseVector } from './factorise.js'

function* gramian(rows: readonly Row[], weight: (column: number) => number): Generator<Contribution> {
  const byColumn = new Map<number, [row: number, value: number][]>()
  for (const [k, row] of rows.entries()) {
    for (const [column, { value }] of row) {
      if (weight(column) === 0) continue
      const list = byColumn.get(column)
      if (list === undefined) byColumn.set(column, [[k, value * weight(column)]])
      else list.push([k, value * weight(column)])
    }
  }
  for (const list of byColumn.values()) {
    for (const [i, [row, a]] of list.entries()) {
      for (const [column, b] of list.slice(0, i + 1)) yield { row, column, value: a * b }
    }
  }
}

// Factors of node balances are whole numbers, computed with rounding.
const WHOLE = 1e-7

function wholeIfNear(factor: number): number {
  const whole = Math.round(factor)
  return whole !== 0 && Math.abs(factor - whole) < WHOLE ? whole : factor
}

/** What a dependent row and the others make together: nothing is left in the columns that have a weight. */
function combined(rows: readonly Row[], factors: SparseVector, weight: (column: number) => number): Row {
  const sum: Row = new Map()
  for (const [k, factor] of factors) {
    if (Math.abs(factor) > WHOLE) addMultiple(sum, entry(wholeIfNear(factor)), rows[k] as Row, -1)
  }
  for (const column of sum.keys()) if (weight(column) !== 0) sum.delete(column)
  return sum
}

/**
 * Sparse rows without those that depend on others in the columns that have a weight, and what is left of these and of
 * rows without such a column. No number of the site is looked at, only coefficients.
 */
export function independentRows(
  all: readonly Row[],
  weight: (column: number) => number,
): { readonly checks: readonly Row[]; readonly rest: readonly Row[] } {
  const hasWeight = (row: Row): boolean => [...row.keys()].some((column) => weight(column) !== 0)
  const rows = all.filter(hasWeight)
  const dependent = dependentRows(rows.length, gramian(rows, weight))
  const left = new Set(dependent.map(({ row }) => row))
  return {
    checks: rows.filter((_, k) => !left.has(k)),
    rest: [
      ...all.filter((row) => !hasWeight(row)),
      ...dependent.map(({ factors }) => combined(rows, factors, weight)),
    ],
  }
}
