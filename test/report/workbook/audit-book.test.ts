import validate from '@ooxml-tools/validate'
import { describe, expect, it } from 'vitest'
import { EXCEL_FUNCTIONS, NO_VALUE } from '../../../src/formula/index.js'
import type { Audit } from '../../../src/model/audit.js'
import type { Figure } from '../../../src/model/figure.js'
import type { Lang } from '../../../src/model/text.js'
import type { Book, Cell } from '../../../src/report/xlsx/book.js'
import { auditBook, writeWorkbook } from '../../../src/report/xlsx/write-workbook.js'
import { readCells } from '../../../src/verify/read-cells.js'
import { exampleAudit, EXAMPLES } from './example-audit.js'
import { full } from './design.js'

const LANGS: readonly Lang[] = ['en', 'vi']
const CASES = EXAMPLES.flatMap((name) => LANGS.map((lang) => [name, lang] as const))

/** Figure → its home cell, as the hidden sheet says it. */
function homesOf(book: Book): ReadonlyMap<string, Cell> {
  const sheets = new Map(book.sheets.map((sheet) => [sheet.name, sheet]))
  const rows = book.sheets.find(({ id }) => id === 'recp')?.rows ?? []
  const homes = new Map<string, Cell>()
  for (const { cells } of rows) {
    const [kind, lines = ''] = cells.map((cell) => (cell && 'text' in cell ? cell.text : ''))
    if (kind !== 'figures') continue
    for (const line of lines.split('\n')) {
      const [id = '', sheet = '', address = ''] = line.split('\t')
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
      const column = letters.charCodeAt(0) - 65
      const cell = sheets.get(sheet)?.rows[Number(row) - 1]?.cells[column]
      if (cell) homes.set(id, cell)
    }
  }
  return homes
}

/** Whether a home cell shows a figure as it should: formula and result, constant, or an empty place to fill in. */
function holds(cell: Cell | undefined, { kind, value }: Figure): boolean {
  if (!cell || (kind === 'input' && cell.style !== 'input')) return false
  if (kind === 'derived') return 'formula' in cell && cell.result === (value ?? NO_VALUE)
  if (value !== null) return 'number' in cell && cell.number === value
  return kind === 'input' ? 'blank' in cell : 'text' in cell && cell.text === NO_VALUE
}

describe.each(CASES)('the book of %s in %s', (name, lang) => {
  it('has one home for every figure: formulas for what is derived, constants for what was given', async () => {
    const audit = await exampleAudit(name)
    const homes = homesOf(auditBook(audit, full(lang)))
    const wrong = audit.figures.filter((figure) => !holds(homes.get(figure.id), figure))
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('writes no function that spreadsheets of 1997 lack', async () => {
    const bytes = await writeWorkbook(await exampleAudit(name), full(lang))
    const formulas = readCells(bytes).sheets.flatMap(({ cells }) =>
      [...cells.values()].map((cell) => cell.formula ?? ''),
    )
    const called = formulas.flatMap((formula) => {
      const code = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '')
      return [...code.matchAll(/[A-Z][A-Z0-9.]*(?=\()/g)].map(([name]) => name)
    })
    expect([...new Set(called)].filter((name) => !['IRR', 'ROUND'].includes(name) && !EXCEL_FUNCTIONS.has(name))).toEqual([])
  })

  it('gives a file without faults, the same one each time', async () => {
    const audit = await exampleAudit(name)
    const bytes = await writeWorkbook(audit, full(lang))
    expect(await writeWorkbook(JSON.parse(JSON.stringify(audit)) as Audit, full(lang))).toEqual(bytes)
    const errors = await validate(bytes, 'xlsx', 'Microsoft365')
    expect(errors.map(({ path, description }) => `${path.partUri} ${path.xpath} ${description}`)).toEqual([])
  })

  it('keeps figures that others refer to out of tables that people sort', async () => {
    const audit = await exampleAudit(name)
    const book = auditBook(audit, full(lang))
    const homes = new Set(homesOf(book).values())
    for (const sheet of book.sheets) {
      for (const { area } of sheet.tables ?? []) {
        const [, , top = '', , bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(area) ?? []
        const rows = sheet.rows.slice(Number(top), Number(bottom))
        expect(rows.flatMap(({ cells }) => cells).filter((cell) => cell && homes.has(cell))).toEqual([])
      }
    }
  })
})
