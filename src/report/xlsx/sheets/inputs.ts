import type { Figure } from '../../../model/figure.js'
import { pointerKeys } from '../../../model/pointer.js'
import { basisWord } from '../../../units/index.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { GROUPS, termOf } from '../term-texts.js'
import { HEADS } from '../texts.js'
import { framed } from './frame.js'
import { placeWords } from './figure-words.js'
import { heading, headRow, itemRows, type ListColumn } from './list-rows.js'
import { labelOf, type Page, say } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

const WIDTHS = [50, 14, 13, 12, 12, 26, 26, 46, 42]

/** Every number of the site file, by section, in a cell of its own. */
export function inputsSheet(page: Page): DraftSheet {
  const sections = new Map<string, Figure[]>()
  for (const one of page.audit.figures) {
    if (one.kind !== 'input') continue
    const key = pointerKeys(one.at ?? '')[0] ?? one.id.split('.')[0] ?? ''
    sections.set(key, [...(sections.get(key) ?? []), one])
  }
  const columns = inputColumns(page)
  const rows: DraftRow[] = [headRow(page, columns)]
  for (const [section, list] of sections) {
    rows.push(heading(say(page, termOf(GROUPS, section)), WIDTHS.length))
    rows.push(...itemRows(columns, list))
  }
  return framed(page, 'inputs', { widths: WIDTHS, rows })
}

function inputColumns(page: Page): readonly ListColumn<Figure>[] {
  return [
    { head: HEADS.quantity, cell: (one) => text(labelOf(page, one.id)) },
    { head: HEADS.value, right: true, cell: (one) => figure(one.id) },
    { head: HEADS.unit, cell: (one) => unit(page, one.id) },
    { head: HEADS.uncertainty, right: true, cell: (one) => uncertainty(page, one.id) },
    {
      head: HEADS.basis,
      cell: (one) => text(one.basis === undefined ? '' : basisWord(one.basis, page.lang)),
    },
    { head: HEADS.source, cell: (one) => text(one.source ?? '') },
    { head: HEADS.note, cell: (one) => text(one.note?.[page.lang] ?? '') },
    { head: HEADS.written, cell: (one) => text(one.written ?? '', { style: 'muted' }) },
    { head: HEADS.place, cell: (one) => text(one.place ?? placeWords(one.at), { style: 'muted' }) },
  ]
}
