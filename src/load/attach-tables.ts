import { createHash } from 'node:crypto'
import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { InputFile, Place } from '../model/place.js'
import { pointerOf } from '../model/pointer.js'
import { isRawMap, rawMap } from '../model/raw.js'
import type { Raw, RawMap } from '../model/raw.js'
import { resolveNode } from '../schema/schema-node.js'
import { siteSchema } from '../schema/site-schema.js'
import { pathWithin } from './path-within.js'
import { readBytes } from './read-bytes.js'
import { readCsv } from './read-csv.js'
import type { Cell } from './read-csv.js'

type Attached = {
  value: RawMap
  diagnostics: Diagnostic[]
  places: Map<string, Place>
  lines: Map<string, readonly string[]>
  files: InputFile[]
}

/** Replaces the name of a CSV file that stands for a list, or for a map with an `id` column, by its rows. */
export async function attachTables(raw: RawMap, folder: string | undefined): Promise<Attached> {
  const value = rawMap(Object.entries(raw))
  const result: Attached = { value, diagnostics: [], places: new Map(), lines: new Map(), files: [] }
  for (const [list, name] of Object.entries(raw)) {
    const form = formOf(list)
    if (form === undefined || typeof name !== 'string' || !/\.csv$/i.test(name)) continue
    delete value[list]
    const rows = await readTable(list, name, folder, result)
    if (rows !== undefined)
      value[list] = form === 'list' ? asList(rows, list, result) : asMap(rows, list, result)
  }
  return result
}

function formOf(list: string): 'list' | 'map' | undefined {
  const fields = siteSchema.properties ?? {}
  if (!Object.hasOwn(fields, list)) return undefined
  const node = resolveNode(fields[list] ?? {}, siteSchema)
  if (node['x-rows'] === true) return 'list'
  const entry = node.additionalProperties
  return entry && resolveNode(entry, siteSchema).properties !== undefined ? 'map' : undefined
}

type Row = ReadonlyMap<string, Cell>

async function readTable(
  list: string,
  name: string,
  folder: string | undefined,
  result: Attached,
): Promise<readonly Row[] | undefined> {
  const at = pointerOf(list)
  const path = folder === undefined ? undefined : await pathWithin(folder, folder, name)
  if (path === undefined) return void result.diagnostics.push(diagnose('L121', at, { list, table: name }))
  const read = await readBytes(path)
  if ('problem' in read) return void result.diagnostics.push({ ...read.problem, at })
  result.lines.set(path, read.text.split(/\r\n|\n|\r/))
  result.files.push({ file: path, sha256: createHash('sha256').update(read.text).digest('hex') })
  const cells = readCsv(read.text, path)
  if (cells === null) return void result.diagnostics.push(diagnose('L122', at, { table: name }))
  const [header, ...rows] = cells
  return rows.map((row) => new Map((header ?? []).flatMap((head, i) => cellOf(head, row[i]))))
}

function cellOf(head: Cell, cell: Cell | undefined): [string, Cell][] {
  return head.text === '' || cell === undefined || cell.text === '' ? [] : [[head.text, cell]]
}

function asList(rows: readonly Row[], list: string, result: Attached): Raw {
  return rows.map((row, i) => asObject(row, pointerOf(list, i), result))
}

function asMap(rows: readonly Row[], list: string, result: Attached): Raw {
  const map = rawMap()
  rows.forEach((row) => {
    const id = row.get('id')
    const first = [...row.values()][0]
    if (id === undefined) {
      const at = pointerOf(list, `row ${first?.place.line ?? 0}`)
      if (first) result.places.set(at, first.place)
      result.diagnostics.push(diagnose('L127', at, { list }))
      return
    }
    const at = pointerOf(list, id.text)
    if (id.text in map) {
      result.places.set(`${at}@`, id.place)
      const line = result.places.get(at)?.line ?? 0
      result.diagnostics.push(diagnose('L112', `${at}@`, { key: id.text, line }, [at]))
      return
    }
    map[id.text] = asObject(new Map([...row].filter(([key]) => key !== 'id')), at, result)
    result.places.set(at, { ...id.place, key: id.place })
  })
  return map
}

/** A dotted header such as `amount.basis` makes a map in the map. */
function asObject(row: Row, at: string, result: Attached): RawMap {
  const object = rawMap()
  for (const [header, cell] of row) {
    let target = object
    let here = at
    const keys = header.split('.')
    keys.slice(0, -1).forEach((key) => {
      here += pointerOf(key)
      const inner = target[key]
      const next = isRawMap(inner) ? inner : rawMap(inner === undefined ? [] : [['value', inner]])
      target[key] = next
      target = next as { [key: string]: Raw }
    })
    const last = keys.at(-1) ?? header
    const existing = target[last]
    if (isRawMap(existing)) (existing as { [key: string]: Raw })['value'] = cell.text
    else target[last] = cell.text
    result.places.set(here + pointerOf(last), cell.place)
    if (!result.places.has(at)) result.places.set(at, cell.place)
  }
  return object
}
