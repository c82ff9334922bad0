import { addInfluence, rememberInfluence, spreadOf } from '../formula/index.js'
import type { Balance } from '../model/balances.js'
import type { Figure } from '../model/figure.js'
import type { CentreCost, CentreMatrix, CentreRow, Indicators } from '../model/indicators.js'
import { asText, type Text } from '../model/text.js'
import { CELLS, cellsOfRun, type Cell, type Cells } from './centre-cells.js'
import { centreInfluences, type RunDone } from './centre-influences.js'
import { mfcaInput } from './centre-input.js'
import { centreModel, type CentreModel } from './centre-model.js'
import type { Get } from './centre-outputs.js'
import { isKnown, valueOf, type Indicating } from './indicating.js'
import { mfca } from './mfca.js'
import { yearlyCosts } from './stated-costs.js'
import type { RecycleConvention } from './mfca-types.js'

/** Beyond this many steps the matrix of a site is no table that a person reads. */
const MOST_STEPS = 200

/** What the runs of the engine gave at the values that are, together; `null` where the costs cannot be allocated. */
function runsOf(
  model: CentreModel,
  convention: RecycleConvention,
  get: Get,
): { readonly runs: readonly RunDone[]; readonly cells: ReadonlyMap<string, Cells> } | null {
  const runs = (['goods', 'water'] as const).flatMap((of): RunDone[] => {
    const input = mfcaInput(model, of, get)
    const { result } = mfca(input, convention)
    return result === null ? [] : [{ of, input, result }]
  })
  if (runs.length < 2) return null
  const each = runs.map(({ input, result }) => cellsOfRun(input, result))
  const together = (step: string, cell: Cell): number =>
    each.reduce((sum, cells) => sum + (cells.get(step)?.[cell] ?? 0), 0)
  const sums = model.steps.map((step) => {
    const cells = CELLS.map((cell) => [cell, together(step, cell)] as const)
    return [step, Object.fromEntries(cells) as Cells] as const
  })
  return { runs, cells: new Map(sums) }
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
  const done = runsOf(model, convention, get)
  if (done === null) return undefined
  const { cells: numbers, runs } = done
  const influences = centreInfluences(work, model, convention, runs, numbers)
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
  const parted = model.recycled.length > 0 && model.spent.energy.size + model.spent.system.size > 0
  const conventions: readonly RecycleConvention[] = parted ? ['carry', 'materialOnly'] : ['carry']
  return { centres: conventions.flatMap((convention) => matrixOf(work, model, convention) ?? []) }
}
