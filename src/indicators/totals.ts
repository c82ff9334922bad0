import type { Indicator } from '../model/indicators.js'
import type { Text } from '../model/text.js'
import { emissionFigures, type Emission } from './emissions.js'
import { entering, leavingAs, sayIncomplete, total, type Indicating, type Lacking } from './indicating.js'
import { outputFigure } from './output.js'
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
    { figures, unknown }: Layered,
    what: Lacking,
  ): void => {
    const { left } = total(work, id, label, unit, figures, unknown)
    sayIncomplete(work, label, left, unknown, what)
    indicators.push({ id: id.replace(/^total\./, ''), figure: id, group })
  }
  const energy = layerInflows(work, 'energy', 'energy')
  add('resource', 'total.energy', { en: 'Energy use', vi: 'Năng lượng sử dụng' }, 'GJ/yr', energy, 'energy')
  const materials = layerInflows(work, 'materials', 'mass')
  add(
    'resource',
    'total.materials',
    { en: 'Materials use', vi: 'Nguyên vật liệu sử dụng' },
    't/yr',
    materials,
    'mass',
  )
  const water = layerInflows(work, 'water', 'water')
  add('resource', 'total.water', { en: 'Water use', vi: 'Nước sử dụng' }, 'm3/yr', water, 'water')
  const emissions = emissionFigures(work)
  add(
    'pollution',
    'total.ghg',
    { en: 'Greenhouse gas emissions', vi: 'Phát thải khí nhà kính' },
    'tCO2e/yr',
    { figures: emissions.found.map((emission) => emission.figure), unknown: emissions.unknown },
    'emission-factor',
  )
  const wastewater = layerOutflows(work, 'water', 'wastewater')
  add('pollution', 'total.wastewater', { en: 'Wastewater', vi: 'Nước thải' }, 'm3/yr', wastewater, 'water')
  const waste = layerOutflows(work, 'mass', 'waste')
  add('pollution', 'total.waste', { en: 'Waste', vi: 'Chất thải' }, 't/yr', waste, 'mass')
  const output = outputFigure(work)
  if (output !== undefined) indicators.push({ id: 'output', figure: output, group: 'production' })
  const toe = toeFigures(work)
  const vietnam = work.site.site.country === 'VN'
  add(
    'ledger',
    'total.toe',
    TOE_LABEL[vietnam ? 'vn' : 'iea'],
    vietnam ? 'toe-vn/yr' : 'toe/yr',
    toe,
    'toe-factor',
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
