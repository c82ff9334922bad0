/**
 * Elimination on sparse rows in which an entry knows how far it can be trusted. What is smaller than its own doubt is
 * zero. So the pattern of the result depends on the coefficients alone and not on units or on the size of numbers.
 */

/** `doubt`: the size below which the value cannot be told from zero. */
export type Entry = { readonly value: number; readonly doubt: number }

/** Column → entry; what is absent is zero. */
export type Row = Map<number, Entry>

const RELATIVE_DOUBT = 1e-12

/** Whole numbers are exact, and so is all arithmetic of node balances, whose coefficients are 1 and −1. */
function ownDoubt(value: number): number {
  return Number.isSafeInteger(value) ? 0 : RELATIVE_DOUBT * Math.abs(value)
}

export function entry(value: number): Entry {
  return { value, doubt: ownDoubt(value) }
}

/** Adds `factor × source` to `target` in place, but for column `except`; what cancels is removed. */
export function addMultiple(target: Row, factor: Entry, source: Row, except: number): void {
  const factorDoubt = factor.doubt / Math.abs(factor.value)
  for (const [column, { value, doubt }] of source) {
    if (column === except) continue
    const product = factor.value * value
    const productDoubt = Math.abs(factor.value) * doubt + Math.abs(product) * factorDoubt
    const old = target.get(column)
    const sum = (old?.value ?? 0) + product
    const sumDoubt = (old?.doubt ?? 0) + productDoubt
    if (Math.abs(sum) <= sumDoubt) target.delete(column)
    else target.set(column, { value: sum, doubt: sumDoubt })
  }
}

function divide(row: Row, column: number): void {
  const pivot = row.get(column)
  if (pivot === undefined || pivot.value === 1) return
  for (const [key, { value, doubt }] of row) {
    const quotient = value / pivot.value
    const inherited = (doubt + Math.abs(quotient) * pivot.doubt) / Math.abs(pivot.value)
    row.set(key, { value: quotient, doubt: inherited + ownDoubt(quotient) })
  }
  row.set(column, { value: 1, doubt: 0 })
}

function heaviest(row: Row, weight: (column: number) => number): number | null {
  let best: number | null = null
  let bestWeight = 0
  for (const [column, { value }] of row) {
    const w = Math.abs(value) * weight(column)
    // Ties go to the lower column, so that a row's own history does not matter.
    if (w > bestWeight || (w === bestWeight && best !== null && column < best)) {
      best = column
      bestWeight = w
    }
  }
  return best
}

export type Pivot = { readonly row: Row; readonly column: number }

/**
 * Gauss–Jordan elimination in place. Each of `candidates`, in order, is solved for its heaviest column (weight × size;
 * columns of weight 0 are never solved for) and that column is removed from every other row of `all`.
 * Returns the solved rows, pivot 1, and the rows without any such column.
 */
export function eliminate(
  all: readonly Row[],
  candidates: readonly Row[],
  weight: (column: number) => number,
): { readonly pivots: readonly Pivot[]; readonly rest: readonly Row[] } {
  const pivots: Pivot[] = []
  const rest: Row[] = []
  for (const row of candidates) {
    const column = heaviest(row, weight)
    if (column === null) {
      rest.push(row)
      continue
    }
    divide(row, column)
    for (const other of all) {
      const found = other === row ? undefined : other.get(column)
      if (found === undefined) continue
      addMultiple(other, { value: -found.value, doubt: found.doubt }, row, column)
      other.delete(column)
    }
    pivots.push({ row, column })
  }
  return { pivots, rest }
}
