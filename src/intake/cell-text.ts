import type { SchemaNode } from '../schema/schema-node.js'
import type { Column } from './columns.js'
import { typedDay, typedMonth } from './day-text.js'
import { typedNumber } from './number-text.js'
import type { DecimalMark } from './number-text.js'
import { isBareNumber, isNotApplicable } from './quantity-cells.js'

/** How the cells of a column are read. */
export type CellKind = 'number' | 'whole' | 'day' | 'month' | 'choice' | 'name' | 'text'

const KINDS: Readonly<Record<string, CellKind>> = {
  quantity: 'number',
  'whole-number': 'whole',
  year: 'whole',
  date: 'day',
  month: 'month',
  choice: 'choice',
  id: 'name',
  sum: 'name',
  country: 'name',
  currency: 'name',
}

export function cellKind({ node, part }: Column['field']): CellKind {
  if (part === 'plus-minus') return 'number'
  if (part === 'value') return 'text'
  return KINDS[node['x-kind'] ?? ''] ?? 'text'
}

/** What a text in a cell says. Without `text` it says nothing. */
export type CellText = {
  readonly text?: string
  /** The digits prove how this workbook writes decimals. */
  readonly mark?: DecimalMark
  /** A number that may be a thousand times another, or a day that may be a month. */
  readonly unsure?: 'number' | 'day'
}

/** Blanks of every kind and marks without width at the ends; letters and their marks joined as YAML input is. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/gu, '')
    .normalize('NFC')
}

/**
 * Reads the text of a cell into the spelling of a site file. Quotes keep what is inside them to the letter, as
 * they do in YAML. `mark` is how decimals are written where the digits alone do not prove it.
 */
export function readCellText(typed: string, column: Column, mark: DecimalMark | undefined): CellText {
  const text = cleanText(typed)
  if (text === '') return {}
  if (/^"[^]*"$/.test(text) && text.length > 1) return { text: text.slice(1, -1) }
  const kind = cellKind(column.field)
  if (kind === 'number') return numberIn(text, column, mark)
  if (kind === 'text') return { text }
  if (isNotApplicable(text)) return {}
  if (kind === 'choice') return { text: choiceOf(text, column.field.node) }
  if (kind === 'month') return { text: typedMonth(text) ?? text }
  if (kind === 'name') return { text: text.replaceAll(/\s+/gu, ' ') }
  const day = kind === 'day' ? typedDay(text) : undefined
  // An ISO day may bring a time of the day, which no field asks for.
  if (day === undefined)
    return { text: kind === 'day' ? text.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1') : text }
  return day.unsure ? { text: day.day, unsure: 'day' } : { text: day.day }
}

function numberIn(written: string, column: Column, mark: DecimalMark | undefined): CellText {
  // Blanks that do not break part thousands as well as others do.
  const text = written.replaceAll(/[\u00A0\u2009\u202F]/g, ' ')
  if (isNotApplicable(text)) return { text: 'n/a' }
  const typed = typedNumber(text, mark)
  if ('ambiguous' in typed) return { text, unsure: 'number' }
  const proof = typed.mark === undefined ? {} : { mark: typed.mark }
  return { text: withUnit(typed.text, column), ...proof }
}

/** A bare number in a column with a unit has that unit. */
export function withUnit(text: string, { unit }: Pick<Column, 'unit'>): string {
  return unit !== undefined && isBareNumber(text) ? `${text} ${unit}` : text
}

/** The word of the site file for a choice in either language. */
function choiceOf(text: string, node: SchemaNode): string {
  const plain = text.replaceAll(/\s+/gu, ' ').toLowerCase()
  const words = (node.enum ?? []).map(String)
  const known = words.find((word) => word.toLowerCase() === plain)
  const local = (node['x-values-vi'] ?? []).findIndex((word) => word.toLowerCase() === plain)
  return known ?? words[local] ?? text
}

/** A text as a cell must hold it, so that it is read as it is. */
export function cellTextFor(text: string, column: Column): string {
  return readCellText(text, column, 'point').text === text ? text : `"${text}"`
}
