/**
 * Sparse symmetric factorisation M = L D L' (up-looking, after Davis 2005), with unit lower triangular L by columns, and
 * the part of M⁻¹ on the pattern of L (Takahashi, Fagan & Chen 1973; Erisman & Tinney 1975).
 */

/** The upper triangle of a symmetric matrix by columns, diagonal included: column j is at start[j]…start[j + 1]. */
export type Columns = {
  readonly size: number
  readonly start: Int32Array
  readonly row: Int32Array
  readonly value: Float64Array
}

export type Ldl = {
  readonly size: number
  /** First off-diagonal row of a column in the elimination; −1 where there is none. */
  readonly parent: Int32Array
  readonly start: Int32Array
  /** Rows of a column of L, ascending, without the diagonal. */
  readonly row: Int32Array
  readonly value: Float64Array
  /** Infinite for a row that depends on earlier ones and is left out. */
  readonly diagonal: Float64Array
}

type Shape = Pick<Ldl, 'parent' | 'start'>

/** Elimination tree and column starts of L. */
function shapeOf({ size, start, row }: Columns): Shape {
  const parent = new Int32Array(size).fill(-1)
  const seen = new Int32Array(size).fill(-1)
  const counts = new Int32Array(size)
  for (let k = 0; k < size; k++) {
    seen[k] = k
    for (let p = start[k] as number; p < (start[k + 1] as number); p++) {
      for (let i = row[p] as number; seen[i] !== k; i = parent[i] as number) {
        if (parent[i] === -1) parent[i] = k
        counts[i] = (counts[i] as number) + 1
        seen[i] = k
      }
    }
  }
  const starts = new Int32Array(size + 1)
  for (let k = 0; k < size; k++) starts[k + 1] = (starts[k] as number) + (counts[k] as number)
  return { parent, start: starts }
}

/**
 * Factor of a symmetric positive semidefinite matrix. A pivot not above `smallest` belongs to a row that depends on
 * earlier ones: it is left out of the solution.
 */
export function factorLdl(matrix: Columns, smallest: number): Ldl {
  const { size } = matrix
  const { parent, start } = shapeOf(matrix)
  const row = new Int32Array(start[size] as number)
  const value = new Float64Array(start[size] as number)
  const end = start.slice(0, size)
  const diagonal = new Float64Array(size)
  const work = new Float64Array(size)
  const pattern = new Int32Array(size)
  const seen = new Int32Array(size).fill(-1)
  for (let k = 0; k < size; k++) {
    let top = size
    seen[k] = k
    for (let p = matrix.start[k] as number; p < (matrix.start[k + 1] as number); p++) {
      let i = matrix.row[p] as number
      work[i] = (work[i] as number) + (matrix.value[p] as number)
      let length = 0
      for (; seen[i] !== k; i = parent[i] as number) {
        pattern[length++] = i
        seen[i] = k
      }
      while (length > 0) pattern[--top] = pattern[--length] as number
    }
    let pivot = work[k] as number
    work[k] = 0
    for (; top < size; top++) {
      const i = pattern[top] as number
      const y = work[i] as number
      work[i] = 0
      const last = end[i] as number
      for (let p = start[i] as number; p < last; p++) {
        const r = row[p] as number
        work[r] = (work[r] as number) - (value[p] as number) * y
      }
      const factor = y / (diagonal[i] as number)
      pivot -= factor * y
      row[last] = k
      value[last] = factor
      end[i] = last + 1
    }
    diagonal[k] = pivot > smallest ? pivot : Infinity
  }
  return { size, parent, start, row, value, diagonal }
}

/** L x = v in place, for all columns or for those named, which must be ascending and closed under `parent`. */
export function solveForward(ldl: Ldl, x: Float64Array, columns?: readonly number[]): void {
  const { start, row, value } = ldl
  const count = columns?.length ?? ldl.size
  for (let k = 0; k < count; k++) {
    const j = columns?.[k] ?? k
    const xj = x[j] as number
    if (xj === 0) continue
    for (let p = start[j] as number; p < (start[j + 1] as number); p++) {
      const i = row[p] as number
      x[i] = (x[i] as number) - (value[p] as number) * xj
    }
  }
}

/** L' x = v in place, from column `from` down. */
export function solveBackward({ start, row, value }: Ldl, x: Float64Array, from: number): void {
  for (let j = from; j >= 0; j--) {
    let sum = x[j] as number
    for (let p = start[j] as number; p < (start[j + 1] as number); p++)
      sum -= (value[p] as number) * (x[row[p] as number] as number)
    x[j] = sum
  }
}

/** M⁻¹ on the diagonal and on the pattern of L, stored as L is. */
export type SelectedInverse = { readonly diagonal: Float64Array; readonly value: Float64Array }

/** Columns from last to first: Z_ij = −Σ l_kj Z_ik and Z_jj = 1/d_j − Σ l_kj Z_kj. */
export function selectedInverse({ size, start, row, value, diagonal }: Ldl): SelectedInverse {
  const inverse = new Float64Array(value.length)
  const inverseDiagonal = new Float64Array(size)
  const weight = new Float64Array(size)
  const sum = new Float64Array(size)
  const mark = new Int32Array(size).fill(-1)
  for (let j = size - 1; j >= 0; j--) {
    const [first, last] = [start[j] as number, start[j + 1] as number]
    for (let p = first; p < last; p++) {
      const i = row[p] as number
      mark[i] = j
      weight[i] = value[p] as number
      sum[i] = 0
    }
    for (let p = first; p < last; p++) {
      const k = row[p] as number
      const wk = weight[k] as number
      let own = (sum[k] as number) + wk * (inverseDiagonal[k] as number)
      for (let q = start[k] as number; q < (start[k + 1] as number); q++) {
        const i = row[q] as number
        if (mark[i] !== j) continue
        const z = inverse[q] as number
        sum[i] = (sum[i] as number) + wk * z
        own += (weight[i] as number) * z
      }
      sum[k] = own
    }
    let rest = 1 / (diagonal[j] as number)
    for (let p = first; p < last; p++) {
      const i = row[p] as number
      inverse[p] = -(sum[i] as number)
      rest += (weight[i] as number) * (sum[i] as number)
    }
    inverseDiagonal[j] = rest
  }
  return { diagonal: inverseDiagonal, value: inverse }
}
