import { strFromU8, unzipSync } from 'fflate'
import validate from '@ooxml-tools/validate'
import { describe, expect, it } from 'vitest'
import type { Book, Cell } from '../../../src/report/xlsx/book.js'
import { writeBook } from '../../../src/report/xlsx/write-book.js'
import { readCells } from '../../../src/verify/read-cells.js'

function bookOf(...cells: readonly Cell[]): Book {
  const rows = cells.map((cell) => ({ cells: [cell] }))
  return {
    title: 'Cells',
    date: '2024-12-31',
    lang: 'en',
    sheets: [{ id: 'one', name: 'One', columns: [], rows }],
  }
}

async function written(...cells: readonly Cell[]) {
  const bytes = await writeBook(bookOf(...cells))
  const stored = readCells(bytes).sheets[0]?.cells ?? new Map<string, never>()
  return { bytes, values: cells.map((_, index) => stored.get(`A${index + 1}`)?.value), stored }
}

describe('text of somebody else', () => {
  it('stays text whatever it begins with', async () => {
    const texts = [
      '=1+1',
      "+cmd|' /C calc'!A0",
      '-2+3',
      '@SUM(1)',
      '\t=1',
      '=HYPERLINK("http://x")',
      '#REF!',
      'TRUE',
      '1e5',
    ]
    const { values, bytes } = await written(...texts.map((text) => ({ text })))
    expect(values).toEqual(texts)
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>')
  })

  it('loses characters a file cannot hold, and nothing else', async () => {
    const { values, bytes } = await written(
      { text: 'a\u0000\u0001b\u000B\uFFFEc\uFFFFd\u007F' },
      { text: 'half \uD83D of \uDE00 one, whole 😀' },
      { text: 'line\r\nline\rline\ttab' },
      { text: '_x0041_ _x005F_' },
      { text: '<b>&amp;"\' ]]>' },
      { text: 'Nước thải – m³/năm' },
      { text: '' },
    )
    expect(values).toEqual([
      'abcd',
      'half  of  one, whole 😀',
      'line\nline\nline\ttab',
      '_x0041_ _x005F_',
      '<b>&amp;"\' ]]>',
      'Nước thải – m³/năm',
      undefined,
    ])
    expect(await validate(bytes, 'xlsx', 'Office2019')).toEqual([])
  })

  it('is cut at 32,767 characters with a mark, never inside a character', async () => {
    const { values } = await written(
      { text: 'x'.repeat(32_767) },
      { text: 'x'.repeat(32_768) },
      { text: '😀'.repeat(20_000) },
    )
    expect(values[0]).toBe('x'.repeat(32_767))
    expect(values[1]).toBe(`${'x'.repeat(32_766)}…`)
    expect(values[2]).toBe(`${'😀'.repeat(16_383)}…`)
  })

  it('in a note is cleaned and cut', async () => {
    const { bytes } = await written({ text: 'a', note: `\uFFFE<=1> ${'y'.repeat(5000)}` })
    const notes = strFromU8(unzipSync(bytes)['xl/comments1.xml'] ?? new Uint8Array())
    expect(notes).toContain('&lt;=1&gt; yyy')
    expect(notes).toContain('yyy…')
    expect(notes.length).toBeLessThan(3500)
    expect(await validate(bytes, 'xlsx', 'Office2019')).toEqual([])
  })

  it('is linked only to the web, to mail and into the book', async () => {
    const urls = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      '\\\\host\\share',
      'ftp://x/',
      'data:text/html,x',
      `https://x/${'y'.repeat(3000)}`,
    ]
    const good = [
      'https://vi.wikipedia.org/wiki/Nước',
      'http://example.org/?a=1&b="2"',
      'mailto:a@example.org',
    ]
    const { values, bytes } = await written(
      ...[...urls, ...good].map((url) => ({ link: { url }, text: url.slice(0, 9) })),
    )
    expect(values).toEqual([...urls, ...good].map((url) => url.slice(0, 9)))
    const links = strFromU8(unzipSync(bytes)['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array())
    expect([...links.matchAll(/Target="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'https://vi.wikipedia.org/wiki/N%C6%B0%E1%BB%9Bc',
      'http://example.org/?a=1&amp;b=%222%22',
      'mailto:a@example.org',
    ])
    expect(await validate(bytes, 'xlsx', 'Office2019')).toEqual([])
  })

  it('that is no date stays as it is written', async () => {
    const { values } = await written(
      { date: '2024-02-30' },
      { date: '1850-01-01' },
      { date: 'đầu năm' },
      { date: '1970-01-01' },
    )
    expect(values.slice(1)).toEqual(['1850-01-01', 'đầu năm', 25569])
    expect(values[0]).toBe('2024-02-30')
  })
})

describe('what the maker of a sheet gives', () => {
  const refused: readonly (readonly [string, Cell, string])[] = [
    ['NaN', { number: Number.NaN }, 'no number a cell can hold'],
    ['infinity', { number: Number.POSITIVE_INFINITY }, 'no number a cell can hold'],
    ['a result of NaN', { formula: '1+1', result: Number.NaN }, 'no number a cell can hold'],
    ['a formula with "="', { formula: '=1+1', result: 2 }, 'without "="'],
    ['an empty formula', { formula: ' ', result: 0 }, 'is empty'],
    ['a formula with semicolons', { formula: 'SUM(B1;B2)', result: 0 }, 'a ";"'],
    ['a formula with an open quote', { formula: 'B1&"x', result: 0 }, 'an open quote'],
    ['a formula of 8,193 characters', { formula: '1+'.repeat(4096) + '1', result: 4097 }, '8193 characters'],
    ['a link to no sheet', { link: { sheet: 'none' }, text: 'x' }, 'no sheet "none"'],
  ]
  for (const [what, cell, message] of refused) {
    it(`is refused when it is ${what}`, async () => {
      await expect(writeBook(bookOf({ text: 'first' }, cell))).rejects.toThrow(message)
      await expect(writeBook(bookOf({ text: 'first' }, cell))).rejects.toThrow('sheet "one", cell A2')
    })
  }

  it('is written with its result, also when that is 0, false or nothing', async () => {
    const { values } = await written(
      { formula: 'B1', result: 0 },
      { formula: 'B1>1', result: false },
      { formula: 'IF(B1="","",1)', result: null },
      { formula: 'IF(B1="","–",1)', result: '–' },
      { formula: 'CHOOSE(1,"a;b",{1;2})', result: 'a;b' },
      { number: -0 },
      { number: 1e-300 },
      { number: 123456789.12345679 },
    )
    expect(values).toEqual([0, false, '', '–', 'a;b', 0, 1e-300, 123456789.12345679])
  })
})
