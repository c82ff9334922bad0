import type { Indicator } from '../model/indicators.js'
import { fits } from '../formula/index.js'
import type { Indicating } from './indicating.js'

/** Indicators of the content that relate two figures: the six of UNIDO/UNEP, and those of a pack. */
export function relativeIndicators(work: Indicating): Indicator[] {
  return [...work.content.indicators.values()].flatMap(({ id, name, group, of, per: below, unit }) => {
    const [above, under] = [work.ledger.get(of ?? ''), work.ledger.get(below ?? '')]
    if (above === undefined || under === undefined) return []
    const figure = `indicator.${id}`
    const [over, product] = [above, under].map((figure) => figure.unit.replace(/\/yr$/, '')) as [
      string,
      string,
    ]
    const size = group === 'intensity' ? (above.value ?? 0) / (under.value ?? 0) : 0
    const derivation = {
      unit: unit ?? per(readableUnit(over, size), product),
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

const FINER: Readonly<Record<string, string>> = {
  t: 'kg',
  kg: 'g',
  tCO2e: 'kgCO2e',
  kgCO2e: 'gCO2e',
}

/** Below this a number has more zeros than a reader counts at a glance. */
const LEAST = 0.1

/** The unit of mass in which an amount of this size reads well: 0.0004 t are 0.4 kg. */
function readableUnit(unit: string, size: number): string {
  const finer = FINER[unit]
  return finer === undefined || !(size > 0 && size < LEAST) ? unit : readableUnit(finer, size * 1000)
}

/** Small enough for a figure per unit of product: kWh of MWh, kg of t. */
export function specificUnit(unit: string): string {
  return { MWh: 'kWh', GWh: 'kWh', t: 'kg' }[unit] ?? unit
}
