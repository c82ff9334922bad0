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
    ...audit.figures.flatMap((figure) => {
      const home = homes.get(figure.id)
      if (!home) return []
      const { sheet, row: line, column } = home
      return [
        row(
          'figure',
          figure.id,
          names.get(sheet) ?? sheet,
          cellAddress(line, column),
          figure.kind,
          figure.unit,
        ),
      ]
    }),
  ]
  return {
    id: 'recp',
    name: '_recp',
    hidden: 'very',
    columns: [{ width: 12 }, { width: 44 }, { width: 30 }],
    rows,
  }
}

function row(...texts: readonly string[]): DraftRow {
  return { cells: texts.map((text) => ({ text, style: 'code' as const })) }
}
