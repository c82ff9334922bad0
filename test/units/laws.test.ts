import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Unit } from '../../src/model/unit.js'
import {
  convert,
  convertDifference,
  dimensionsEqual,
  divideDimensions,
  formatDimension,
  formatNumber,
  formatQuantity,
  formatUnit,
  multiplyDimensions,
  parseDimension,
  parseNumber,
  parseQuantity,
  parseUnit,
  unitNames,
} from '../../src/units/index.js'

// One seed, so that a failure is the same for everybody.
fc.configureGlobal({ seed: 41_868 })

const rows = unitNames()
const units = rows.flatMap(({ text }) => {
  const parsed = parseUnit(text)
  return 'unit' in parsed ? [parsed.unit] : []
})

const name = fc.constantFrom(...rows.flatMap((r) => [r.text, ...r.aliases]))
const power = fc.constantFrom('', '', '', '2', '3', '^2', '³', '-1')
const count = fc.constantFrom('', '', '', '1000 ', '10^6 ', 'triệu ', 'million ')
const factor = fc.tuple(count, name, power).map((parts) => parts.join(''))
const product = fc.array(factor, { minLength: 1, maxLength: 3 }).map((f) => f.join('.'))
const expression = fc.oneof(
  product,
  fc.tuple(product, product).map(([above, below]) => `${above}/(${below})`),
  fc.tuple(factor, factor).map(([above, below]) => `${above}/${below}`),
)
const readable = expression
  .map((text) => parseUnit(text))
  .filter((p): p is { readonly unit: Unit } => 'unit' in p)
const value = fc.double({ min: -1e12, max: 1e12, noNaN: true }).filter((v) => v === 0 || Math.abs(v) > 1e-9)
const pair = fc
  .constantFrom(...units)
  .chain((from) =>
    fc.tuple(
      fc.constant(from),
      fc.constantFrom(...units.filter((to) => dimensionsEqual(from.dimension, to.dimension))),
    ),
  )

const near = (a: number, b: number, size: number): boolean =>
  Math.abs(a - b) <= 1e-11 * Math.max(Math.abs(size), Math.abs(b))

describe('units keep these laws', () => {
  it('the canonical text reads back as the same unit', () => {
    fc.assert(
      fc.property(readable, ({ unit }) => {
        expect(parseUnit(unit.text)).toEqual({ unit })
      }),
      { numRuns: 2000 },
    )
  })

  it('the printed unit reads back as the same unit in both languages', () => {
    fc.assert(
      fc.property(readable, fc.constantFrom('en', 'vi'), ({ unit }, lang) => {
        fc.pre(unit.text !== '1')
        expect(parseUnit(formatUnit(unit.text, lang as 'en' | 'vi'))).toEqual({ unit })
      }),
      { numRuns: 2000 },
    )
  })

  it('what a unit measures reads back from its words', () => {
    fc.assert(
      fc.property(readable, ({ unit }) => {
        fc.pre(Object.values(unit.dimension).every((p) => Math.abs(p) < 10))
        expect(parseDimension(formatDimension(unit.dimension))).toEqual(unit.dimension)
      }),
      { numRuns: 500 },
    )
  })

  it('there and back again is where one was', () => {
    fc.assert(
      fc.property(pair, value, ([from, to], v) => {
        const there = convert(v, from, to) ?? Number.NaN
        const offset = Math.abs(from.offset) + (Math.abs(to.offset) * to.scale) / from.scale
        expect(near(convert(there, to, from) ?? Number.NaN, v, Math.abs(v) + 100 * offset)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('differences are proportional and add up', () => {
    fc.assert(
      fc.property(pair, value, value, ([from, to], a, b) => {
        const one = (v: number): number => convertDifference(v, from, to) ?? Number.NaN
        expect(near(one(a) + one(b), one(a + b), Math.abs(one(a)) + Math.abs(one(b)))).toBe(true)
        expect(near(one(a) * 2, one(a * 2), one(a))).toBe(true)
      }),
    )
  })

  it('the difference of two points is the difference of their conversions', () => {
    fc.assert(
      fc.property(
        pair,
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: -500, max: 500 }),
        ([from, to], a, b) => {
          const points = (convert(a, from, to) ?? Number.NaN) - (convert(b, from, to) ?? Number.NaN)
          const difference = convertDifference(a - b, from, to) ?? Number.NaN
          const size =
            Math.abs(convertDifference(1000 + Math.abs(from.offset), from, to) ?? 0) + Math.abs(to.offset)
          expect(Math.abs(points - difference)).toBeLessThanOrEqual(1e-10 * size)
        },
      ),
    )
  })

  it('a quotient measures the quotient', () => {
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.constantFrom(...units), (a, b) => {
        const parsed = parseUnit(`${a.text}/(${b.text})`)
        expect('unit' in parsed && parsed.unit.dimension).toEqual(divideDimensions(a.dimension, b.dimension))
        expect(multiplyDimensions(divideDimensions(a.dimension, b.dimension), b.dimension)).toEqual(
          a.dimension,
        )
      }),
    )
  })

  it('an English number reads back', () => {
    fc.assert(
      fc.property(value, (v) => {
        const back = parseNumber(formatNumber(v, { lang: 'en' }))
        expect('value' in back && near(back.value, v, 0)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('a quantity printed in English reads back', () => {
    const basis = fc.constantFrom('', ' (measured)', ' (hóa đơn, EVN 2024)', ' (estimated, see sheet)')
    const spread = fc.constantFrom('', ' ± 2 %', ' ± 3')
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999, max: 99_999 }),
        readable,
        spread,
        basis,
        (v, { unit }, plusMinus, paren) => {
          fc.pre(!/^[\d(/]/.test(unit.text))
          const first = parseQuantity(`${v} ${unit.text}${plusMinus}${paren}`, '')
          if ('problem' in first) throw new Error(JSON.stringify(first.problem))
          const again = parseQuantity(formatQuantity(first.quantity, { lang: 'en' }), '')
          if ('problem' in again) throw new Error(JSON.stringify(again.problem))
          expect({ ...again.quantity, written: '' }).toEqual({ ...first.quantity, written: '' })
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('nothing a person may type makes it throw or point outside the text', () => {
    const bit = fc.constantFrom(
      '5',
      '1 000',
      ' ',
      '±',
      '+-',
      '(',
      ')',
      '/',
      '.',
      '%',
      't',
      'm3',
      '€',
      '$',
      'of',
      '<',
      'đ',
      '-',
      '^',
      '²',
      'triệu',
      'billed',
      ',',
      'e',
      '×',
      '__proto__',
      '\u0301',
      '😀',
      'bar(g)',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(bit, { maxLength: 40 }).map((b) => b.join('')),
    )
    fc.assert(
      fc.property(text, (t) => {
        const parsed = parseQuantity(t, '')
        const inside =
          'problem' in parsed
            ? parsed.problem.start >= 0 && parsed.problem.start + parsed.problem.length <= t.length
            : Number.isFinite(parsed.quantity.value) && parsed.quantity.unit.scale > 0
        expect(inside).toBe(true)
        parseUnit(t)
        parseNumber(t)
      }),
      { numRuns: 5000 },
    )
  })
})
