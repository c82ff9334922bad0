import type { Balance } from '../model/balances.js'
import type { InventoryFlow, InventoryGood } from '../model/inventory.js'
import { convert, parseUnit, quotientUnit } from '../units/index.js'
import type { Indicating } from './indicating.js'
import type { CostClass, MfcaFlow, MfcaInput } from './mfca-types.js'
import { yearlyCosts, type YearlyCost } from './stated-costs.js'

/** What a cost is: scale × a product of figures, `amount × price`, or one figure. */
type Money = { readonly step: string; readonly factors: readonly string[]; readonly scale: number }

/** What the outputs of a centre share its cost by: dry mass (ISO 14053 leaves water out), else water, else energy. */
type Key = 'dry' | 'water' | 'energy'

/** A flow that leaves a centre, or what its balances miss. */
type Output = {
  readonly flow: Pick<InventoryFlow, 'id' | 'from' | 'to' | 'recycle'>
  readonly keys: Readonly<Partial<Record<Key, readonly string[]>>>
}

/** Costs and flows of the quantity centres by figures, so that they can be computed again where a figure moves. */
export type CentreModel = {
  readonly steps: readonly string[]
  readonly spent: Readonly<Record<CostClass | 'water' | 'waste', readonly Money[]>>
  /** What leaves each step. */
  readonly outputs: ReadonlyMap<string, readonly Output[]>
  /** Stock changes of a priced good at a step. */
  readonly stocks: readonly {
    readonly id: string
    readonly step: string
    readonly change: string
    readonly price: string
    readonly scale: number
    readonly keys: Output['keys']
  }[]
  readonly keyOf: ReadonlyMap<string, Key>
  /** Steps that only manage what others lost. */
  readonly waste: ReadonlySet<string>
  /** Flows that are lost to the step they leave. */
  readonly lost: ReadonlySet<string>
  /** Flows that the site says close a loop. */
  readonly recycled: readonly string[]
  /** Every figure that the result depends on. */
  readonly figures: readonly string[]
}

export type Get = (figure: string) => number

/** Lists whose goods are paid for when they come in. */
const BOUGHT: ReadonlySet<string> = new Set(['materials', 'water', 'energy'])

const KEYS: readonly Key[] = ['dry', 'water', 'energy']

const LOST: ReadonlySet<string> = new Set(['by-product', 'waste', 'wastewater', 'emission', 'heat', 'loss'])

/** Wastewater is lost where it leaves a process, whatever tank it passes on its way out; what is recycled is not. */
function isLost(flow: InventoryFlow, good: InventoryGood | undefined): boolean {
  return !(flow.recycle && flow.to !== null) && LOST.has(flow.as ?? good?.as ?? '')
}

/** Utilities of which nothing but losses leaves as a flow: cold or air goes where no flow says, so its cost does too. */
function servants({ inventory }: Indicating, lost: ReadonlySet<string>): ReadonlySet<string> {
  const utilities = inventory.steps.filter(({ kind }) => kind === 'utility')
  const hands = new Set(inventory.flows.filter(({ id }) => !lost.has(id)).map(({ from }) => from))
  return new Set(utilities.map(({ id }) => id).filter((id) => !hands.has(id)))
}

/** Steps that only take what others lose and hand nothing back are their waste management, no centres with output. */
function wasteSteps({ inventory }: Indicating, lost: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    inventory.steps.flatMap(({ id, kind }) => {
      const inside = inventory.flows.filter(({ from, to }) => to === id && from !== null)
      const back = inventory.flows.some((flow) => flow.from === id && flow.to !== null && !lost.has(flow.id))
      const takes = inside.length > 0 && inside.every((flow) => kind === 'treatment' || lost.has(flow.id))
      return takes && !back ? [id] : []
    }),
  )
}

const known = (work: Indicating, id: string | undefined): id is string =>
  id !== undefined && work.ledger.get(id)?.value != null

/** Figures that the keys of an output are made of: mass and water, or energy. */
function keysOf(
  work: Indicating,
  prefix: string,
  contents: Readonly<Record<string, string>>,
): Output['keys'] {
  const figure = (layer: string): string | undefined =>
    contents[layer] !== undefined && known(work, `${prefix}.${layer}`) ? `${prefix}.${layer}` : undefined
  const [mass, water, energy] = ['mass', 'water', 'energy'].map(figure)
  return {
    ...(mass !== undefined && (contents['water'] === undefined || water !== undefined)
      ? { dry: water === undefined ? [mass] : [mass, water] }
      : {}),
    ...(water === undefined ? {} : { water: [water] }),
    ...(energy === undefined ? {} : { energy: [energy] }),
  }
}

/** Amount of a key; what rounding leaves of a mass that is all water is none. */
function keyAmount(figures: readonly string[] | undefined, get: Get): number | null {
  if (figures === undefined) return null
  const [first = '', water] = figures
  const all = get(first)
  if (water === undefined) return Math.max(all, 0)
  const dry = all - get(water) * get('choice.water-density')
  return dry > 1e-9 * Math.abs(all) ? dry : 0
}

/** The first key that some output of the centre has, and of which none is unknown. */
function keyOfCentre(outputs: readonly Output[], get: Get): Key | undefined {
  return KEYS.find((key) => {
    const amounts = outputs.map((output) => keyAmount(output.keys[key], get))
    // What has no place in a layer, electricity among materials, takes nothing with it.
    return amounts.some((amount) => (amount ?? 0) > 0)
  })
}

/** The costs that the site places at steps, and how their outputs share them; `undefined` where it places none. */
export function centreModel(work: Indicating, balances: readonly Balance[]): CentreModel | undefined {
  const { inventory } = work
  const goods = new Map(inventory.goods.map((good) => [good.id, good]))
  const lost = new Set(inventory.flows.filter((flow) => isLost(flow, goods.get(flow.of))).map(({ id }) => id))
  const waste = wasteSteps(work, lost)
  const steps = inventory.steps.map(({ id }) => id)
  if (steps.length < 2) return undefined
  const bought = inventory.flows.flatMap((flow) => {
    const good = goods.get(flow.of)
    return good === undefined ? [] : purchases(work, flow, good, steps)
  })
  const stated = (of: CostClass | 'waste'): Money[] =>
    yearlyCosts(work, of).flatMap((cost) => placed(cost, steps))
  const placedAt = (list: readonly Money[]): Money[] => list.filter(({ step }) => !served.has(step))
  const atWaste = (list: readonly Money[]): Money[] => list.filter(({ step }) => waste.has(step))
  const elsewhere = (list: readonly Money[]): Money[] => list.filter(({ step }) => !waste.has(step))
  const of = (list: string): Money[] => bought.filter((one) => one.list === list).map(({ money }) => money)
  const served = servants(work, lost)
  const own = {
    material: [...of('materials'), ...stated('material')],
    water: of('water'),
    energy: [...of('energy'), ...stated('energy')],
    system: stated('system'),
  }
  const flows = inventory.flows.flatMap((flow): Output[] =>
    flow.from === null || waste.has(flow.from) || !steps.includes(flow.from)
      ? []
      : [{ flow, keys: keysOf(work, `flow.${flow.id}`, flow.contents) }],
  )
  // What nobody knows of an outflow takes an unknown part of the cost along: no centre is told then, and none is guessed.
  if (flows.some(({ flow }) => !known(work, `flow.${flow.id}`))) return undefined
  const missing = steps.flatMap((step): Output[] =>
    waste.has(step) ? [] : unaccounted(work, balances, step),
  )
  const outputs = [...flows, ...missing]
  for (const { flow } of missing) lost.add(flow.id)
  const spent = {
    material: placedAt(elsewhere(own.material)),
    water: elsewhere(own.water),
    energy: placedAt(elsewhere(own.energy)),
    system: placedAt(elsewhere(own.system)),
    // What the treatment of wastewater and waste takes up is waste management too.
    waste: [...stated('waste'), ...disposal(work, goods, steps), ...Object.values(own).flatMap(atWaste)],
  }
  if (Object.values(spent).every((list) => list.length === 0)) return undefined
  const get: Get = (id) => work.ledger.get(id)?.value ?? 0
  const byStep = new Map<string, readonly Output[]>()
  for (const output of outputs) {
    const step = output.flow.from ?? ''
    byStep.set(step, [...(byStep.get(step) ?? []), output])
  }
  const keyOf = new Map(
    steps.flatMap((step) => {
      const key = keyOfCentre(byStep.get(step) ?? [], get)
      return key === undefined ? [] : [[step, key] as const]
    }),
  )
  const stocks = stocksOf(work, goods, steps)
  const figures = [
    ...Object.values(spent).flatMap((list) => list.flatMap(({ factors }) => factors)),
    ...[...outputs, ...stocks].flatMap(({ keys }) => Object.values(keys).flat()),
    ...stocks.flatMap(({ change, price }) => [change, price]),
  ]
  const recycled = inventory.flows.filter(({ recycle, to }) => recycle && to !== null).map(({ id }) => id)
  return {
    steps,
    spent,
    outputs: byStep,
    stocks,
    keyOf,
    lost,
    waste,
    recycled,
    figures: [...new Set(figures)],
  }
}

/** What the water and mass balances of a step miss leaves it too, nobody knows where. */
function unaccounted(work: Indicating, balances: readonly Balance[], step: string): Output[] {
  const rest = (layer: string): string | undefined => {
    const figure = balances.find((balance) => balance.step === step && balance.layer === layer)?.unaccounted
    return known(work, figure) && (work.ledger.get(figure)?.value ?? 0) > 0 ? figure : undefined
  }
  const [mass, water] = [rest('mass'), rest('water')]
  if (mass === undefined && water === undefined) return []
  const flow = { id: `unaccounted:${step}`, from: step, to: null, recycle: false }
  const keys = {
    ...(mass === undefined ? {} : { dry: water === undefined ? [mass] : [mass, water] }),
    ...(water === undefined ? {} : { water: [water] }),
  }
  return [{ flow, keys }]
}

/** What is paid for a flow that enters at a step. */
function purchases(
  work: Indicating,
  flow: InventoryFlow,
  good: InventoryGood,
  steps: readonly string[],
): { readonly list: string; readonly money: Money }[] {
  const { from, to } = flow
  if (from !== null || to === null || !steps.includes(to) || !BOUGHT.has(good.list)) return []
  if (!known(work, good.price) || !known(work, `flow.${flow.id}`)) return []
  return [{ list: good.list, money: priced(work, to, `flow.${flow.id}`, good.price, good, 1) }]
}

/** Amount × price in the currency of the site, whatever unit the price is said for: `VND/kg` of a good in tonnes. */
function priced(
  work: Indicating,
  step: string,
  amount: string,
  price: string,
  good: InventoryGood,
  sign: 1 | -1,
): Money {
  return { step, factors: [amount, price], scale: sign * scaleOf(work, price, good) }
}

function scaleOf(work: Indicating, price: string, good: InventoryGood): number {
  const wanted = quotientUnit(work.site.site.currency, good.unit)
  const [from, to] = [parseUnit(work.ledger.get(price)?.unit ?? wanted), parseUnit(wanted)]
  return ('unit' in from && 'unit' in to ? convert(1, from.unit, to.unit) : undefined) ?? 1
}

function placed({ step, figure }: YearlyCost, steps: readonly string[]): Money[] {
  return step !== null && steps.includes(step) ? [{ step, factors: [figure], scale: 1 }] : []
}

/** What is paid for flows that leave a step for good. */
function disposal(
  work: Indicating,
  goods: ReadonlyMap<string, InventoryGood>,
  steps: readonly string[],
): Money[] {
  return work.inventory.flows.flatMap((flow): Money[] => {
    const good = goods.get(flow.of)
    if (flow.to !== null || flow.from === null || !steps.includes(flow.from) || good === undefined) return []
    if (!known(work, `flow.${flow.id}`)) return []
    const amount = `flow.${flow.id}`
    if (known(work, good.treatmentCost)) return [priced(work, flow.from, amount, good.treatmentCost, good, 1)]
    const paid = known(work, good.price) && (work.ledger.get(good.price)?.value ?? 0) < 0
    return paid && good.price !== undefined ? [priced(work, flow.from, amount, good.price, good, -1)] : []
  })
}

function stocksOf(
  work: Indicating,
  goods: ReadonlyMap<string, InventoryGood>,
  steps: readonly string[],
): CentreModel['stocks'] {
  return work.inventory.stocks.flatMap((stock) => {
    const good = goods.get(stock.of)
    const price = good?.price
    if (
      stock.step === null ||
      good === undefined ||
      !BOUGHT.has(good.list) ||
      !steps.includes(stock.step) ||
      !known(work, price) ||
      !known(work, stock.change)
    )
      return []
    const keys = keysOf(work, `stock.${stock.id}.carries`, stock.contents)
    const scale = scaleOf(work, price, good)
    const reconciled = `stock.${stock.id}.reconciled`
    const change = work.ledger.has(reconciled) ? reconciled : stock.change
    return [{ id: `stock:${stock.id}`, step: stock.step, change, price, scale, keys }]
  })
}

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
  const wet = outputs.some(({ keys }) => (keyAmount(keys.water, get) ?? 0) > 0)
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
    mass: keyAmount(keys[key], get) ?? 0,
  }))
  const kept = model.stocks.filter((stock) => stock.step === step && get(stock.change) > 0)
  return [
    ...flows,
    ...kept.map(({ id, keys }): MfcaFlow => ({
      id,
      from: step,
      to: null,
      kind: 'stock',
      mass: keyAmount(keys[key], get) ?? 0,
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
