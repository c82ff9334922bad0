import { diagnose } from '../diagnostics/catalogue.js'
import { createLedger } from '../formula/index.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import {
  WHOLE_SITE,
  type GoodList,
  type Inventory,
  type InventoryFlow,
  type InventoryGood,
  type InventoryStep,
  type Layer,
  type Leaves,
} from '../model/inventory.js'
import type { Flow, Site } from '../schema/site.js'
import type { Content } from '../templates/content.js'
import { claimsOf } from './claims.js'
import { contentsOf } from './contents.js'
import { goodUnit } from './good-unit.js'
import { readPeriod, yearsOf } from './period.js'
import { about, enter, type Normalising } from './stage.js'
import { asText } from '../model/text.js'
import { stockChanges } from './stocks.js'

/** Lists of goods in the order in which sheets show them. */
export const GOOD_LISTS: readonly GoodList[] = ['products', 'materials', 'water', 'energy', 'residues']

const LEAVING_LISTS: ReadonlySet<GoodList> = new Set(['products', 'residues'])

/**
 * Site → inventory: one period, one set of units, every written number in the ledger with its uncertainty.
 * Amounts become figures per year; what a quantity lacks (hours, density, heating value) is asked for by a
 * diagnostic and leaves that quantity out, never more.
 */
export function normalise(
  site: Site,
  context: { readonly content: Content },
): Staged<{ readonly inventory: Inventory; readonly figures: readonly Figure[] } | null> {
  const diagnostics: Diagnostic[] = []
  const period = readPeriod(site.period)
  if (period === undefined)
    return {
      value: null,
      diagnostics: [diagnose('U301', '/period', { written: `${site.period.first} – ${site.period.last}` })],
    }
  const work: Normalising = { site, content: context.content, ledger: createLedger(), diagnostics }
  work.ledger.add({
    id: 'period.years',
    label: { en: 'Length of the period', vi: 'Độ dài kỳ kiểm toán' },
    value: yearsOf(period),
    unit: 'yr',
    kind: 'input',
    at: '/period',
  })
  work.ledger.add(WATER_DENSITY)
  const goods = inventoryGoods(work)
  const steps = inventorySteps(work)
  const flows = inventoryFlows(work, goods)
  const inventory: Inventory = {
    period,
    goods,
    flows,
    steps: withBalances(work, steps, flows),
    stocks: stockChanges(work, goods),
    claims: claimsOf(work, goods, flows),
    substances: Object.entries(site.substances).map(([id, substance]) => ({
      id,
      conserved: substance.conserved ?? true,
    })),
  }
  return { value: { inventory, figures: work.ledger.all() }, diagnostics }
}

/** Converts mass of water to volume; the convention of plant water balances, visible among the choices. */
const WATER_DENSITY: Figure = {
  id: 'choice.water-density',
  label: { en: 'Density of water in balances', vi: 'Khối lượng riêng của nước trong cân bằng' },
  value: 1,
  unit: 't/m3',
  kind: 'choice',
  note: {
    en: 'Convention of water balances: 1 t of water is 1 m3',
    vi: 'Quy ước của cân bằng nước: 1 tấn nước là 1 m3',
  },
}

function inventoryGoods(work: Normalising): InventoryGood[] {
  const goods: InventoryGood[] = []
  for (const list of GOOD_LISTS) {
    for (const [id, good] of Object.entries(work.site[list])) {
      const at = `/${list}/${id}`
      const unit = goodUnit(work.site, id, list, good)
      if (unit === undefined) {
        work.diagnostics.push(diagnose('U312', at, { good: id }))
        continue
      }
      const label = asText(good.name, id)
      const contains = good.contains ?? {}
      const carrier = { id: `good.${id}`, label, list, unit, good, contains, at }
      const priced = good.price ?? priceRow(work.site, id)
      const price =
        priced === undefined ? undefined : enter(work, `good.${id}.price`, about(label, PRICE), priced)
      const treatment = good['treatment-cost']
      if (price !== undefined && priced !== undefined)
        checkMoney(work, priced.unit.dimension, priced.at, priced.written)
      goods.push({
        id,
        name: good.name ?? id,
        list,
        unit,
        ...optional('as', (good.as ?? (list === 'products' ? 'product' : undefined)) as Leaves | undefined),
        ...optional('role', good.role),
        ...optional('fuel', good.fuel),
        ...optional('ewc', good.ewc),
        ...optional('destination', good.destination),
        ...optional('hazardous', good.hazardous),
        ...optional('renewable', good.renewable),
        ...optional('origin', good.origin),
        ...optional('price', price?.id),
        ...optional(
          'treatmentCost',
          treatment && enter(work, `good.${id}.treatment-cost`, about(label, TREATMENT), treatment).id,
        ),
        ...optional(
          'inProduct',
          good['in-product'] &&
            enter(work, `good.${id}.in-product`, about(label, IN_PRODUCT), good['in-product']).id,
        ),
        contents: contentsOf(work, carrier),
        at,
      })
    }
  }
  return goods
}

const PRICE = { en: 'price', vi: 'đơn giá' }
const TREATMENT = { en: 'cost of treatment or disposal', vi: 'chi phí xử lý' }
const IN_PRODUCT = { en: 'share that ends in the product', vi: 'tỷ lệ đi vào sản phẩm' }

/** An optional property, present only when it has a value. */
function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V })
}

/** The single price of a good in the list of prices: the newest row without a band. */
function priceRow(site: Site, good: string) {
  const rows = site.prices.filter((row) => row.of === good && row.band === undefined)
  return [...rows].sort((a, b) => (a.start ?? '').localeCompare(b.start ?? '')).at(-1)?.price
}

function checkMoney(
  work: Normalising,
  dimension: Readonly<Record<string, number>>,
  at: string,
  written: string,
): void {
  const currency = work.site.site.currency
  if (!Object.hasOwn(dimension, currency)) {
    work.diagnostics.push(diagnose('U331', at, { written, currency }))
  }
}

function inventorySteps(work: Normalising): InventoryStep[] {
  const written = Object.entries(work.site.steps)
  if (written.length === 0) {
    return [{ id: WHOLE_SITE, name: work.site.site.name, kind: 'process', balances: [], at: '/site' }]
  }
  return written.map(([id, step]) => ({
    id,
    name: step.name ?? id,
    kind: step.kind ?? 'process',
    balances: [],
    at: `/steps/${id}`,
  }))
}

/** Written flows, and one flow for each good that has an amount and no flow of its own. */
function inventoryFlows(work: Normalising, goods: readonly InventoryGood[]): InventoryFlow[] {
  const byId = new Map(goods.map((good) => [good.id, good]))
  const flows: InventoryFlow[] = []
  const written = new Set<string>()
  for (const [id, flow] of Object.entries(work.site.flows)) {
    const good = byId.get(flow.of)
    if (good === undefined) continue
    written.add(good.id)
    const leaves = (flow.as ?? good.as) as Leaves | undefined
    const ends =
      flow.from === undefined && flow.to === undefined
        ? impliedEnds(good, leaves)
        : { from: flow.from ?? null, to: flow.to ?? null }
    flows.push({
      id,
      name: flow.name ?? good.name,
      of: good.id,
      ...ends,
      ...(leaves === undefined || ends.to !== null ? {} : { as: leaves }),
      recycle: flow.recycle ?? false,
      contents: flowContents(work, id, flow, good),
      at: `/flows/${id}`,
    })
  }
  for (const good of goods) {
    const source = work.site[good.list][good.id]
    if (written.has(good.id) || source?.amount === undefined) continue
    const ends = impliedEnds(good, good.as)
    flows.push({
      id: good.id,
      name: good.name,
      of: good.id,
      ...ends,
      ...(good.as === undefined || ends.to !== null ? {} : { as: good.as }),
      recycle: false,
      contents: good.contents,
      at: good.at,
    })
  }
  return flows
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
  const source = work.site[good.list][good.id]
  const own = contentsOf(work, {
    id: `flow.${id}`,
    label: asText(flow.name ?? good.name, id),
    list: good.list,
    unit: good.unit,
    good: source ?? {},
    contains: { ...source?.contains, ...flow.contains },
    at: `/flows/${id}`,
  })
  return own
}

/**
 * Which layers a step balances, where it does not say: water as soon as water touches it, mass where goods
 * other than water both enter and leave, a conserved substance where it both enters and leaves
 * (not in treatment). Energy only where the step asks for it, since heat losses are seldom written down.
 */
function withBalances(
  work: Normalising,
  steps: readonly InventoryStep[],
  flows: readonly InventoryFlow[],
): InventoryStep[] {
  const waters = new Set(Object.keys(work.site.water))
  return steps.map((step) => {
    const asked = work.site.steps[step.id]?.balances
    if (asked !== undefined) return { ...step, balances: asked }
    const into = flows.filter((flow) => flow.to === step.id)
    const outOf = flows.filter((flow) => flow.from === step.id)
    const layers: Layer[] = []
    const dry = (list: readonly InventoryFlow[]): boolean =>
      list.some((flow) => !waters.has(flow.of) && flow.contents['mass'] !== undefined)
    if (step.id !== WHOLE_SITE && dry(into) && dry(outOf)) layers.push('mass')
    const wet = (list: readonly InventoryFlow[]): boolean =>
      list.some((flow) => flow.contents['water'] !== undefined)
    if (wet(into) && (step.id !== WHOLE_SITE || wet(outOf))) layers.push('water')
    for (const [id, substance] of Object.entries(work.site.substances)) {
      if (substance.conserved === false || step.kind === 'treatment') continue
      const has = (list: readonly InventoryFlow[]): boolean =>
        list.some((flow) => flow.contents[id] !== undefined)
      if (has(into) && has(outOf)) layers.push(id)
    }
    return { ...step, balances: layers }
  })
}
