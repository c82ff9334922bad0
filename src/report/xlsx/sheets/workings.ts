import type { Figure } from '../../../model/figure.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { capital, GROUPS, termOf } from '../term-texts.js'
import { HEADS } from '../texts.js'
import { framed } from './frame.js'
import { howWords, sourceWords } from './figure-words.js'
import { laidList, type KnownColumns } from './laid-list.js'
import { heading, headRow, itemRows } from './list-rows.js'
import { labelOf, type Page, say } from './page.js'
import { figure, text, unit } from './page-cells.js'

/** A home for every figure that no other sheet has, so that each number can be followed to its inputs. */
export function workingsSheet(page: Page, homeless: readonly Figure[]): DraftSheet | undefined {
  if (homeless.length === 0) return undefined
  const groups = new Map<string, Figure[]>()
  for (const one of homeless) {
    const key = one.id.split('.')[0] ?? ''
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const { columns, widths } = laidList(page, 'workings', workingColumns(page))
  const rows: DraftRow[] = [headRow(page, columns)]
  for (const [key, list] of groups) {
    rows.push(heading(say(page, termOf(GROUPS, key)), widths.length))
    rows.push(...itemRows(columns, list))
  }
  return framed(page, 'workings', { widths, rows })
}

function workingColumns(page: Page): KnownColumns<Figure, 'workings'> {
  return {
    quantity: { head: HEADS.quantity, cell: (one) => text(capital(labelOf(page, one.id))) },
    value: { head: HEADS.value, right: true, cell: (one) => figure(one.id) },
    unit: { head: HEADS.unit, cell: (one) => unit(page, one.id) },
    how: { head: HEADS.how, cell: (one) => text(howWords(page, one.id), { style: 'muted' }) },
    source: { head: HEADS.source, cell: (one) => text(sourceWords(page, one.id), { style: 'muted' }) },
  }
}
