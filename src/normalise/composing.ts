import type {
  Assay,
  Content,
  InventoryFlow,
  InventoryGood,
  InventoryStep,
  Layer,
  Transfer,
} from '../model/inventory.js'
import type { State } from '../schema/site.js'
import type { Sampled } from './assays.js'
import { measures } from './contents.js'
import { isWater } from './enthalpy.js'
import type { Normalising } from './stage.js'

/** What the parts of composition share while they find what flows carry. */
export type Composing = {
  readonly work: Normalising
  readonly goods: ReadonlyMap<string, InventoryGood>
  readonly steps: ReadonlyMap<string, InventoryStep>
  readonly sampled: Sampled
  readonly transfers: readonly Transfer[]
  readonly contents: Map<string, Content>
  readonly loads: Content[]
  readonly assays: Map<string, Assay>
}

/** The mixed step that a liquid leaves with the contents of the tank. */
export function tankOf(
  work: Normalising,
  goods: ReadonlyMap<string, InventoryGood>,
  steps: ReadonlyMap<string, InventoryStep>,
  flow: InventoryFlow,
  layer: Layer,
): InventoryStep | undefined {
  const step = flow.from === null ? undefined : steps.get(flow.from)
  const good = goods.get(flow.of)
  const built = layer === 'mass' || layer === 'water'
  if (step === undefined || good === undefined || built || work.site.steps[step.id]?.mixed !== true)
    return undefined
  return step.balances.includes(layer) && isLiquid(good) ? step : undefined
}

/** Water, and what is counted by its volume. */
export function isLiquid({ list, unit }: InventoryGood): boolean {
  return list === 'water' || measures(unit, 'volume')
}

/** Whether a step at either end of a flow balances a layer. */
export function touches({ steps }: Composing, flow: InventoryFlow, layer: Layer): boolean {
  return [flow.from, flow.to].some((id) => id !== null && steps.get(id)?.balances.includes(layer) === true)
}

/** Temperature, pressure and dryness of water here: what the flow says over what its good says. */
export function stateOf({ work, goods }: Composing, flow: InventoryFlow): State | undefined {
  const good = goods.get(flow.of)
  const said = good && work.site[good.list][good.id]
  if (good === undefined || said === undefined || good.contents['energy'] !== undefined) return undefined
  const state = { ...said.state, ...work.site.flows[flow.id]?.state }
  return isWater(good.list, said) && Object.keys(state).length > 0 ? state : undefined
}
