import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, evaluate, parseFormula, toExcel, toText } from '../../src/formula/index.js'
import { CELLS, environments, formulas } from './arbitraries.js'
import { names, problemOf, typedOf, unit } from './kit.js'

const KNOWN = names(Object.fromEntries(CELLS.map((cell) => [cell, '1'])))

describe('laws of the formula language', () => {
  it('never throws on any text', () => {
    const words = fc.constantFrom(
      'a1',
      '6 %',
      '(',
      ')',
      ',',
      '+',
      '-',
      '^',
      '/',
      'if(',
      'and',
      'not',
      '"',
      '1e9',
      '<',
      '==',
      'kJ/(kg',
      ' ',
      'C',
      'max(',
      'previous(',
      'here(',
      'count(',
      'atan(',
      'gravity()',
      'constructor',
      '__proto__',
    )
    const salad = fc.array(words, { maxLength: 30 }).map((list) => list.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), salad), (text) => {
        const checked = check(text, KNOWN, unit('1'))
        if (!('problem' in checked)) return
        const { start, length } = checked.problem
        expect(start >= 0 && length >= 0 && start + length <= text.length).toBe(true)
      }),
      { numRuns: 3000, seed: 1 },
    )
  })

  it('prints what it read, with the same meaning', () => {
    fc.assert(
      fc.property(fc.oneof(formulas.number, formulas.truth), environments(true), (text, values) => {
        const parsed = parseFormula(text)
        if ('problem' in parsed) throw new Error(text)
        const printed = toText(parsed.ast, (name) => name, 'plain')
        const again = parseFormula(printed)
        if ('problem' in again) throw new Error(printed)
        expect(toText(again.ast, (name) => name, 'plain')).toBe(printed)
        const env = (name: string) => values[CELLS.indexOf(name as 'a1')] ?? null
        expect(evaluate(typedOf(printed, KNOWN), env)).toEqual(evaluate(typedOf(text, KNOWN), env))
      }),
      { numRuns: 1000, seed: 2 },
    )
  })

  it('gives the same in every unit of the inputs', () => {
    const scales = { GJ: 1, MWh: 1 / 3.6, kWh: 1000 / 3.6, toe: 1 / 41.868 } as const
    const units = Object.keys(scales) as (keyof typeof scales)[]
    const amount = fc.integer({ min: 1, max: 100_000 })
    const text = 'max(x, y) * 0.3 + if(x > 20 GJ, sum(x, y, 3 MWh), y) - min(x, y)^2 / (x + y)'
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.constantFrom(...units),
        fc.constantFrom(...units),
        fc.constantFrom(...units),
        (x, y, ux, uy, ur) => {
          const value = (a: keyof typeof scales, b: keyof typeof scales, result: string): number => {
            const typed = typedOf(text, names({ x: a, y: b }), result)
            const { value: found } = evaluate(typed, (name) => (name === 'x' ? x * scales[a] : y * scales[b]))
            return found as number
          }
          const expected = value('GJ', 'GJ', 'GJ')
          expect(value(ux, uy, ur) / scales[ur]).toBeCloseTo(
            expected,
            6 - Math.ceil(Math.log10(Math.abs(expected) + 1)) + 3,
          )
        },
      ),
      { numRuns: 300, seed: 3 },
    )
  })

  it('knows more only when more is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(formulas.number, formulas.truth),
        environments(false),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (text, values, given) => {
          if (text.includes('rank')) return
          const typed = typedOf(text, KNOWN)
          const index = (name: string) => CELLS.indexOf(name as 'a1')
          const partly = evaluate(typed, (name) =>
            given[index(name)] ? (values[index(name)] ?? null) : null,
          )
          if (partly.value === null) return
          expect(evaluate(typed, (name) => values[index(name)] ?? null).value).toBe(partly.value)
        },
      ),
      { numRuns: 1000, seed: 4 },
    )
  })

  it.each([
    ['a long sum', `a1${' + a2'.repeat(990)}`],
    ['a long product', `a1${' / a2'.repeat(990)}`],
    ['long logic', `if(a1 > 0${' or a2 > 1'.repeat(400)}, 1, 2)`],
    ['tangled logic', `if(${'(a1 > 0 and (a2 > 1 or '.repeat(45)}a3 > 1${'))'.repeat(45)}, 1, 2)`],
    ['nested choices', `${'if(a1 > 1 / a2, a3 / a4, '.repeat(90)}a2${')'.repeat(90)}`],
    ['nested conditions', `${'if('.repeat(90)}a1${' > 1, a2, a3)'.repeat(90)}`],
    ['nested quotients', `${'a1 / (a2 + '.repeat(90)}a3${')'.repeat(90)}`],
    ['nested minus', `${'-('.repeat(45)}a3${')'.repeat(45)}`],
  ])('takes %s in its stride', (_, text) => {
    const typed = typedOf(text, KNOWN)
    const excel = toExcel(typed, (name) => name.toUpperCase(), { missing: () => true, guarded: true })
    expect(excel.length).toBeLessThan(500_000)
    expect(evaluate(typed, () => 2).lacks).toEqual([])
  })

  it('refuses functions that would swell the formula', () => {
    const nested = (depth: number): string => `${'rank(a1, '.repeat(depth)}a2${')'.repeat(depth)}`
    expect(problemOf(nested(3), KNOWN)).toBeUndefined()
    expect(problemOf(nested(90), KNOWN)?.[0]).toBe('too-deep')
  })
})
