import { isRawList, isRawMap, rawMap } from '../model/raw.js'
import type { Raw, RawMap } from '../model/raw.js'
import { wordedSchema } from '../schema/worded-schema.js'
import { writeOut } from '../schema/write-out.js'
import { FIELD, ID, MARK, MONTH, SERIES, VALUE } from './columns.js'
import { flatten, rowText } from './flatten.js'
import type { Row } from './flatten.js'
import { GENERAL_SECTIONS, MAIN_COLUMNS } from './layout.js'
import { joinPath, splitPath } from './path.js'
import { fieldAt, GENERAL, intakeSheets } from './sheets.js'
import type { IntakeSheet } from './sheets.js'

/** The rows of every sheet that a site needs, by id of the sheet; `siteOfRows` makes the same site of them. */
export function rowsOfSite(site: RawMap): ReadonlyMap<string, readonly Row[]> {
  const whole = writeOut(site, wordedSchema, wordedSchema) as RawMap
  const rows = new Map<string, readonly Row[]>()
  for (const sheet of intakeSheets().values()) {
    const found = rowsOf(sheet, whole)
    if (found.length > 0) rows.set(sheet.id, found)
  }
  return rows
}

function rowsOf(sheet: IntakeSheet, site: RawMap): readonly Row[] {
  if (sheet.id === GENERAL) return fieldRows(sheet, general(site))
  const section = site[sheet.section]
  if (section === undefined) return []
  if (sheet.form === 'facts') return fieldRows(sheet, section)
  if (sheet.section === 'equipment') return machineRows(sheet, section)
  if (sheet.section === 'readings') return isRawList(section) ? readingRows(sheet, section) : []
  if (isRawList(section)) return section.map((thing) => thingRow(sheet, thing))
  return isRawMap(section)
    ? Object.entries(section).map(([id, thing]) => withCells(thingRow(sheet, thing), [[ID, id]]))
    : []
}

function general(site: RawMap): RawMap {
  return rawMap(
    GENERAL_SECTIONS.flatMap((section) => {
      const value = site[section]
      return value === undefined ? [] : [[section, value] as const]
    }),
  )
}

function thingRow(sheet: IntakeSheet, thing: Raw): Map<string, string> {
  return flatten(thing, sheet.entry, wordedSchema, (path) => isSplit(sheet, path))
}

/** Whether unit and basis of a quantity have columns of their own. */
function isSplit(sheet: IntakeSheet, path: string): boolean {
  if (sheet.form === 'fields' || sheet.form === 'facts') return true
  const main = MAIN_COLUMNS[sheet.section] ?? []
  return main.includes(`${path}.unit`) || path === 'amount' || path === 'value'
}

function withCells(row: Row, cells: readonly (readonly [string, string])[]): Row {
  return new Map([...cells, ...row])
}

/** A field a row; the parts of a quantity stand beside its number. */
function fieldRows(sheet: IntakeSheet, fields: Raw): readonly Row[] {
  const rows = new Map<string, Map<string, string>>()
  for (const [path, text] of thingRow(sheet, fields)) {
    const keys = splitPath(path)
    const part = fieldAt(sheet, keys)?.part
    const field = part === undefined ? path : joinPath(...keys.slice(0, -1))
    const row = rows.get(field) ?? new Map([[FIELD, field]])
    rows.set(field, row)
    row.set(part === undefined ? VALUE : `${VALUE}.${part}`, text)
  }
  return [...rows.values()]
}

/** Machines of one kind. Where kinds are mixed in the site, numbers in the first column keep the order. */
function machineRows(sheet: IntakeSheet, machines: Raw): readonly Row[] {
  if (!isRawMap(machines)) return []
  const all = Object.entries(machines).map(([id, machine], index) => {
    const system = isRawMap(machine) ? machine['system'] : undefined
    const known = typeof system === 'string' && intakeSheets().has(`equipment.${system}`)
    return { id, machine, number: String(index + 1), system: known ? system : 'other' }
  })
  const order = all.map(({ system }) => system)
  const mixed = order.some((system, i) => i > 0 && system !== order[i - 1] && order.indexOf(system) < i)
  const sheets = [...intakeSheets().keys()]
  const sorted = [...new Set(order)].every(
    (system, i, kinds) =>
      i === 0 || sheets.indexOf(`equipment.${system}`) > sheets.indexOf(`equipment.${kinds[i - 1]}`),
  )
  return all
    .filter(({ system }) => system === sheet.system)
    .map(({ id, machine, number }) => {
      const row = thingRow(sheet, machine)
      if (row.get('system') === sheet.system) row.delete('system')
      return withCells(row, [...(mixed || !sorted ? [[MARK, number] as const] : []), [ID, id]])
    })
}

/** Months become rows. Two series that agree in all else are told apart by a number. */
function readingRows(sheet: IntakeSheet, readings: readonly Raw[]): readonly Row[] {
  const seen = new Map<string, number>()
  return readings.flatMap((reading) => {
    const months = isRawMap(reading) ? reading['months'] : undefined
    if (!isRawMap(reading) || !isRawMap(months) || reading['value'] !== undefined || isEmpty(months))
      return [thingRow(sheet, reading)]
    const { months: _months, ...rest } = reading
    const common = thingRow(sheet, rawMap(Object.entries(rest)))
    const key = seriesKey(common)
    const number = (seen.get(key) ?? 0) + 1
    seen.set(key, number)
    return Object.entries(months).map(([month, value]) => {
      const cells = thingRow(sheet, rawMap([['value', value]]))
      const series = number === 1 ? [] : [[SERIES, String(number)] as const]
      return new Map([...common, [MONTH, month], ...cells, ...series])
    })
  })
}

function isEmpty(map: RawMap): boolean {
  return Object.keys(map).length === 0
}

/** What rows of months have in common. */
export function seriesKey(row: Row): string {
  return rowText([...row].filter(([path]) => path !== MONTH && !/^value(\.|$)/.test(path)))
}
