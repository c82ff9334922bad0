import { totalOf, type Ledger } from '../formula/index.js'
import type { Indicators } from '../model/indicators.js'
import { type Inventory, type InventoryFlow, isElectricity } from '../model/inventory.js'
import { asText, type Text } from '../model/text.js'
import type { Benchmark, Content } from '../templates/content.js'
import { parameterId } from '../templates/parameters.js'

/** What the parts of the stage share: the site as it is known, and the ledger they add to. */
export type Comparing = {
  readonly inventory: Inventory
  readonly emissions: Indicators['emissions']
  readonly ledger: Ledger
  readonly content: Content
}

/** Why a benchmark has nothing of the site to be compared with. */
export type NotCompared = {
  readonly why: 'type' | 'chain' | 'process' | 'no-figure' | 'raw' | 'product'
  readonly what: string
}

/** The two figures of the site that stand for a row: what it counts, and per what. */
export function comparedFigures(
  work: Comparing,
  row: Benchmark,
  process: string | undefined,
): { readonly above: string; readonly below: string } | NotCompared {
  if (row.boundary === 'chain') return { why: 'chain', what: row.scope.en }
  const stated = process !== undefined && row.scope.en.toLowerCase().includes(process.toLowerCase())
  if (row.boundary === 'process' && !stated) return { why: 'process', what: row.scope.en || row.indicator }
  const above = numerator(work, row)
  if (above === undefined)
    return KNOWN.has(row.type)
      ? { why: 'no-figure', what: row.indicator }
      : { why: 'type', what: row.indicator }
  const below = denominator(work, row)
  return typeof below === 'string' ? { above, below } : below
}

/** Types of benchmark that recp can compute of a site. */
const KNOWN: ReadonlySet<string> = new Set([
  'energy_total',
  'electricity',
  'thermal',
  'natural_gas',
  'water',
  'wastewater',
  'solid_waste',
  'ghg',
  'material_yield',
  'cod_load',
  'bod_load',
  'tss_load',
  'p_load',
  'toc_load',
  'cod_concentration',
])

const LOADS: Readonly<Record<string, string>> = {
  cod_load: 'cod',
  cod_concentration: 'cod',
  bod_load: 'bod5',
  tss_load: 'tss',
  p_load: 'total-p',
  toc_load: 'toc',
}

const TOTALS: Readonly<Record<string, string>> = {
  energy_total: 'total.energy',
  water: 'total.water',
  wastewater: 'total.wastewater',
  solid_waste: 'total.waste',
  material_yield: 'total.output',
}

function numerator(work: Comparing, row: Benchmark): string | undefined {
  const { inventory, ledger } = work
  const known = (id: string): string | undefined => (ledger.has(id) ? id : undefined)
  if (TOTALS[row.type] !== undefined) return known(TOTALS[row.type] ?? '')
  if (LOADS[row.type] !== undefined) return load(work, LOADS[row.type] ?? '', row.boundary)
  if (row.type === 'ghg') return ghg(work, row.boundary)
  const uses = inventory.goods.filter(({ list, id }) => list === 'energy' && ledger.has(`use.${id}`))
  if (row.type === 'electricity')
    return sum(
      work,
      'electricity',
      ELECTRICITY,
      'MWh/yr',
      uses.filter(isElectricity).map(({ id }) => `use.${id}`),
    )
  const fuels = uses.filter((good) => !isElectricity(good))
  const gas = fuels.filter(({ fuel }) => GASES.has(fuel ?? ''))
  const unit = gas[0]?.unit
  if (row.type === 'natural_gas' && unit !== undefined && gas.every((good) => good.unit === unit))
    return sum(
      work,
      'natural-gas',
      NATURAL_GAS,
      `${unit}/yr`,
      gas.map(({ id }) => `use.${id}`),
    )
  if (row.type === 'thermal')
    return sum(
      work,
      'thermal',
      THERMAL,
      'GJ/yr',
      layerOf(
        inventory,
        fuels.map(({ id }) => id),
      ),
    )
  return undefined
}

const GASES = new Set(['natural-gas', 'cng', 'lng'])
const ELECTRICITY = { en: 'Electricity', vi: 'Điện' }
const NATURAL_GAS = { en: 'Natural gas', vi: 'Khí tự nhiên' }
const THERMAL = { en: 'Energy without electricity', vi: 'Năng lượng không kể điện' }
const RAW = { en: 'Raw material', vi: 'Nguyên liệu' }

function layerOf({ flows }: Inventory, goods: readonly string[]): readonly string[] {
  return flows
    .filter(
      ({ of, from, contents }) => from === null && goods.includes(of) && contents['energy'] !== undefined,
    )
    .map(({ id }) => `flow.${id}.energy`)
}

function ghg(work: Comparing, boundary: string): string | undefined {
  const id = { site: 'total.ghg', 'scope-1': 'total.ghg-scope-1' }[boundary]
  if (id !== undefined) return work.ledger.has(id) ? id : undefined
  const process = work.emissions.filter(({ source, apart }) => source === 'process' && apart === undefined)
  const label = { en: 'Greenhouse gases of the process', vi: 'Khí nhà kính của quá trình' }
  return sum(
    work,
    'process-gases',
    label,
    'tCO2e/yr',
    process.map(({ figure }) => figure),
  )
}

/** What the wastewater carries, before treatment or where it leaves. */
function load(work: Comparing, parameter: string, boundary: string): string | undefined {
  const name = work.content.parameters.get(parameter)?.name ?? { en: parameter, vi: parameter }
  const flows = effluents(work.inventory, boundary)
  const layer = (flow: InventoryFlow): string | undefined =>
    Object.keys(flow.contents).find((one) => parameterId(one, work.content) === parameter)
  // A stream of unknown strength would make the load too small.
  if (flows.some((flow) => layer(flow) === undefined)) return undefined
  const figures = flows.map((flow) => `flow.${flow.id}.${layer(flow)}`)
  return sum(work, `${parameter}-${boundary}`, name, 't/yr', figures)
}

/** Wastewater before treatment: what enters it from other steps, and what leaves untreated. After it: what leaves. */
function effluents({ flows, steps, goods }: Inventory, boundary: string): readonly InventoryFlow[] {
  const kinds = new Map(goods.map(({ id, as }) => [id, as]))
  const treating = new Set(steps.filter(({ kind }) => kind === 'treatment').map(({ id }) => id))
  const effluent = flows.filter(
    ({ of, as }) => (as ?? kinds.get(of)) === 'wastewater' || kinds.get(of) === 'wastewater',
  )
  if (boundary === 'discharge') return effluent.filter(({ to }) => to === null)
  return effluent.filter(({ from, to }) => !treating.has(from ?? '') && (to === null || treating.has(to)))
}

function denominator(work: Comparing, row: Benchmark): string | NotCompared {
  const { ledger, inventory } = work
  const output = ledger.get('total.output')
  if (row.per === 'raw') return rawMaterial(work)
  if (row.per === 'raw-effluent') {
    const figures = effluents(inventory, 'raw-effluent')
      .filter(({ contents }) => contents['water'] !== undefined)
      .map(({ id }) => `flow.${id}.water`)
    const label = { en: 'Wastewater before treatment', vi: 'Nước thải trước xử lý' }
    return sum(work, 'raw-effluent', label, 'm3/yr', figures) ?? { why: 'no-figure', what: label.en }
  }
  if (output === undefined) return { why: 'no-figure', what: 'output' }
  if (row.per === 'product') return output.id
  const words = inventory.goods
    .filter(({ list }) => list === 'products')
    .flatMap((good) => [good.id, asText(good.name, good.id).en])
  return words.some((word) => word.toLowerCase().includes(row.per))
    ? output.id
    : { why: 'product', what: row.per }
}

/** The output of the reference product by mass, for a row that counts tonnes; `undefined` where a mass is missing. */
export function outputMass(work: Comparing): string | undefined {
  const uses = Object.values(work.ledger.get('total.output')?.uses ?? {})
  const flows = work.inventory.flows.filter(({ id }) =>
    uses.some((figure) => figure === `flow.${id}` || figure.startsWith(`flow.${id}.`)),
  )
  if (flows.some(({ contents }) => contents['mass'] === undefined)) return undefined
  const label = { en: 'Product output by mass', vi: 'Sản lượng theo khối lượng' }
  return sum(
    work,
    'output-mass',
    label,
    't/yr',
    flows.map(({ id }) => `flow.${id}.mass`),
  )
}

/** The mass of the one raw material; of several nobody knows which one the benchmark counts. */
function rawMaterial(work: Comparing): string | NotCompared {
  const raw = work.inventory.goods.filter(({ list, role }) => list === 'materials' && role === 'raw')
  const [good] = raw
  const name = raw.map(({ id }) => id).join(', ')
  if (good === undefined || raw.length > 1) return { why: 'raw', what: name }
  const figures = work.inventory.flows
    .filter(({ of, from, contents }) => of === good.id && from === null && contents['mass'] !== undefined)
    .map(({ id }) => `flow.${id}.mass`)
  return sum(work, 'raw-material', RAW, 't/yr', figures) ?? { why: 'raw', what: name }
}

/** A sum that enters the ledger once; `undefined` where there is nothing to add. */
function sum(
  work: Comparing,
  name: string,
  label: Text,
  unit: string,
  figures: readonly string[],
): string | undefined {
  const id = `compared.${name}`
  if (figures.length === 0) return undefined
  return work.ledger.has(id) ? id : totalOf(work.ledger, { id, label, unit }, figures).id
}
