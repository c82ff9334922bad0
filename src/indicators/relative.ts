import type { Indicator } from '../model/indicators.js'
import { asText, type Text } from '../model/text.js'
import { entering, useOf, type Indicating } from './indicating.js'

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
      unit: productive ? per(product, unit) : per(unit, product),
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
      unit: per(specificUnit(good.unit), product),
      formula: 'use / output',
      uses: { use, output: 'total.output' },
      sd: 'independent',
    })
    return { id: `specific-${good.id}`, figure: id, group: 'specific' as const }
  })
}

/** A quotient of units; brackets keep a quotient below the line together. */
function per(above: string, below: string): string {
  return below.includes('/') ? `${above}/(${below})` : `${above}/${below}`
}

/** Small enough for a figure per unit of product: kWh of MWh, kg of t. */
function specificUnit(unit: string): string {
  return { MWh: 'kWh', GWh: 'kWh', t: 'kg' }[unit] ?? unit
}
