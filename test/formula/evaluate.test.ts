import { describe, expect, it } from 'vitest'
import { names, valueOf } from './kit.js'

const KNOWN = names({ a: '1', b: '1', c: '1', p: 'truth', q: 'truth', cls: 'text' })

describe('numbers', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['-2^2', -4],
    ['2^3^2', 512],
    ['2^-1', 0.5],
    ['10 - 4 - 3', 3],
    ['100 / 10 / 2', 5],
    ['min(3, 1, 2) + max(3, 1, 2) + sum(3, 1, 2)', 10],
    ['abs(-3) + sqrt(16) + floor(-2.5) + ceil(-2.5)', 2],
    ['ln(exp(2)) + log10(1000)', 5],
    ['pi()', Math.PI],
    ['sin(0) + cos(0) + tan(0) + asin(0) + acos(1) + atan(0)', 1],
    ['rank(3, 5, 3, 3, 1)', 2],
    ['rank(1, 5, 3, 3, 1)', 4],
    ['0 * -1', 0],
  ])('%s', (text, value) => {
    expect(valueOf(text, KNOWN)).toEqual({ value, lacks: [] })
  })
})

describe('what is not known', () => {
  it.each([
    ['a + b', { a: 1 }, null, ['b']],
    ['a + b', {}, null, ['a', 'b']],
    ['0 * b', {}, null, ['b']],
    ['if(a > 1, b, c)', { a: 2, b: 3 }, 3, []],
    ['if(a > 1, b, c)', { a: 0, b: 3 }, null, ['c']],
    ['if(a > 1, b, c)', { b: 3, c: 3 }, null, ['a']],
    ['rank(a, a, b, c)', { a: 1, b: 2 }, 2, []],
    ['rank(a, a, b, c)', { b: 2 }, null, ['a']],
    ['sum(a, b, c)', { a: 1, b: 2 }, null, ['c']],
  ])('%s with %o', (text, given, value, lacks) => {
    expect(valueOf(text, KNOWN, given)).toEqual({ value, lacks })
  })

  it.each([
    ['p and q', { p: false }, false, []],
    ['p and q', { q: false }, false, []],
    ['p and q', { q: true }, null, ['p']],
    ['p or q', { p: true }, true, []],
    ['p or q', { q: true }, true, []],
    ['p or q', { q: false }, null, ['p']],
    ['not p', {}, null, ['p']],
    ['a > 6 % and p', { p: false }, false, []],
    ['cls == "gas"', {}, null, ['cls']],
    ['cls == "gas"', { cls: 'gas' }, true, []],
    ['cls != "gas"', { cls: 'Gas' }, true, []],
  ])('%s with %o', (text, given, value, lacks) => {
    expect(valueOf(text, KNOWN, given, 'truth')).toEqual({ value, lacks })
  })
})

describe('what arithmetic cannot say', () => {
  it.each([
    ['1 / a', { a: 0 }, 'division-by-zero'],
    ['0 / a', { a: 0 }, 'division-by-zero'],
    ['sqrt(a)', { a: -1 }, 'outside-domain'],
    ['asin(a)', { a: 1.1 }, 'outside-domain'],
    ['acos(a)', { a: -1.1 }, 'outside-domain'],
    ['ln(a)', { a: 0 }, 'outside-domain'],
    ['a ^ 0.5', { a: -1 }, 'outside-domain'],
    ['a ^ a', { a: 0 }, 'outside-domain'],
    ['exp(a)', { a: 1000 }, 'too-large'],
    ['a * a', { a: 1e300 }, 'too-large'],
    ['1 + 1 / a', { a: 0 }, 'division-by-zero'],
  ])('%s with %o', (text, given, reason) => {
    expect(valueOf(text, KNOWN, given)).toEqual({ value: null, lacks: [], reason })
  })
})
