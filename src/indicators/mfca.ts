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
import { carries, totalsOf } from './mfca-loops.js'
import { allocate, sum, unknownCentres } from './mfca-shares.js'

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
