import type { Emission, Indicator } from '../model/indicators.js'
import type { Text } from '../model/text.js'
import { emissionFigures } from './emissions.js'
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
    unit: string,
    { figures, unknown }: Layered,
    what: Lacking,
  ): void => {
    const label = work.content.indicators.get(id)?.name ?? { en: id, vi: id }
    const { left } = total(work, `total.${id}`, label, unit, figures, unknown)
    sayIncomplete(work, label, left, unknown, what)
    indicators.push({ id, figure: `total.${id}`, group })
  }
  add('resource', 'energy', 'GJ/yr', layerInflows(work, 'energy', 'energy'), 'energy')
  add('resource', 'materials', 't/yr', layerInflows(work, 'materials', 'mass'), 'mass')
  add('resource', 'water', 'm3/yr', layerInflows(work, 'water', 'water'), 'water')
  const emissions = emissionFigures(work)
  const counted = emissions.found.filter(({ apart }) => apart === undefined).map(({ figure }) => figure)
  add('pollution', 'ghg', 'tCO2e/yr', { figures: counted, unknown: emissions.unknown }, 'emission-factor')
  add('pollution', 'wastewater', 'm3/yr', layerOutflows(work, 'water', 'wastewater'), 'water')
  add('pollution', 'waste', 't/yr', layerOutflows(work, 'mass', 'waste'), 'mass')
  const output = outputFigure(work)
  if (output !== undefined) indicators.push({ id: 'output', figure: output, group: 'production' })
  indicators.push(...scopeTotals(work, emissions.found))
  const toe = toeFigures(work)
  const vietnam = work.site.site.country === 'VN'
  const label = TOE_LABEL[vietnam ? 'vn' : 'iea']
  const { left } = total(work, 'total.toe', label, vietnam ? 'toe-vn/yr' : 'toe/yr', toe.figures, toe.unknown)
  sayIncomplete(work, label, left, toe.unknown, 'toe-factor')
  indicators.push({ id: 'toe', figure: 'total.toe', group: 'ledger' })
  return { indicators, emissions: emissions.found }
}

type Part = { readonly id: string; readonly label: Text; readonly holds: (emission: Emission) => boolean }

/** The parts of the greenhouse gases that reports ask for, and what stands beside their total. */
const GHG_PARTS: readonly Part[] = [
  {
    id: 'ghg-scope-1',
    label: {
      en: 'Scope 1: fuels, process, refrigerants, wastewater',
      vi: 'Phạm vi 1: nhiên liệu, quá trình, môi chất lạnh, nước thải',
    },
    holds: ({ scope, apart }) => scope === 1 && apart === undefined,
  },
  {
    id: 'ghg-scope-2',
    label: { en: 'Scope 2 by location', vi: 'Phạm vi 2 theo vị trí (lưới điện)' },
    holds: ({ scope, apart }) => scope === 2 && apart === undefined,
  },
  {
    id: 'ghg-scope-2-market',
    label: { en: 'Scope 2 by market (apart from the total)', vi: 'Phạm vi 2 theo thị trường (ngoài tổng)' },
    holds: ({ apart }) => apart === 'market',
  },
  {
    id: 'ghg-biogenic',
    label: { en: 'Biogenic CO2 (apart from the total)', vi: 'CO2 sinh học (ngoài tổng)' },
    holds: ({ apart }) => apart === 'biogenic',
  },
]

/** A part of which nothing was found is left out: what nobody wrote down is not zero. */
function scopeTotals(work: Indicating, found: readonly Emission[]): readonly Indicator[] {
  return GHG_PARTS.flatMap(({ id, label, holds }) => {
    const figures = found.filter(holds).map(({ figure }) => figure)
    if (figures.length === 0) return []
    const figure = total(work, `total.${id}`, label, 'tCO2e/yr', figures).id
    return [{ id, figure, group: 'ghg' as const }]
  })
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
