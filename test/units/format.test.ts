import { describe, expect, it } from 'vitest'
import {
  formatNumber,
  formatQuantity,
  formatUnit,
  formatValue,
  parseQuantity,
} from '../../src/units/index.js'

describe('formatNumber', () => {
  it.each([
    [14_500.5, 15, '14 500.5', '14.500,5'],
    [14_523, 4, '14 520', '14.520'],
    [1_264_500, 15, '1 264 500', '1.264.500'],
    [999.96, 4, '1 000', '1.000'],
    [0.000_123_456, 3, '0.000123', '0,000123'],
    [0.1 + 0.2, 15, '0.3', '0,3'],
    [-5, 3, '-5', '-5'],
    [-0, 3, '0', '0'],
    [-0.4e-20, 2, '-4e-21', '-4e-21'],
    [1.5e-7, 3, '1.5e-7', '1,5e-7'],
    [1e15, 3, '1e15', '1e15'],
    [123_456_789_012_345, 15, '123 456 789 012 345', '123.456.789.012.345'],
    [Number.NaN, 3, '–', '–'],
    [Infinity, 3, '–', '–'],
  ])('writes %d with %d digits', (value, digits, en, vi) => {
    expect(formatNumber(value, { lang: 'en', digits })).toBe(en)
    expect(formatNumber(value, { lang: 'vi', digits })).toBe(vi)
  })
})

describe('formatUnit', () => {
  it.each([
    ['m3/yr', 'm³/yr', 'm³/năm'],
    ['kWh/(m2.yr)', 'kWh/(m².yr)', 'kWh/(m².năm)'],
    ['million-VND/yr', 'million VND/yr', 'triệu VND/năm'],
    ['EUR/1000 pcs', 'EUR/1000 pcs', 'EUR/1000 cái'],
    ['Nm3/d', 'Nm³/d', 'Nm³/ngày'],
    ['tCO2e/MWh', 'tCO2e/MWh', 'tCO2e/MWh'],
    ['mmH2O', 'mmH2O', 'mmH2O'],
    ['C', '°C', '°C'],
    ['t(dry)/yr', 't(dry)/yr', 'tấn khô/năm'],
    ['kgf/cm2(g)', 'kgf/cm2(g)', 'kgf/cm2(g)'],
    ['1', '', ''],
  ])('writes %s', (text, en, vi) => {
    expect(formatUnit(text, 'en')).toBe(en)
    expect(formatUnit(text, 'vi')).toBe(vi)
  })
})

describe('formatQuantity', () => {
  it.each([
    [
      '14 500 t/yr ± 2 % (billed, EVN 2024)',
      '14 500 t/yr ± 2 % (billed, EVN 2024)',
      '14.500 t/năm ± 2 % (hóa đơn, EVN 2024)',
    ],
    ['< 0.05 mg/l', '< 0.05 mg/l', '< 0,05 mg/l'],
    ['0.12 l/m2 of parts-in ± 10 %', '0.12 l/m² of parts-in ± 10 %', '0,12 l/m² của parts-in ± 10 %'],
    ['109', '109', '109'],
    ['3 /h', '3 /h', '3 /h'],
    ['5 × 1000 pcs', '5 × 1000 pcs', '5 × 1000 cái'],
  ])('writes %s', (text, en, vi) => {
    const parsed = parseQuantity(text, '')
    if ('problem' in parsed) throw new Error(text)
    expect(formatQuantity(parsed.quantity, { lang: 'en' })).toBe(en)
    expect(formatQuantity(parsed.quantity, { lang: 'vi' })).toBe(vi)
  })

  it('writes a value with its canonical unit', () => {
    expect(formatValue(14_523.4, 'm3/yr', { lang: 'vi', digits: 3 })).toBe('14.500 m³/năm')
    expect(formatValue(0.5, '1', { lang: 'en' })).toBe('0.5')
  })
})
