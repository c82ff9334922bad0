/**
 * Cholesky factor of a symmetric positive definite matrix, scaled by its diagonal first. Only this file knows how the
 * matrix is stored: a sparse factorisation replaces it without a change elsewhere.
 */
export type Factor = {
  /** L⁻¹ v, so that the squared length of the result is v' M⁻¹ v. */
  readonly halfSolve: (v: Float64Array) => Float64Array
  /** M⁻¹ v from `halfSolve(v)`. */
  readonly finish: (half: Float64Array) => Float64Array
}

/** One symmetric contribution to a matrix: += value at (row, column) and, off the diagonal, at (column, row). */
export type Contribution = { readonly row: number; readonly column: number; readonly value: number }

// A scaled pivot this small is rounding noise.
const SMALLEST_PIVOT = 1e-14

function assemble(size: number, contributions: Iterable<Contribution>): Float64Array[] {
  const lower = Array.from({ length: size }, (_, i) => new Float64Array(i + 1))
  for (const { row, column, value } of contributions) {
    const target = lower[Math.max(row, column)]
    const at = Math.min(row, column)
    if (target !== undefined) target[at] = (target[at] ?? 0) + value
  }
  return lower
}

function dot(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0
  for (let k = 0; k < length; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}

/** Turns the scaled lower triangle into its factor in place; `false` where the matrix is not positive definite. */
function decompose(lower: readonly Float64Array[]): boolean {
  for (const [i, row] of lower.entries()) {
    for (let j = 0; j < i; j++) {
      const above = lower[j] as Float64Array
      row[j] = ((row[j] as number) - dot(row, above, j)) / (above[j] as number)
    }
    const pivot = (row[i] as number) - dot(row, row, i)
    if (!(pivot > SMALLEST_PIVOT)) return false
    row[i] = Math.sqrt(pivot)
  }
  return true
}

/** Factor of the matrix that the contributions add up to; `null` where it is not positive definite. */
export function factorise(size: number, contributions: Iterable<Contribution>): Factor | null {
  const lower = assemble(size, contributions)
  const scale = Float64Array.from(lower, (row, i) => 1 / Math.sqrt(row[i] as number))
  if (!scale.every((s) => Number.isFinite(s) && s > 0)) return null
  for (const [i, row] of lower.entries()) {
    for (let j = 0; j <= i; j++) row[j] = (row[j] as number) * (scale[i] as number) * (scale[j] as number)
  }
  if (!decompose(lower)) return null
  return {
    halfSolve: (v) => {
      const out = v.map((x, i) => x * (scale[i] as number))
      for (const [i, row] of lower.entries()) {
        out[i] = ((out[i] as number) - dot(row, out, i)) / (row[i] as number)
      }
      return out
    },
    finish: (half) => {
      const out = half.slice()
      for (let i = size - 1; i >= 0; i--) {
        const row = lower[i] as Float64Array
        const solved = (out[i] as number) / (row[i] as number)
        out[i] = solved
        for (let j = 0; j < i; j++) out[j] = (out[j] as number) - (row[j] as number) * solved
      }
      return out.map((x, i) => x * (scale[i] as number))
    },
  }
}
