import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areaText,
  cellAddress,
  columnLetters,
  columnNumber,
  fixedArea,
  legalSheetName,
  parseArea,
  reference,
} from '../../../src/report/xlsx/address.js'
import { checkBook } from '../../../src/report/xlsx/check-book.js'

describe('addresses', () => {
  it('count columns as Excel does', () => {
    expect([1, 26, 27, 52, 702, 703, 16384].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'ZZ',
      'AAA',
      'XFD',
    ])
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16384 }),
        (column) => columnNumber(columnLetters(column)) === column,
      ),
    )
  })

  it('are read back as they were written', () => {
    expect(parseArea('B3')).toEqual({ top: 3, left: 2, bottom: 3, right: 2 })
    expect(areaText(parseArea('$A$2:C9'))).toBe('A2:C9')
    expect(fixedArea(parseArea('A2:A2'))).toBe('$A$2')
    expect(reference("it's", 'B3')).toBe("'it''s'!B3")
  })

  it('outside of a sheet are refused', () => {
    for (const text of ['', 'A0', 'a1', 'A1:', 'C9:A2', 'A1048577', 'XFE1', "A1'!B2", 'A1,B2']) {
      expect(() => parseArea(text)).toThrow(/no cell|no area/)
    }
    expect(() => cellAddress(0, 1)).toThrow('row 0 is outside')
    expect(() => columnLetters(16385)).toThrow('column 16385 is outside')
  })
})

describe('legalSheetName', () => {
  it('keeps a good name and mends others', () => {
    expect(legalSheetName('Năng lượng')).toBe('Năng lượng')
    expect(legalSheetName('a/b: [c]*?')).toBe('a b c')
    expect(legalSheetName("'quoted'")).toBe('quoted')
    expect(legalSheetName('History')).toBe('History_')
    expect(legalSheetName('')).toBe('_')
    expect(legalSheetName('one', ['One', 'one 2'])).toBe('one 3')
    expect(legalSheetName('x'.repeat(40), ['x'.repeat(31)])).toBe(`${'x'.repeat(29)} 2`)
  })

  it('makes a name Excel takes from any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 50 }),
        fc.string({ maxLength: 40 }),
        (text, other) => {
          const first = legalSheetName(other)
          const names = [first, legalSheetName(text, [first])]
          const sheets = names.map((name, index) => ({ id: `s${index}`, name, columns: [], rows: [] }))
          expect(() => checkBook({ title: '', date: '2024-12-31', lang: 'en', sheets })).not.toThrow()
        },
      ),
    )
  })
})
