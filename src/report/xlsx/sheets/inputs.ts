import type { Figure } from '../../../model/figure.js'
import { pointerKeys } from '../../../model/pointer.js'
import { basisWord } from '../../../units/index.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { capital, GROUPS, termOf, uncapital } from '../term-texts.js'
import { HEADS } from '../texts.js'
import { framed } from './frame.js'
import { placeWords } from './figure-words.js'
import { laidList, type KnownColumns } from './laid-list.js'
import { heading, headRow, itemRows } from './list-rows.js'
import { titleWithMachine } from '../../finding-words.js'
import { labelOf, type Page, say } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

/** Every number of the site file, by section, in a cell of its own. */
export function inputsSheet(page: Page): DraftSheet {
  const sections = new Map<string, Figure[]>()
  for (const one of page.audit.figures) {
    if (one.kind !== 'input') continue
    const key = pointerKeys(one.at ?? '')[0] ?? one.id.split('.')[0] ?? ''
    sections.set(key, [...(sections.get(key) ?? []), one])
  }
  const list = [...sections.values()].flat()
  const { columns, widths } = laidList(page, 'inputs', inputColumns(page, list))
  const rows: DraftRow[] = [headRow(page, columns)]
  for (const [section, list] of sections) {
    rows.push(heading(say(page, termOf(GROUPS, section)), widths.length))
    rows.push(...itemRows(columns, list))
  }
  return framed(page, 'inputs', { widths, rows })
}

/** Without the column of notes where nobody wrote one: what is narrow can be read on paper. */
function inputColumns(page: Page, list: readonly Figure[]): KnownColumns<Figure, 'inputs'> {
  const noted = list.some(({ note }) => note !== undefined)
  return {
    quantity: { head: HEADS.quantity, cell: (one) => text(quantityName(page, one.id)) },
    value: { head: HEADS.value, right: true, cell: (one) => figure(one.id) },
    unit: { head: HEADS.unit, cell: (one) => unit(page, one.id) },
    uncertainty: { head: HEADS.uncertainty, right: true, cell: (one) => uncertainty(page, one.id) },
    basis: {
      head: HEADS.basis,
      cell: (one) => text(one.basis === undefined ? '' : basisWord(one.basis, page.lang)),
    },
    source: { head: HEADS.source, cell: (one) => text(one.source ?? '') },
    note: noted ? { head: HEADS.note, cell: (one) => text(one.note?.[page.lang] ?? '') } : undefined,
    written: { head: HEADS.written, cell: (one) => text(one.written ?? '', { style: 'muted' }) },
    place: {
      head: HEADS.place,
      cell: (one) => text(one.place ?? placeWords(one.at), { style: 'muted' }),
    },
  }
}

/** What is given of a measure is called after it: several have an investment. */
function quantityName(page: Page, id: string): string {
  const label = labelOf(page, id)
  const measure = page.audit.evaluation.opportunities.find((one) => id.startsWith(`opportunity.${one.id}.`))
  if (measure !== undefined) return `${titleWithMachine(page, measure)}: ${uncapital(label)}`
  return capital(label)
}
