import type { Inventory, InventoryFlow, Layer } from '../model/inventory.js'
import { WHOLE_SITE } from '../model/inventory.js'
import type { Figure } from '../model/figure.js'
import type { Staged } from '../model/diagnostic.js'
import { carriedBy } from '../model/carried.js'
import type { BalanceLaw, Share } from '../model/law.js'
import { diagnose } from '../diagnostics/catalogue.js'
import { layerArgs } from '../diagnostics/layer-words.js'

/**
 * Inventory → the laws that hold: one a step and layer that it balances, and one a layer for the site boundary.
 * The boundary laws follow from those of the steps; they are shown, and counted only where no step has one.
 */
export function balanceSite(input: {
  readonly inventory: Inventory
  readonly figures: readonly Figure[]
}): Staged<readonly BalanceLaw[]> {
  const { inventory } = input
  const values = new Map(input.figures.map((figure) => [figure.id, figure.value]))
  const content = (id: string | undefined): number | undefined =>
    id === undefined ? undefined : (values.get(id) ?? undefined)
  const laws: BalanceLaw[] = []
  const silentFlows: { flow: InventoryFlow; layer: Layer; step: string }[] = []
  const layers = new Set<Layer>()
  for (const step of inventory.steps) {
    for (const layer of step.balances) {
      layers.add(layer)
      const law = lawOf(inventory, layer, step.id, content)
      laws.push(law)
      for (const id of law.silent) {
        const flow = inventory.flows.find((candidate) => candidate.id === id)
        if (flow !== undefined) silentFlows.push({ flow, layer, step: step.id })
      }
    }
  }
  for (const layer of layers) {
    if (
      !inventory.steps.some((step) => step.id === WHOLE_SITE) &&
      isFollowed(inventory, layer) &&
      !isBurnt(inventory, layer)
    )
      laws.push(lawOf(inventory, layer, null, content))
  }
  const diagnostics = silentFlows.map(({ flow, layer, step }) =>
    diagnose('B101', flow.at, { flow: flow.id, ...layerArgs(inventory, layer), step }),
  )
  return { value: laws, diagnostics }
}

function lawOf(
  inventory: Inventory,
  layer: Layer,
  step: string | null,
  content: (id: string | undefined) => number | undefined,
): BalanceLaw {
  const terms: Share[] = []
  const silent: string[] = []
  for (const flow of inventory.flows) {
    const sign = direction(flow, step)
    if (sign === 0) continue
    const carried = carriedBy(flow, layer, content)
    if (carried !== undefined) {
      const coefficient = sign * carried.coefficient
      if (coefficient !== 0) terms.push({ ...carried, coefficient })
    } else if (mayCarry(inventory, flow, layer)) silent.push(flow.id)
  }
  const stocks = inventory.stocks.flatMap((stock) => {
    const carried = content(stock.contents[layer])
    const here = step === null || step === WHOLE_SITE || stock.step === step
    return here && carried !== undefined && carried !== 0 ? [{ stock: stock.id, coefficient: carried }] : []
  })
  return { id: `${layer}@${step ?? 'site'}`, layer, step, terms, stocks, silent }
}

/**
 * Whether a layer whose contents the balances find is followed across the whole site. Where it comes out of a step that
 * does not balance it, what enters the site says nothing of what leaves.
 */
function isFollowed(inventory: Inventory, layer: Layer): boolean {
  if (!inventory.flows.some((flow) => flow.found?.[layer] !== undefined)) return true
  const balancing = new Set(
    inventory.steps.filter((step) => step.balances.includes(layer)).map((step) => step.id),
  )
  const inside = (step: string | null): boolean => step === null || balancing.has(step)
  return inventory.flows.every(
    (flow) => flow.contents[layer] === undefined || (inside(flow.from) && inside(flow.to)),
  )
}

/** Whether fuel of which nobody writes the flue gas goes out of the mass of the site: where it burns is not balanced. */
function isBurnt({ goods, steps, flows }: Inventory, layer: Layer): boolean {
  if (layer !== 'mass') return false
  const fuels = new Set(
    goods
      .filter(({ list, contents }) => list === 'energy' && contents['water'] === undefined)
      .map(({ id }) => id),
  )
  const balancing = new Set(steps.filter(({ balances }) => balances.includes(layer)).map(({ id }) => id))
  return flows.some(
    ({ of, from, to, contents }) =>
      from === null && fuels.has(of) && contents[layer] !== undefined && !balancing.has(to ?? ''),
  )
}

/** +1 where the flow enters the step (or the site, for `null`), −1 where it leaves, 0 where it does neither. */
function direction(flow: InventoryFlow, step: string | null): number {
  if (step !== null) return (flow.to === step ? 1 : 0) - (flow.from === step ? 1 : 0)
  return (flow.from === null ? 1 : 0) - (flow.to === null ? 1 : 0)
}

/**
 * Whether silence is a gap: everything but energy has mass; of water, energy and substances only what says so.
 */
function mayCarry(inventory: Inventory, flow: InventoryFlow, layer: Layer): boolean {
  const list = inventory.goods.find((good) => good.id === flow.of)?.list
  return layer === 'mass' && list !== 'energy'
}
