import type { Composition, InventoryFlow, InventoryGood, InventoryStep, Layer } from '../model/inventory.js'
import { sampledContents, type Sampled } from './assays.js'
import { stateOf, tankOf, touches, type Composing } from './composing.js'
import { withContent } from './flow-contents.js'
import type { Normalising } from './stage.js'
import { inventorySteps } from './steps.js'
import { transfersOf } from './transfers.js'

type Composed = {
  readonly flows: readonly InventoryFlow[]
  readonly steps: readonly InventoryStep[]
  readonly composition?: Composition
}

/**
 * The steps with the layers they balance, and what flows carry where that is itself measured or to be found: liquids of
 * mixed tanks, what a laboratory analysed, heat by temperature, and what a transfer coefficient speaks of. Without any of
 * these every balance stays linear and nothing is changed.
 */
export function compose(
  work: Normalising,
  goods: readonly InventoryGood[],
  flows: readonly InventoryFlow[],
): Composed {
  const byId = new Map(goods.map((good) => [good.id, good]))
  const sampled = sampledContents(work)
  const transfers = transfersOf(work, flows)
  const steps = stepsOf(work, byId, flows, sampled)
  const composing: Composing = {
    work,
    goods: byId,
    steps: new Map(steps.map((step) => [step.id, step])),
    sampled,
    transfers,
    contents: new Map(),
    loads: [],
    assays: new Map(),
  }
  const layers = solvedLayers(composing, flows)
  if (layers.size === 0) return { flows, steps }
  const found = flows.map((flow) =>
    [...layers].reduce((known, layer) => withContent(composing, known, layer), flow),
  )
  const [contents, assays] = [[...composing.contents.values()], [...composing.assays.values()]]
  return { flows: found, steps, composition: { contents, loads: composing.loads, assays, transfers } }
}

/** A substance spreads from one mixed tank to the next, so the steps that balance it are found one after the other. */
function stepsOf(
  work: Normalising,
  goods: ReadonlyMap<string, InventoryGood>,
  flows: readonly InventoryFlow[],
  sampled: Sampled,
): InventoryStep[] {
  let steps: InventoryStep[] = []
  for (let before = -1, count = 0; count > before;) {
    const known = new Map(steps.map((step) => [step.id, step]))
    const carries = (flow: InventoryFlow, layer: Layer): boolean =>
      flow.contents[layer] !== undefined ||
      sampled.get(flow.id)?.has(layer) === true ||
      tankOf(work, goods, known, flow, layer) !== undefined
    steps = inventorySteps(work, flows, carries)
    before = count
    count = steps.reduce((sum, step) => sum + step.balances.length, 1)
  }
  return steps
}

/** The layers in which something carried is measured or unknown. */
function solvedLayers(composing: Composing, flows: readonly InventoryFlow[]): ReadonlySet<Layer> {
  const { work, goods, steps, sampled, transfers } = composing
  const layers = new Set(transfers.map(({ layer }) => layer))
  const balanced = new Set([...steps.values()].flatMap((step) => step.balances))
  for (const layer of balanced) {
    const solved = flows.some(
      (flow) =>
        touches(composing, flow, layer) &&
        (tankOf(work, goods, steps, flow, layer) !== undefined ||
          sampled.get(flow.id)?.has(layer) === true ||
          sampled.get(flow.of)?.has(layer) === true ||
          (layer === 'energy' && stateOf(composing, flow) !== undefined)),
    )
    if (solved) layers.add(layer)
  }
  return layers
}
