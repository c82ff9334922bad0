/** Material flow cost accounting (ISO 14051): what products and material losses cost, per class of cost. */
import {
  CLASSES,
  type CostClass,
  type FlowCost,
  type MatrixRow,
  type MfcaFlow,
  type MfcaInput,
  type MfcaOutcome,
  type MfcaResult,
  type RecycleConvention,
} from './mfca-types.js'
import { allocate, sum, unknownCentres, type Shares } from './mfca-shares.js'

/** Does this flow hand cost of this class on to another centre? */
function carries({ kind, to }: MfcaFlow, of: CostClass, convention: RecycleConvention): boolean {
  if (to === null || kind === 'loss' || kind === 'stock') return false
  return kind !== 'recycle' || convention === 'carry' || of === 'material'
}

/**
 * Solves (I − P') C = new by Gaussian elimination with partial pivoting. `null` with the row where cost that entered
 * cannot leave.
 */
function solveLoops(matrix: number[][], right: number[]): { totals: number[] } | { stuck: number } {
  const n = right.length
  const rows = matrix.map((row, i) => [...row, right[i] as number])
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
  return { totals: rows.map((row, i) => (row[n] as number) / (row[i] as number)) }
}

function totalsOf(
  { quantityCentres, flows }: MfcaInput,
  shares: Shares,
  of: CostClass,
  convention: RecycleConvention,
): ReturnType<typeof solveLoops> {
  const centres = Object.values(quantityCentres)
  const indexOf = new Map(Object.keys(quantityCentres).map((id, i) => [id, i]))
  const matrix = centres.map((_, i) => centres.map((__, j) => (i === j ? 1 : 0)))
  for (const flow of flows) {
    if (!carries(flow, of, convention)) continue
    const row = matrix[indexOf.get(flow.to ?? '') as number] as number[]
    const column = indexOf.get(flow.from) as number
    row[column] = (row[column] as number) - (shares.get(flow.id)?.[of] ?? 0)
  }
  return solveLoops(
    matrix,
    centres.map(({ newInput }) => newInput[of]),
  )
}

function matrixRow(classes: Readonly<Record<CostClass, number>>, wasteManagement: number): MatrixRow {
  return { ...classes, wasteManagement, total: sum(CLASSES.map((of) => classes[of])) + wasteManagement }
}

function matrixOf(
  { quantityCentres, flows }: MfcaInput,
  costs: Readonly<Record<string, FlowCost>>,
  convention: RecycleConvention,
): MfcaResult['matrix'] {
  const centres = Object.values(quantityCentres)
  const ending = (belongs: (flow: MfcaFlow, of: CostClass) => boolean): Record<CostClass, number> => {
    const one = (of: CostClass): number =>
      sum(
        flows
          .filter((flow) => !carries(flow, of, convention) && belongs(flow, of))
          .map(({ id }) => costs[id]?.[of] ?? 0),
      )
    return { material: one('material'), energy: one('energy'), system: one('system') }
  }
  const waste = sum(centres.map(({ wasteManagement }) => wasteManagement))
  const product = matrixRow(
    ending(({ kind }) => kind === 'product'),
    0,
  )
  // A recycled stream that hands nothing on, or leaves the system, is cost without a product.
  const materialLoss = matrixRow(
    ending(({ kind }) => kind === 'loss' || kind === 'recycle'),
    waste,
  )
  const stock = matrixRow(
    ending(({ kind }) => kind === 'stock'),
    0,
  )
  const spent = (of: CostClass): number => sum(centres.map(({ newInput }) => newInput[of]))
  const total = matrixRow(
    { material: spent('material'), energy: spent('energy'), system: spent('system') },
    waste,
  )
  return {
    product,
    materialLoss,
    stock,
    total,
    lossSharePercent: total.total === 0 ? null : (materialLoss.total / total.total) * 100,
  }
}

/**
 * Splits the cost of every quantity centre over its outputs and follows it through the system, recycling loops
 * included (Schmidt 2015 for `carry`; `materialOnly` counts energy and system cost of recycled mass as loss, as METI
 * does). Product + material loss + stock equals what entered. Waste management is wholly material loss.
 */
export function mfca(input: MfcaInput, convention: RecycleConvention): MfcaOutcome {
  const { shares, problems: unshared } = allocate(input)
  const problems = [...unknownCentres(input), ...unshared]
  if (problems.length > 0) return { result: null, problems }
  const ids = Object.keys(input.quantityCentres)
  const solved = CLASSES.map((of) => ({ of, ...totalsOf(input, shares, of, convention) }))
  const stuck = solved.find((one) => 'stuck' in one)
  if (stuck !== undefined) {
    const centre = ids['stuck' in stuck ? (stuck.stuck as number) : 0] ?? ''
    return { result: null, problems: [{ kind: 'closed-loop', centre, class: stuck.of }] }
  }
  const [material = [], energy = [], system = []] = solved.map((one) => ('totals' in one ? one.totals : []))
  const at = (totals: readonly number[], i: number): number => (totals[i] ?? 0) + 0
  const centres = new Map(
    ids.map((id, i) => [id, { material: at(material, i), energy: at(energy, i), system: at(system, i) }]),
  )
  const costs = Object.fromEntries(
    input.flows.map((flow): [string, FlowCost] => {
      const part = (of: CostClass): number =>
        (centres.get(flow.from)?.[of] ?? 0) * (shares.get(flow.id)?.[of] ?? 0)
      const own = { material: part('material'), energy: part('energy'), system: part('system') }
      return [flow.id, { ...own, total: own.material + own.energy + own.system }]
    }),
  )
  const matrix = matrixOf(input, costs, convention)
  return {
    result: { convention, quantityCentreTotals: Object.fromEntries(centres), flows: costs, matrix },
    problems: [],
  }
}
