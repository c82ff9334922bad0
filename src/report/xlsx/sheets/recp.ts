import { cellAddress } from '../address.js'
import type { Cell, Row, Sheet } from '../book.js'
import { safeText } from '../safe-text.js'
import type { DraftRow, DraftSheet, Homes } from '../layout.js'
import type { Page } from './page.js'

/** What a program needs to check the workbook later: versions, hashes, and the cell of every figure. */
export function recpSheet(
  page: Page,
  sheets: readonly Pick<Sheet, 'id' | 'name'>[],
  homes: Homes,
): DraftSheet {
  const { audit, lang } = page
  const names = new Map(sheets.map(({ id, name }) => [id, name]))
  const rows: DraftRow[] = [
    row('format', 'recp.workbook/1'),
    row('audit', audit.format),
    row('recp', audit.recp),
    row('content', audit.content),
    row('lang', lang),
    ...audit.inputs.map(({ file, sha256 }) => row('input', file, sha256)),
    ...sheets.map(({ id, name }) => row('sheet', id, name)),
    ...chunks(figureLines(page, names, homes)).map((lines) => row('figures', lines)),
  ]
  return {
    id: 'recp',
    name: '_recp',
    hidden: 'very',
    columns: [{ width: 12 }, { width: 44 }, { width: 30 }],
    rows,
  }
}

/**
 * The cells of a finished sheet that a change would matter in, for whoever checks the workbook later: address, kind and
 * content, parted by tabs. `f` a formula, `n` and `t` a given number or text, `b` a place to fill in.
 */
export function cellRows({ name, rows }: Sheet): readonly Row[] {
  const lines: string[] = []
  for (const [row, { cells }] of rows.entries()) {
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column]
      const content = cell ? watched(cell) : undefined
      if (content !== undefined) lines.push(`${cellAddress(row + 1, column + 1)}\t${content}`)
    }
  }
  return chunks(lines).map((text) => ({
    cells: ['cells', name, text].map((content) => ({ text: content, style: 'code' as const })),
  }))
}

function watched(cell: Cell): string | undefined {
  if ('formula' in cell) return `f\t${cell.formula}`
  const given = cell.style === 'input' || cell.style === 'factor' || cell.style === 'choice'
  if (!given) return undefined
  if ('number' in cell) return `n\t${cell.number}`
  if ('blank' in cell) return 'b\t'
  return 'text' in cell ? `t\t${safeText(cell.text).replace(/[\t\n\r]/g, ' ')}` : undefined
}

/** One line a figure: id, sheet, cell, kind and unit, parted by tabs. Ids and names of sheets hold neither. */
function figureLines({ audit }: Page, names: ReadonlyMap<string, string>, homes: Homes): readonly string[] {
  return audit.figures.flatMap(({ id, kind, unit }) => {
    const home = homes.get(id)
    if (!home) return []
    return [
      [id, names.get(home.sheet) ?? home.sheet, cellAddress(home.row, home.column), kind, unit].join('\t'),
    ]
  })
}

/** Few long texts instead of thousands of cells; a cell holds 32 767 characters. */
function chunks(lines: readonly string[]): readonly string[] {
  const full: string[] = []
  let open = ''
  for (const line of lines) {
    if (open.length + line.length + 1 > 32_000) {
      full.push(open)
      open = ''
    }
    open += open === '' ? line : `\n${line}`
  }
  return open === '' ? full : [...full, open]
}

function row(...texts: readonly string[]): DraftRow {
  return { cells: texts.map((text) => ({ text, style: 'code' as const })) }
}
