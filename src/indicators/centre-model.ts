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
  readonly spent: Readonly<Record<Spending, ByStep<Money>>>
  /** What leaves each step. */
  readonly outputs: ByStep<Output>
  readonly stocks: ByStep<PricedStock>
  readonly keyOf: ReadonlyMap<string, Key>
  /** Steps that only manage what others lost. */
  readonly waste: ReadonlySet<string>
  /** Flows that are lost to the step they leave. */
  readonly lost: ReadonlySet<string>
  /** Flows that the site says close a loop. */
  readonly recycled: readonly string[]
  /** Every figure that the result depends on → the steps whose costs or outputs it moves. All are known. */
  readonly movedBy: ReadonlyMap<string, ReadonlySet<string>>
}

type Spending = CostClass | 'water' | 'waste'

type ByStep<T> = ReadonlyMap<string, readonly T[]>

function byStep<T>(items: readonly T[], stepOf: (item: T) => string): ByStep<T> {
  const found = new Map<string, T[]>()
  for (const item of items) {
    const step = stepOf(item)
    const list = found.get(step)
    if (list === undefined) found.set(step, [item])
    else list.push(item)
  }
  return found
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
  const outputs = byStep<Output>([...leaving, ...missing], ({ flow }) => flow.from ?? '')
  const stocks = byStep(pricedStocks(work, places), ({ step }) => step)
  const placed = ({ step }: Money): string => step
  return {
    steps,
    spent: {
      material: byStep(spent.material, placed),
      water: byStep(spent.water, placed),
      energy: byStep(spent.energy, placed),
      system: byStep(spent.system, placed),
      waste: byStep(spent.waste, placed),
    },
    outputs,
    stocks,
    keyOf: keysOfCentres(work, outputs, lost),
    lost: new Set([...lost, ...missing.map(({ flow }) => flow.id)]),
    waste,
    recycled: inventory.flows.filter(({ recycle, to }) => recycle && to !== null).map(({ id }) => id),
    movedBy: movedBy(spent, outputs, stocks),
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
): Readonly<Record<Spending, readonly Money[]>> {
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
  outputs: ByStep<Output>,
  lost: ReadonlySet<string>,
): ReadonlyMap<string, Key> {
  return new Map(
    [...outputs].flatMap(([step, leaving]) => {
      const key = keyOfCentre(leaving, lost, valueOf(work))
      return key === undefined ? [] : [[step, key] as const]
    }),
  )
}

function movedBy(
  spent: Readonly<Record<Spending, readonly Money[]>>,
  outputs: ByStep<Output>,
  stocks: ByStep<PricedStock>,
): CentreModel['movedBy'] {
  const moved = new Map<string, Set<string>>()
  const note = (step: string, figures: readonly string[]): void => {
    for (const figure of figures) moved.set(figure, (moved.get(figure) ?? new Set()).add(step))
  }
  for (const list of Object.values(spent)) for (const { step, factors } of list) note(step, factors)
  for (const [step, list] of outputs) for (const { keys } of list) note(step, Object.values(keys).flat())
  for (const [step, list] of stocks)
    for (const { keys, change, price } of list) note(step, [change, price, ...Object.values(keys).flat()])
  return moved
}
