import type { Indicator } from '../../../model/indicators.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { INDICATOR_GROUPS, termOf } from '../term-texts.js'
import { HEADS } from '../texts.js'
import { framed } from './frame.js'
import { howWords } from './figure-words.js'
import { heading, headRow, itemRows, type ListColumn } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

const WIDTHS = [48, 16, 18, 14, 78]

/** All indicators by group, with how they are calculated. */
export function indicatorsSheet(page: Page): DraftSheet | undefined {
  const { indicators } = page.audit.indicators
  if (indicators.length === 0) return undefined
  const columns = indicatorColumns(page)
  const rows: DraftRow[] = [headRow(page, columns)]
  for (const group of new Set(indicators.map((indicator) => indicator.group))) {
    rows.push(heading(say(page, termOf(INDICATOR_GROUPS, group)), WIDTHS.length))
    const list = indicators.filter((indicator) => indicator.group === group)
    rows.push(...itemRows(columns, list))
  }
  return framed(page, 'indicators', { widths: WIDTHS, rows })
}

function indicatorColumns(page: Page): readonly ListColumn<Indicator>[] {
  return [
    { head: HEADS.indicator, cell: (one) => text(page.ledger.get(one.figure)?.label[page.lang] ?? one.id) },
    { head: HEADS.value, right: true, cell: (one) => figure(one.figure) },
    { head: HEADS.unit, cell: (one) => unit(page, one.figure) },
    { head: HEADS.uncertainty, right: true, cell: (one) => uncertainty(page, one.figure) },
    { head: HEADS.how, cell: (one) => text(howWords(page, one.figure), { style: 'muted' }) },
  ]
}
