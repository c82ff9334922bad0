import type { Audit } from '../model/audit.js'
import type { Lang, Text } from '../model/text.js'
import { showFigure } from './show-figure.js'
import type { Ledger } from './summary.js'

/** A table of plain texts: the last `right` columns hold numbers; the total stands apart. */
export type DocumentTable = {
  readonly head: readonly string[]
  readonly right: number
  readonly rows: readonly (readonly string[])[]
  readonly total?: readonly string[]
}

export type DocumentSection = { readonly id: string; readonly title: string } & (
  { readonly table: DocumentTable } | { readonly list: readonly string[] }
)

/** What the tables of the short report are made of. */
export type Page = { readonly audit: Audit; readonly ledger: Ledger; readonly lang: Lang }

/** A figure in words; a dash where there is none. */
export const shown = ({ ledger, lang }: Page, id: string | undefined): string =>
  showFigure(id === undefined ? undefined : ledger.get(id), lang, 'proper')

export function headOf({ lang }: Page, ...heads: readonly Text[]): readonly string[] {
  return heads.map((label) => label[lang])
}
