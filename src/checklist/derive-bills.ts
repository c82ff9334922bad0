import { demandPrice } from '../inputs/demand-price.js'
import { isElectricity } from '../model/inventory.js'
import { pointerOf } from '../model/pointer.js'
import type { Quantity } from '../model/quantity.js'
import { sameText, type Text } from '../model/text.js'
import type { Bill } from '../schema/site.js'
import { sameDimension } from '../units/index.js'
import { derive, enter, sumOf, type Deriving } from './deriving.js'

type Row = { readonly bill: Bill; readonly index: number }

/** What electricity bills and prices say: shares of the tariff bands, power factor, prices by band. */
export function billVariables(work: Deriving): void {
  const electric = new Set(work.inventory.goods.filter(isElectricity).map((good) => good.id))
  const rows = work.site.bills.flatMap((bill, index): Row[] =>
    electric.has(billed(work, bill) ?? '') ? [{ bill, index }] : [],
  )
  peakShare(work, rows)
  powerFactor(work, rows)
  peakDemand(work, rows)
  priceRatio(work)
  energyCharge(work, [...electric])
}

/** The good that a bill is of, directly or through a flow or a meter. */
function billed({ site, inventory }: Deriving, bill: Bill): string | undefined {
  const reads = site.meters[bill.meter ?? '']?.reads ?? []
  const id = bill.of ?? reads[0]?.of
  return inventory.flows.find((flow) => flow.id === id)?.of ?? id
}

/** What is billed as electricity but measures something else was refused and says nothing here. */
function isEnergy(quantity: Quantity): boolean {
  return sameDimension(quantity.unit.text, 'MWh')
}

/** Only where every bill has its bands: else the share is that of a part of the year. */
function peakShare(work: Deriving, rows: readonly Row[]): void {
  const banded = rows.filter(
    ({ bill: { bands } }) => bands?.['peak'] !== undefined && Object.values(bands).every(isEnergy),
  )
  if (rows.length === 0 || banded.length < rows.length) return
  const figures = (wanted: (band: string) => boolean): string[] =>
    banded.flatMap(({ bill, index }) =>
      Object.entries(bill.bands ?? {}).flatMap(([band, quantity]) =>
        wanted(band) ? enter(work, `bills.${index}.bands.${band}`, label(index, band), quantity) : [],
      ),
    )
  const [peak, all] = [
    sumOf(
      'p',
      figures((band) => band === 'peak'),
    ),
    sumOf(
      'b',
      figures(() => true),
    ),
  ]
  derive(
    work,
    'electricity.peak_share',
    { en: 'Electricity in peak hours', vi: 'Tỷ lệ điện giờ cao điểm' },
    '1',
    `${peak.formula} / ${all.formula}`,
    { ...peak.uses, ...all.uses },
    '%',
  )
}

function label(index: number, what: string): Text {
  const { en, vi } = (Object.hasOwn(BANDS, what) ? BANDS[what] : undefined) ?? sameText(what)
  return { en: `Bill ${index + 1}: ${en}`, vi: `Hóa đơn ${index + 1}: ${vi}` }
}

/** The bands that every tariff has; any other is called as the bill calls it. */
const BANDS: Readonly<Record<string, Text>> = {
  peak: { en: 'peak', vi: 'giờ cao điểm' },
  normal: { en: 'normal', vi: 'giờ bình thường' },
  'off-peak': { en: 'off-peak', vi: 'giờ thấp điểm' },
}

/** From active and reactive energy, where every bill has both; else the mean of what the bills print. */
function powerFactor(work: Deriving, rows: readonly Row[]): void {
  const words = { en: 'Power factor', vi: 'Hệ số công suất' }
  const pairs = rows.flatMap(({ bill, index }) => {
    if (bill.amount === undefined || !isEnergy(bill.amount) || bill.reactive === undefined) return []
    const about = (what: string): Text => label(index, what)
    return {
      active: enter(work, `bills.${index}.amount`, about('kWh'), bill.amount),
      reactive: enter(work, `bills.${index}.reactive`, about('kvarh'), bill.reactive),
    }
  })
  if (rows.length > 0 && pairs.length === rows.length) {
    const active = sumOf(
      'a',
      pairs.map((pair) => pair.active),
    )
    const reactive = sumOf(
      'r',
      pairs.map((pair) => pair.reactive),
    )
    // Active and reactive energy never add up: only their plain numbers are sides of one triangle.
    const tangent = `(${reactive.formula} / 1 kvarh) / (${active.formula} / 1 kWh)`
    const formula = `1 / sqrt(1 + (${tangent}) ^ 2)`
    derive(work, 'electricity.power_factor', words, '1', formula, { ...active.uses, ...reactive.uses })
    return
  }
  const printed = rows.flatMap(({ bill, index }) => {
    const factor = bill['power-factor']
    return factor === undefined
      ? []
      : enter(work, `bills.${index}.power-factor`, label(index, 'cos φ'), factor)
  })
  if (printed.length === 0 || printed.length < rows.length) return
  const { formula, uses } = sumOf('f', printed)
  derive(work, 'electricity.power_factor', words, '1', `${formula} / ${printed.length}`, uses)
}

/** The mean price of the bills stands for a tariff: its ratio is known where both bands have a price. */
function priceRatio(work: Deriving): void {
  const [peak, offpeak] = [work.byName.get('tariff.peak_price'), work.byName.get('tariff.offpeak_price')]
  if (peak === undefined || offpeak === undefined) return
  derive(
    work,
    'tariff.peak_offpeak_ratio',
    { en: 'Peak price over off-peak price', vi: 'Giá cao điểm trên giá thấp điểm' },
    '1',
    'peak / offpeak',
    { peak, offpeak },
  )
}

/** What is paid for electricity as energy; the dictionary counts it in dong. */
function energyCharge(work: Deriving, goods: readonly string[]): void {
  if (work.site.site.currency !== 'VND') return
  const { formula, uses } = sumOf(
    'c',
    goods.map((id) => `cost.${id}`).filter((id) => work.ledger.has(id)),
  )
  const words = { en: 'Energy charge for electricity', vi: 'Tiền điện năng tác dụng' }
  if (Object.keys(uses).length > 0) derive(work, 'electricity.energy_charge', words, 'VND/yr', formula, uses)
}

/** A price of electricity per power is a charge for the highest demand. */
export function demandCharge({ site, inventory }: Pick<Deriving, 'site' | 'inventory'>): string | undefined {
  const electric = new Set(inventory.goods.filter(isElectricity).map((good) => good.id))
  const index = site.prices.findIndex(({ of, price }) => electric.has(of) && demandPrice(price) !== undefined)
  return index < 0 ? undefined : pointerOf('prices', String(index), 'price')
}

/** The highest demand of each bill in the mean, since every month is charged by its own; then the load factor. */
function peakDemand(work: Deriving, rows: readonly Row[]): void {
  const demands = rows.flatMap(({ bill: { demand }, index }) =>
    demand === undefined
      ? []
      : [{ demand, id: enter(work, `bills.${index}.demand`, label(index, 'kW'), demand) }],
  )
  if (rows.length === 0 || demands.length < rows.length) return
  const { formula, uses } = sumOf(
    'd',
    demands.map(({ id }) => id),
  )
  const words = { en: 'Highest demand of a month', vi: 'Công suất cực đại trong tháng' }
  const mean = `${formula} / ${demands.length}`
  const factor = work.byName.get('electricity.power_factor')
  if (demands.every(({ demand }) => sameDimension(demand.unit.text, 'kW')))
    derive(work, 'electricity.peak_demand', words, 'kW', mean, uses)
  else if (factor !== undefined && demands.every(({ demand }) => sameDimension(demand.unit.text, 'kVA')))
    derive(work, 'electricity.peak_demand', words, 'kW', `${mean} * (1 kW/kVA) * factor`, { ...uses, factor })
  const [peak, use] = [work.byName.get('electricity.peak_demand'), work.byName.get('site.electricity_use')]
  if (peak === undefined || use === undefined) return
  const load = { en: 'Mean load over peak load', vi: 'Tải trung bình trên tải cực đại' }
  derive(work, 'electricity.load_factor', load, '1', 'use / peak', { use, peak }, '%')
}
