import type { CentreModel } from './centre-model.js'
import type { Money } from './centre-costs.js'
import { keyAmount, type Get, type Output } from './centre-outputs.js'
import type { MfcaFlow, MfcaInput, QuantityCentre } from './mfca-types.js'

/** Water is followed by its own run of the engine: its cost goes where water goes, not where dry mass does. */
export type Run = 'goods' | 'water'

/** Cost that enters at one step, and what leaves it. */
export type CentreInput = { readonly centre: QuantityCentre; readonly flows: readonly MfcaFlow[] }

/** Costs and flows for one run of the engine, at given values. */
export function mfcaInput(model: CentreModel, of: Run, get: Get): MfcaInput {
  const inputs = model.steps.map((step) => [step, centreInput(model, step, of, get)] as const)
  return {
    quantityCentres: Object.fromEntries(inputs.map(([step, { centre }]) => [step, centre])),
    flows: inputs.flatMap(([, { flows }]) => flows),
  }
}

/** The part of one step in it; nothing else of the input depends on its figures. */
export function centreInput(model: CentreModel, step: string, of: Run, get: Get): CentreInput {
  return { centre: centreAt(model, step, of, get), flows: outflows(model, step, of, get) }
}

function centreAt({ spent, stocks }: CentreModel, step: string, of: Run, get: Get): QuantityCentre {
  const paid = (list: readonly Money[] = []): number =>
    list.reduce((sum, { factors, scale }) => sum + factors.reduce((money, id) => money * get(id), scale), 0)
  if (of === 'water') {
    return { newInput: { material: paid(spent.water.get(step)), energy: 0, system: 0 }, wasteManagement: 0 }
  }
  // What is taken out of stock has been paid for before: its value is a cost of the period.
  const drawn = (stocks.get(step) ?? [])
    .filter(({ change }) => get(change) < 0)
    .reduce((sum, { change, price, scale }) => sum - get(change) * get(price) * scale, 0)
  return {
    newInput: {
      material: paid(spent.material.get(step)) + drawn,
      energy: paid(spent.energy.get(step)),
      system: paid(spent.system.get(step)),
    },
    wasteManagement: paid(spent.waste.get(step)),
  }
}

function outflows(model: CentreModel, step: string, of: Run, get: Get): MfcaFlow[] {
  const wanted = model.keyOf.get(step)
  const outputs = model.outputs.get(step) ?? []
  const wet = outputs.some((output) => keyAmount(output, 'water', get) > 0)
  const key = of === 'water' && wet ? 'water' : wanted
  // A step with cost and no outflow has nothing else to show for it.
  if (key === undefined) return [nothingLeft(step)]
  const isGone = (flow: Output['flow']): boolean =>
    model.lost.has(flow.id) || (flow.to !== null && model.waste.has(flow.to))
  const flows = outputs.map(({ flow, keys }): MfcaFlow => ({
    id: flow.id,
    from: step,
    to: isGone(flow) ? null : flow.to,
    kind: kindOf(flow, isGone(flow)),
    mass: keyAmount({ keys }, key, get),
  }))
  const kept = (model.stocks.get(step) ?? []).filter(({ change }) => get(change) > 0)
  return [
    ...flows,
    ...kept.map(({ id, keys }): MfcaFlow => ({
      id,
      from: step,
      to: null,
      kind: 'stock',
      mass: keyAmount({ keys }, key, get),
    })),
  ]
}

function kindOf(flow: Output['flow'], lost: boolean): MfcaFlow['kind'] {
  if (lost) return 'loss'
  return flow.recycle && flow.to !== null ? 'recycle' : 'product'
}

function nothingLeft(step: string): MfcaFlow {
  return { id: `nothing-leaves:${step}`, from: step, to: null, kind: 'loss', mass: 1 }
}
