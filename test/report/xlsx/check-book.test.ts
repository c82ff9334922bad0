import { describe, expect, it } from 'vitest'
import type { Book, DefinedName, Sheet, TableSpec, Validation } from '../../../src/report/xlsx/book.js'
import { headRow, row, textCell } from '../../../src/report/xlsx/cells.js'
import { checkBook } from '../../../src/report/xlsx/check-book.js'

const SHEET: Sheet = {
  id: 'one',
  name: 'One',
  columns: [],
  rows: [headRow('a', 'b'), row(textCell('1'), textCell('2'))],
}
const BOOK: Book = { title: 'Book', date: '2024-12-31', lang: 'en', sheets: [SHEET] }

const withSheet = (change: Partial<Sheet>): Book => ({ ...BOOK, sheets: [{ ...SHEET, ...change }] })
const withTable = (change: Partial<TableSpec>): Book =>
  withSheet({ tables: [{ name: 'T', area: 'A1:B2', ...change }] })
const withName = (...names: readonly Partial<DefinedName>[]): Book => ({
  ...BOOK,
  names: names.map((name) => ({ name: 'rate', sheet: 'one', area: 'A1', ...name })),
})
const withRule = (allow: Validation['allow']): Book => withSheet({ validations: [{ area: 'A2', allow }] })

describe('checkBook', () => {
  it('finds nothing to say about a right book', () => {
    expect(() => checkBook(withTable({}))).not.toThrow()
    expect(() => checkBook(withName({ name: 'tỷ_lệ.1' }, { name: '_x' }, { name: 'rate_2' }))).not.toThrow()
    expect(() => checkBook(withRule({ list: ['kg', 'm³'] }))).not.toThrow()
  })

  const wrong: readonly (readonly [string, Book, string])[] = [
    ['a date that is none', { ...BOOK, date: '2024-13-01' }, 'not yyyy-mm-dd'],
    ['no sheet that is shown', withSheet({ hidden: true }), 'needs a sheet that is shown'],
    ['two sheets of one id', { ...BOOK, sheets: [SHEET, { ...SHEET, name: 'Two' }] }, 'twice as id'],
    [
      'two sheets of one name',
      { ...BOOK, sheets: [SHEET, { ...SHEET, id: 'two', name: 'ONE' }] },
      'twice as name',
    ],
    ['an id with a space', withSheet({ id: 'a b' }), 'no id of a sheet'],
    ['a name over 31 characters', withSheet({ name: 'x'.repeat(32) }), 'no name of a sheet'],
    ['a name with a slash', withSheet({ name: 'a/b' }), 'no name of a sheet'],
    ['the reserved name', withSheet({ name: 'History' }), 'no name of a sheet'],
    ['an empty name', withSheet({ name: ' ' }), 'no name of a sheet'],
    ['a table name with a space', withTable({ name: 'my table' }), 'no name Excel takes'],
    ['a table name like a cell', withTable({ name: 'AB12' }), 'no name Excel takes'],
    ['a table name like a cell in R1C1', withTable({ name: 'R1C1' }), 'no name Excel takes'],
    ['a table name of one letter for a row', withTable({ name: 'r' }), 'no name Excel takes'],
    ['a table without rows', withTable({ area: 'A1:B1' }), 'no row below'],
    ['a table with a column without a head', withTable({ area: 'A1:C2' }), 'without a head'],
    [
      'a table with equal heads',
      { ...withSheet({ rows: [headRow('a', 'A'), row()], tables: [{ name: 'T', area: 'A1:B2' }] }) },
      'twice as head',
    ],
    [
      'tables that share cells',
      withSheet({
        tables: [
          { name: 'T', area: 'A1:B2' },
          { name: 'U', area: 'B1:B2' },
        ],
      }),
      'share cells',
    ],
    [
      'a name like that of a table',
      { ...withTable({ name: 'Rate' }), names: [{ name: 'rate', sheet: 'one', area: 'A1' }] },
      'twice as name',
    ],
    ['a name of no sheet', withName({ sheet: 'two' }), 'no sheet "two"'],
    ['a name of no cell', withName({ area: 'A0' }), 'no cell and no area'],
    ['a name that begins with a digit', withName({ name: '1x' }), 'no name Excel takes'],
    ['a list with commas', withRule({ list: ['a,b'] }), 'cannot be written'],
    ['a list that is too long', withRule({ list: ['x'.repeat(256)] }), 'cannot be written'],
    ['an empty list', withRule({ list: [] }), 'cannot be written'],
    [
      'a list from an area of two columns',
      withRule({ listFrom: { sheet: 'one', area: 'A1:B2' } }),
      'neither one row',
    ],
  ]
  for (const [what, book, message] of wrong) {
    it(`refuses ${what}`, () => expect(() => checkBook(book)).toThrow(message))
  }
})
