import { describe, expect, it } from 'vitest'
import {
  currencyOf,
  dimensionMatches,
  dimensionsEqual,
  formatDimension,
  isExchangeRate,
  multiplyDimensions,
  parseDimension,
  parseUnit,
  powerDimension,
  QUANTITY_KINDS,
} from '../../src/units/index.js'
import type { Dimension } from '../../src/model/unit.js'

function of(text: string): Dimension {
  const parsed = parseUnit(text)
  if ('problem' in parsed) throw new Error(text)
  return parsed.unit.dimension
}

describe('formatDimension', () => {
  it.each([
    ['t/yr', 'mass/time'],
    ['m3/h', 'volume/time'],
    ['kWh', 'energy'],
    ['kW', 'power'],
    ['MWh/yr', 'power'],
    ['bar', 'pressure'],
    ['GJ/t', 'energy/mass'],
    ['kJ/(kg.K)', 'energy/(mass.temperature)'],
    ['W/(m2.K)', 'power/(area.temperature)'],
    ['mg/l', 'mass/volume'],
    ['EUR/m3', 'EUR/volume'],
    ['EUR/1000 pcs', 'EUR/item'],
    ['VND', 'VND'],
    ['USD/VND', 'USD/VND'],
    ['tCO2e/MWh', 'co2e/energy'],
    ['1/h', '1/time'],
    ['%', '1'],
    ['m/s', 'length/time'],
    ['kVA', 'apparent-power'],
  ])('says what %s measures', (text, words) => {
    expect(formatDimension(of(text))).toBe(words)
  })
})

describe('dimensionMatches', () => {
  it.each([
    ['mass/time', 't/yr', true],
    ['mass/time', 'kg', false],
    ['money/volume', 'EUR/m3', true],
    ['money/volume', 'triệu đồng/m3', true],
    ['money/volume', 'm3', false],
    ['EUR/volume', 'VND/m3', false],
    ['money', 'USD/VND', false],
    ['power', 'kWh/yr', true],
    ['mass|volume|energy', 'MWh', true],
    ['mass|volume|energy', 'h', false],
    ['1', '%', true],
    ['ratio', 't/t', true],
    ['temperature-difference', 'K', true],
    ['concentration', 'mg/l', true],
    ['heating-value', 'GJ/t', true],
    ['energy/(mass.temperature)', 'kJ/(kg K)', true],
    ['nonsense', 't', false],
    ['__proto__', 't', false],
  ])('matches %s against %s', (pattern, text, matches) => {
    expect(dimensionMatches(pattern, of(text))).toBe(matches)
  })
})

describe('dimensions', () => {
  it('multiply, and raise to powers without leaving zeros', () => {
    expect(multiplyDimensions({ mass: 1 }, { time: -1 })).toEqual({ mass: 1, time: -1 })
    expect(multiplyDimensions({ mass: 1 }, { mass: -1 })).toEqual({})
    expect(powerDimension({ length: 2 }, 0.5)).toEqual({ length: 1 })
    expect(powerDimension({ length: 2 }, 0)).toEqual({})
  })

  it('know every named kind by its own name', () => {
    for (const { name, dimension } of QUANTITY_KINDS) expect(parseDimension(name)).toEqual(dimension)
    expect(parseDimension('mass//time')).toBeUndefined()
    expect(parseDimension('mass/tiem')).toBeUndefined()
  })

  it('find the currency of a price and know an exchange rate', () => {
    expect(currencyOf(of('đ/kWh'))).toBe('VND')
    expect(currencyOf(of('t'))).toBeUndefined()
    expect(isExchangeRate(of('VND/EUR'))).toBe(true)
    expect(isExchangeRate(of('EUR/t'))).toBe(false)
    expect(dimensionsEqual({ a: 1 }, { b: 1 })).toBe(false)
  })
})
