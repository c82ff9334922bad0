import type { Row } from '../../../intake/flatten.js'
import type { Lang, Text } from '../../../model/text.js'

/** A question of a checklist, to be answered on site. */
export type Question = { readonly id: string; readonly group: Text; readonly text: Text }

/** What an intake workbook is made of. */
export type IntakeRequest = {
  readonly lang: Lang
  /** Shown on the first sheet. */
  readonly title: Text
  /** The date the file says it was made; it must not come from the clock. */
  readonly date: string
  /** Rows by id of the sheet. */
  readonly rows: ReadonlyMap<string, readonly Row[]>
  /** Grey rows that show how a sheet is filled in; the reader leaves them out. */
  readonly examples: ReadonlyMap<string, readonly Row[]>
  readonly questions: readonly Question[]
  /** Facts of the dictionary to be asked for. */
  readonly facts: readonly string[]
  /** Ids that drop-down lists offer, by what they name: `sector`, `fuel`. */
  readonly ids: ReadonlyMap<string, readonly string[]>
  /** A form to fill in, with room for more rows and all usual sheets; else a site as it is. */
  readonly form: boolean
  readonly currency: string
}
