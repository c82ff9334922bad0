import { diagnose } from '../diagnostics/catalogue.js'
import { fits } from '../formula/index.js'
import { dimensionMatches, parseUnit, quotientUnit } from '../units/index.js'
import type { Figure } from '../model/figure.js'
import { LAYER_UNITS, type GoodList, type Layer } from '../model/inventory.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import type { Good } from '../schema/site.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import { fuelFigure } from './fuel-figure.js'
import { about, contentName, layerNameIn, type Normalising } from './stage.js'

/** What a good or a flow says about itself that decides what it carries. */
export type Carrier = {
  /** Prefix of figure ids: `good.beer`. */
  readonly id: string
  readonly label: Text
  readonly list: GoodList
  /** Unit of its amounts without time. */
  readonly unit: string
  readonly good: Good
  readonly contains: Readonly<Record<string, Quantity>>
  readonly at: string
}

/**
 * What one unit of a good carries in each layer, as figures: mass in t, water in m3, energy in GJ, substances in t.
 * A layer is absent where nothing says what the good carries; absent is unknown, not zero.
 */
export function contentsOf(work: Normalising, carrier: Carrier): Readonly<Record<Layer, string>> {
  const contents: Record<Layer, string> = Object.create(null) as Record<Layer, string>
  const mass = massPerUnit(work, carrier)
  if (mass !== undefined) contents['mass'] = mass.id
  const water = waterPerUnit(work, carrier, mass)
  if (water !== undefined) contents['water'] = water.id
  const energy = energyPerUnit(work, carrier, mass)
  if (energy !== undefined) contents['energy'] = energy.id
  return withSubstances(work, carrier, mass, contents)
}

/**
 * What a flow carries: what its good does, and what it says of its own water and substances. Mass, heat and
 * heating value are the good's wherever it moves.
 */
export function flowContentsOf(
  work: Normalising,
  carrier: Carrier,
  good: Readonly<Record<Layer, string>>,
): Readonly<Record<Layer, string>> {
  const contents = Object.assign(Object.create(null) as Record<Layer, string>, good)
  const mass = good['mass'] === undefined ? undefined : work.ledger.get(good['mass'])
  if (carrier.contains['water'] !== undefined) {
    const water = waterPerUnit(work, carrier, mass)
    if (water === undefined) delete contents['water']
    else contents['water'] = water.id
  }
  return withSubstances(work, carrier, mass, contents)
}

function withSubstances(
  work: Normalising,
  carrier: Carrier,
  mass: Figure | undefined,
  contents: Record<Layer, string>,
): Readonly<Record<Layer, string>> {
  for (const [substance, quantity] of Object.entries(carrier.contains)) {
    if (substance === 'water') continue
    const figure = substancePerUnit(work, carrier, mass, substance, quantity)
    if (figure === undefined) delete contents[substance]
    else contents[substance] = figure.id
  }
  return contents
}

/** Whether a unit measures what the pattern says, e.g. `mass/volume`; `false` for what is no unit. */
export function measures(unit: string, pattern: string): boolean {
  const parsed = parseUnit(unit)
  return 'unit' in parsed && dimensionMatches(pattern, parsed.unit.dimension)
}

function carries(
  work: Normalising,
  carrier: Carrier,
  layer: Layer,
  formula: string,
  uses: Readonly<Record<string, string>>,
): Figure | undefined {
  const name = layerNameIn(work, layer)
  const label = { en: `${name.en} carried`, vi: `${name.vi} mang theo` }
  const derivation = { unit: quotientUnit(LAYER_UNITS[layer] ?? 't', carrier.unit), formula, uses }
  if (!fits(derivation, work.ledger)) {
    doesNotFit(work, carrier, Object.values(uses))
    return undefined
  }
  return work.ledger.derive({
    id: `${carrier.id}.carries.${layer}`,
    label: about(carrier.label, label),
    ...derivation,
    sd: 'independent',
  })
}

function doesNotFit(work: Normalising, carrier: Carrier, used: readonly string[]): void {
  const written = used.map((id) => work.ledger.get(id)).find((figure) => figure?.at !== undefined)
  const what = written?.label ?? carrier.label
  const unit = carrier.unit
  work.diagnostics.push(
    diagnose('U313', written?.at ?? carrier.at, {
      what: what.en,
      'what-vi': what.vi,
      written: written?.written ?? '–',
      unit,
    }),
  )
}

function massPerUnit(work: Normalising, carrier: Carrier): Figure | undefined {
  if (measures(carrier.unit, 'mass')) return carries(work, carrier, 'mass', '1', {})
  const given = carrier.good.mass
  if (given !== undefined) {
    const id = `${carrier.id}.mass`
    enterQuantity(work, id, about(carrier.label, { en: 'mass per unit', vi: 'khối lượng đơn vị' }), given)
    return carries(work, carrier, 'mass', 'mass', { mass: id })
  }
  if (carrier.list === 'water' && measures(carrier.unit, 'volume')) {
    return carries(work, carrier, 'mass', 'density', { density: 'choice.water-density' })
  }
  return undefined
}

function waterPerUnit(work: Normalising, carrier: Carrier, mass: Figure | undefined): Figure | undefined {
  const share = carrier.contains['water']
  if (share === undefined) {
    if (carrier.list !== 'water' && carrier.good.fluid !== 'water') return undefined
    if (measures(carrier.unit, 'volume')) return carries(work, carrier, 'water', '1', {})
    return mass === undefined
      ? undefined
      : carries(work, carrier, 'water', 'mass / density', { mass: mass.id, density: 'choice.water-density' })
  }
  const id = `${carrier.id}.contains.water`
  enterQuantity(work, id, about(carrier.label, { en: 'water content', vi: 'hàm lượng nước' }), share)
  if (mass === undefined) {
    work.diagnostics.push(
      diagnose('U321', share.at, {
        what: carrier.label.en,
        'what-vi': carrier.label.vi,
        needed: 'mass',
        layer: 'water',
      }),
    )
    return undefined
  }
  const density = 'choice.water-density'
  return carries(work, carrier, 'water', 'mass * share / density', { mass: mass.id, share: id, density })
}

function energyPerUnit(work: Normalising, carrier: Carrier, mass: Figure | undefined): Figure | undefined {
  const { good } = carrier
  if (good.heat !== undefined) return heatGiven(work, carrier, good.heat)
  if (measures(carrier.unit, 'energy')) return carries(work, carrier, 'energy', '1', {})
  const value = heatingValue(work, carrier)
  if (value === undefined) return undefined
  if (measures(value.unit, 'energy/mass') && !measures(carrier.unit, 'mass')) {
    const density = mass ?? fuelDensity(work, carrier)
    if (density === undefined) {
      work.diagnostics.push(
        diagnose('U321', carrier.at, {
          what: carrier.label.en,
          'what-vi': carrier.label.vi,
          needed: 'mass',
          layer: 'energy',
        }),
      )
      return undefined
    }
    return carries(work, carrier, 'energy', 'ncv * mass', { ncv: value.id, mass: density.id })
  }
  return carries(work, carrier, 'energy', 'ncv', { ncv: value.id })
}

function heatGiven(work: Normalising, carrier: Carrier, heat: Quantity): Figure | undefined {
  const id = `${carrier.id}.heat`
  enterQuantity(work, id, about(carrier.label, { en: 'heat per unit', vi: 'nhiệt trên một đơn vị' }), heat)
  return carries(work, carrier, 'energy', 'heat', { heat: id })
}

/** The net calorific value: the site's own, else the fuel table's for the country, else the world default. */
function heatingValue(work: Normalising, carrier: Carrier): Figure | undefined {
  const { good } = carrier
  if (good.ncv !== undefined) {
    const label = about(carrier.label, { en: 'net calorific value', vi: 'nhiệt trị thấp' })
    return enterQuantity(work, `${carrier.id}.ncv`, label, good.ncv)
  }
  if (good.fuel === undefined) {
    if (good.gcv !== undefined) {
      work.diagnostics.push(
        diagnose('U322', good.gcv.at, {
          what: carrier.label.en,
          'what-vi': carrier.label.vi,
          written: good.gcv.written,
        }),
      )
    }
    return undefined
  }
  return fuelFigure(work, good.fuel, 'ncv', carrier.at)
}

function fuelDensity(work: Normalising, carrier: Carrier): Figure | undefined {
  const { fuel } = carrier.good
  if (fuel === undefined || !measures(carrier.unit, 'volume')) return undefined
  const density = fuelFigure(work, fuel, 'density', carrier.at)
  if (density === undefined) return undefined
  return carries(work, carrier, 'mass', 'density', { density: density.id })
}

function substancePerUnit(
  work: Normalising,
  carrier: Carrier,
  mass: Figure | undefined,
  substance: string,
  quantity: Quantity,
): Figure | undefined {
  const id = `${carrier.id}.contains.${substance}`
  const label = about(carrier.label, contentName(work, substance))
  const given = enterQuantity(work, id, label, quantity)
  const perVolume = measures(given.unit, 'mass/volume')
  const volume = measures(carrier.unit, 'volume')
  if (perVolume === volume && (perVolume || measures(carrier.unit, 'mass'))) {
    return carries(work, carrier, substance, 'content', { content: id })
  }
  if (mass === undefined) {
    work.diagnostics.push(
      diagnose('U321', quantity.at, {
        what: carrier.label.en,
        'what-vi': carrier.label.vi,
        needed: 'mass',
        layer: substance,
      }),
    )
    return undefined
  }
  const uses = { content: id, mass: mass.id }
  if (!perVolume) return carries(work, carrier, substance, 'content * mass', uses)
  return volume
    ? carries(work, carrier, substance, 'content', { content: id })
    : carries(work, carrier, substance, 'content * mass / density', {
        ...uses,
        density: 'choice.water-density',
      })
}
