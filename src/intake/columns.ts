import type { Text } from '../model/text.js'
import type { SchemaNode } from '../schema/schema-node.js'
import { LAST_OF_MACHINES, MAIN_COLUMNS } from './layout.js'
import { joinPath, splitPath } from './path.js'
import { fieldAt, labelOf } from './sheets.js'
import type { Field, IntakeSheet } from './sheets.js'

/** A column of a sheet. */
export type Column = {
  readonly path: string
  readonly keys: readonly string[]
  readonly field: Field
  readonly label: Text
  readonly required: boolean
  /** What the quantity measures that the column holds, whole or in part. */
  readonly measures?: string
  /** Unit of the bare numbers below; it stands in the heads. */
  readonly unit?: string
  /** Not among the columns that most people need. */
  readonly more: boolean
}

/** Columns that are no fields: the mark of example rows, the id of a row, and those that make months rows. */
export const MARK = '#'
export const ID = 'id'
export const MONTH = 'month'
export const SERIES = 'series'
export const FIELD = 'field'
export const VALUE = 'value'

/** Head of a column in the hidden row: `power [kW]`. */
export function headOf(column: Pick<Column, 'path' | 'unit'>): string {
  return column.unit === undefined ? column.path : `${column.path} [${column.unit}]`
}

/** What a head of the hidden row says. */
export function parseHead(head: string): { readonly path: string; readonly unit?: string } {
  const [, path = head, unit] = /^(.*?)\s*\[([^\]]+)\]$/.exec(head) ?? []
  return unit === undefined ? { path } : { path, unit }
}

/** The column of a path; `undefined` where the schema has no such field. */
export function columnAt(sheet: IntakeSheet, path: string, unit?: string, more = false): Column | undefined {
  const keys = splitPath(path)
  const field = special(sheet, path) ?? fieldAt(sheet, keys)
  if (field === undefined) return undefined
  const required =
    (sheet.entry.required ?? []).includes(path) ||
    (keys.length === 1 && path === 'amount' && sheet.section === 'costs')
  const quantity = field.part === undefined ? field : fieldAt(sheet, keys.slice(0, -1))
  const measures = quantity?.node.dimension
  return {
    path,
    keys,
    field,
    label: columnLabel(sheet, keys, field),
    required,
    ...(measures === undefined ? {} : { measures }),
    ...(unit === undefined ? {} : { unit }),
    more,
  }
}

const MONTH_NODE: SchemaNode = {
  'x-kind': 'month',
  'x-label': 'Month',
  'x-label-vi': 'Tháng',
  description: 'The month of the value, for example 2025-03; one row a month',
  'x-description-vi': 'Tháng của số liệu, ví dụ 2025-03; mỗi tháng một hàng',
}

const SERIES_NODE: SchemaNode = {
  'x-kind': 'text',
  'x-label': 'Series',
  'x-label-vi': 'Chuỗi',
  description: 'Tells two series of months apart that agree in all else',
  'x-description-vi': 'Phân biệt hai chuỗi tháng giống nhau ở mọi cột khác',
}

function special(sheet: IntakeSheet, path: string): Field | undefined {
  if (sheet.section !== 'readings') return undefined
  if (path === MONTH) return { node: MONTH_NODE }
  return path === SERIES ? { node: SERIES_NODE } : undefined
}

/** `Contains: zinc`, `Amount: unit`; the last word decides, the words before it say of what. */
function columnLabel(sheet: IntakeSheet, keys: readonly string[], field: Field): Text {
  const own = labelOf(field.node, keys.at(-1) ?? '')
  if (keys.length < 2) return own
  const owner = fieldAt(sheet, keys.slice(0, -1))
  if (owner === undefined || owner.node['x-label'] === undefined) return own
  const of = labelOf(owner.node, keys.at(-2) ?? '')
  const key = keys.at(-1) ?? ''
  const inMap = field.part === undefined && owner.node['x-kind'] === 'map'
  return inMap
    ? { en: `${of.en}: ${key}`, vi: `${of.vi}: ${key}` }
    : { en: `${of.en}: ${lower(own.en)}`, vi: `${of.vi}: ${lower(own.vi)}` }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** The columns of a sheet: those that people fill in first, the others of the schema, and those that are asked for. */
export function columnsOf(
  sheet: IntakeSheet,
  substances: readonly string[],
  extra: readonly string[],
): readonly Column[] {
  const main = mainPaths(sheet, substances)
  const rest = otherPaths(sheet, main)
  const known = new Set([...main, ...rest])
  const added = [...new Set(extra)].filter((path) => !known.has(path))
  return [
    ...main.flatMap((path) => columnAt(sheet, path, unitOf(sheet, path)) ?? []),
    ...added.flatMap((path) => columnAt(sheet, path, unitOf(sheet, path)) ?? []),
    ...rest.flatMap((path) => columnAt(sheet, path, unitOf(sheet, path), true) ?? []),
  ]
}

/** Fields of the dictionary have a unit of their own, and so have shares of uncertainty. */
function unitOf(sheet: IntakeSheet, path: string): string | undefined {
  if (/(^|\.)plus-minus$/.test(path)) return '%'
  const node = fieldAt(sheet, splitPath(path))?.node
  const unit = node?.['x-unit']
  return unit === undefined || unit === '' || unit === '1' || node?.['x-kind'] !== 'quantity'
    ? undefined
    : unit
}

function mainPaths(sheet: IntakeSheet, substances: readonly string[]): readonly string[] {
  const listed = MAIN_COLUMNS[sheet.section]
  if (sheet.system !== undefined) {
    const facts = leafPaths(sheet).filter((path) => !isCommon(path))
    const system = sheet.system === 'other' ? ['system'] : []
    return [...system, ...(listed ?? []), ...facts, ...LAST_OF_MACHINES]
  }
  return (listed ?? leafPaths(sheet)).flatMap((path) => {
    if (!path.endsWith('.*')) return [path]
    const names = path.startsWith('contains') ? ['water', ...substances] : substances
    return names.map((name) => path.replace('*', joinPath(name)))
  })
}

const COMMON = new Set(['system', 'fuel', ...(MAIN_COLUMNS['equipment'] ?? []), ...LAST_OF_MACHINES])
const isCommon = (path: string): boolean => COMMON.has(path) && path !== 'fuel'

function otherPaths(sheet: IntakeSheet, main: readonly string[]): readonly string[] {
  const taken = new Set(main)
  return leafPaths(sheet).filter((path) => !taken.has(path) && path !== 'system')
}

/** Every field of a row that is a cell: objects are opened, maps and lists of things are not. */
function leafPaths(sheet: IntakeSheet): readonly string[] {
  const found: string[] = []
  const walk = (keys: readonly string[]): void => {
    const node = keys.length === 0 ? sheet.entry : fieldAt(sheet, keys)?.node
    if (node === undefined) return
    const leaf = node['x-kind'] !== undefined || node.properties === undefined
    if (keys.length > 0 && leaf) {
      const things = node.items !== undefined && node.items.$ref?.includes('side-effect') === true
      if (node['x-kind'] !== 'map' && !things) found.push(joinPath(...keys))
      return
    }
    for (const key of Object.keys(node.properties ?? {})) walk([...keys, key])
  }
  walk([])
  return found
}
