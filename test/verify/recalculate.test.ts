import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../src/report/xlsx/write-workbook.js'
import { areaCells, moveFormula } from '../../src/verify/area-cells.js'
import { parseExcel } from '../../src/verify/excel-ast.js'
import { readCells, type StoredBook, type StoredCell } from '../../src/verify/read-cells.js'
import { recalculate } from '../../src/verify/recalculate.js'
import { compareFormulas, recalculateWithIronCalc } from '../report/recalculate.js'
import { exampleAudit, EXAMPLES } from '../report/workbook/example-audit.js'
import { full } from '../report/workbook/design.js'

const sheet = (
  name: string,
  cells: Readonly<Record<string, StoredCell['value']>>,
): StoredBook['sheets'][number] => ({
  name,
  part: '',
  cells: new Map(
    Object.entries(cells).map(([address, content]) =>
      typeof content === 'string' && content.startsWith('=')
        ? [address, { value: null, formula: content.slice(1) }]
        : [address, { value: content }],
    ),
  ),
})

/** The value of a formula beside A1 = 2, A2 = 3, A3 = "–", A4 empty, A5 = TRUE. */
function valueOf(formula: string): unknown {
  const book: StoredBook = {
    sheets: [sheet('S', { A1: 2, A2: 3, A3: '–', A5: true, B1: `=${formula}` }), sheet("It's", { C3: 7 })],
    names: new Map([['Rate', "'It''s'!$C$3"]]),
  }
  return recalculate(book).get('S!B1')
}

describe('the evaluator of workbook formulas', () => {
  it.each([
    ['1+2*3', 7],
    ['-2^2', 4],
    ['2^3^2', 64],
    ['10%', 0.1],
    ['50%*A1', 1],
    ['(1+2)*3', 9],
    ['1-2-3', -4],
    ['A1/0', '#DIV/0!'],
    ['A3+1', '#VALUE!'],
    ['A4+1', 1],
    ['A4', 0],
    ['A5+1', 2],
    ['SUM(A1:A5)', 5],
    ['SUM(A1,A2,1)', 6],
    ['COUNT(A1:A5)', 2],
    ['COUNT(A3,A4)', 0],
    ['MIN(A1:A3)', 2],
    ['MAX(A1:A3)', 3],
    ['IF(A1>2,"yes","no")', 'no'],
    ['IF(COUNT(A1,A3)<2,"–",A1/A3)', '–'],
    ['IF(FALSE,1/0,5)', 5],
    ['AND(A1=2,A2<>2)', true],
    ['OR(A1=9,A2=9)', false],
    ['NOT(A1)', 0],
    ['"a"="A"', true],
    ['"a"&A1', 'a2'],
    ['A3>5', true],
    ['LN(0)', '#NUM!'],
    ['SQRT(-1)', '#NUM!'],
    ['MOD(-3,2)', 1],
    ['RANK(A1,A1:A2,0)', 2],
    ['RANK(A1,A1:A2,1)', 1],
    ['SLOPE(A1:A4,A1:A4)', 1],
    ['INTERCEPT(A1:A2,A2:A3)', '#DIV/0!'],
    ['SLOPE(A1:A2,A1:A3)', '#N/A'],
    ["'It''s'!C3*2", 14],
    ['Rate+1', 8],
    ['NOSUCH(1)', '#NAME?'],
    ['INDIRECT("A1")', '#NAME?'],
    ['#REF!+1', '#REF!'],
    ['1+', '#NAME?'],
    ['B1', '#REF!'],
  ])('%s is %s', (formula, expected) => expect(valueOf(formula)).toBe(expected))

  // Textbook cases, also of the documentation of spreadsheet programs.
  it.each([
    ['PV(8%/12,20*12,-500)', 59777.14585],
    ['PMT(8%/12,10,-10000)', 1037.03209],
    ['NPER(12%/12,-100,-1000,10000,1)', 59.67386567],
    ['RATE(4*12,-200,8000)', 0.00770147],
    ['RATE(10,15420,-38000,0,0,15420/38000-1/10)', 0.3908051],
  ])('%s is about %f', (formula, expected) =>
    expect(Math.abs(Number(valueOf(formula)) / expected - 1)).toBeLessThan(1e-4),
  )

  it.each(EXAMPLES.flatMap((name) => (['en', 'vi'] as const).map((lang) => [name, lang] as const)))(
    'gives every stored result of %s (%s)',
    async (name, lang) => {
      const bytes = await writeWorkbook(await exampleAudit(name), full(lang))
      const { compared, mismatches, worst } = compareFormulas(bytes, recalculate(readCells(bytes)))
      expect(mismatches).toEqual([])
      expect(compared).toBeGreaterThan(500)
      expect(worst).toBeLessThan(1e-9)
    },
  )

  it('agrees with another evaluator where an input was changed', async () => {
    const bytes = await writeWorkbook(await exampleAudit('brewery'), full('en'))
    const other = await recalculateWithIronCalc(bytes)
    const own = recalculate(readCells(bytes))
    expect(own.size).toBe(other.size)
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(() => valueOf(text)).not.toThrow()
      }),
    )
  })
})

describe('reading a formula', () => {
  it('refuses one that is nested without end', () =>
    expect(() => parseExcel('('.repeat(5_000) + '1' + ')'.repeat(5_000))).toThrow(SyntaxError))

  it('names the cells of an area', () => expect(areaCells('A1:B2')).toEqual(['A1', 'B1', 'A2', 'B2']))

  it.each([
    ['A1+$B$2+C$3', 1, 1, 'B2+$B$2+D$3'],
    ['\'A1 B2\'!A1&"A1"', 2, 0, '\'A1 B2\'!A3&"A1"'],
    ['LOG10(A1)', 1, 0, 'LOG10(A2)'],
    ['SUM(Z9:AA10)', 0, 1, 'SUM(AA9:AB10)'],
  ])('%s moved by %i and %i', (formula, rows, columns, expected) =>
    expect(moveFormula(formula, rows, columns)).toBe(expected),
  )
})
