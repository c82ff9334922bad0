/** Cost that quantity centres hand on to each other, loops included. */
import type { CostClass, MfcaFlow, MfcaInput, RecycleConvention } from './mfca-types.js'
import type { Shares } from './mfca-shares.js'

/** Does this flow hand cost of this class on to another centre? */
export function carries({ kind, to }: MfcaFlow, of: CostClass, convention: RecycleConvention): boolean {
  if (to === null || kind === 'loss' || kind === 'stock') return false
  return kind !== 'recycle' || convention === 'carry' || of === 'material'
}

/** Right-hand sides row by row, and solutions row by row. */
type Rows = readonly (readonly number[])[]

type Solved = { readonly solutions: Rows } | { readonly stuck: number }

/**
 * Solves (I − P') X = B by Gaussian elimination with partial pivoting. `stuck` is the row where cost that entered cannot
 * leave.
 */
function solveLoops(matrix: Rows, right: Rows): Solved {
  const n = matrix.length
  const rows = matrix.map((row, i) => [...row, ...(right[i] ?? [])])
  const at = (i: number, j: number): number => rows[i]?.[j] as number
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(at(i, k)) > Math.abs(at(pivot, k))) pivot = i
    // Entries are shares: below this, what leaves a loop is rounding.
    if (Math.abs(at(pivot, k)) < 1e-12) return { stuck: k }
    ;[rows[k], rows[pivot]] = [rows[pivot] as number[], rows[k] as number[]]
    for (let i = 0; i < n; i++) {
      const factor = i === k ? 0 : at(i, k) / at(k, k)
      if (factor === 0) continue
      rows[i] = (rows[i] as number[]).map((x, j) => x - factor * at(k, j))
    }
  }
  return { solutions: rows.map((row, i) => row.slice(n).map((x) => x / (row[i] as number))) }
}

function loopMatrix(
  { quantityCentres, flows }: MfcaInput,
  shares: Shares,
  of: CostClass,
  convention: RecycleConvention,
): Rows {
  const ids = Object.keys(quantityCentres)
  const indexOf = new Map(ids.map((id, i) => [id, i]))
  const matrix = ids.map((_, i) => ids.map((__, j) => (i === j ? 1 : 0)))
  for (const flow of flows) {
    if (!carries(flow, of, convention)) continue
    const row = matrix[indexOf.get(flow.to ?? '') as number] as number[]
    const column = indexOf.get(flow.from) as number
    row[column] = (row[column] as number) - (shares.get(flow.id)?.[of] ?? 0)
  }
  return matrix
}

/** Cost of a class that passes through each centre. */
export function totalsOf(
  input: MfcaInput,
  shares: Shares,
  of: CostClass,
  convention: RecycleConvention,
): { readonly totals: readonly number[] } | { readonly stuck: number } {
  const entering = Object.values(input.quantityCentres).map(({ newInput }) => [newInput[of]])
  const solved = solveLoops(loopMatrix(input, shares, of, convention), entering)
  return 'stuck' in solved ? solved : { totals: solved.solutions.map(([total = 0]) => total) }
}

/** Cost of a class that passes through each centre (row) for one that enters at each (column); none where it is stuck. */
export function responsesOf(
  input: MfcaInput,
  shares: Shares,
  of: CostClass,
  convention: RecycleConvention,
): Rows {
  const matrix = loopMatrix(input, shares, of, convention)
  const unit = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)))
  const solved = solveLoops(matrix, unit)
  return 'stuck' in solved ? [] : solved.solutions
}
