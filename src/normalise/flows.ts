import {
  WHOLE_SITE,
  type GoodList,
  type InventoryFlow,
  type InventoryGood,
  type Layer,
  type Leaves,
} from '../model/inventory.js'
import { asText } from '../model/text.js'
import type { Flow } from '../schema/site.js'
import { flowContentsOf } from './contents.js'
import type { Normalising } from './stage.js'

const LEAVING_LISTS: ReadonlySet<GoodList> = new Set(['products', 'residues'])

/** Written flows, and one flow for each good that has an amount and no flow of its own. */
export function inventoryFlows(work: Normalising, goods: readonly InventoryGood[]): InventoryFlow[] {
  const byId = new Map(goods.map((good) => [good.id, good]))
  const written = Object.entries(work.site.flows).flatMap(([id, flow]) => {
    const good = byId.get(flow.of)
    return good === undefined ? [] : [writtenFlow(work, id, flow, good)]
  })
  const moved = new Set(written.map((flow) => flow.of))
  const implied = goods
    .filter((good) => !moved.has(good.id) && counted(work, good))
    .map((good) => impliedFlow(good))
  return [...written, ...implied]
}

/** A good without flows moves as soon as its amount, a meter or a paper speaks of it. */
function counted(work: Normalising, good: InventoryGood): boolean {
  const { site } = work
  return (
    site[good.list][good.id]?.amount !== undefined ||
    Object.values(site.meters).some((meter) => meter.reads.some((term) => term.of === good.id)) ||
    [...site.readings, ...site.bills].some((row) => row.of === good.id)
  )
}

function writtenFlow(work: Normalising, id: string, flow: Flow, good: InventoryGood): InventoryFlow {
  const leaves = (flow.as ?? good.as) as Leaves | undefined
  const ends =
    flow.from === undefined && flow.to === undefined
      ? impliedEnds(good, leaves)
      : { from: flow.from ?? null, to: flow.to ?? null }
  return {
    id,
    name: flow.name ?? good.name,
    of: good.id,
    ...ends,
    ...(leaves === undefined || ends.to !== null ? {} : { as: leaves }),
    recycle: flow.recycle ?? false,
    contents: flowContents(work, id, flow, good),
    at: `/flows/${id}`,
  }
}

function impliedFlow(good: InventoryGood): InventoryFlow {
  const ends = impliedEnds(good, good.as)
  return {
    id: good.id,
    name: good.name,
    of: good.id,
    ...ends,
    ...(good.as === undefined || ends.to !== null ? {} : { as: good.as }),
    recycle: false,
    contents: good.contents,
    at: good.at,
  }
}

/** No `from` enters, no `to` leaves; with neither, products, residues and what has an `as` leave, the rest enter. */
function impliedEnds(
  good: InventoryGood,
  as: Leaves | undefined,
): { from: string | null; to: string | null } {
  return as !== undefined || LEAVING_LISTS.has(good.list)
    ? { from: WHOLE_SITE, to: null }
    : { from: null, to: WHOLE_SITE }
}

function flowContents(
  work: Normalising,
  id: string,
  flow: Flow,
  good: InventoryGood,
): Readonly<Record<Layer, string>> {
  if (flow.contains === undefined) return good.contents
  const carrier = {
    id: `flow.${id}`,
    label: asText(flow.name ?? good.name, id),
    list: good.list,
    unit: good.unit,
    good: {},
    contains: flow.contains,
    at: `/flows/${id}`,
  }
  return flowContentsOf(work, carrier, good.contents)
}
