import { diagnose } from '../diagnostics/catalogue.js'
import type { Indicator } from '../model/indicators.js'
import { asText, type Text } from '../model/text.js'
import { emissionFigures, type Emission } from './emissions.js'
import { entering, leavingAs, total, useOf, type Indicating } from './indicating.js'
import { toeFigures } from './toe.js'

/** The absolute RECP indicators of UNIDO/UNEP, the energy ledgers in toe, and the greenhouse gases by source. */
export function absoluteIndicators(work: Indicating): {
  indicators: Indicator[]
  emissions: readonly Emission[]
} {
  const indicators: Indicator[] = []
  const add = (
    group: Indicator['group'],
    id: string,
    label: Text,
    unit: string,
    figures: readonly string[],
    unknown: readonly string[] = [],
  ): void => {
    const { left } = total(work, id, label, unit, figures, unknown)
    const lacks = [...left.map((figure) => figure.split('.')[1] ?? figure), ...unknown]
    if (lacks.length > 0)
      work.diagnostics.push(
        diagnose('K102', '', { indicator: label.en, lacks: [...new Set(lacks)].join(', ') }),
      )
    indicators.push({ id: id.replace(/^total\./, ''), figure: id, group })
  }
  const energy = layerInflows(work, 'energy', 'energy')
  add(
    'resource',
    'total.energy',
    { en: 'Energy use', vi: 'Năng lượng sử dụng' },
    'GJ/yr',
    energy.figures,
    energy.unknown,
  )
  const materials = layerInflows(work, 'materials', 'mass')
  add(
    'resource',
    'total.materials',
    { en: 'Materials use', vi: 'Nguyên vật liệu sử dụng' },
    't/yr',
    materials.figures,
    materials.unknown,
  )
  const water = layerInflows(work, 'water', 'water')
  add(
    'resource',
    'total.water',
    { en: 'Water use', vi: 'Nước sử dụng' },
    'm3/yr',
    water.figures,
    water.unknown,
  )
  const emissions = emissionFigures(work)
  add(
    'pollution',
    'total.ghg',
    { en: 'Greenhouse gas emissions', vi: 'Phát thải khí nhà kính' },
    'tCO2e/yr',
    emissions.found.map((emission) => emission.figure),
    emissions.unknown,
  )
  const wastewater = layerOutflows(work, 'water', 'wastewater')
  add(
    'pollution',
    'total.wastewater',
    { en: 'Wastewater', vi: 'Nước thải' },
    'm3/yr',
    wastewater.figures,
    wastewater.unknown,
  )
  const waste = layerOutflows(work, 'mass', 'waste')
  add('pollution', 'total.waste', { en: 'Waste', vi: 'Chất thải' }, 't/yr', waste.figures, waste.unknown)
  const output = outputFigure(work)
  if (output !== undefined) indicators.push({ id: 'output', figure: output, group: 'production' })
  const toe = toeFigures(work)
  const vietnam = work.site.site.country === 'VN'
  add(
    'ledger',
    'total.toe',
    TOE_LABEL[vietnam ? 'vn' : 'iea'],
    vietnam ? 'toe-vn/yr' : 'toe/yr',
    toe.figures,
    toe.unknown,
  )
  return { indicators, emissions: emissions.found }
}

const TOE_LABEL = {
  vn: {
    en: 'Energy use in toe (Viet Nam table, primary energy)',
    vi: 'Năng lượng quy đổi TOE (bảng Việt Nam)',
  },
  iea: { en: 'Energy use in toe (41.868 GJ)', vi: 'Năng lượng quy đổi toe (41,868 GJ)' },
} as const

type Layered = { readonly figures: readonly string[]; readonly unknown: readonly string[] }

function layerInflows(work: Indicating, list: 'energy' | 'materials' | 'water', layer: string): Layered {
  const flows = work.inventory.goods
    .filter((good) => good.list === list)
    .flatMap((good) => entering(work, good))
  return {
    figures: flows
      .filter((flow) => flow.contents[layer] !== undefined)
      .map((flow) => `flow.${flow.id}.${layer}`),
    unknown: flows.filter((flow) => flow.contents[layer] === undefined).map((flow) => flow.id),
  }
}

function layerOutflows(work: Indicating, layer: string, as: 'wastewater' | 'waste'): Layered {
  const flows = leavingAs(work, as)
  return {
    figures: flows
      .filter((flow) => flow.contents[layer] !== undefined)
      .map((flow) => `flow.${flow.id}.${layer}`),
    unknown: flows.filter((flow) => flow.contents[layer] === undefined).map((flow) => flow.id),
  }
}

/** The product output in the unit that `per` names: of that product, or of the only one. */
function outputFigure(work: Indicating): string | undefined {
  const products = work.inventory.goods.filter((good) => good.list === 'products')
  const named = work.site.per?.of
  const good =
    products.find((product) => product.id === named) ?? (products.length === 1 ? products[0] : undefined)
  const what = named === undefined ? "the product in 'per'" : `the output of '${named}'`
  if (good === undefined) {
    work.diagnostics.push(diagnose('K101', '/per', { what }))
    return undefined
  }
  const unit = `${work.site.per?.unit ?? good.unit}/yr`
  const flows = work.inventory.flows.filter((flow) => flow.of === good.id && flow.to === null)
  const name = asText(good.name, good.id)
  const label = { en: `Product output: ${name.en}`, vi: `Sản lượng: ${name.vi}` }
  const { id } = total(
    work,
    'total.output',
    label,
    unit,
    flows.map((flow) => `flow.${flow.id}`),
  )
  if (work.ledger.get(id)?.value == null)
    work.diagnostics.push(diagnose('K101', '/per', { what: `the output of '${good.id}'` }))
  return id
}

/** The six relative RECP indicators: output per resource, pollution per output. */
export function relativeIndicators(work: Indicating): Indicator[] {
  const output = work.ledger.get('total.output')
  if (output === undefined) return []
  const product = output.unit.replace(/\/yr$/, '')
  return RELATIVE.map((relative) => {
    const other = work.ledger.get(relative.of)
    const unit = other?.unit.replace(/\/yr$/, '') ?? ''
    const id = `indicator.${relative.id}`
    const productive = relative.group === 'productivity'
    work.ledger.derive({
      id,
      label: relative.label,
      unit: productive ? `${product}/${unit}` : `${unit}/${product}`,
      formula: productive ? 'output / use' : 'pollution / output',
      uses: productive
        ? { output: 'total.output', use: relative.of }
        : { pollution: relative.of, output: 'total.output' },
      sd: 'independent',
    })
    return { id: relative.id, figure: id, group: relative.group }
  })
}

const RELATIVE: readonly { id: string; of: string; group: 'productivity' | 'intensity'; label: Text }[] = [
  {
    id: 'energy-productivity',
    of: 'total.energy',
    group: 'productivity',
    label: { en: 'Energy productivity', vi: 'Năng suất năng lượng' },
  },
  {
    id: 'materials-productivity',
    of: 'total.materials',
    group: 'productivity',
    label: { en: 'Materials productivity', vi: 'Năng suất nguyên vật liệu' },
  },
  {
    id: 'water-productivity',
    of: 'total.water',
    group: 'productivity',
    label: { en: 'Water productivity', vi: 'Năng suất nước' },
  },
  {
    id: 'carbon-intensity',
    of: 'total.ghg',
    group: 'intensity',
    label: { en: 'Carbon intensity', vi: 'Cường độ phát thải khí nhà kính' },
  },
  {
    id: 'wastewater-intensity',
    of: 'total.wastewater',
    group: 'intensity',
    label: { en: 'Wastewater intensity', vi: 'Cường độ nước thải' },
  },
  {
    id: 'waste-intensity',
    of: 'total.waste',
    group: 'intensity',
    label: { en: 'Waste intensity', vi: 'Cường độ chất thải' },
  },
]

/** Specific consumption of every energy carrier and water: use per unit of product, the figures a plant lives by. */
export function specificConsumption(work: Indicating): Indicator[] {
  const output = work.ledger.get('total.output')
  if (output === undefined) return []
  const product = output.unit.replace(/\/yr$/, '')
  const goods = work.inventory.goods.filter(
    (good) => (good.list === 'energy' || good.list === 'water') && entering(work, good).length > 0,
  )
  return goods.map((good) => {
    const use = useOf(work, good)
    const name = asText(good.name, good.id)
    const id = `indicator.specific-${good.id}`
    work.ledger.derive({
      id,
      label: { en: `${name.en} per product`, vi: `${name.vi} trên đơn vị sản phẩm` },
      unit: `${specificUnit(good.unit)}/${product}`,
      formula: 'use / output',
      uses: { use, output: 'total.output' },
      sd: 'independent',
    })
    return { id: `specific-${good.id}`, figure: id, group: 'specific' as const }
  })
}

/** Small enough for a figure per unit of product: kWh of MWh, kg of t. */
function specificUnit(unit: string): string {
  return { MWh: 'kWh', GWh: 'kWh', t: 'kg' }[unit] ?? unit
}
