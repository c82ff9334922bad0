import type { Column } from '../../../intake/columns.js'
import { cellKind } from '../../../intake/cell-text.js'
import { ID, MARK } from '../../../intake/columns.js'
import type { Row as ThingRow } from '../../../intake/flatten.js'
import { EXAMPLE_WORDS, FIRST_ROW, LABEL_ROW, SHEET_MARK, SHOWN_ONLY } from '../../../intake/places.js'
import type { IntakeSheet } from '../../../intake/sheets.js'
import type { Lang, Text } from '../../../model/text.js'
import { columnLetters } from '../address.js'
import type { Cell, Column as BookColumn, Look, Row, Sheet, StyleName, Validation } from '../book.js'
import { blankLook, entryCell } from './entry-cell.js'
import { bilingual, headCell, hiddenHead } from './heads.js'
import type { Offer } from './lists.js'
import { WORDS } from './words.js'

/** A column of the sheet: a field, the id, the mark of a row, or words for the eye only. */
export type SheetColumn =
  | { readonly kind: 'field'; readonly column: Column }
  | { readonly kind: 'id' }
  | { readonly kind: 'mark' }
  | { readonly kind: 'shown'; readonly name: string; readonly label: Text; readonly width: number }

export type ThingSheet = {
  readonly sheet: IntakeSheet
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly ThingRow[]
  readonly examples: readonly ThingRow[]
  /** Words beside a row, by id of the row and name of the column: the question that it answers. */
  readonly beside?: ReadonlyMap<string, Readonly<Record<string, Text>>>
  /** Rows to fill in below. */
  readonly blanks: number
  readonly hidden: boolean
  readonly lang: Lang
}

/** A sheet with one thing a row. */
export function thingSheet(plan: ThingSheet, offer: (column: Column) => Offer | undefined): Sheet {
  const { sheet, columns, lang } = plan
  const more = columns.some((one) => one.kind === 'field' && one.column.more)
  const about = `${sheet.about[lang]}.${more ? ` ${WORDS.more[lang]}.` : ''}`
  const examples = plan.examples.map((row) => thingRow(plan, row, true))
  const things = plan.rows.map((row) => thingRow(plan, row, false))
  const blanks = Array.from({ length: plan.blanks }, () => thingRow(plan, new Map(), false))
  const body = [...examples, ...things, ...blanks]
  const last = FIRST_ROW + Math.max(body.length, 1) - 1
  return {
    id: sheet.id,
    name: sheet.name[lang],
    tabColor: sheet.section === 'equipment' ? '6B7280' : '0F5C6E',
    ...(plan.hidden ? { hidden: true } : {}),
    freeze: { rows: LABEL_ROW, columns: columns.some(({ kind }) => kind === 'id') ? 2 : 1 },
    columns: columns.map((one) => bookColumn(one)),
    rows: [
      {
        cells: [{ text: bilingual(sheet.name, lang).replace('\n', '  ·  '), style: 'title', wrap: false }],
        height: 28,
      },
      { cells: [{ text: about, style: 'subtitle', wrap: false }], height: 16 },
      { cells: columns.map((one) => machineHead(one, sheet)), hidden: true },
      { cells: columns.map((one) => shownHead(one, lang)), height: 44 },
      ...body,
    ],
    validations: columns.flatMap((one, i) =>
      one.kind === 'field' ? validation(one.column, i + 1, last, offer) : [],
    ),
    print: { landscape: true, titleRows: [LABEL_ROW, LABEL_ROW] },
  }
}

function machineHead(one: SheetColumn, sheet: IntakeSheet): Cell {
  if (one.kind === 'field') return hiddenHead(one.column)
  if (one.kind === 'mark') return { text: `${SHEET_MARK}${sheet.id}`, style: 'code' }
  return { text: one.kind === 'id' ? ID : `${SHOWN_ONLY}${one.name}`, style: 'code' }
}

function shownHead(one: SheetColumn, lang: Lang): Cell {
  if (one.kind === 'field') return headCell(one.column, lang)
  if (one.kind === 'shown') return { text: bilingual(one.label, lang), style: 'head' }
  if (one.kind === 'mark') return { text: '', style: 'head' }
  const note = `${WORDS.idAbout[lang]}\n${WORDS.idAbout[lang === 'vi' ? 'en' : 'vi']}`
  return { text: bilingual(WORDS.id, lang, ' *'), style: 'head', note }
}

function thingRow(plan: ThingSheet, row: ThingRow, example: boolean): Row {
  const id = row.get(ID)
  const style = (required: boolean): StyleName =>
    example ? 'example' : required ? 'entry-required' : 'entry'
  const cells = plan.columns.map((one): Cell => {
    if (one.kind === 'mark') {
      const number = row.get(MARK)
      if (example) return { text: EXAMPLE_WORDS[plan.lang], style: 'example' }
      return number === undefined
        ? { blank: true, style: 'muted' }
        : { number: Number(number), style: 'muted' }
    }
    if (one.kind === 'shown')
      return { text: plan.beside?.get(id ?? '')?.[one.name]?.[plan.lang] ?? '', style: 'muted' }
    if (one.kind === 'id')
      return id === undefined
        ? { blank: true, style: style(true), format: { code: '@' } }
        : { text: id, style: style(true), format: { code: '@' } }
    const text = row.get(one.column.path)
    const look: Look = { style: style(one.column.required), wrap: false }
    return text === undefined
      ? { blank: true, ...look, ...blankLook(one.column) }
      : entryCell(text, one.column, plan.lang, look)
  })
  return { cells }
}

function validation(
  column: Column,
  position: number,
  last: number,
  offer: (column: Column) => Offer | undefined,
): readonly Validation[] {
  const offered = offer(column)
  if (offered === undefined) return []
  const letters = columnLetters(position)
  // Room for rows that are added below the last one.
  const area = `${letters}${FIRST_ROW}:${letters}${last + 500}`
  return [{ area, allow: offered.allow, strict: !offered.free }]
}

const WIDTHS: Readonly<Record<string, number>> = {
  number: 14,
  whole: 10,
  day: 12,
  month: 11,
  choice: 15,
  name: 20,
  text: 22,
}

function bookColumn(one: SheetColumn): BookColumn {
  if (one.kind === 'mark') return { width: 9 }
  if (one.kind === 'id') return { width: 22 }
  if (one.kind === 'shown') return { width: one.width }
  const { column } = one
  const last = column.keys.at(-1) ?? ''
  const kind = cellKind(column.field)
  const width =
    last === 'unit'
      ? 11
      : last === 'name' || last === 'title'
        ? 30
        : last === 'plus-minus'
          ? 8
          : last === 'note'
            ? 32
            : (WIDTHS[kind] ?? 16)
  return { width, ...(column.more ? { outline: 1, hidden: true } : {}) }
}
