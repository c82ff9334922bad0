import type { Correlation } from './linear-problem.js'
import type { Contribution, SparseVector } from './factorise.js'
import type { Structure } from './structure.js'

/** A linear combination of variables: column and coefficient. */
export type Combination = readonly (readonly [column: number, coefficient: number])[]

/** The errors of the measurements (Σ) and how they reach the checks (G). */
export type ErrorModel = {
  /** Σ f. */
  readonly spread: (combination: Combination) => Combination
  /** G f. */
  readonly gather: (combination: Combination) => SparseVector
  /** The terms of G Σ G', each unordered pair of checks once. */
  readonly contributions: () => Iterable<Contribution>
}

type Partner = { readonly column: number; readonly covariance: number }

function partnersOf(structure: Structure, correlations: readonly Correlation[]): Map<number, Partner[]> {
  const partners = new Map<number, Partner[]>()
  const add = (column: number, partner: Partner): void => {
    const list = partners.get(column)
    if (list === undefined) partners.set(column, [partner])
    else list.push(partner)
  }
  for (const { a, b, rho } of correlations) {
    const [i, j] = [structure.indexOf.get(a), structure.indexOf.get(b)]
    if (i === undefined || j === undefined || i === j || !Number.isFinite(rho)) continue
    const [x, y] = [structure.variables[i], structure.variables[j]]
    if (x?.kind !== 'measured' || y?.kind !== 'measured') continue
    const covariance = rho * x.sd * y.sd
    add(i, { column: j, covariance })
    add(j, { column: i, covariance })
  }
  return partners
}

type Incidence = { readonly check: number; readonly coefficient: number }

function incidences(structure: Structure): Map<number, Incidence[]> {
  const byColumn = new Map<number, Incidence[]>()
  for (const [check, row] of structure.checks.entries()) {
    for (const [column, { value }] of row) {
      if (structure.variables[column]?.kind !== 'measured') continue
      const list = byColumn.get(column) ?? []
      if (list.length === 0) byColumn.set(column, list)
      list.push({ check, coefficient: value })
    }
  }
  return byColumn
}

function* contributionsTo(
  structure: Structure,
  byColumn: ReadonlyMap<number, readonly Incidence[]>,
  partners: ReadonlyMap<number, readonly Partner[]>,
): Generator<Contribution> {
  for (const [column, own] of byColumn) {
    const variance = (structure.variables[column]?.sd ?? 0) ** 2
    for (const [k, a] of own.entries()) {
      for (const b of own.slice(0, k + 1)) {
        yield { row: a.check, column: b.check, value: a.coefficient * b.coefficient * variance }
      }
      for (const { column: other, covariance } of partners.get(column) ?? []) {
        for (const b of byColumn.get(other) ?? []) {
          // Seen from both partners, so an off-diagonal pair comes twice: keep the lower triangle.
          if (b.check > a.check) continue
          yield { row: a.check, column: b.check, value: a.coefficient * b.coefficient * covariance }
        }
      }
    }
  }
}

/** Errors as the deviations and correlations say; correlations of what is not measured have no effect. */
export function errorModel(structure: Structure, correlations: readonly Correlation[]): ErrorModel {
  const byColumn = incidences(structure)
  const partners = partnersOf(structure, correlations)
  return {
    spread: (combination) => {
      const out = new Map<number, number>()
      for (const [column, c] of combination) {
        const sd = structure.variables[column]?.sd ?? 0
        out.set(column, (out.get(column) ?? 0) + c * sd * sd)
        for (const { column: other, covariance } of partners.get(column) ?? []) {
          out.set(other, (out.get(other) ?? 0) + c * covariance)
        }
      }
      return [...out]
    },
    gather: (combination) => {
      const out = new Map<number, number>()
      for (const [column, c] of combination) {
        for (const { check, coefficient } of byColumn.get(column) ?? []) {
          out.set(check, (out.get(check) ?? 0) + c * coefficient)
        }
      }
      return out
    },
    contributions: () => contributionsTo(structure, byColumn, partners),
  }
}
