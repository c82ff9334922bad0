import { describe, expect, it } from 'vitest'
import type { Unit } from '../../src/model/unit.js'
import { ambiguousNames, CURRENCIES, defineUnit, parseUnit, unitNames } from '../../src/units/index.js'
import { normaliseUnitText, unitIndex } from '../../src/units/unit-index.js'

const textOf = (written: string): string => {
  const parsed = parseUnit(written)
  return 'unit' in parsed ? parsed.unit.text : `${parsed.problem.kind}: ${parsed.problem.part}`
}

const SPELLINGS: readonly (readonly [string, string])[] = [
  ['t/yr', 't/yr'],
  ['t/y', 't/yr'],
  ['t/a', 't/yr'],
  ['t/year', 't/yr'],
  ['t/năm', 't/yr'],
  ['t/na\u0306m', 't/yr'],
  ['tấn/năm', 't/yr'],
  ['m3/ngày', 'm3/d'],
  ['m³/ngày đêm', 'm3/d'],
  ['m^3/ngđ', 'm3/d'],
  ['M3/H', 'm3/h'],
  ['lít', 'l'],
  ['L', 'l'],
  ['hL', 'hl'],
  ['khối', 'm3'],
  ['m khối', 'm3'],
  ['㎥', 'm3'],
  ['đ', 'VND'],
  ['đồng', 'VND'],
  ['VNĐ', 'VND'],
  ['vnd', 'VND'],
  ['nghìn đồng', 'thousand-VND'],
  ['ngàn đồng', 'thousand-VND'],
  ['triệu đồng', 'million-VND'],
  ['Triệu đồng/năm', 'million-VND/yr'],
  ['tr.đ', 'million-VND'],
  ['trđ', 'million-VND'],
  ['tỷ đồng', 'billion-VND'],
  ['tỉ đồng', 'billion-VND'],
  ['million kWh', 'million-kWh'],
  ['triệu m3/năm', 'million-m3/yr'],
  ['kEUR', 'thousand-EUR'],
  ['MEUR/yr', 'million-EUR/yr'],
  ['đ/kWh', 'VND/kWh'],
  ['€/t', 'EUR/t'],
  ['US$/t', 'USD/t'],
  ['kwh', 'kWh'],
  ['KWH', 'kWh'],
  ['mW', 'mW'],
  ['MW', 'MW'],
  ['kVAr', 'kVAr'],
  ['kvarh', 'kVArh'],
  ['kWp', 'kWp'],
  ['Nm³', 'Nm3'],
  ['N m3', 'Nm3'],
  ['t (dry)', 't(dry)'],
  ['tấn khô', 't(dry)'],
  ['kg(dry)', 'kg(dry)'],
  ['bar(g)', 'bar(g)'],
  ['bar (g)', 'bar(g)'],
  ['barg', 'bar(g)'],
  ['bar_g', 'bar(g)'],
  ['bar(a)', 'bar(a)'],
  ['kg/cm2', 'kgf/cm2'],
  ['kG/cm²', 'kgf/cm2'],
  ['kg/cm2(g)', 'kgf/cm2(g)'],
  ['°C', 'C'],
  ['oC', 'C'],
  ['ºC', 'C'],
  ['℃', 'C'],
  ['độ C', 'C'],
  ['°F', 'F'],
  ['tCO2', 'tCO2e'],
  ['t CO₂/yr', 'tCO2e/yr'],
  ['kgCO2tđ', 'kgCO2e'],
  ['cái', 'pcs'],
  ['chiếc', 'pcs'],
  ['pieces', 'pcs'],
  ['TOE', 'toe'],
  ['toe-vn', 'toe-vn'],
  ['h/yr', 'h/yr'],
  ['t/t', 't/t'],
  ['1', '1'],
  ['-', '1'],
  ['1/h', '1/h'],
  ['/h', '1/h'],
  ['kJ/(kg K)', 'kJ/(kg.K)'],
  ['kJ/(kg·K)', 'kJ/(kg.K)'],
  ['kJ/(kg*K)', 'kJ/(kg.K)'],
  ['kJ/kg/K', 'kJ/(kg.K)'],
  ['W/(m2 °C)', 'W/(m2.K)'],
  ['C/h', 'K/h'],
  ['kWh/bar(g)', 'kWh/bar'],
  ['kg·m⁻³', 'kg/m3'],
  ['s^-1', '1/s'],
  ['(m/s)2', 'm2/s2'],
  ['EUR/1000 pcs', 'EUR/1000 pcs'],
  ['€/1 000 pcs', 'EUR/1000 pcs'],
  ['EUR/\u00a01\u202f000\u00a0pcs', 'EUR/1000 pcs'],
  ['10^6 kcal/h', '1000000 kcal/h'],
  ['10³ m³', '1000 m3'],
  ['1 t', 't'],
  ['l/100 km', 'l/100 km'],
  ['µS/cm', 'uS/cm'],
  ['cfm', 'ft3/min'],
  ['l/(person.d)', 'l/(person.d)'],
  ['m3/mẻ', 'm3/batch'],
]

const REFUSED: readonly (readonly [string, string, readonly string[]])[] = [
  ['tonn', 'unknown: tonn', ['t']],
  ['m3/dya', 'unknown: dya', ['d']],
  ['mwh', 'unknown: mwh', ['MWh', 'Wh', 'kWh']],
  ['MM', 'unknown: MM', ['mm']],
  ['mpa', 'unknown: mpa', ['MPa', 'MVA', 'mA']],
  ['mw', 'ambiguous: mw', ['mW', 'MW']],
  ['MG', 'ambiguous: MG', ['mg', 't']],
  ['tr', 'unknown: tr', ['TR']],
  ['shift', 'unknown: shift', []],
  ['ca', 'unknown: ca', []],
  ['m3 water/t', 'unknown: water', []],
  ['t(wet)', 'unknown: t(wet)', []],
  ['kJ/kg K', 'syntax: K', ['kJ/(kg K)']],
  ['kJ/kg.K', 'syntax: kJ/kg.K', ['kJ/(kg.K)']],
  ['kWh/m²·a', 'syntax: kWh/m2.a', ['kWh/(m2.a)']],
  ['kg per t', 'unknown: per', ['kg/t']],
  ['m3 h', 'syntax: h', ['m3.h']],
  ['kg//t', 'syntax: /', []],
  ['(kg', 'syntax: (kg', []],
  ['kg)', 'syntax: )', []],
  ['EUR/1000', 'syntax: 1000', []],
  ['1000', 'syntax: 1000', []],
  ['m0', 'syntax: 0', []],
  ['m99', 'syntax: 99', []],
  ['Nm32', 'unknown: Nm32', []],
  ['', 'syntax: ', []],
  ['__proto__', 'unknown: __proto__', []],
  ['constructor', 'unknown: constructor', []],
]

describe('parseUnit', () => {
  it.each(SPELLINGS)('reads %s as %s', (written, text) => {
    expect(textOf(written)).toBe(text)
  })

  it.each(REFUSED)('refuses %s', (written, what, suggestions) => {
    const parsed = parseUnit(written)
    expect(textOf(written)).toBe(what)
    expect('problem' in parsed && parsed.problem.suggestions).toEqual(suggestions)
  })

  it.each(unitNames().map((u) => [u.text, u] as const))(
    'reads every spelling of %s as the same unit',
    (text, name) => {
      const own = parseUnit(text)
      expect('unit' in own && own.unit.text).toBe(text)
      expect(text).toMatch(/^[\x20-\x7e]+$/)
      expect(name.source).not.toBe('')
      for (const alias of name.aliases) expect([alias, parseUnit(alias)]).toEqual([alias, own])
    },
  )

  it('gives each spelling to one unit only', () => {
    const owners = new Map<string, string>()
    for (const { text, aliases } of unitNames()) {
      for (const name of [text, ...aliases].map(normaliseUnitText)) {
        expect([name, owners.get(name) ?? text]).toEqual([name, text])
        owners.set(name, text)
      }
    }
    for (const { name } of ambiguousNames())
      expect([name, owners.get(normaliseUnitText(name))]).toEqual([name, undefined])
    expect(unitIndex().exact.size).toBeGreaterThan(500)
  })

  it.each(ambiguousNames().map((a) => [a.name, a.meanings] as const))(
    'refuses %s with its meanings',
    (name, meanings) => {
      for (const written of [name, name.toUpperCase(), `5 ${name}`, `kg/${name}`]) {
        const parsed = parseUnit(written)
        expect([written, 'problem' in parsed && parsed.problem.kind]).toEqual([written, 'ambiguous'])
      }
      const parsed = parseUnit(name)
      expect('problem' in parsed && parsed.problem.suggestions).toEqual(meanings)
      expect(meanings.length).toBeGreaterThan(1)
      for (const meaning of meanings) expect(textOf(meaning)).toBe(meaning)
    },
  )

  it('knows forty currencies, each a dimension of its own', () => {
    expect(CURRENCIES.length).toBeGreaterThanOrEqual(40)
    for (const { code } of CURRENCIES) {
      expect(parseUnit(code)).toEqual({ unit: { text: code, dimension: { [code]: 1 }, scale: 1, offset: 0 } })
    }
  })

  it('takes units of the user before its own, and only whole names', () => {
    const crate = defineUnit('crate', '24 pcs', '')
    const ton = defineUnit('ton', '1 t', '')
    if (!('unit' in crate) || !('unit' in ton)) throw new Error('not defined')
    const custom: ReadonlyMap<string, Unit> = new Map([crate.unit, ton.unit].map((u) => [u.text, u]))
    expect(parseUnit('crate/yr', { custom })).toEqual({
      unit: { text: 'crate/yr', dimension: { item: 1, time: -1 }, scale: 24 / (365 * 86_400), offset: 0 },
    })
    expect(parseUnit('ton', { custom })).toEqual({
      unit: { text: 'ton', dimension: { mass: 1 }, scale: 1000, offset: 0 },
    })
    expect(parseUnit('crates', { custom })).toMatchObject({
      problem: { kind: 'unknown', suggestions: ['crate'] },
    })
    expect(parseUnit('EUR/1000 crate', { custom })).toMatchObject({ unit: { text: 'EUR/1000 crate' } })
    expect(defineUnit('x', '0 t', '')).toMatchObject({ problem: { kind: 'number', part: '0 t' } })
    expect(defineUnit('x', '3 C', '')).toMatchObject({ problem: { kind: 'number' } })
  })
})
