import { describe, expect, it } from 'vitest'
import { calculate } from '../../src/calculate/calculate.js'
import type { Given } from '../../src/calculate/read-given.js'
import type { Book } from '../../src/report/xlsx/book.js'
import { writeBook } from '../../src/report/xlsx/write-book.js'
import { calculationBook } from '../../src/report/xlsx/write-calculation.js'
import { loadContent } from '../../src/templates/load-content.js'
import type { Method } from '../../src/templates/content.js'
import { readCells } from '../../src/verify/read-cells.js'
import { recalculate } from '../../src/verify/recalculate.js'
import {
  compareFormulas,
  recalculateWithIronCalc,
  recalculateWithLibreOffice,
  runSoffice,
  withoutRates,
} from './recalculate.js'

const { value: content } = loadContent()
const methods = [...content.methods.values()]

/** The last example of a method as somebody would type it: `4 /d`, not `4 1/d`. */
function givenOf(method: Method): Given {
  return new Map(
    Object.entries(method.examples.at(-1)?.given ?? {}).map(([name, texts]) => [
      name,
      texts.map((text) => ({ text: text.replace(/ 1\//, ' /'), at: `/${name}` })),
    ]),
  )
}

function bookOf(method: Method, lang: 'en' | 'vi'): Book {
  const { value, diagnostics } = calculate(method, givenOf(method), content)
  expect({ id: method.id, diagnostics }).toEqual({ id: method.id, diagnostics: [] })
  if (value === null) throw new Error(method.id)
  return calculationBook(value, lang)
}

/** The sheets of all methods in one workbook: one recalculation for all. */
function allSheets(): Book {
  const books = methods.map((method, index) => bookOf(method, index % 2 === 0 ? 'en' : 'vi'))
  const [first] = books
  if (first === undefined) throw new Error('there are no methods')
  const sheets = books.flatMap((book, index) =>
    book.sheets.map((sheet) => ({ ...sheet, id: `m${index}`, name: methods[index]?.id.slice(0, 31) ?? '' })),
  )
  return { ...first, sheets }
}

describe('the sheet of a calculation', () => {
  it('recalculates to what the engine found, for every method', async () => {
    const bytes = await writeBook(allSheets())
    const other = withoutRates(compareFormulas(bytes, await recalculateWithIronCalc(bytes)))
    expect(other.mismatches).toEqual([])
    expect(other.compared).toBeGreaterThan(6 * methods.length)
    expect(compareFormulas(bytes, recalculate(readCells(bytes))).mismatches).toEqual([])
  }, 120_000)

  it('is formulas over cells: no step is a number typed in', async () => {
    for (const method of methods) {
      const { value } = calculate(method, givenOf(method), content)
      const [sheet] = readCells(await writeBook(bookOf(method, 'en'))).sheets
      const formulas = [...(sheet?.cells ?? [])].filter(([, cell]) => cell.formula !== undefined)
      const derived = value?.figures.filter(({ kind }) => kind === 'derived') ?? []
      expect({ id: method.id, live: formulas.length >= derived.length }).toEqual({
        id: method.id,
        live: true,
      })
    }
  }, 120_000)

  it.runIf(runSoffice)(
    'recalculates in LibreOffice',
    async () => {
      const bytes = await writeBook(allSheets())
      const { mismatches } = compareFormulas(bytes, await recalculateWithLibreOffice(bytes))
      expect(mismatches).toEqual([])
    },
    240_000,
  )
})
