import { LAYER_UNITS, layerUnit } from '../model/inventory.js'
import type { Content, Found, InventoryFlow, InventoryGood, Layer } from '../model/inventory.js'
import { asText } from '../model/text.js'
import { convert, parseUnit, quotientUnit } from '../units/index.js'
import { assaysOf, type Measured } from './assays.js'
import { isLiquid, stateOf, tankOf, touches, type Composing } from './composing.js'
import { enthalpyPerUnit, isWater } from './enthalpy.js'
import { about, contentName, layerNameIn, type Normalising } from './stage.js'

/** The flow with what it carries of a solved layer; contents, loads and assays found on the way are kept. */
export function withContent(composing: Composing, flow: InventoryFlow, layer: Layer): InventoryFlow {
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
  composing.loads.push({ id, label: about(label, layerNameIn(composing.work, layer)), layer, unit, at })
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
  if (mass === undefined || layer === 'energy') return mass
  const density = work.ledger.get('choice.water-density')?.value ?? undefined
  return density && mass / density
}
