import type { CentreModel } from './centre-model.js'
import type { Money } from './centre-costs.js'
import { keyAmount, type Get, type Output } from './centre-outputs.js'
import type { MfcaFlow, MfcaInput } from './mfca-types.js'

function kindOf(flow: Output['flow'], lost: boolean): MfcaFlow['kind'] {
  if (lost) return 'loss'
  return flow.recycle && flow.to !== null ? 'recycle' : 'product'
}

/**
 * Costs and flows for the engine, at given values. Water is followed by its own runs: its cost goes where water goes, not
 * where dry mass does.
 */
export function mfcaInputs(
  model: CentreModel,
  get: Get,
): { readonly goods: MfcaInput; readonly water: MfcaInput } {
  const paid = (list: readonly Money[]): ReadonlyMap<string, number> => {
    const sums = new Map<string, number>()
    for (const { step, factors, scale } of list) {
      const money = factors.reduce((product, id) => product * get(id), scale)
      sums.set(step, (sums.get(step) ?? 0) + money)
    }
    return sums
  }
  const { spent } = model
  const [material, water, energy] = [paid(spent.material), paid(spent.water), paid(spent.energy)]
  const [system, waste] = [paid(spent.system), paid(spent.waste)]
  const input = (of: 'goods' | 'water'): MfcaInput => ({
    quantityCentres: Object.fromEntries(
      model.steps.map((step) => [
        step,
        {
          newInput:
            of === 'water'
              ? { material: water.get(step) ?? 0, energy: 0, system: 0 }
              : {
                  material: (material.get(step) ?? 0) + drawn(model, step, get),
                  energy: energy.get(step) ?? 0,
                  system: system.get(step) ?? 0,
                },
          wasteManagement: of === 'water' ? 0 : (waste.get(step) ?? 0),
        },
      ]),
    ),
    flows: model.steps.flatMap((step) => outflows(model, step, of, get)),
  })
  return { goods: input('goods'), water: input('water') }
}

function outflows(model: CentreModel, step: string, of: 'goods' | 'water', get: Get): MfcaFlow[] {
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
  const kept = model.stocks.filter((stock) => stock.step === step && get(stock.change) > 0)
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

/** What is taken out of stock has been paid for before: its value is a cost of the period. */
function drawn({ stocks }: CentreModel, step: string, get: Get): number {
  return stocks
    .filter((stock) => stock.step === step && get(stock.change) < 0)
    .reduce((sum, { change, price, scale }) => sum - get(change) * get(price) * scale, 0)
}

function nothingLeft(step: string): MfcaFlow {
  return { id: `nothing-leaves:${step}`, from: step, to: null, kind: 'loss', mass: 1 }
}
