import { addInfluence, influenceOn, rememberInfluence, spreadOf } from '../formula/index.js'
import type { Balance } from '../model/balances.js'
import type { Figure } from '../model/figure.js'
import type { CentreCost, CentreMatrix, CentreRow, Indicators } from '../model/indicators.js'
import { asText, type Text } from '../model/text.js'
import { mfcaInputs } from './centre-input.js'
import { centreModel, type CentreModel } from './centre-model.js'
import type { Get } from './centre-outputs.js'
import { isKnown, valueOf, type Indicating } from './indicating.js'
import { mfca } from './mfca.js'
import { yearlyCosts } from './stated-costs.js'
import type { MfcaInput, MfcaResult, RecycleConvention } from './mfca-types.js'

/** Beyond this many steps the matrix of a site is no table that a person reads, and takes long to solve. */
const MOST_STEPS = 200

type Cell = 'input' | 'carried' | 'product' | 'loss' | 'stock' | 'waste'

const CELLS: readonly Cell[] = ['input', 'carried', 'product', 'loss', 'stock', 'waste']

type Numbers = ReadonlyMap<string, Readonly<Record<Cell, number>>>

function totalOf(costs: Readonly<Record<'material' | 'energy' | 'system', number>>): number {
  return costs.material + costs.energy + costs.system
}

/** What a centre got, and where it went, in one run of the engine. */
function ofRun(input: MfcaInput, result: MfcaResult, step: string): Record<Cell, number> {
  const centre = input.quantityCentres[step]
  const bought = centre === undefined ? 0 : totalOf(centre.newInput)
  const ends = { product: 0, loss: 0, stock: 0, recycle: 0 }
  for (const { id, from, to, kind } of input.flows) {
    const cost = result.flows[id]
    if (from !== step || cost === undefined) continue
    if (to === null) ends[kind] += cost.total
    // Recycled with its material only: energy and system cost of the loop end here.
    else if (kind === 'recycle' && result.convention === 'materialOnly')
      ends.loss += cost.energy + cost.system
  }
  const waste = centre?.wasteManagement ?? 0
  return {
    input: bought + waste,
    carried: totalOf(result.quantityCentreTotals[step] ?? { material: 0, energy: 0, system: 0 }) - bought,
    product: ends.product,
    loss: ends.loss + waste,
    stock: ends.stock,
    waste,
  }
}

/** Every cell of every centre at given values; `null` where the costs cannot be allocated. */
function numbersAt(model: CentreModel, convention: RecycleConvention, get: Get): Numbers | null {
  const { goods, water } = mfcaInputs(model, get)
  const [dry, wet] = [mfca(goods, convention).result, mfca(water, convention).result]
  if (dry === null || wet === null) return null
  return new Map(
    model.steps.map((step) => {
      const [a, b] = [ofRun(goods, dry, step), ofRun(water, wet, step)]
      const sum = CELLS.map((cell) => [cell, a[cell] + b[cell]] as const)
      return [step, Object.fromEntries(sum) as Record<Cell, number>]
    }),
  )
}

// Small beside what bends the result, large beside rounding.
const STEP = 1 / 4096

const ROUNDING = 1e-12

type Influences = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Influence of every uncertain figure on every cell, `step.cell`, by small differences from what they are. */
function influencesOf(
  work: Indicating,
  model: CentreModel,
  convention: RecycleConvention,
  now: Numbers,
): Influences {
  const found = new Map<string, Map<string, number>>()
  const value = valueOf(work)
  for (const id of model.figures) {
    const figure = work.ledger.get(id)
    const influence = figure === undefined ? new Map<string, number>() : influenceOn(figure)
    const sd = Math.hypot(...influence.values())
    if (!(sd > 0)) continue
    const moved = numbersAt(model, convention, (name) => value(name) + (name === id ? sd * STEP : 0))
    if (moved === null) continue
    for (const [step, cells] of moved) {
      for (const cell of CELLS) {
        const before = now.get(step)?.[cell] ?? 0
        const change = cells[cell] - before
        // What the arithmetic leaves of a cell that the figure does not reach is rounding.
        if (Math.abs(change) <= ROUNDING * Math.abs(before)) continue
        const slope = change / (sd * STEP)
        const key = `${step}.${cell}`
        const all = found.get(key) ?? new Map<string, number>()
        addInfluence(all, influence, slope)
        found.set(key, all)
      }
    }
  }
  return found
}

const NAMES: Readonly<Record<Cell, Text>> = {
  input: { en: 'new cost', vi: 'chi phí mới' },
  carried: { en: 'carried over from other centres', vi: 'chuyển từ trung tâm khác' },
  product: { en: 'cost in products', vi: 'chi phí trong sản phẩm' },
  loss: { en: 'cost of losses', vi: 'chi phí tổn thất' },
  stock: { en: 'cost put into stock', vi: 'chi phí vào tồn kho' },
  waste: { en: 'waste management', vi: 'quản lý chất thải' },
}

function matrixOf(
  work: Indicating,
  model: CentreModel,
  convention: RecycleConvention,
): CentreMatrix | undefined {
  const get = valueOf(work)
  const numbers = numbersAt(model, convention, get)
  if (numbers === null) return undefined
  const influences = influencesOf(work, model, convention, numbers)
  const figure = (id: string, label: Text, value: number, influence: ReadonlyMap<string, number>): string => {
    const sd = spreadOf(influence, 0)
    const solved = { id, label, value, ...solvedIn(work) }
    return rememberInfluence(work.ledger.add(sd === undefined ? solved : { ...solved, sd }), influence).id
  }
  const about = (step: string | undefined, cell: Cell): Text => {
    const found = work.inventory.steps.find(({ id }) => id === step)
    const name =
      found === undefined ? { en: 'All centres', vi: 'Mọi trung tâm' } : asText(found.name, found.id)
    return { en: `${name.en}: ${NAMES[cell].en}`, vi: `${name.vi}: ${NAMES[cell].vi}` }
  }
  const prefix = `centres.${convention === 'carry' ? 'carry' : 'material-only'}`
  const rows = [...numbers].flatMap(([step, cells]): CentreRow[] => {
    if (CELLS.every((cell) => cells[cell] === 0)) return []
    const one = (cell: Cell): string =>
      figure(
        `${prefix}.${step}.${cell}`,
        about(step, cell),
        cells[cell],
        influences.get(`${step}.${cell}`) ?? new Map(),
      )
    return [{ step, ...(Object.fromEntries(CELLS.map((cell) => [cell, one(cell)])) as CentreCost) }]
  })
  const total = (cell: Cell): string => {
    const influence = new Map<string, number>()
    for (const step of numbers.keys())
      addInfluence(influence, influences.get(`${step}.${cell}`) ?? new Map(), 1)
    const sum = [...numbers.values()].reduce((all, cells) => all + cells[cell], 0)
    return figure(`${prefix}.total.${cell}`, about(undefined, cell), sum, influence)
  }
  const { input, product, loss, stock } = Object.fromEntries(
    (['input', 'product', 'loss', 'stock'] as const).map((cell) => [cell, total(cell)]),
  ) as Record<'input' | 'product' | 'loss' | 'stock', string>
  const placed = [...numbers.values()].reduce((sum, cells) => sum + cells.input - cells.waste, 0)
  const unplaced = work.ledger.add({
    id: `${prefix}.unplaced`,
    label: UNPLACED,
    ...restOf(work, placed),
    ...solvedIn(work),
  }).id
  return { convention, rows, input, product, loss, stock, unplaced }
}

const solvedIn = ({ site }: Indicating) =>
  ({ unit: `${site.site.currency}/yr`, kind: 'solved', method: 'material-flow-cost-accounting' }) as const

const UNPLACED: Text = {
  en: 'Cost that the site places at no step',
  vi: 'Chi phí chưa gắn với công đoạn nào',
}

/** What is spent beyond what is placed at steps; unknown where some of it is not known. */
function restOf(work: Indicating, placed: number): Pick<Figure, 'value' | 'lacks'> {
  const costs = spentOn(work)
  const lacks = costs.filter((id) => !isKnown(work, id))
  if (lacks.length > 0) return { value: null, lacks }
  const spent = costs.map(valueOf(work)).reduce((sum, cost) => sum + cost, 0)
  return { value: spent - placed > 1e-9 * spent ? spent - placed : 0 }
}

/** All that is paid for material, water, energy and system. */
function spentOn(work: Indicating): string[] {
  const bought = work.inventory.goods.map(({ id }) => `cost.${id}`).filter((id) => work.ledger.has(id))
  const stated = (['material', 'energy', 'system'] as const).flatMap((of) => yearlyCosts(work, of))
  return [...bought, ...stated.map(({ figure }) => figure)]
}

/**
 * Cost of products and losses at every step as a quantity centre (ISO 14051): with recycled streams that carry all their
 * cost, and where the site has such streams also with their material cost only. Of costs that the site places at no step
 * nothing is said here. Empty where no cost is placed at a step, where nothing tells how outputs share it, and, with the
 * flows named, where one of them is not known.
 */
export function quantityCentres(
  work: Indicating,
  balances: readonly Balance[],
): Pick<Indicators, 'centres' | 'centresLack'> {
  const model = work.inventory.steps.length > MOST_STEPS ? undefined : centreModel(work, balances)
  if (model === undefined) return { centres: [] }
  if ('lacks' in model) return { centres: [], centresLack: model.lacks }
  // Without energy or system cost there is nothing that the conventions treat differently.
  const parted = model.recycled.length > 0 && model.spent.energy.length + model.spent.system.length > 0
  const conventions: readonly RecycleConvention[] = parted ? ['carry', 'materialOnly'] : ['carry']
  return { centres: conventions.flatMap((convention) => matrixOf(work, model, convention) ?? []) }
}
