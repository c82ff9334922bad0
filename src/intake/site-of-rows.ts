import { isRawMap, rawMap } from '../model/raw.js'
import type { Raw, RawMap } from '../model/raw.js'
import { pointerOf } from '../model/pointer.js'
import { wordedSchema } from '../schema/worded-schema.js'
import { FIELD, ID, MARK, MONTH, VALUE } from './columns.js'
import { assemble } from './flatten.js'
import type { Row } from './flatten.js'
import { splitPath } from './path.js'
import { GENERAL } from './sheets.js'
import type { IntakeSheet } from './sheets.js'
import { seriesKey } from './site-rows.js'

/** A row as it was read, with its number on the sheet. */
export type ReadRow = { readonly number: number; readonly cells: Row }

/** The rows of one sheet of a workbook. */
export type ReadSheet = { readonly sheet: IntakeSheet; readonly rows: readonly ReadRow[] }

/** A row of a sheet; `sheet` counts the sheets that were read, from 0. */
export type RowPlace = { readonly sheet: number; readonly row: number }

/** Where the things of a site stand. */
export type SiteRows = {
  /** Section → id or index → its row. */
  readonly things: ReadonlyMap<string, ReadonlyMap<string, RowPlace>>
  /** Path of a field of General, or name of a fact after `facts.` → its row. */
  readonly fields: ReadonlyMap<string, RowPlace>
  /** Index of a reading → month → its row. */
  readonly months: ReadonlyMap<string, ReadonlyMap<string, RowPlace>>
}

/** What cannot be read of the rows. */
export type RowProblem = { readonly at: RowPlace } & (
  | { readonly kind: 'no-id'; readonly section: string }
  | { readonly kind: 'repeated'; readonly pointer: string; readonly key: string; readonly first: RowPlace }
  | { readonly kind: 'two-units'; readonly pointer: string; readonly path: string }
)

type Building = {
  readonly sections: Map<string, Raw>
  readonly things: Map<string, Map<string, RowPlace>>
  readonly fields: Map<string, RowPlace>
  readonly months: Map<string, Map<string, RowPlace>>
  readonly problems: RowProblem[]
}

/** The site that the rows of a workbook make; the inverse of `rowsOfSite`. */
export function siteOfRows(sheets: readonly ReadSheet[]): {
  readonly site: RawMap
  readonly where: SiteRows
  readonly problems: readonly RowProblem[]
} {
  const building: Building = {
    sections: new Map(),
    things: new Map(),
    fields: new Map(),
    months: new Map(),
    problems: [],
  }
  const machines: Machine[] = []
  for (const [index, read] of sheets.entries()) {
    if (read.sheet.id === GENERAL || read.sheet.form === 'facts') readFields(building, read, index)
    else if (read.sheet.section === 'equipment') machines.push(...machinesOf(read, index))
    else if (read.sheet.section === 'readings') readReadings(building, read, index)
    else readThings(building, read, index)
  }
  readMachines(building, machines)
  const site = rawMap([['recp', '1'], ...building.sections])
  return { site, where: building, problems: building.problems }
}

/** Rows of a field each; those of General are put together from the top of the site file. */
function readFields(building: Building, { sheet, rows }: ReadSheet, index: number): void {
  const cells: [string, string][] = []
  const prefix = sheet.id === GENERAL ? '' : `${sheet.section}.`
  for (const { number, cells: row } of rows) {
    const field = row.get(FIELD)
    if (field === undefined) continue
    const place = { sheet: index, row: number }
    const first = building.fields.get(prefix + field)
    if (first !== undefined) {
      const pointer = pointerOf(...splitPath(prefix + field))
      building.problems.push({ kind: 'repeated', at: place, pointer, key: field, first })
      continue
    }
    building.fields.set(prefix + field, place)
    for (const [path, text] of row) if (path !== FIELD) cells.push([field + path.slice(VALUE.length), text])
  }
  const { raw, clashes } = assemble(cells, sheet.entry, wordedSchema)
  for (const path of clashes) {
    const at = building.fields.get(prefix + path) ?? { sheet: index, row: 1 }
    const pointer = pointerOf(...splitPath(prefix + path))
    building.problems.push({ kind: 'two-units', at, pointer, path: VALUE })
  }
  if (cells.length === 0 || raw === undefined || isEmpty(raw)) return
  if (sheet.id !== GENERAL) building.sections.set(sheet.section, raw)
  else for (const [section, value] of Object.entries(raw as RawMap)) building.sections.set(section, value)
}

/** Units that wait for their numbers are no facts. */
function isEmpty(raw: Raw): boolean {
  return isRawMap(raw) && Object.keys(raw).length === 0
}

function readThings(building: Building, { sheet, rows }: ReadSheet, index: number): void {
  const list: Raw[] = []
  for (const { number, cells } of rows) {
    const place = { sheet: index, row: number }
    const key = sheet.form === 'list' ? String(list.length) : idOf(building, sheet, place, cells)
    if (key === undefined || (sheet.section === 'answers' && cells.size === 1)) continue
    const thing = thingOf(building, sheet, place, pointerOf(sheet.section, key), cells)
    putThing(building, sheet.section, key, place)
    if (sheet.form === 'list') list.push(thing)
    else putInMap(building, sheet.section, key, thing)
  }
  if (list.length > 0) building.sections.set(sheet.section, list)
}

function idOf(building: Building, { section }: IntakeSheet, place: RowPlace, cells: Row): string | undefined {
  const id = cells.get(ID)
  const first = id === undefined ? undefined : building.things.get(section)?.get(id)
  if (id === undefined) building.problems.push({ kind: 'no-id', at: place, section })
  else if (first !== undefined)
    building.problems.push({ kind: 'repeated', at: place, pointer: pointerOf(section, id), key: id, first })
  return first === undefined ? id : undefined
}

function thingOf(building: Building, sheet: IntakeSheet, at: RowPlace, pointer: string, cells: Row): Raw {
  const own = [...cells].filter(([path]) => path !== ID && path !== MARK)
  const { raw, clashes } = assemble(own, sheet.entry, wordedSchema)
  for (const path of clashes)
    building.problems.push({
      kind: 'two-units',
      at,
      pointer: pointer + pointerOf(...splitPath(path)),
      path,
    })
  return raw ?? rawMap()
}

function putThing(building: Building, section: string, key: string, place: RowPlace): void {
  const things = building.things.get(section) ?? new Map<string, RowPlace>()
  building.things.set(section, things)
  things.set(key, place)
}

function putInMap(building: Building, section: string, key: string, thing: Raw): void {
  const map = (building.sections.get(section) ?? rawMap()) as { [key: string]: Raw }
  building.sections.set(section, map)
  map[key] = thing
}

type Machine = {
  readonly sheet: IntakeSheet
  readonly place: RowPlace
  readonly cells: Row
  readonly order: number
}

/** Rows with a number in the first column keep its order across sheets; those without follow. */
function machinesOf({ sheet, rows }: ReadSheet, index: number): readonly Machine[] {
  return rows.map(({ number, cells }) => {
    const order = Number(cells.get(MARK) ?? Number.NaN)
    return {
      sheet,
      place: { sheet: index, row: number },
      cells,
      order: Number.isFinite(order) ? order : Number.MAX_VALUE,
    }
  })
}

function readMachines(building: Building, machines: readonly Machine[]): void {
  for (const { sheet, place, cells } of [...machines].sort((a, b) => a.order - b.order)) {
    const id = idOf(building, sheet, place, cells)
    if (id === undefined) continue
    const machine = thingOf(building, sheet, place, pointerOf(sheet.section, id), cells) as RawMap
    putThing(building, sheet.section, id, place)
    putInMap(
      building,
      sheet.section,
      id,
      rawMap([['system', machine['system'] ?? sheet.system ?? 'other'], ...Object.entries(machine)]),
    )
  }
}

type Series = { readonly index: number; readonly months: { [month: string]: Raw } }

/** Rows of months that agree in all else are one series, wherever they stand. */
function readReadings(building: Building, { sheet, rows }: ReadSheet, index: number): void {
  const list: Raw[] = []
  const series = new Map<string, Series>()
  const add = (thing: Raw, place: RowPlace): number => {
    putThing(building, sheet.section, String(list.length), place)
    return list.push(thing) - 1
  }
  for (const { number, cells } of rows) {
    const place = { sheet: index, row: number }
    const month = cells.get(MONTH)
    if (month === undefined) {
      const pointer = pointerOf(sheet.section, list.length)
      add(thingOf(building, sheet, place, pointer, cells), place)
      continue
    }
    const value = monthValue(building, sheet, place, cells)
    if (value === undefined) continue
    const key = seriesKey(cells)
    const known = series.get(key) ?? startSeries(building, sheet, place, cells, add)
    series.set(key, known)
    const places = building.months.get(String(known.index)) ?? new Map<string, RowPlace>()
    building.months.set(String(known.index), places)
    const first = places.get(month)
    if (first !== undefined) {
      const pointer = pointerOf(sheet.section, known.index, 'months', month)
      building.problems.push({ kind: 'repeated', at: place, pointer, key: month, first })
      continue
    }
    places.set(month, place)
    known.months[month] = value
  }
  if (list.length > 0) building.sections.set(sheet.section, list)
}

function monthValue(building: Building, sheet: IntakeSheet, place: RowPlace, cells: Row): Raw | undefined {
  const own = [...cells].filter(([path]) => /^value(\.|$)/.test(path))
  const thing = thingOf(building, sheet, place, pointerOf(sheet.section), new Map(own)) as RawMap
  return thing['value']
}

function startSeries(
  building: Building,
  sheet: IntakeSheet,
  place: RowPlace,
  cells: Row,
  add: (thing: Raw, place: RowPlace) => number,
): Series {
  const common = [...cells].filter(
    ([path]) => path !== MONTH && path !== 'series' && !/^value(\.|$)/.test(path),
  )
  const thing = thingOf(building, sheet, place, pointerOf(sheet.section), new Map(common)) as RawMap
  const months = rawMap()
  const index = add(rawMap([...Object.entries(thing), ['months', months]]), place)
  return { index, months }
}
