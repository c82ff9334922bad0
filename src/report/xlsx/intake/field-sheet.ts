import { columnAt, FIELD, VALUE } from '../../../intake/columns.js'
import type { Column } from '../../../intake/columns.js'
import type { Row as FieldRow } from '../../../intake/flatten.js'
import { FIRST_ROW, LABEL_ROW, SHEET_MARK, SHOWN_ONLY } from '../../../intake/places.js'
import { joinPath } from '../../../intake/path.js'
import { QUANTITY_PARTS } from '../../../intake/quantity-cells.js'
import { aboutOf, labelOf } from '../../../intake/sheets.js'
import type { IntakeSheet } from '../../../intake/sheets.js'
import type { Lang, Text } from '../../../model/text.js'
import { columnLetters } from '../address.js'
import type { Cell, Row, Sheet, StyleName, Validation } from '../book.js'
import { blankLook, entryCell } from './entry-cell.js'
import { bilingual } from './heads.js'
import type { Offer } from './lists.js'
import { WORDS } from './words.js'

/** Parts of a quantity that have a column here; further ones only where a row needs them. */
const PARTS = ['unit', 'plus-minus', 'basis', 'source', 'note'] as const

/** A row of the sheet: a field, or the words above the next ones. */
export type FieldLine =
  { readonly heading: Text } | { readonly field: string; readonly cells: FieldRow; readonly unit?: string }

export type FieldSheet = {
  readonly sheet: IntakeSheet
  readonly lines: readonly FieldLine[]
  readonly blanks: number
  readonly lang: Lang
}

/** A sheet with one field a row: General, and Facts. */
export function fieldSheet(plan: FieldSheet, offer: (column: Column) => Offer | undefined): Sheet {
  const { sheet, lines, lang } = plan
  const used = new Set(lines.flatMap((line) => ('field' in line ? [...line.cells.keys()] : [])))
  const parts = QUANTITY_PARTS.filter(
    (part) => (PARTS as readonly string[]).includes(part) || used.has(`${VALUE}.${part}`),
  )
  const heads = [
    ...[WORDS.mark, WORDS.field, WORDS.what, WORDS.value].map((text) => bilingual(text, lang)),
    ...parts.map((part) => bilingual(partLabel(sheet, part), lang)),
    bilingual(WORDS.about, lang),
  ]
  const hidden = [
    `${SHEET_MARK}${sheet.id}`,
    FIELD,
    `${SHOWN_ONLY}label`,
    VALUE,
    ...parts.map((part) => (part === 'plus-minus' ? `${VALUE}.${part} [%]` : `${VALUE}.${part}`)),
    `${SHOWN_ONLY}about`,
  ]
  const blanks: readonly FieldLine[] = Array.from({ length: plan.blanks }, () => ({
    field: '',
    cells: new Map<string, string>(),
  }))
  const all = [...lines, ...blanks]
  return {
    id: sheet.id,
    name: sheet.name[lang],
    tabColor: '0F5C6E',
    freeze: { rows: LABEL_ROW, columns: 3 },
    columns: [
      { width: 3 },
      { width: 25 },
      { width: 32 },
      { width: 26 },
      ...parts.map((part) => ({ width: part === 'source' || part === 'note' ? 24 : 12 })),
      { width: 70 },
    ],
    rows: [
      {
        cells: [{ text: bilingual(sheet.name, lang).replace('\n', '  ·  '), style: 'title', wrap: false }],
        height: 28,
      },
      { cells: [{ text: `${sheet.about[lang]}.`, style: 'subtitle', wrap: false }], height: 16 },
      { cells: hidden.map((text) => ({ text, style: 'code' })), hidden: true },
      { cells: heads.map((text) => ({ text, style: 'head' })), height: 32 },
      ...all.map((line) => lineRow(plan, line, parts)),
    ],
    validations: all.flatMap((line, i) => validations(plan, line, i + FIRST_ROW, parts, offer)),
    print: { landscape: true, titleRows: [LABEL_ROW, LABEL_ROW] },
  }
}

function partLabel(sheet: IntakeSheet, part: string): Text {
  const path = sheet.form === 'facts' ? joinPath(anyQuantity(sheet), part) : joinPath('site', 'hours', part)
  const label = columnAt(sheet, path)?.label
  const last = (text: string): string => text.split(': ').at(-1) ?? text
  return label === undefined
    ? { en: part, vi: part }
    : { en: capital(last(label.en)), vi: capital(last(label.vi)) }
}

function anyQuantity(sheet: IntakeSheet): string {
  const fields = Object.entries(sheet.entry.properties ?? {})
  return fields.find(([, node]) => node.$ref === '#/$defs/quantity')?.[0] ?? ''
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function lineRow(plan: FieldSheet, line: FieldLine, parts: readonly string[]): Row {
  const { sheet, lang } = plan
  if ('heading' in line)
    return {
      cells: [
        null,
        null,
        { text: bilingual(line.heading, lang).replace('\n', '  ·  '), style: 'heading', wrap: false },
      ],
      height: 22,
    }
  const column = columnAt(sheet, line.field)
  const required = column !== undefined && isRequired(sheet, column)
  const style: StyleName = required ? 'entry-required' : 'entry'
  const value = line.cells.get(VALUE)
  const quantity = column === undefined || column.field.node['x-kind'] === 'quantity'
  const about = column === undefined ? '' : aboutOf(column.field.node)[lang]
  const name =
    column === undefined
      ? null
      : bilingual(labelOf(column.field.node, column.path), lang, required ? ' *' : '').replace('\n', ' · ')
  return {
    cells: [
      { blank: true, style: 'muted' },
      line.field === '' ? { blank: true, style: 'entry' } : { text: line.field, style: 'code' },
      name === null ? { blank: true, style: 'muted' } : { text: name, style: 'text' },
      value === undefined || column === undefined
        ? { blank: true, style, ...(column === undefined ? {} : blankLook(column)) }
        : entryCell(value, column, lang, { style, wrap: false, align: 'left' }),
      ...parts.map((part): Cell => {
        if (!quantity) return { blank: true, style: 'muted' }
        const given = line.cells.get(`${VALUE}.${part}`) ?? (part === 'unit' ? line.unit : undefined)
        const own = columnAt(sheet, `${line.field}.${part}`, part === 'plus-minus' ? '%' : undefined)
        if (given === undefined || own === undefined) return { blank: true, style: 'entry' }
        return entryCell(given, own, lang, { style: 'entry', wrap: false })
      }),
      { text: about, style: 'muted' },
    ],
  }
}

/** What every site must say. */
function isRequired(sheet: IntakeSheet, { path, keys }: Column): boolean {
  if (path === 'period') return true
  if (sheet.form === 'facts' || keys[0] !== 'site') return false
  return ['id', 'name', 'country', 'currency'].includes(keys[1] ?? '')
}

function validations(
  { sheet }: FieldSheet,
  line: FieldLine,
  row: number,
  parts: readonly string[],
  offer: (column: Column) => Offer | undefined,
): readonly Validation[] {
  if (!('field' in line) || line.field === '') return []
  const rule = (path: string, position: number): readonly Validation[] => {
    const column = columnAt(sheet, path)
    const offered = column === undefined ? undefined : offer(column)
    const at = `${columnLetters(position)}${row}`
    return offered === undefined ? [] : [{ area: at, allow: offered.allow, strict: !offered.free }]
  }
  const basis = parts.indexOf('basis')
  const quantity = columnAt(sheet, line.field)?.field.node['x-kind'] === 'quantity'
  return [...rule(line.field, 4), ...(quantity && basis >= 0 ? rule(`${line.field}.basis`, basis + 5) : [])]
}
