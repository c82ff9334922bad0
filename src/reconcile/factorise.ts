import { factorLdl, selectedInverse, solveBackward, solveForward, type Columns, type Ldl } from './ldl.js'
import { minimumDegree } from './minimum-degree.js'

/** Index → value; what is absent is zero. */
export type SparseVector = ReadonlyMap<number, number>

/**
 * Factor of a sparse symmetric positive definite matrix M, scaled by its diagonal first. Only this file knows how the
 * matrix is stored.
 */
export type Factor = {
  /** M⁻¹ v, refined once. */
  readonly solve: (v: Float64Array) => Float64Array
  /** a' M⁻¹ b */
  readonly inner: (a: SparseVector, b: SparseVector) => number
  /** v' M⁻¹ v */
  readonly square: (v: SparseVector) => number
}

/** One symmetric contribution to a matrix: += value at (row, column) and, off the diagonal, at (column, row). */
export type Contribution = { readonly row: number; readonly column: number; readonly value: number }

// A scaled pivot this small is rounding noise.
const SMALLEST_PIVOT = 1e-14
// A sum of inverse entries this small beside them has lost too many digits.
const CANCELLED = 1e-5

/** Lower triangle by rows, diagonal included. */
function assemble(size: number, contributions: Iterable<Contribution>): Map<number, number>[] {
  const lower = Array.from({ length: size }, () => new Map<number, number>())
  for (const { row, column, value } of contributions) {
    const target = lower[Math.max(row, column)]
    const at = Math.min(row, column)
    target?.set(at, (target.get(at) ?? 0) + value)
  }
  return lower
}

/** How the matrix is stored: element (i, j) times the scales of both, at the places that the order gives them. */
type Arrangement = {
  readonly scale: Float64Array
  readonly place: Int32Array
  readonly order: Int32Array
  readonly columns: Columns
}

function orderOf(lower: readonly ReadonlyMap<number, number>[]): Int32Array {
  const neighbours: number[][] = lower.map(() => [])
  for (const [i, row] of lower.entries()) {
    for (const j of row.keys()) {
      if (j === i) continue
      neighbours[i]?.push(j)
      neighbours[j]?.push(i)
    }
  }
  return minimumDegree(neighbours)
}

function arrange(lower: readonly ReadonlyMap<number, number>[]): Arrangement {
  const size = lower.length
  const scale = Float64Array.from(lower, (row, i) => 1 / Math.sqrt(row.get(i) ?? 0))
  const order = orderOf(lower)
  const place = new Int32Array(size)
  for (let k = 0; k < size; k++) place[order[k] as number] = k
  const start = new Int32Array(size + 1)
  const columnOf = (i: number, j: number): number => Math.max(place[i] as number, place[j] as number)
  for (const [i, row] of lower.entries()) {
    for (const j of row.keys()) start[columnOf(i, j) + 1] = (start[columnOf(i, j) + 1] as number) + 1
  }
  for (let k = 0; k < size; k++) start[k + 1] = (start[k + 1] as number) + (start[k] as number)
  const filled = start.slice(0, size)
  const row = new Int32Array(start[size] as number)
  const value = new Float64Array(start[size] as number)
  for (const [i, entries] of lower.entries()) {
    for (const [j, x] of entries) {
      const column = columnOf(i, j)
      const at = filled[column] as number
      filled[column] = at + 1
      row[at] = Math.min(place[i] as number, place[j] as number)
      value[at] = x * (scale[i] as number) * (scale[j] as number)
    }
  }
  return { scale, place, order, columns: { size, start, row, value } }
}

function solveArranged(ldl: Ldl, v: Float64Array): Float64Array {
  const x = v.slice()
  solveForward(ldl, x)
  for (let k = 0; k < x.length; k++) x[k] = (x[k] as number) / (ldl.diagonal[k] as number)
  solveBackward(ldl, x, ldl.size - 1)
  return x
}

function product({ size, start, row, value }: Columns, x: Float64Array): Float64Array {
  const out = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    for (let p = start[j] as number; p < (start[j + 1] as number); p++) {
      const i = row[p] as number
      out[i] = (out[i] as number) + (value[p] as number) * (x[j] as number)
      if (i !== j) out[j] = (out[j] as number) + (value[p] as number) * (x[i] as number)
    }
  }
  return out
}

/** D^-½ L⁻¹ of a sparse vector, itself sparse: only what the elimination tree reaches. */
function halfSolver({ scale, place }: Arrangement, ldl: Ldl): (v: SparseVector) => SparseVector {
  const work = new Float64Array(ldl.size)
  const seen = new Int32Array(ldl.size)
  let round = 0
  return (v) => {
    round++
    const reach: number[] = []
    for (const [i, x] of v) {
      const at = place[i] as number
      work[at] = x * (scale[i] as number)
      for (let j = at; j !== -1 && seen[j] !== round; j = ldl.parent[j] as number) {
        seen[j] = round
        reach.push(j)
      }
    }
    reach.sort((a, b) => a - b)
    solveForward(ldl, work, reach)
    const half = new Map<number, number>()
    for (const j of reach) {
      half.set(j, (work[j] as number) / Math.sqrt(ldl.diagonal[j] as number))
      work[j] = 0
    }
    return half
  }
}

function dot(a: SparseVector, b: SparseVector): number {
  let sum = 0
  for (const [i, x] of a) sum += x * (b.get(i) ?? 0)
  return sum
}

/** v' M⁻¹ v from the entries of M⁻¹ on the pattern of the factor; `null` where they do not cover it or cancel. */
function squareReader({ scale, place }: Arrangement, ldl: Ldl): (v: SparseVector) => number | null {
  let inverse: ReturnType<typeof selectedInverse> | undefined
  const at = (a: number, b: number): number | undefined => {
    inverse ??= selectedInverse(ldl)
    if (a === b) return inverse.diagonal[a]
    const [column, wanted] = [Math.min(a, b), Math.max(a, b)]
    let [low, high] = [ldl.start[column] as number, (ldl.start[column + 1] as number) - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = ldl.row[middle] as number
      if (found === wanted) return inverse.value[middle]
      if (found < wanted) low = middle + 1
      else high = middle - 1
    }
    return undefined
  }
  return (v) => {
    const entries = [...v].map(([i, x]) => [place[i] as number, x * (scale[i] as number)] as const)
    let sum = 0
    let size = 0
    for (const [k, [i, x]] of entries.entries()) {
      for (const [j, y] of entries.slice(0, k + 1)) {
        const z = at(i, j)
        if (z === undefined) return null
        const term = x * y * z * (i === j ? 1 : 2)
        sum += term
        size += Math.abs(term)
      }
    }
    return sum > CANCELLED * size ? sum : null
  }
}

/** Factor of the matrix that the contributions add up to; `null` where it is not positive definite. */
export function factorise(size: number, contributions: Iterable<Contribution>): Factor | null {
  const arrangement = arrange(assemble(size, contributions))
  const { scale, order, columns } = arrangement
  if (!scale.every((s) => Number.isFinite(s) && s > 0)) return null
  const ldl = factorLdl(columns, SMALLEST_PIVOT)
  if (ldl.diagonal.includes(Infinity)) return null
  const half = halfSolver(arrangement, ldl)
  const read = squareReader(arrangement, ldl)
  return {
    solve: (v) => {
      const right = Float64Array.from(order, (i) => (v[i] as number) * (scale[i] as number))
      const x = solveArranged(ldl, right)
      const missing = product(columns, x).map((y, k) => (right[k] as number) - y)
      const more = solveArranged(ldl, missing)
      const out = new Float64Array(size)
      for (let k = 0; k < size; k++) {
        const i = order[k] as number
        out[i] = ((x[k] as number) + (more[k] as number)) * (scale[i] as number)
      }
      return out
    },
    inner: (a, b) => dot(half(a), half(b)),
    square: (v) => {
      // Few entries are read off; for many a solution is quicker.
      const found = size > SMALL && v.size <= MOST_READ ? read(v) : null
      if (found !== null) return found
      const own = half(v)
      return dot(own, own)
    },
  }
}

// Solving keeps more digits, and costs nothing in small matrices.
const SMALL = 200
const MOST_READ = 12

/** A row that depends on others: which one, and with which factors the others and it add up to nothing. */
export type Dependence = { readonly row: number; readonly factors: SparseVector }

// Rows of coefficients are scaled to length 1; what is left of a dependent one is rounding.
const DEPENDENT = 1e-11

/** Rows of a matrix G that depend on others, from the contributions to G G'. */
export function dependentRows(size: number, contributions: Iterable<Contribution>): Dependence[] {
  const { scale, order, columns } = arrange(assemble(size, contributions))
  const ldl = factorLdl(columns, DEPENDENT)
  return [...ldl.diagonal.keys()].flatMap((k) => {
    if (ldl.diagonal[k] !== Infinity) return []
    const x = new Float64Array(size)
    x[k] = 1
    solveBackward({ ...ldl, size }, x, k)
    const row = order[k] as number
    const factors = new Map<number, number>()
    for (let j = 0; j <= k; j++) {
      const i = order[j] as number
      if (x[j] !== 0) factors.set(i, ((x[j] as number) * (scale[i] as number)) / (scale[row] as number))
    }
    return [{ row, factors }]
  })
}
