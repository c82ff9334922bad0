import { demandPrice } from '../../inputs/demand-price.js'
import { diagnose } from '../../diagnostics/catalogue.js'
import type { Code } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { isElectricity } from '../../model/inventory.js'
import { pointerOf } from '../../model/pointer.js'
import type { Quantity } from '../../model/quantity.js'
import type { Good } from '../../schema/site.js'
import { currencyOf, parseUnit } from '../../units/index.js'
import { billedAmount, inUnit, short, type Checking } from './checking.js'

/** Codes that ask about a value outside a band; they take the same arguments. */
type BandCode = Extract<Code, 'P201' | 'P202' | 'P203' | 'P204' | 'P207'>

type Asked = { readonly code: BandCode; readonly at: string; readonly quantity: Quantity }

/** Prices, greenhouse gases and heating values of one unit that lie outside what is known of their kind. */
export function outsideBands(checking: Checking): readonly Diagnostic[] {
  const { site } = checking
  return [
    ...Object.entries(site.energy).flatMap(([id, good]) => energyBands(checking, id, good)),
    ...Object.entries(site.water).flatMap(([id, good]) => waterBands(checking, id, good)),
    ...site.prices.flatMap((row) =>
      demandPrice(row.price) === undefined ? priceBands(checking, row.of, row.price) : [],
    ),
    ...paidOnBills(checking),
    ...ownGridFactor(checking),
  ]
}

function energyBands(checking: Checking, id: string, good: Good): Diagnostic[] {
  const { ghg, ncv, gcv } = good
  return [
    ...(good.price === undefined ? [] : priceBands(checking, id, good.price)),
    ...(ghg === undefined
      ? []
      : outside(checking, { code: 'P203', at: ghg.at, quantity: ghg }, ghgBands(id, good))),
    ...[ncv, gcv].flatMap((heat) =>
      heat === undefined
        ? []
        : outside(checking, { code: 'P204', at: heat.at, quantity: heat }, heatBands(checking, good)),
    ),
  ]
}

function waterBands(checking: Checking, id: string, good: Good): Diagnostic[] {
  const { mass, 'treatment-cost': cost } = good
  return [
    ...(mass === undefined
      ? []
      : outside(checking, { code: 'P207', at: mass.at, quantity: mass }, ['density-water'])),
    ...(good.price === undefined ? [] : priceBands(checking, id, good.price)),
    ...(cost === undefined
      ? []
      : outside(checking, { code: 'P201', at: cost.at, quantity: cost }, ['price-wastewater'])),
  ]
}

/** A price is asked about where it is that of an energy carrier or of water; materials cost what they cost. */
function priceBands(checking: Checking, id: string, quantity: Quantity): Diagnostic[] {
  return outside(checking, { code: 'P201', at: quantity.at, quantity }, priceBandsOf(checking, id))
}

function priceBandsOf(checking: Checking, id: string): readonly string[] {
  const { energy, water } = checking.site
  const [carrier, supply] = [energy[id], water[id]]
  if (carrier !== undefined) {
    if (isElectricity({ id, ...fuelOf(carrier) })) return ['price-electricity']
    if (carrier.fuel === undefined) return []
    return ['price-fuel-by-energy', 'price-fuel-by-mass', ...volumeBand(checking, carrier, 'price')]
  }
  if (supply === undefined || supply.fluid !== undefined) return []
  return [supply.as === 'wastewater' ? 'price-wastewater' : 'price-water']
}

function fuelOf({ fuel }: Good): { readonly fuel?: string } {
  return fuel === undefined ? {} : { fuel }
}

function ghgBands(id: string, good: Good): readonly string[] {
  if (isElectricity({ id, ...fuelOf(good) })) return ['ghg-electricity']
  return good.fuel === undefined ? [] : ['ghg-fuel-by-energy', 'ghg-fuel-by-mass']
}

function heatBands(checking: Checking, good: Good): readonly string[] {
  return ['heat-by-mass', ...volumeBand(checking, good, 'heat')]
}

/** Gases and liquids are both sold by the cubic metre, a thousand times apart. */
function volumeBand({ plausibility }: Checking, good: Good, what: string): readonly string[] {
  const kind = plausibility.fuelClasses.get(good.fuel ?? '')
  return kind === 'gas' || kind === 'oil' ? [`${what}-${kind}-by-volume`] : []
}

/** Money divided by amount on each bill, against the band of the carrier. */
function paidOnBills(checking: Checking): Diagnostic[] {
  return checking.site.bills.flatMap((bill) => {
    const [amount, { cost }] = [billedAmount(bill), bill]
    const good = goodOf(checking, bill.meter === undefined ? bill.of : onlyRead(checking, bill.meter))
    if (amount === undefined || cost === undefined || good === undefined || !(amount.value > 0)) return []
    const parsed = parseUnit(`${cost.unit.text}/${amount.unit.text}`)
    if (!('unit' in parsed)) return []
    const value = cost.value / amount.value
    const written = `${short(value)} ${parsed.unit.text}`
    const quantity = { value, unit: parsed.unit, written, at: cost.at }
    return outside(checking, { code: 'P202', at: cost.at, quantity }, priceBandsOf(checking, good))
  })
}

function onlyRead({ site }: Checking, meter: string): string | undefined {
  const reads = site.meters[meter]?.reads ?? []
  return reads.length === 1 ? reads[0]?.of : undefined
}

/** The good behind the name of a good or flow. */
function goodOf({ site }: Checking, name: string | undefined): string | undefined {
  return name === undefined ? undefined : (site.flows[name]?.of ?? name)
}

function ownGridFactor(checking: Checking): Diagnostic[] {
  const own = checking.site.factors['grid-electricity']?.value
  if (own === undefined) return []
  return outside(checking, { code: 'P203', at: pointerOf('factors', 'grid-electricity'), quantity: own }, [
    'ghg-electricity',
  ])
}

/** Asks about a value outside the first band that measures the same; zero and what costs to be rid of is not asked. */
function outside(checking: Checking, asked: Asked, ids: readonly string[]): Diagnostic[] {
  const { quantity } = asked
  if (!(quantity.value > 0) || quantity.of !== undefined) return []
  for (const id of ids) {
    const band = checking.plausibility.bands.get(id)
    const sized = band && inBandUnit(checking, quantity, band.unit)
    if (band === undefined || sized === undefined) continue
    const { value, times, unit } = sized
    const [low, high] = [band.low * times, band.high * times]
    if (value >= low && value <= high) return []
    const thousand = [1000, 1e6].find((n) => within(value * n, low, high) || within(value / n, low, high))
    return [
      diagnose(asked.code, asked.at, {
        thing: asked.at,
        written: quantity.written,
        low: short(low),
        high: `${short(high)} ${unit}`,
        slip: thousand === undefined ? '' : `${value > high ? '÷' : '×'} ${short(thousand)}`,
      }),
    ]
  }
  return []
}

function within(value: number, low: number, high: number): boolean {
  return value >= low && value <= high
}

/** The value in the unit of the band; money stays in its currency and the band is brought to it. */
function inBandUnit(
  { plausibility }: Checking,
  quantity: Quantity,
  unit: string,
): { readonly value: number; readonly times: number; readonly unit: string } | undefined {
  const currency = unit.startsWith('USD') ? currencyOf(quantity.unit.dimension) : undefined
  const times = currency === undefined ? 1 : plausibility.currencies.get(currency)
  const own = currency === undefined ? unit : unit.replace('USD', currency)
  const value = inUnit(quantity, own) ?? inUnit(quantity, own.replace('m3', 'Nm3'))
  return value === undefined || times === undefined ? undefined : { value, times, unit: own }
}
