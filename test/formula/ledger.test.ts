import { describe, expect, it } from 'vitest'
import { createLedger, figuresThatMayBeMissing, figureToExcel, linear } from '../../src/formula/index.js'
import type { Figure } from '../../src/model/figure.js'
import { sameText } from '../../src/model/text.js'
import { unit } from './kit.js'

function input(id: string, value: number | null, unitText: string, more: Partial<Figure> = {}): Figure {
  return { id, label: sameText(id), value, unit: unitText, kind: 'input', ...more }
}

function derivation(id: string, unitText: string, formula: string, uses: Readonly<Record<string, string>>) {
  return { id, label: sameText(id), unit: unitText, formula, uses }
}

describe('a ledger', () => {
  it('computes what follows, in the unit asked for', () => {
    const ledger = createLedger([input('fuel', 100, 'GJ/yr'), input('price', 20, 'EUR/MWh')])
    const cost = ledger.derive(derivation('cost', 'EUR/yr', 'fuel * price', { fuel: 'fuel', price: 'price' }))
    expect(cost).toMatchObject({ kind: 'derived', formula: 'fuel * price' })
    expect(cost.value).toBeCloseTo(2000 / 3.6, 10)
    expect(ledger.get('cost')).toBe(cost)
    expect(ledger.all().map((figure) => figure.id)).toEqual(['fuel', 'price', 'cost'])
  })

  it('names the roots of what is missing', () => {
    const ledger = createLedger([
      input('a', null, 't/yr'),
      input('b', null, 't/yr', { lacks: ['amount of barley'] }),
      input('c', 1, 't/yr'),
    ])
    const sum = ledger.derive(derivation('sum', 't/yr', 'a + b + c', { a: 'a', b: 'b', c: 'c' }))
    expect(sum).toMatchObject({ value: null, lacks: ['a', 'amount of barley'] })
    const twice = ledger.derive(derivation('twice', 't/yr', 's + a', { s: 'sum', a: 'a' }))
    expect(twice).toMatchObject({ value: null, lacks: ['a', 'amount of barley'] })
  })

  it('says why there is no value where nothing is missing', () => {
    const ledger = createLedger([input('i', 100, 'EUR'), input('a', -1, 'EUR/yr')])
    const payback = ledger.derive(derivation('pb', 'yr', 'payback(i, a)', { i: 'i', a: 'a' }))
    expect(payback).toMatchObject({ value: null, lacks: [], reason: 'never' })
    const half = ledger.derive(derivation('half', 'yr', 'pb / 2', { pb: 'pb' }))
    expect(half).toMatchObject({ value: null, lacks: ['pb'] })
  })

  it.each([
    ['the same id', derivation('fuel', 'GJ/yr', 'f', { f: 'fuel' }), /in the ledger already/],
    ['another dimension', derivation('x', 't/yr', 'f', { f: 'fuel' }), /gives power/],
    ['an unknown name', derivation('x', 'GJ/yr', 'g', { f: 'fuel' }), /"g" is not among/],
    ['a name of the host', derivation('x', 'GJ/yr', 'toString', {}), /"toString" is not among/],
    ['a figure not there', derivation('x', 'GJ/yr', 'f', { f: 'later' }), /not in the ledger before it/],
    ['no formula', derivation('x', 'GJ/yr', 'f +', { f: 'fuel' }), /the formula ends/],
    ['a truth', derivation('x', '1', 'f > 1 GJ/yr', { f: 'fuel' }), /true or false/],
    ['no unit', derivation('x', 'furlongz', 'f', { f: 'fuel' }), /is no unit/],
  ])('throws on %s', (_, wrong, message) => {
    const ledger = createLedger([input('fuel', 100, 'GJ/yr')])
    expect(() => ledger.derive(wrong)).toThrow(message)
    expect(ledger.all()).toHaveLength(1)
  })

  it('throws on a number that is none', () => {
    expect(() => createLedger([input('fuel', NaN, 'GJ/yr')])).toThrow(/no number/)
  })

  it('carries uncertainty when asked to', () => {
    const ledger = createLedger([
      input('a', 10, 't/yr', { sd: 0.3 }),
      input('b', 5, 't/yr', { sd: 0.4 }),
      input('k', 2, '1'),
    ])
    const uses = { a: 'a', b: 'b', k: 'k' }
    const sum = ledger.derive({ ...derivation('sum', 't/yr', 'k * (a - b)', uses), sd: 'independent' })
    expect(sum.sd).toBeCloseTo(1, 10)
    expect(ledger.derive(derivation('plain', 't/yr', 'a - b', uses)).sd).toBeUndefined()
  })

  it('knows the units of the site', () => {
    const keg = { ...unit('l'), text: 'keg', scale: unit('l').scale * 50 }
    const ledger = createLedger([input('beer', 3, 'keg')], { custom: new Map([['keg', keg]]) })
    const litres = ledger.derive(derivation('litres', 'l', 'beer', { beer: 'beer' }))
    expect(litres.value).toBeCloseTo(150, 10)
  })
})

describe('the live formulas of a ledger', () => {
  const ledger = createLedger([
    input('a', 10, 'EUR/yr'),
    input('b', null, 'EUR/yr'),
    input('i', 40, 'EUR'),
    input('zero', 0, '1'),
  ])
  const all = { a: 'a', b: 'b', i: 'i', zero: 'zero' }
  ledger.derive(derivation('double', 'EUR/yr', '2 * a', all))
  ledger.derive(derivation('sum', 'EUR/yr', 'sum(a, b)', all))
  ledger.derive(derivation('share', '1', 'a / sum', { ...all, sum: 'sum' }))
  ledger.derive(derivation('pb', 'yr', 'payback(i, a)', all))
  ledger.derive(derivation('months', 'month', 'pb', { pb: 'pb' }))
  ledger.derive(derivation('quotient', 'EUR/yr', 'a / zero', all))
  const figures = ledger.all()
  const missing = figuresThatMayBeMissing(figures)
  const excel = (id: string): string | undefined => {
    const figure = ledger.get(id)
    if (!figure) throw new Error(id)
    return figureToExcel(
      figure,
      ledger,
      (one) => `B${figures.findIndex((other) => other.id === one) + 1}`,
      missing,
    )
  }

  it.each([
    ['double', '2*B1'],
    ['sum', 'IF(COUNT(B2)=1,SUM(B1:B2),"–")'],
    ['share', 'IF(AND(COUNT(B6)=1,B6<>0),B1/B6,"–")'],
    ['pb', 'IF(B1>0,MAX(0,B3)/B1,"–")'],
    ['months', 'IF(COUNT(B8)=1,B8*12,"–")'],
    ['quotient', 'IF(B4<>0,B1/B4,"–")'],
  ])('%s', (id, formula) => {
    expect(excel(id)).toBe(formula)
  })

  it('knows what may be missing', () => {
    expect([...missing]).toEqual(['b', 'sum', 'share', 'pb', 'months', 'quotient'])
  })
})

describe('a sum of multiples', () => {
  it.each([
    [
      [
        ['a', 1],
        ['b', -1],
        ['c', 0.52],
      ],
      0,
      'a - b + 0.52 * c',
    ],
    [
      [
        ['a', -1],
        ['b', 2],
      ],
      0,
      '-a + 2 * b',
    ],
    [[['a', 0]], 0, '0'],
    [[], 3, '3'],
    [[['a', -0.5]], -3, '-0.5 * a - 3'],
  ] as const)('%j and %d', (terms, constant, text) => {
    expect(
      linear(
        terms.map(([name, coefficient]) => ({ name, coefficient })),
        constant,
      ),
    ).toBe(text)
  })
})
