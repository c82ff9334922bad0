import { describe, expect, it } from 'vitest'
import { names, valueOf } from './kit.js'

const KNOWN = names({ r: '1', n: 'yr', a: 'EUR/yr', i: 'EUR', s: 'EUR', grid: 't/yr' })

function money(text: string, given: Readonly<Record<string, number>>, result: string) {
  return valueOf(text, KNOWN, given, result)
}

// Fuel saved 3 100 GJ/yr at 5.2 per GJ less 700 for upkeep, against an investment of 38 000 over 10 years at 12 %.
const BOILER = { r: 0.12, n: 10, a: 15420, i: 38000 }

describe('a measure that pays', () => {
  it.each([
    ['payback(i, a)', 'yr', 2.4643320363164722],
    ['crf(r, n)', '1/yr', 0.176984164159844],
    ['npv(r, n, a, i)', 'EUR', 49126.43909809551],
    ['irr(n, a, i)', '1', 0.39080512178668225],
    ['discounted_payback(r, n, i, a)', 'yr', 3.098346168612193],
    ['crf(r, n) * i + 700 EUR/yr', 'EUR/yr', 7425.398238074072],
    ['(crf(r, n) * i + 700 EUR/yr) / 3100 GJ/yr', 'EUR/GJ', 2.3952897542174423],
    ['(crf(r, n) * i + 700 EUR/yr - 16120 EUR/yr) / 293.26 t/yr', 'EUR/t', -29.648099849709915],
  ])('%s', (text, unit, expected) => {
    expect(money(text, BOILER, unit).value).toBeCloseTo(expected, 9)
  })

  it.each([
    ['saving × 0.6', { a: 3100 * 0.6 * 5.2 - 700 }, 12693.801010902262],
    ['price × 1.25', { a: 3100 * 5.2 * 1.25 - 700 }, 71896.83790259129],
    ['life × 0.7', { n: 7 }, 32373.125829209144],
    ['life × 1.2', { n: 12 }, 57517.25055651745],
    ['investment × 1.3', { i: 38000 * 1.3 }, 37726.43909809551],
    ['saving × 0.4606', { a: 3100 * 0.4606326450418162 * 5.2 - 700 }, 0],
  ])('net present value with %s', (_, changed, expected) => {
    expect(money('npv(r, n, a, i)', { ...BOILER, ...changed }, 'EUR').value).toBeCloseTo(expected, 5)
  })

  it('finds the rate that makes the net present value 0, also below 0', () => {
    for (const given of [
      BOILER,
      { n: 10, a: 3000, i: 38000 },
      { n: 1, a: 5, i: 1 },
      { n: 25, a: 1e6, i: 2 },
    ]) {
      const { value } = money('irr(n, a, i)', given, '1')
      const left = money('npv(r, n, a, i) / i', { ...given, r: value as number }, '1')
      expect(left.value).toBeCloseTo(0, 9)
    }
  })

  it('counts a value at the end of the life', () => {
    const given = { n: 12, a: 29000, i: 95000, s: 5000 }
    const { value } = money('irr(n, a, i, s)', given, '1')
    expect(value).toBeCloseTo(0.29184377, 8)
    expect(money('irr(n, a, i, s)', { ...given, s: 0 }, '1').value).toBe(
      money('irr(n, a, i)', given, '1').value,
    )
    expect(money('irr(n, a, i, s)', { ...given, s: -1 }, '1').reason).toBe('outside-domain')
    const left = 'npv(r, n, a, i) / i + s / i * (1 + r) ^ (-n / (1 yr))'
    expect(money(left, { ...given, r: value as number }, '1').value).toBeCloseTo(0, 9)
  })

  it('needs no discounting at a rate of 0', () => {
    const free = { ...BOILER, r: 0 }
    expect(money('npv(r, n, a, i)', free, 'EUR').value).toBe(116200)
    expect(money('crf(r, n)', free, '1/yr').value).toBe(0.1)
    expect(money('discounted_payback(r, n, i, a)', free, 'yr').value).toBeCloseTo(38000 / 15420, 12)
  })
})

describe('what has no value', () => {
  it.each([
    ['payback(i, a)', { i: 100, a: 0 }, 'never'],
    ['payback(i, a)', { i: 100, a: -5 }, 'never'],
    ['payback(i, a)', { i: 0, a: -5 }, 'never'],
    ['discounted_payback(r, n, i, a)', { r: 0.1, n: 10, i: 100, a: 0 }, 'never'],
    ['discounted_payback(r, n, i, a)', { r: 0.1, n: 10, i: 100, a: 11 }, 'not-within-life'],
  ])('%s with %o', (text, given, reason) => {
    expect(money(text, given, 'yr')).toEqual({ value: null, lacks: [], reason })
  })

  it.each([
    [{ n: 10, a: 0, i: 100 }, 'no-return'],
    [{ n: 10, a: -5, i: 100 }, 'no-return'],
    [{ n: 10, a: 5, i: 0 }, 'no-return'],
    [{ n: 0, a: 5, i: 1 }, 'outside-domain'],
  ])('rate of return of %o', (given, reason) => {
    expect(money('irr(n, a, i)', given, '1')).toEqual({ value: null, lacks: [], reason })
  })

  it('is at once without an investment', () => {
    expect(money('payback(i, a)', { i: 0, a: 5 }, 'yr').value).toBe(0)
    expect(money('payback(i, a)', { i: -3, a: 5 }, 'yr').value).toBe(0)
    expect(money('discounted_payback(r, n, i, a)', { r: 0.1, n: 10, i: 0, a: 5 }, 'yr').value).toBe(0)
  })
})
