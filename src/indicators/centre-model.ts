import type { Balance } from '../model/balances.js'
import type { CentreLack } from '../model/indicators.js'
import {
  disposal,
  placedCosts,
  pricedStocks,
  purchases,
  type Money,
  type PaidFlow,
  type Places,
  type PricedStock,
} from './centre-costs.js'
import {
  isLost,
  keyOfCentre,
  keysOf,
  servants,
  unaccounted,
  wasteSteps,
  type Key,
  type Output,
} from './centre-outputs.js'
import { isKnown, valueOf, type Indicating } from './indicating.js'
import type { CostClass } from './mfca-types.js'

/** Costs and flows of the quantity centres by figures, so that they can be computed again where a figure moves. */
export type CentreModel = {
  readonly steps: readonly string[]
  readonly spent: Readonly<Record<CostClass | 'water' | 'waste', readonly Money[]>>
  /** What leaves each step. */
  readonly outputs: ReadonlyMap<string, readonly Output[]>
  readonly stocks: readonly PricedStock[]
  readonly keyOf: ReadonlyMap<string, Key>
  /** Steps that only manage what others lost. */
  readonly waste: ReadonlySet<string>
  /** Flows that are lost to the step they leave. */
  readonly lost: ReadonlySet<string>
  /** Flows that the site says close a loop. */
  readonly recycled: readonly string[]
  /** Every figure that the result depends on; all are known. */
  readonly figures: readonly string[]
}

/**
 * The costs that the site places at steps, and how their outputs share them; `undefined` where it places none. An
 * unknown outflow takes an unknown part of the cost along, and an unknown purchase brings an unknown cost: then what
 * lacks is told instead of any centre.
 */
export function centreModel(
  work: Indicating,
  balances: readonly Balance[],
): CentreModel | { readonly lacks: readonly CentreLack[] } | undefined {
  const { inventory } = work
  const steps = inventory.steps.map(({ id }) => id)
  if (steps.length < 2) return undefined
  const places: Places = {
    steps: new Set(steps),
    goods: new Map(inventory.goods.map((good) => [good.id, good])),
  }
  const lost = new Set(
    inventory.flows.filter((flow) => isLost(flow, places.goods.get(flow.of))).map(({ id }) => id),
  )
  const waste = wasteSteps(work, lost)
  const [bought, disposed] = [purchases(work, places), disposal(work, places)]
  const spent = spentAt(work, places, { bought, disposed, waste, served: servants(work, lost) })
  if (Object.values(spent).every((list) => list.length === 0)) return undefined
  const leaving = inventory.flows
    .filter(({ from }) => from !== null && !waste.has(from) && places.steps.has(from))
    .map((flow) => ({ flow, keys: keysOf(work, `flow.${flow.id}`, flow.contents) }))
  const lacks = lacksOf(work, leaving, [...bought, ...disposed])
  if (lacks.length > 0) return { lacks }
  const missing = steps
    .filter((step) => !waste.has(step))
    .flatMap((step) => unaccounted(work, balances, step))
  const outputs: readonly Output[] = [...leaving, ...missing]
  const byStep = new Map(steps.map((step) => [step, outputs.filter(({ flow }) => flow.from === step)]))
  const stocks = pricedStocks(work, places)
  return {
    steps,
    spent,
    outputs: byStep,
    stocks,
    keyOf: keysOfCentres(work, byStep, lost),
    lost: new Set([...lost, ...missing.map(({ flow }) => flow.id)]),
    waste,
    recycled: inventory.flows.filter(({ recycle, to }) => recycle && to !== null).map(({ id }) => id),
    figures: figuresOf(spent, outputs, stocks),
  }
}

/** Costs by class, without what utilities spend that hand nothing on; what waste steps take up is waste management. */
function spentAt(
  work: Indicating,
  places: Places,
  of: {
    readonly bought: readonly PaidFlow[]
    readonly disposed: readonly PaidFlow[]
    readonly waste: ReadonlySet<string>
    readonly served: ReadonlySet<string>
  },
): CentreModel['spent'] {
  const buying = (list: string): Money[] =>
    of.bought.filter((one) => one.list === list).map(({ money }) => money)
  const all = {
    material: [...buying('materials'), ...placedCosts(work, 'material', places)],
    water: buying('water'),
    energy: [...buying('energy'), ...placedCosts(work, 'energy', places)],
    system: placedCosts(work, 'system', places),
  }
  const atCentres = (list: readonly Money[]): Money[] => list.filter(({ step }) => !of.waste.has(step))
  const placed = (list: readonly Money[]): Money[] =>
    atCentres(list).filter(({ step }) => !of.served.has(step))
  return {
    material: placed(all.material),
    water: atCentres(all.water),
    energy: placed(all.energy),
    system: placed(all.system),
    waste: [
      ...placedCosts(work, 'waste', places),
      ...of.disposed.map(({ money }) => money),
      ...Object.values(all).flatMap((list) => list.filter(({ step }) => of.waste.has(step))),
    ],
  }
}

/** Flows without amount; and outflows without mass, water or energy, as pieces are, which could take no cost along. */
function lacksOf(work: Indicating, leaving: readonly Output[], paid: readonly PaidFlow[]): CentreLack[] {
  const ids = new Set([...leaving, ...paid].map(({ flow }) => flow.id))
  const unknown = [...ids].filter((id) => !isKnown(work, `flow.${id}`))
  const bare = leaving.filter(
    ({ flow, keys }) => !unknown.includes(flow.id) && Object.keys(keys).length === 0,
  )
  return [
    ...unknown.map((flow) => ({ flow, of: 'amount' as const })),
    ...bare.map(({ flow }) => ({ flow: flow.id, of: 'mass' as const })),
  ]
}

function keysOfCentres(
  work: Indicating,
  outputs: ReadonlyMap<string, readonly Output[]>,
  lost: ReadonlySet<string>,
): ReadonlyMap<string, Key> {
  return new Map(
    [...outputs].flatMap(([step, leaving]) => {
      const key = keyOfCentre(leaving, lost, valueOf(work))
      return key === undefined ? [] : [[step, key] as const]
    }),
  )
}

function figuresOf(
  spent: CentreModel['spent'],
  outputs: readonly Output[],
  stocks: readonly PricedStock[],
): string[] {
  return [
    ...new Set([
      ...Object.values(spent).flatMap((list) => list.flatMap(({ factors }) => factors)),
      ...[...outputs, ...stocks].flatMap(({ keys }) => Object.values(keys).flat()),
      ...stocks.flatMap(({ change, price }) => [change, price]),
    ]),
  ]
}
