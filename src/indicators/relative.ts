import type { Indicator } from '../model/indicators.js'
import { fits } from '../formula/index.js'
import type { Indicating } from './indicating.js'

/** Indicators of the content that relate two figures: the six of UNIDO/UNEP, and those of a pack. */
export function relativeIndicators(work: Indicating): Indicator[] {
  return [...work.content.indicators.values()].flatMap(({ id, name, group, of, per: below, unit }) => {
    const [above, under] = [work.ledger.get(of ?? ''), work.ledger.get(below ?? '')]
    if (above === undefined || under === undefined) return []
    const figure = `indicator.${id}`
    const derivation = {
      unit: unit ?? per(above.unit.replace(/\/yr$/, ''), under.unit.replace(/\/yr$/, '')),
      ...QUOTIENT[group === 'productivity' ? 'productivity' : 'intensity'](above.id, under.id),
    }
    if (!fits(derivation, work.ledger)) return []
    work.ledger.derive({ id: figure, label: name, ...derivation, sd: 'independent' })
    return [{ id, figure, group }]
  })
}

/** Named as one speaks of it, so that the formula reads well. */
const QUOTIENT = {
  productivity: (output: string, use: string) => ({ formula: 'output / use', uses: { output, use } }),
  intensity: (pollution: string, output: string) => ({
    formula: 'pollution / output',
    uses: { pollution, output },
  }),
}

/** A quotient of units; brackets keep a quotient below the line together. */
export function per(above: string, below: string): string {
  return below.includes('/') ? `${above}/(${below})` : `${above}/${below}`
}

/** Small enough for a figure per unit of product: kWh of MWh, kg of t. */
export function specificUnit(unit: string): string {
  return { MWh: 'kWh', GWh: 'kWh', t: 'kg' }[unit] ?? unit
}
