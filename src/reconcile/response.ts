import type { Term } from './linear-problem.js'
import type { Response } from './reconciliation.js'
import type { Structure } from './structure.js'

// Coefficients this close to 0, 1 or −1 are rounding noise beside them.
const SNAP = 1e-12
// Digits beyond these depend on the order of the arithmetic.
const DIGITS = 13

function snapped(coefficient: number): number {
  if (Math.abs(coefficient - 1) < SNAP) return 1
  return Math.abs(coefficient + 1) < SNAP ? -1 : Number(coefficient.toPrecision(DIGITS))
}

/**
 * The response with these coefficients by column, without what is noise: a coefficient counts by how much of the value
 * it makes up, so that the units of the variables do not matter.
 */
export function responseWith(
  structure: Pick<Structure, 'variables'>,
  coefficients: ReadonlyMap<number, number>,
  constant: number,
): Response {
  const { variables } = structure
  const sizeOf = (column: number): number => {
    const { value, sd } = variables[column] as { value: number; sd: number }
    return Math.max(Math.abs(value), sd)
  }
  let largest = Math.abs(constant)
  let steepest = 0
  for (const [column, c] of coefficients) {
    largest = Math.max(largest, Math.abs(c) * sizeOf(column))
    steepest = Math.max(steepest, Math.abs(c))
  }
  const terms = [...coefficients]
    .filter(([column, c]) => {
      const size = sizeOf(column)
      return size > 0 ? Math.abs(c) * size >= SNAP * largest && c !== 0 : Math.abs(c) > SNAP * steepest
    })
    .toSorted(([a], [b]) => a - b)
    .map(([column, c]): Term => ({
      variable: (variables[column] as { id: string }).id,
      coefficient: snapped(c),
    }))
  return { constant: Math.abs(constant) < SNAP * largest ? 0 : constant, terms }
}
