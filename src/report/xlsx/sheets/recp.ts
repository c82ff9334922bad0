import { cellAddress } from '../address.js'
import type { Sheet } from '../book.js'
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
