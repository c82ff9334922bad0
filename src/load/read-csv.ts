import type { Place } from '../model/place.js'

/** A cell with the place where it stands in its file. */
export type Cell = { readonly text: string; readonly place: Place }

/**
 * Reads a table: comma, semicolon or tab (whichever the header has most), double quotes, a header line.
 * @returns rows of cells, the header first; `null` where a quote is never closed
 */
export function readCsv(text: string, file: string): readonly (readonly Cell[])[] | null {
  const separator = separatorOf(text)
  const rows: Cell[][] = []
  let row: Cell[] = []
  let index = 0
  let line = 1
  let lineStart = 0
  const end = (length: number): void => {
    index += length
    line += 1
    lineStart = index
    if (row.some((cell) => cell.text !== '')) rows.push(row)
    row = []
  }
  while (index <= text.length) {
    const from = index
    const start = { line, column: from - lineStart + 1 }
    let cell = ''
    if (text[index] === '"') {
      const close = closingQuote(text, index)
      if (close < 0) return null
      cell = text.slice(index + 1, close).replaceAll('""', '"')
      for (let i = index; i < close; i += 1) if (text[i] === '\n') [line, lineStart] = [line + 1, i + 1]
      index = close + 1
    }
    while (index < text.length && text[index] !== separator && !/[\r\n]/.test(text[index] as string)) {
      cell += text[index]
      index += 1
    }
    row.push({
      text: cell.trim().normalize('NFC'),
      place: { file, ...start, length: Math.max(1, firstLine(text, from, index)) },
    })
    if (index >= text.length) break
    if (text[index] === separator) index += 1
    else end(text.startsWith('\r\n', index) ? 2 : 1)
  }
  end(0)
  return rows
}

function firstLine(text: string, from: number, to: number): number {
  return (text.slice(from, to).split(/[\r\n]/, 1)[0] ?? '').length
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function separatorOf(text: string): string {
  const header = text.split(/[\r\n]/, 1)[0] ?? ''
  const count = (mark: string): number => header.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}
