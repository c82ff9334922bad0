/** Rows of every sheet of things: title, purpose, hidden heads, shown heads, then the things. */
export const TITLE_ROW = 1
export const ABOUT_ROW = 2
export const HEAD_ROW = 3
export const LABEL_ROW = 4
export const FIRST_ROW = 5

/** What stands before the id of the sheet in the first cell of the hidden row. */
export const SHEET_MARK = 'recp:'

/** Columns that recp writes for the reader's eye only begin with this in the hidden row. */
export const SHOWN_ONLY = '~'

/** Words that make a row an example, which is not read. */
export const EXAMPLE_WORDS = { en: 'example', vi: 'ví dụ' } as const

/** Hidden sheet with the version of the workbook. */
export const MARKER_SHEET = '_recp'
export const LISTS_SHEET = '_lists'

/** Version of the layout; a change that old workbooks do not survive raises it. */
export const INTAKE_VERSION = 'recp.intake/1'
