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

/** In which rows a column that can be solved for stands, and how many such columns a row has left. */
type Occurrences = {
  readonly rowsOf: (column: number) => ReadonlySet<number>
  readonly countIn: (row: number) => number
  /** Says anew in which of these columns a row stands. */
  readonly revise: (row: number, columns: Iterable<number>) => void
}

function occurrences(all: readonly Row[], weight: (column: number) => number): Occurrences {
  const none: ReadonlySet<number> = new Set()
  const byColumn = new Map<number, Set<number>>()
  const counts = new Int32Array(all.length)
  const revise = (row: number, columns: Iterable<number>): void => {
    for (const column of columns) {
      if (weight(column) === 0) continue
      const rows = byColumn.get(column) ?? new Set()
      if (rows.size === 0) byColumn.set(column, rows)
      const there = all[row]?.has(column) === true
      if (there === rows.has(row)) continue
      if (there) rows.add(row)
      else rows.delete(row)
      counts[row] = (counts[row] as number) + (there ? 1 : -1)
    }
  }
  for (const [k, row] of all.entries()) revise(k, row.keys())
  return { rowsOf: (column) => byColumn.get(column) ?? none, countIn: (row) => counts[row] ?? 0, revise }
}

/** Rows by how many columns they have left to be solved for; a row may stand in it more than once. */
function queueOf(
  rows: Iterable<number>,
  found: Occurrences,
): { add: (row: number) => void; take: () => number | null } {
  const byCount: number[][] = []
  let least = 0
  const add = (row: number): void => {
    const count = found.countIn(row)
    ;(byCount[count] ??= []).push(row)
    least = Math.min(least, count)
  }
  // Taken from the end: the first of the rows comes first.
  for (const row of [...rows].toReversed()) add(row)
  const take = (): number | null => {
    for (; least < byCount.length; least++) {
      const row = byCount[least]?.pop()
      if (row !== undefined) return row
    }
    return null
  }
  return { add, take }
}

/**
 * Gauss–Jordan elimination in place. Each of `candidates` is solved for its heaviest column (weight × size; columns of
 * weight 0 are never solved for) and that column is removed from every other row of `all`. Rows with few columns to
 * choose from come first, which keeps the others sparse. Returns the solved rows, pivot 1, and the rows without any
 * such column.
 */
export function eliminate(
  all: readonly Row[],
  candidates: readonly Row[],
  weight: (column: number) => number,
): { readonly pivots: readonly Pivot[]; readonly rest: readonly Row[] } {
  const indexOf = new Map(all.map((row, k) => [row, k]))
  const found = occurrences(all, weight)
  const open = new Set(candidates.map((row) => indexOf.get(row) as number))
  const queue = queueOf(open, found)
  const pivots: Pivot[] = []
  const rest = new Set<Row>()
  for (let k = queue.take(); k !== null; k = queue.take()) {
    if (!open.has(k)) continue
    const row = all[k] as Row
    open.delete(k)
    const column = heaviest(row, weight)
    if (column === null) {
      rest.add(row)
      continue
    }
    divide(row, column)
    for (const other of found.rowsOf(column)) {
      const target = all[other] as Row
      const entryThere = target.get(column)
      if (other === k || entryThere === undefined) continue
      addMultiple(target, { value: -entryThere.value, doubt: entryThere.doubt }, row, column)
      target.delete(column)
      found.revise(other, row.keys())
      if (open.has(other)) queue.add(other)
    }
    pivots.push({ row, column })
  }
  return { pivots, rest: candidates.filter((row) => rest.has(row)) }
}
