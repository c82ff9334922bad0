import type { Text } from '../../../model/text.js'
import type { Term } from '../../../model/workbook-design.js'
import type { DraftSheet } from '../layout.js'
import { framed } from './frame.js'
import { laidList, type KnownColumns } from './laid-list.js'
import { listRows } from './list-rows.js'
import type { Page } from './page.js'
import { text } from './page-cells.js'

const TERM: Text = { en: 'Term', vi: 'Thuật ngữ' }
const OTHER: Text = { en: 'Vietnamese', vi: 'Tiếng Anh' }
const MEANING: Text = { en: 'Meaning', vi: 'Ý nghĩa' }

/** The words of the field in the language of the book, in the other one, and what they mean. */
export function glossarySheet(page: Page): DraftSheet | undefined {
  const { glossary } = page.design
  if (glossary.length === 0) return undefined
  const other = page.lang === 'vi' ? 'en' : 'vi'
  const known: KnownColumns<Term, 'glossary'> = {
    term: { head: TERM, cell: ({ term }) => text(term[page.lang], { bold: true }) },
    other: { head: OTHER, cell: ({ term }) => text(term[other]) },
    meaning: { head: MEANING, cell: ({ meaning }) => text(meaning[page.lang]) },
  }
  const { columns, widths } = laidList(page, 'glossary', known)
  return framed(page, 'glossary', { widths, rows: listRows(page, columns, glossary), homes: false })
}
