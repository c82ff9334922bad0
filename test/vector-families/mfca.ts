import { mfca } from '../../src/indicators/mfca.js'
import type { MfcaInput, RecycleConvention } from '../../src/indicators/mfca-types.js'
import { differences, type Comparing } from './differences.js'
import type { Family, Outcome } from './family.js'

type Expected = Readonly<Record<string, unknown>>
export type MfcaVector = MfcaInput & {
  readonly expected: Expected & Partial<Readonly<Record<RecycleConvention, Expected>>>
}

const HOW: Comparing = {
  notes: new Set(['note', 'notes', 'published']),
  complete: new Set(['quantityCentreTotals', 'flows']),
}

const CONVENTIONS = ['carry', 'materialOnly'] as const

/** One result for each convention; where the file has a single one, both conventions must give it. */
export function mfcaDifferences(vector: MfcaVector, convention: RecycleConvention): string[] {
  const { expected } = vector
  const wanted = CONVENTIONS.some((one) => expected[one] !== undefined) ? expected[convention] : expected
  if (wanted === undefined) return []
  const { result, problems } = mfca(vector, convention)
  if (result === null) return [`no result: ${JSON.stringify(problems)}`]
  const { product, materialLoss, stock, total } = result.matrix
  const parts = product.total + materialLoss.total + stock.total
  return [
    ...differences(result, wanted, convention, HOW),
    ...differences(parts, total.total, `${convention}: product + loss + stock`, { relative: 1e-13 }),
  ]
}

function check(file: unknown, name: string): Outcome[] {
  const vector = file as MfcaVector
  return [{ name, differences: CONVENTIONS.flatMap((convention) => mfcaDifferences(vector, convention)) }]
}

/** Material flow cost accounting, both conventions for recycling. */
export const mfcaFamily: Family = { prefix: 'mfca-', check }
