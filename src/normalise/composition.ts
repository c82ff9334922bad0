import type {
  Assay,
  Composition,
  Content,
  Found,
  InventoryFlow,
  InventoryGood,
  InventoryStep,
  Layer,
  Transfer,
} from '../model/inventory.js'
import { LAYER_UNITS, layerUnit } from '../model/inventory.js'
import { asText } from '../model/text.js'
import type { State } from '../schema/site.js'
import { convert, parseUnit, quotientUnit } from '../units/index.js'
import { assaysOf, sampledContents, type Measured, type Sampled } from './assays.js'
import { measures } from './contents.js'
import { enthalpyPerUnit, isWater } from './enthalpy.js'
import { contentName, nameOfLayer } from './layer-words.js'
import { about, type Normalising } from './stage.js'
import { inventorySteps } from './steps.js'
import { transfersOf } from './transfers.js'

type Composing = {
  readonly work: Normalising
  readonly goods: ReadonlyMap<string, InventoryGood>
  readonly steps: ReadonlyMap<string, InventoryStep>
  readonly sampled: Sampled
  readonly transfers: readonly Transfer[]
  readonly contents: Map<string, Content>
  readonly loads: Content[]
  readonly assays: Map<string, Assay>
}

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

/** The mixed step that a liquid leaves with the contents of the tank. */
function tankOf(
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

function isLiquid({ list, unit }: InventoryGood): boolean {
  return list === 'water' || measures(unit, 'volume')
}

function touches({ steps }: Composing, flow: InventoryFlow, layer: Layer): boolean {
  return [flow.from, flow.to].some((id) => id !== null && steps.get(id)?.balances.includes(layer) === true)
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

/** Temperature, pressure and dryness of water here: what the flow says over what its good says. */
function stateOf({ work, goods }: Composing, flow: InventoryFlow): State | undefined {
  const good = goods.get(flow.of)
  const said = good && work.site[good.list][good.id]
  if (good === undefined || said === undefined || good.contents['energy'] !== undefined) return undefined
  const state = { ...said.state, ...work.site.flows[flow.id]?.state }
  return isWater(good.list, said) && Object.keys(state).length > 0 ? state : undefined
}

/** The flow with what it carries of a solved layer. */
function withContent(composing: Composing, flow: InventoryFlow, layer: Layer): InventoryFlow {
  const named = composing.transfers.some(
    (transfer) => transfer.layer === layer && [transfer.flow, ...transfer.of].includes(flow.id),
  )
  const good = composing.goods.get(flow.of)
  if (good === undefined || (!named && !touches(composing, flow, layer))) return flow
  const { work, goods, steps } = composing
  const tank = tankOf(work, goods, steps, flow, layer)
  const size = tank === undefined ? undefined : sizeOf(work, flow, good, layer)
  const here = ofFlow(composing, flow, good, layer)
  if (tank !== undefined && size !== undefined) {
    const unit = quotientUnit(LAYER_UNITS[layer] ?? 't', layer === 'energy' ? 't' : 'm3')
    const label = asText(tank.name, tank.id)
    return found(
      composing,
      flow,
      { id: `tank.${tank.id}.${layer}`, label, layer, unit, at: tank.at },
      here,
      size,
    )
  }
  const unit = quotientUnit(LAYER_UNITS[layer] ?? 't', good.unit)
  const own = {
    id: `content.${flow.id}.${layer}`,
    label: asText(flow.name, flow.id),
    layer,
    unit,
    at: flow.at,
  }
  if (here.length > 0) return given(composing, flow, own, here)
  const any = ofGood(composing, flow, good, layer)
  if (any.length > 0) {
    const label = asText(good.name, good.id)
    return given(composing, flow, { ...own, id: `content.${good.id}.${layer}`, label, at: good.at }, any)
  }
  return named || mayHold(work, good, layer) ? withLoad(composing, flow, own) : flow
}

/** A flow of which nobody says what it carries: the load is the unknown, which keeps its balance a sum. */
function withLoad(composing: Composing, flow: InventoryFlow, { layer, label, at }: Content): InventoryFlow {
  const id = `load.${flow.id}.${layer}`
  const unit = layerUnit(layer)
  composing.loads.push({ id, label: about(label, nameOfLayer(composing.work, layer)), layer, unit, at })
  return carrying(flow, layer, { load: id, coefficient: 1 })
}

/** Liquids and residues carry what nobody says; what is bought or sold carries what is said of it. */
function mayHold(work: Normalising, good: InventoryGood, layer: Layer): boolean {
  if (layer === 'energy') return isWater(good.list, work.site[good.list][good.id] ?? {})
  return isLiquid(good) || good.list === 'residues'
}

/** What is said and measured of the flow itself. */
function ofFlow(composing: Composing, flow: InventoryFlow, good: InventoryGood, layer: Layer): Measured[] {
  const { work, sampled } = composing
  if (layer === 'energy') {
    const state = stateOf(composing, flow)
    const label = asText(flow.name, flow.id)
    const carrier = {
      id: `flow.${flow.id}`,
      label,
      list: good.list,
      unit: good.unit,
      good: {},
      contains: {},
      at: flow.at,
    }
    const heat = state && enthalpyPerUnit(work, carrier, state, good.contents['mass'])
    return heat === undefined
      ? []
      : [{ id: `assay.${flow.id}.energy`, figure: heat.id, written: heat.id, at: flow.at }]
  }
  const said = work.site.flows[flow.id]?.contains?.[layer]
  const figure = flow.contents[layer]
  const written = `flow.${flow.id}.contains.${layer}`
  const contains =
    said === undefined || figure === undefined
      ? []
      : [{ id: `assay.${flow.id}.${layer}`, figure, written, at: said.at }]
  return [...contains, ...assaysOf(work, sampled, { name: flow.id, flow, good }, layer)]
}

/** What is said and measured of the good wherever it moves. */
function ofGood(composing: Composing, flow: InventoryFlow, good: InventoryGood, layer: Layer): Measured[] {
  const { work, sampled } = composing
  const figure = good.contents[layer]
  const written = [`good.${good.id}.contains.${layer}`, `good.${good.id}.ncv`].find((id) =>
    work.ledger.has(id),
  )
  const contains =
    figure === undefined
      ? []
      : [{ id: `assay.${good.id}.${layer}`, figure, written: written ?? figure, at: good.at }]
  return [...contains, ...assaysOf(work, sampled, { name: good.id, flow, good }, layer)]
}

/** A single exact value is no unknown; the rest is. */
function given(
  composing: Composing,
  flow: InventoryFlow,
  content: Content,
  measured: readonly Measured[],
): InventoryFlow {
  const [only] = measured
  const exact = measured.length === 1 && !(composing.work.ledger.get(only?.figure ?? '')?.sd ?? 0)
  if (!exact) return found(composing, flow, content, measured, 1)
  return { ...flow, contents: { ...flow.contents, [content.layer]: only?.figure ?? '' } }
}

function found(
  composing: Composing,
  flow: InventoryFlow,
  content: Content,
  measured: readonly Measured[],
  coefficient: number,
): InventoryFlow {
  const { layer } = content
  const label = about(content.label, contentName(composing.work, layer))
  if (!composing.contents.has(content.id)) composing.contents.set(content.id, { ...content, label })
  for (const one of measured) composing.assays.set(one.id, { ...one, content: content.id, coefficient })
  return carrying(flow, layer, { content: content.id, coefficient })
}

function carrying(flow: InventoryFlow, layer: Layer, found: Found): InventoryFlow {
  return {
    ...flow,
    contents: { ...flow.contents, [layer]: `flow.${flow.id}.content.${layer}` },
    found: { ...flow.found, [layer]: found },
  }
}

/** Cubic metres of a unit of a liquid, or its tonnes where heat is carried. */
function sizeOf(
  work: Normalising,
  flow: InventoryFlow,
  good: InventoryGood,
  layer: Layer,
): number | undefined {
  const [from, to] = [parseUnit(good.unit), parseUnit('m3')]
  if (layer !== 'energy' && 'unit' in from && 'unit' in to) {
    const volume = convert(1, from.unit, to.unit)
    if (volume !== undefined) return volume
  }
  const mass = work.ledger.get(flow.contents['mass'] ?? '')?.value ?? undefined
  const density = work.ledger.get('choice.water-density')?.value ?? 1
  return mass === undefined || layer === 'energy' ? mass : mass / density
}
