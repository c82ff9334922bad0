import type { MfcaFlow, MfcaInput, MfcaResult, RecycleConvention } from './mfca-types.js'
import { byCentre } from './mfca-shares.js'

/** What is told of a quantity centre. */
export type Cell = 'input' | 'carried' | 'product' | 'loss' | 'stock' | 'waste'

export const CELLS: readonly Cell[] = ['input', 'carried', 'product', 'loss', 'stock', 'waste']

export type Cells = Readonly<Record<Cell, number>>

/** Where the cost in a flow ends, or what of it ends: all of it, energy and system cost alone, or nothing. */
export function endOf(
  { kind, to }: MfcaFlow,
  convention: RecycleConvention,
): { readonly cell: 'product' | 'loss' | 'stock'; readonly withMaterial: boolean } | undefined {
  if (to === null) return kind === 'recycle' ? undefined : { cell: kind, withMaterial: true }
  // Recycled with its material only: energy and system cost of the loop end here.
  return kind === 'recycle' && convention === 'materialOnly'
    ? { cell: 'loss', withMaterial: false }
    : undefined
}

function totalOf(costs: Readonly<Record<'material' | 'energy' | 'system', number>>): number {
  return costs.material + costs.energy + costs.system
}

/** What every centre got, and where it went, in one run of the engine. */
export function cellsOfRun(input: MfcaInput, result: MfcaResult): ReadonlyMap<string, Cells> {
  const leaving = byCentre(input.flows)
  return new Map(
    Object.entries(input.quantityCentres).map(([step, { newInput, wasteManagement }]) => {
      const bought = totalOf(newInput)
      const ends = { product: 0, loss: 0, stock: 0 }
      for (const flow of leaving.get(step) ?? []) {
        const [end, cost] = [endOf(flow, result.convention), result.flows[flow.id]]
        if (end === undefined || cost === undefined) continue
        ends[end.cell] += end.withMaterial ? cost.total : cost.energy + cost.system
      }
      const through = result.quantityCentreTotals[step]
      const cells: Cells = {
        input: bought + wasteManagement,
        carried: (through === undefined ? 0 : totalOf(through)) - bought,
        product: ends.product,
        loss: ends.loss + wasteManagement,
        stock: ends.stock,
        waste: wasteManagement,
      }
      return [step, cells]
    }),
  )
}
