import { describe, expect, it } from 'vitest'
import { convert, convertDifference, parseUnit } from '../../src/units/index.js'
import type { Unit } from '../../src/model/unit.js'

function unit(text: string): Unit {
  const parsed = parseUnit(text)
  if ('problem' in parsed) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`)
  return parsed.unit
}

/** Published definitions: one of the first unit is so many of the second. */
const DEFINITIONS: readonly (readonly [string, string, number])[] = [
  ['kWh', 'MJ', 3.6],
  ['MWh', 'GJ', 3.6],
  ['GJ', 'kWh', 277.7777777778],
  ['cal-th', 'J', 4.184],
  ['kcal', 'kJ', 4.1868],
  ['Gcal', 'GJ', 4.1868],
  ['toe', 'GJ', 41.868],
  ['toe', 'MWh', 11.63],
  ['toe', 'Gcal', 10],
  ['tce', 'GJ', 29.3076],
  ['tce', 'toe', 0.7],
  ['therm-us', 'MJ', 105.4804],
  ['therm-ec', 'MJ', 105.50558526],
  ['BTU', 'kJ', 1.0550558526],
  ['MMBTU', 'GJ', 1.0550558526],
  ['hp-metric', 'kW', 0.73549875],
  ['hp-mechanical', 'kW', 0.7456998716],
  ['hp-boiler', 'kW', 9.8095],
  ['TR', 'kW', 3.516852842],
  ['TR', 'kcal/h', 3023.9491],
  ['BTU/h', 'W', 0.29307107],
  ['bar', 'kPa', 100],
  ['kgf/cm2', 'kPa', 98.0665],
  ['kg/cm2', 'bar', 0.980665],
  ['psi', 'kPa', 6.894757293],
  ['bar', 'psi', 14.503773773],
  ['atm', 'kPa', 101.325],
  ['mmH2O', 'Pa', 9.80665],
  ['mmHg', 'Pa', 133.322387415],
  ['us-gpm', 'm3/h', 0.2271247],
  ['us-gpm', 'l/min', 3.785411784],
  ['cfm', 'm3/h', 1.699010796],
  ['cfm', 'l/s', 0.471947443],
  ['us-gal', 'l', 3.785411784],
  ['uk-gal', 'l', 4.54609],
  ['oil-barrel', 'l', 158.987294928],
  ['ft3', 'm3', 0.0283168466],
  ['hl', 'l', 100],
  ['m3', 'l', 1000],
  ['lb', 'kg', 0.45359237],
  ['oz-av', 'g', 28.349523125],
  ['short-ton', 'kg', 907.18474],
  ['long-ton', 'kg', 1016.0469088],
  ['quintal', 'kg', 100],
  ['tạ', 'kg', 100],
  ['yến', 'kg', 10],
  ['tấn', 'kg', 1000],
  ['ha', 'm2', 10_000],
  ['ft2', 'm2', 0.09290304],
  ['inch', 'mm', 25.4],
  ['ft', 'm', 0.3048],
  ['yard', 'm', 0.9144],
  ['mile', 'm', 1609.344],
  ['delta-F', 'K', 0.5555555556],
  ['Nm3', 'Sm3', 1.0549148],
  ['Nm3', 'Nm3-25C', 1.0915248],
  ['yr', 'd', 365],
  ['yr', 'h', 8760],
  ['month', 'h', 730],
  ['kWh/m3', 'MJ/m3', 3.6],
  ['mg/l', 'g/m3', 1],
  ['g/l', 'kg/m3', 1],
  ['kW', 'kWh/h', 1],
  ['triệu đồng', 'VND', 1e6],
  ['tỷ đồng', 'triệu đồng', 1000],
  ['nghìn đồng/tấn', 'đ/kg', 1],
  ['EUR/1000 pcs', 'EUR/pcs', 0.001],
  ['l/100 km', 'l/km', 0.01],
  ['%', 'ppm', 10_000],
  ['dozen', 'pcs', 12],
]

describe('convert', () => {
  it.each(DEFINITIONS)('takes 1 %s for its number of %s', (from, to, factor) => {
    const value = convert(1, unit(from), unit(to)) ?? Number.NaN
    expect(Math.abs(value / factor - 1)).toBeLessThan(1e-7)
    expect(convert(value, unit(to), unit(from))).toBeCloseTo(1, 12)
  })

  it.each([
    [20, 'C', 'K', 293.15],
    [0, 'K', 'C', -273.15],
    [32, 'F', 'C', 0],
    [212, 'F', 'C', 100],
    [-40, 'C', 'F', -40],
    [0, 'bar(g)', 'bar', 1.01325],
    [7, 'bar(g)', 'bar(a)', 8.01325],
    [7, 'bar(g)', 'MPa', 0.801325],
    [7, 'kg/cm2(g)', 'bar', 7.877905],
    [100, 'psi(g)', 'psi', 114.695949],
    [1.01325, 'bar', 'bar(g)', 0],
    [0.7, 'MPa(g)', 'bar(g)', 7],
  ])('takes the point %d %s for its %s', (value, from, to, expected) => {
    expect(convert(value, unit(from), unit(to))).toBeCloseTo(expected, 5)
  })

  it('prints no noise where the numbers are round', () => {
    expect(convert(32, unit('F'), unit('C'))).toBe(0)
    expect(convert(250_000, unit('hl'), unit('m3'))).toBe(25_000)
    expect(convert(2480, unit('MWh'), unit('kWh'))).toBe(2_480_000)
    expect(convert(0.3, unit('t'), unit('kg'))).toBe(300)
    expect(convert(7, unit('l'), unit('m3'))).toBe(0.007)
    expect(convert(1, unit('kg/cm2'), unit('Pa'))).toBe(98_066.5)
    expect(convert(125, unit('cm3'), unit('l'))).toBe(0.125)
  })

  it('takes a difference without the offset', () => {
    expect(convertDifference(20, unit('C'), unit('K'))).toBe(20)
    expect(convertDifference(9, unit('F'), unit('C'))).toBeCloseTo(5, 12)
    expect(convertDifference(1, unit('bar(g)'), unit('kPa'))).toBe(100)
  })

  it.each([
    ['t', 'm3'],
    ['kWh', 'kW'],
    ['EUR', 'VND'],
    ['Nm3', 'm3'],
    ['t(dry)', 't'],
    ['tCO2e', 't'],
    ['toe-vn', 'toe'],
    ['kVAh', 'kWh'],
    ['kVArh', 'kVAh'],
    ['pcs', 'person'],
    ['batch', 'pcs'],
  ])('keeps %s and %s apart', (from, to) => {
    expect(convert(1, unit(from), unit(to))).toBeUndefined()
    expect(convertDifference(1, unit(from), unit(to))).toBeUndefined()
  })
})
