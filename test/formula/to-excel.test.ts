import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXCEL_FUNCTIONS, evaluate, NO_VALUE, toExcel } from '../../src/formula/index.js'
import { CELLS, environments, formulas } from './arbitraries.js'
import { spreadsheet } from './ironcalc.js'
import { excelOf, names, typedOf } from './kit.js'

const KNOWN = names({
  ...Object.fromEntries(CELLS.map((cell) => [cell, '1'])),
  n: 'yr',
  y: 'EUR/yr',
  i: 'EUR',
  z: 'text',
})

describe('a formula in a spreadsheet', () => {
  it.each([
    ['-a1^2', '-(A1^2)'],
    ['(-a1)^2', '(-A1)^2'],
    ['-(a1^2 * a2)', '-(A1^2*A2)'],
    ['-(a1 * a2)', '-A1*A2'],
    ['-(-a1)', '-(-A1)'],
    ['a1 - -a2', 'A1-(-A2)'],
    ['a1^a2^a3', 'A1^(A2^A3)'],
    ['(a1^a2)^a3', '(A1^A2)^A3'],
    ['2^-a1', '2^(-A1)'],
    ['a1 - (a2 - a3)', 'A1-(A2-A3)'],
    ['a1 / (a2 * a3)', 'A1/(A2*A3)'],
    ['a1 * a2 / a3', 'A1*A2/A3'],
    ['1e-9 * a1 + 1e21', '1E-09*A1+1E+21'],
    ['0.1 + 0.2', '0.1+0.2'],
    ['sum(a1, a2, a3, a5, a6)', 'SUM(A1:A3,A5:A6)'],
    ['max(a1, a2 * 2, a3)', 'MAX(A1,A2*2,A3)'],
    ['rank(a2, a1, a2, a3)', 'RANK(A2,A1:A3,0)'],
    ['rank(a2, a1, a2, a5)', '1+IF(A1>A2,1,0)+IF(A5>A2,1,0)'],
    ['if(a1 > 1 and a2 < 1 and not a3 == 1, 1, 2)', 'IF(AND(A1>1,A2<1,NOT(A3=1)),1,2)'],
    ['if(z == "say \'x\'", 1, 2)', 'IF(Z="say \'x\'",1,2)'],
    ['floor(a1) + ceil(a2)', 'INT(A1)+(-INT(-A2))'],
    ['sin(a1) + acos(a2) * atan(a3)', 'SIN(A1)+ACOS(A2)*ATAN(A3)'],
    ['irr(n, y, i)', 'IF(AND(N>0,Y>0,I>0),RATE(N,Y,-I,0,0,Y/I-1/N),"–")'],
    ['irr(n, y, i, 2 * i)', 'IF(AND(N>0,Y>0,I>0,2*I>=0),RATE(N,Y,-I,2*I,0,Y/I-1/N),"–")'],
  ])('%s', (text, excel) => {
    expect(excelOf(text, KNOWN)).toBe(excel)
  })

  it('takes ranges over other sheets and along rows', () => {
    const addresses = new Map([
      ['a1', "'Năng lượng'!$B$4"],
      ['a2', "'Năng lượng'!$C$4"],
      ['a3', "'Năng lượng'!$D$4"],
      ['a4', "'Nước'!$E$4"],
    ])
    const typed = typedOf('sum(a1, a2, a3, a4)', KNOWN)
    expect(toExcel(typed, (name) => addresses.get(name) ?? '')).toBe(
      "SUM('Năng lượng'!$B$4:$D$4,'Nước'!$E$4)",
    )
  })

  it('doubles quotes in a text', () => {
    expect(toExcel({ kind: 'text', value: 'a"b' }, String)).toBe('"a""b"')
  })

  it('guards only what may be missing, and all that fails in a figure without value', () => {
    const typed = typedOf('if(a1 > 0, a2 / a3, a4)', KNOWN)
    const address = (name: string): string => name.toUpperCase()
    const options = { missing: (name: string) => name === 'a4' }
    expect(toExcel(typed, address)).toBe('IF(A1>0,A2/A3,A4)')
    expect(toExcel(typed, address, options)).toBe('IF(IF(A1>0,TRUE,COUNT(A4)=1),IF(A1>0,A2/A3,A4),"–")')
    expect(toExcel(typed, address, { ...options, guarded: true })).toBe(
      'IF(IF(A1>0,A3<>0,COUNT(A4)=1),IF(A1>0,A2/A3,A4),"–")',
    )
  })

  it('tests in steps what needs an earlier test to hold', () => {
    const typed = typedOf('a1 / (a2 / a3) + sqrt(a4 - 1)', KNOWN)
    expect(toExcel(typed, (name) => name.toUpperCase(), { guarded: true })).toBe(
      'IF(A3<>0,IF(AND(A2/A3<>0,A4-1>=0),A1/(A2/A3)+SQRT(A4-1),"–"),"–")',
    )
  })

  it('uses no function beside those listed', () => {
    const money = [
      'npv(a1, n, y, i)',
      'irr(n, y, i)',
      'payback(i, y)',
      'discounted_payback(a1, n, i, y)',
      'crf(a1, n)',
    ]
    const texts = [...fc.sample(formulas.number, { numRuns: 300, seed: 5 }), ...money]
    for (const text of texts) {
      const found = excelOf(text, KNOWN).match(/[A-Z][A-Z0-9]*(?=\()/g) ?? []
      expect(found.filter((name) => !EXCEL_FUNCTIONS.has(name))).toEqual([])
    }
  })
})

describe('the spreadsheet and the engine', () => {
  const close = (a: unknown, b: unknown): boolean =>
    typeof a === 'number' && typeof b === 'number'
      ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
      : a === b

  it.each([
    ['with all values', false, 11],
    ['with missing values', true, 12],
  ])('agree %s', async (_, nulls, seed) => {
    const cases = fc.sample(fc.tuple(fc.oneof(formulas.number, formulas.truth), environments(nulls)), {
      numRuns: 600,
      seed,
    })
    const sheet = await spreadsheet()
    const asked = cases.map(([text, values], index) => {
      const typed = typedOf(text, KNOWN)
      const row = index * 7 + 1
      values.forEach((value, at) =>
        sheet.put(`A${row + at}`, value === null ? (at % 2 ? NO_VALUE : '') : String(value)),
      )
      const address = (name: string): string => `A${row + CELLS.indexOf(name as 'a1')}`
      const value = (name: string) => values[CELLS.indexOf(name as 'a1')] ?? null
      const formula = toExcel(typed, address, { missing: (name) => value(name) === null, guarded: true })
      sheet.put(`C${row}`, `=${formula}`)
      return { text, formula, cell: `C${row}`, values, expected: evaluate(typed, value) }
    })
    const found = sheet.read(asked.map(({ cell }) => cell))
    const wrong = asked.flatMap(({ expected, ...rest }, index) => {
      const right = expected.value ?? NO_VALUE
      return expected.reason === 'too-large' || close(found[index], right)
        ? []
        : [{ ...rest, right, found: found[index] }]
    })
    expect(wrong).toEqual([])
    expect(asked.filter(({ expected }) => expected.value !== null).length).toBeGreaterThan(100)
    expect(asked.filter(({ expected }) => expected.value === null).length).toBeGreaterThan(nulls ? 200 : 20)
  })

  it('agree about money', async () => {
    const sheet = await spreadsheet()
    const rate = fc.constantFrom(0, 0.03, 0.12, 0.5)
    const life = fc.constantFrom(1, 3, 7.5, 10, 25)
    const amount = fc.integer({ min: -50, max: 900 })
    const cases = fc.sample(fc.tuple(rate, life, amount, amount), { numRuns: 200, seed: 6 })
    const texts = ['npv(a1, n, y, i)', 'payback(i, y)', 'discounted_payback(a1, n, i, y)', 'crf(a1, n) * i']
    const asked = cases.flatMap((values, index) => {
      const row = index + 1
      values.forEach((value, at) => sheet.put(`${'ABCD'[at] ?? ''}${row}`, String(value)))
      const column = new Map([
        ['a1', 0],
        ['n', 1],
        ['y', 2],
        ['i', 3],
      ])
      return texts.map((text, at) => {
        const typed = typedOf(text, KNOWN)
        const cell = `${'FGHI'[at] ?? ''}${row}`
        const formula = toExcel(typed, (name) => `${'ABCD'[column.get(name) ?? 0] ?? ''}${row}`)
        sheet.put(cell, `=${formula}`)
        return {
          cell,
          formula,
          values,
          expected: evaluate(typed, (name) => values[column.get(name) ?? 0] ?? null),
        }
      })
    })
    const found = sheet.read(asked.map(({ cell }) => cell))
    const wrong = asked.flatMap(({ expected, ...rest }, index) => {
      const right = expected.value ?? NO_VALUE
      return close(found[index], right) ? [] : [{ ...rest, right, found: found[index] }]
    })
    expect(wrong).toEqual([])
  })
})
