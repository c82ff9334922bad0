import { describe, expect, it } from 'vitest'
import { mayMeanThousands, parseNumber, parseQuantity } from '../../src/units/index.js'

function read(text: string): Record<string, unknown> {
  const parsed = parseQuantity(text, '/flows/a/amount')
  if ('problem' in parsed) {
    const { kind, part, expected, readings } = parsed.problem
    return {
      kind,
      part,
      ...(expected === undefined ? {} : { expected }),
      ...(readings === undefined ? {} : { readings }),
    }
  }
  const { unit, at, written, ...rest } = parsed.quantity
  expect(at).toBe('/flows/a/amount')
  expect(written).toBe(text.trim())
  return { ...rest, unit: unit.text }
}

const relative = (value: number): object => ({ plusMinus: { kind: 'relative', value } })
const absolute = (value: number): object => ({ plusMinus: { kind: 'absolute', value } })

const QUANTITIES: readonly (readonly [string, object])[] = [
  ['14 500 t/yr ± 2 % (billed)', { value: 14_500, unit: 't/yr', ...relative(0.02), basis: 'billed' }],
  ['14\u00a0500\u202ft', { value: 14_500, unit: 't' }],
  ['14500 t', { value: 14_500, unit: 't' }],
  ['2.4 GWh', { value: 2.4, unit: 'GWh' }],
  ['12.5 m3/h', { value: 12.5, unit: 'm3/h' }],
  ['0.8 kg/cm2', { value: 0.8, unit: 'kgf/cm2' }],
  ['290 EUR/t', { value: 290, unit: 'EUR/t' }],
  ['290 €/t', { value: 290, unit: 'EUR/t' }],
  ['€ 290/t', { value: 290, unit: 'EUR/t' }],
  ['€290', { value: 290, unit: 'EUR' }],
  ['US$ 5/t (billed)', { value: 5, unit: 'USD/t', basis: 'billed' }],
  ['EUR 290/t ± 3 %', { value: 290, unit: 'EUR/t', ...relative(0.03) }],
  ['2.50 EUR/1000 pcs', { value: 2.5, unit: 'EUR/1000 pcs' }],
  ['5 × 1000 pcs', { value: 5, unit: '1000 pcs' }],
  ['1e3 kWh', { value: 1000, unit: 'kWh' }],
  ['2.5e-3 t', { value: 0.0025, unit: 't' }],
  ['-5 EUR/t', { value: -5, unit: 'EUR/t' }],
  ['\u22125 EUR/t', { value: -5, unit: 'EUR/t' }],
  ['- 5 t', { value: -5, unit: 't' }],
  ['0 t', { value: 0, unit: 't' }],
  ['.5 t', { value: 0.5, unit: 't' }],
  ['5t', { value: 5, unit: 't' }],
  ['5%', { value: 5, unit: '%' }],
  ['< 5 mg/l', { value: 5, unit: 'mg/l', below: true }],
  ['<0.05 mg/l (measured)', { value: 0.05, unit: 'mg/l', below: true, basis: 'measured' }],
  ['0.12 l/m2 of parts-in', { value: 0.12, unit: 'l/m2', of: 'parts-in' }],
  ['0.12 l/m2 of parts-in ± 10 %', { value: 0.12, unit: 'l/m2', of: 'parts-in', ...relative(0.1) }],
  ['0.12 l/m2 ± 10 % of parts-in', { value: 0.12, unit: 'l/m2', of: 'parts-in', ...relative(0.1) }],
  ['5 % of feed (estimated)', { value: 5, unit: '%', of: 'feed', basis: 'estimated' }],
  ['97 %', { value: 97, unit: '%' }],
  ['109', { value: 109, unit: '1' }],
  ['109 (recorded)', { value: 109, unit: '1', basis: 'recorded' }],
  ['3 /h', { value: 3, unit: '1/h' }],
  ['7 bar(g)', { value: 7, unit: 'bar(g)' }],
  ['7 bar (g) (measured)', { value: 7, unit: 'bar(g)', basis: 'measured' }],
  ['4.2 kJ/(kg K) ± 1 %', { value: 4.2, unit: 'kJ/(kg.K)', ...relative(0.01) }],
  ['5 kg (dry)', { value: 5, unit: 'kg(dry)' }],
  ['240 C (estimated)', { value: 240, unit: 'C', basis: 'estimated' }],
  ['20 C ± 2 K', { value: 20, unit: 'C', ...absolute(2) }],
  ['5 t±2%', { value: 5, unit: 't', ...relative(0.02) }],
  ['5 +/- 1 t', { value: 5, unit: 't', ...absolute(1) }],
  ['5 t +- 1', { value: 5, unit: 't', ...absolute(1) }],
  ['14 500 ± 200 t/yr', { value: 14_500, unit: 't/yr', ...absolute(200) }],
  ['14 500 ± 2 % t/yr', { value: 14_500, unit: 't/yr', ...relative(0.02) }],
  ['14 500 t ± 0.2 kt', { value: 14_500, unit: 't', ...absolute(200) }],
  ['8 % ± 1 %', { value: 8, unit: '%', ...absolute(1) }],
  ['109 ± 2 %', { value: 109, unit: '1', ...relative(0.02) }],
  ['109 ± 2', { value: 109, unit: '1', ...absolute(2) }],
  ['5 t (billed, EVN invoices 2024)', { value: 5, unit: 't', basis: 'billed', source: 'EVN invoices 2024' }],
  ['5 t (billed, EVN (north) 2024)', { value: 5, unit: 't', basis: 'billed', source: 'EVN (north) 2024' }],
  ['5 m3/ngày (đo, tháng 3/2024)', { value: 5, unit: 'm3/d', basis: 'measured', source: 'tháng 3/2024' }],
  ['5 t (hóa đơn)', { value: 5, unit: 't', basis: 'billed' }],
  ['5 t (ho\u0301a đơn)', { value: 5, unit: 't', basis: 'billed' }],
  ['5 t (Sổ sách)', { value: 5, unit: 't', basis: 'recorded' }],
  ['5 t (tính)', { value: 5, unit: 't', basis: 'calculated' }],
  ['5 t (ước tính)', { value: 5, unit: 't', basis: 'estimated' }],
  ['5 t (tài liệu)', { value: 5, unit: 't', basis: 'literature' }],
  ['12 tr.đ', { value: 12, unit: 'million-VND' }],
]

const REFUSED: readonly (readonly [string, object])[] = [
  ['', { kind: 'empty', part: '' }],
  ['  ', { kind: 'empty', part: '  ' }],
  ['14 50 t', { kind: 'number', part: '14 50', expected: '1 450' }],
  ['1,5 t', { kind: 'number', part: '1,5', expected: '1.5' }],
  ['1,264 t', { kind: 'number', part: '1,264', expected: '1 264', readings: ['1 264', '1.264'] }],
  ['-1,5 t', { kind: 'number', part: '-1,5', expected: '-1.5' }],
  ['1.264,5 t', { kind: 'number', part: '1.264,5', expected: '1 264.5' }],
  ['1,264.5 t', { kind: 'number', part: '1,264.5', expected: '1 264.5' }],
  ['1.500.000 đ', { kind: 'number', part: '1.500.000', expected: '1 500 000' }],
  ['1_000 t', { kind: 'number', part: '1_000', expected: '1 000' }],
  ["1'000 CHF", { kind: 'number', part: "1'000", expected: '1 000' }],
  ['5. t', { kind: 'number', part: '5.', expected: '5' }],
  ['NaN', { kind: 'number', part: 'NaN' }],
  ['Infinity t', { kind: 'number', part: 'Infinity' }],
  ['0x10 t', { kind: 'number', part: '0x10' }],
  ['1e999 t', { kind: 'number', part: '1e999' }],
  ['1e-999 t', { kind: 'number', part: '1e-999' }],
  ['1/2 t', { kind: 'number', part: '1/2' }],
  ['10-12 m3', { kind: 'number', part: '10-12', expected: '11 ± 1' }],
  ['10 000 – 12 000 m3', { kind: 'number', part: '10 000 – 12 000', expected: '11 000 ± 1 000' }],
  ['~5 t', { kind: 'number', part: '~', expected: '5 t (estimated)' }],
  ['khoảng 5 t', { kind: 'number', part: 'khoảng', expected: '5 t (estimated)' }],
  ['t/yr', { kind: 'number', part: 't/yr' }],
  ['n/a', { kind: 'number', part: 'n/a' }],
  ['± 2 t', { kind: 'number', part: '±' }],
  ['5 tons/yr', { kind: 'unit', part: 'tons' }],
  ['$ 5/t', { kind: 'unit', part: '$' }],
  ['5 kg/(t.tonn)', { kind: 'unit', part: 'tonn' }],
  ['€ 5/tonn', { kind: 'unit', part: 'tonn' }],
  ['1 t of', { kind: 'unit', part: 'of' }],
  ['5 (t', { kind: 'unit', part: '(t' }],
  ['5 t ± x', { kind: 'uncertainty', part: 'x' }],
  ['5 t ±', { kind: 'uncertainty', part: '±' }],
  ['5 t +-', { kind: 'uncertainty', part: '+-' }],
  ['5 t ± -3 %', { kind: 'uncertainty', part: '-3' }],
  ['5 t ± 1,5 %', { kind: 'uncertainty', part: '1,5', expected: '1.5' }],
  ['5 t ± 5 m3', { kind: 'uncertainty', part: 'm3', expected: 't' }],
  ['5 ± 2 ± 3 t', { kind: 'uncertainty', part: '±' }],
  ['5 t (mesured)', { kind: 'basis', part: 'mesured', expected: 'measured' }],
  ['5 t (2024)', { kind: 'basis', part: '2024', expected: 'measured' }],
  ['5 t billed', { kind: 'basis', part: 'billed', expected: '(billed)' }],
  ['5 t, hóa đơn', { kind: 'basis', part: 'hóa đơn', expected: '(hóa đơn)' }],
]

describe('parseQuantity', () => {
  it.each(QUANTITIES)('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each(REFUSED)('refuses %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each(REFUSED)('points at the piece at fault in %s', (text) => {
    for (const padded of [text, `  ${text} `]) {
      const parsed = parseQuantity(padded, '')
      if ('quantity' in parsed) throw new Error('read')
      const { written, part, start, length } = parsed.problem
      expect(written).toBe(padded)
      expect(padded.slice(start, start + length)).toBe(part)
    }
  })

  it('carries the problem of the unit along', () => {
    expect(parseQuantity('5 tons/yr', '')).toMatchObject({
      problem: {
        start: 2,
        length: 4,
        unit: { kind: 'ambiguous', suggestions: ['t', 'short-ton', 'long-ton'] },
      },
    })
  })

  it('refuses a text that is too long', () => {
    expect(parseQuantity(`5 ${'t'.repeat(400)}`, '')).toMatchObject({
      problem: { kind: 'number', start: 0, length: 40 },
    })
  })
})

describe('parseNumber', () => {
  it.each([
    ['14 500.5', 14_500.5],
    ['1 000 000', 1e6],
    ['0.123', 0.123],
    ['+5', 5],
    ['1E3', 1000],
    ['1e60', 1e60],
    ['0e300', 0],
    ['-0', 0],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toEqual({ value })
  })

  it.each([
    '',
    '-',
    '.',
    '1 00',
    '1000 000',
    '1..2',
    '1.2.3',
    '1 000,5',
    'e5',
    '1e',
    '٣',
    '5 t',
    '9'.repeat(400),
    '1e61',
    '1e-61',
  ])('refuses %s', (text) => {
    expect('problem' in parseNumber(text)).toBe(true)
  })

  it('says which numbers may have been thousands to the one who wrote them', () => {
    expect(
      ['1.264', '14.500 t', '1.264.500', '1.26', '0.125', '1.2645', '1264'].map(mayMeanThousands),
    ).toEqual([true, true, false, false, false, false, false])
  })
})
