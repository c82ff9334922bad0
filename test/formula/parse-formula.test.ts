import { describe, expect, it } from 'vitest'
import { needs, parseFormula, problemText, toText } from '../../src/formula/index.js'

function plain(text: string): string {
  const parsed = parseFormula(text)
  if ('problem' in parsed) return `${parsed.problem.kind} @${parsed.problem.start}+${parsed.problem.length}`
  return toText(parsed.ast, (name) => name, 'plain')
}

describe('a formula that reads', () => {
  it.each([
    ['1+2*3', '1 + 2 * 3'],
    ['(1+2)*3', '(1 + 2) * 3'],
    ['a-b-c', 'a - b - c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['a/b*c', 'a / b * c'],
    ['a/(b*c)', 'a / (b * c)'],
    ['-a^2', '-a^2'],
    ['(-a)^2', '(-a)^2'],
    ['2^-1', '2^-1'],
    ['a^b^c', 'a^b^c'],
    ['(a^b)^c', '(a^b)^c'],
    ['not a < b and c', 'not a < b and c'],
    ['not (a and b)', 'not (a and b)'],
    ['a and b or c and d', 'a and b or c and d'],
    ['(a or b) and c', '(a or b) and c'],
    ['(a < b) == (c < d)', '(a < b) == (c < d)'],
    ['boiler.flue_gas.o2 > 6 %', 'boiler.flue_gas.o2 > 6 %'],
    ['boiler.flue_gas.o2>6%', 'boiler.flue_gas.o2 > 6 %'],
    ['20000 GJ/y / x', '20000 GJ/yr / x'],
    ['4.187 kJ/(kg.K) * m', '4.187 kJ/(kg.K) * m'],
    ['4.187 kJ/(kg K)*m', '4.187 kJ/(kg.K) * m'],
    ['(x > 4 %)', 'x > 4 %'],
    ['max(3 bar(g), p)', 'max(3 bar(g), p)'],
    ['5 and x', '5 and x'],
    ['2 % or y', '2 % or y'],
    ['1.5e3 + 1E-9', '1500 + 1e-9'],
    ['fuel.class == "gas"', 'fuel.class == "gas"'],
    ['always', 'true'],
    ['drums > 50 /yr', 'drums > 50 /yr'],
    ['50 / yr', '50 / yr'],
    ['50/yr', '50 / yr'],
    ['if(a, b, c) * pi()', 'if(a, b, c) * pi()'],
    ['max * min', 'max * min'],
  ])('%s', (text, written) => {
    expect(plain(text)).toBe(written)
  })

  it('shows signs of print to people', () => {
    const parsed = parseFormula('a * b / c - d >= 5 %')
    if ('problem' in parsed) throw new Error('it should read')
    expect(toText(parsed.ast, (name) => `‹${name}›`)).toBe('‹a› × ‹b› ÷ ‹c› − ‹d› ≥ 5 %')
  })

  it('lists names once, in order', () => {
    const parsed = parseFormula('b + a * b - if(c.d > 1, a, e)')
    expect('ast' in parsed && needs(parsed.ast)).toEqual(['b', 'a', 'c.d', 'e'])
  })

  it('may be the sum of ten thousand figures', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `f${index}`)
    const parsed = parseFormula(`sum(${names.join(', ')})`)
    expect('ast' in parsed && parsed.ast.kind === 'call' && parsed.ast.args.length).toBe(10_000)
  })

  it('is remembered', () => {
    expect(parseFormula('a + b')).toBe(parseFormula('a + b'))
  })
})

describe('a formula that does not read', () => {
  it.each([
    ['', 'empty @0+0'],
    ['   ', 'empty @0+3'],
    ['a +', 'expected @3+0'],
    ['a b', 'expected @2+1'],
    ['(a', 'expected @2+0'],
    ['a)', 'expected @1+1'],
    ['* a', 'expected @0+1'],
    ['a < b < c', 'chained-comparison @6+1'],
    ['a == b + c < d', 'chained-comparison @11+1'],
    ['5 furlongz', 'unknown-unit @2+8'],
    ['"gas', 'open-text @0+4'],
    ['a § b', 'unknown-sign @2+1'],
    ['a = b', 'unknown-sign @2+1'],
    ['😀', 'unknown-sign @0+2'],
    ['1e999', 'number-size @0+5'],
    ['constructor(1)', 'unknown-function @0+11'],
    ['__proto__(1)', 'unknown-function @0+9'],
    ['sqrt()', 'argument-count @0+6'],
    ['if(a, b)', 'argument-count @0+8'],
    ['min(a,)', 'expected @6+1'],
    ['if + 1', 'expected @3+1'],
    [`${'('.repeat(500)}1${')'.repeat(500)}`, 'too-deep @101+1'],
    [`${'-'.repeat(500)}1`, 'too-deep @101+1'],
    [`1${'^1'.repeat(500)}`, 'too-deep @202+1'],
    ['a'.repeat(300_000), 'too-long @0+300000'],
    [`1${' + 1'.repeat(1_000)}`, 'too-many-parts @0+4001'],
  ])('%s', (text, found) => {
    expect(plain(text)).toBe(found)
  })

  it('says so in both languages', () => {
    const parsed = parseFormula('1 +')
    if (!('problem' in parsed)) throw new Error('it should not read')
    expect(problemText(parsed.problem)).toEqual({
      en: 'the formula ends where a value is expected',
      vi: 'công thức kết thúc ở chỗ cần một giá trị',
    })
  })
})
