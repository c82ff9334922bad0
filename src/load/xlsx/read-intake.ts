import { createHash } from 'node:crypto'
import { diagnose } from '../../diagnostics/catalogue.js'
import { cleanText } from '../../intake/cell-text.js'
import { MARK } from '../../intake/columns.js'
import { rowText } from '../../intake/flatten.js'
import type { DecimalMark } from '../../intake/number-text.js'
import { INTAKE_VERSION, LISTS_SHEET, MARKER_SHEET } from '../../intake/places.js'
import { intakeSheets } from '../../intake/sheets.js'
import { siteOfRows } from '../../intake/site-of-rows.js'

import type { Diagnostic } from '../../model/diagnostic.js'
import type { Places, ShownCell } from '../../model/place.js'
import type { RawMap } from '../../model/raw.js'
import type { Lang } from '../../model/text.js'
import { cellDiagnostics, rowDiagnostics } from './cell-diagnostics.js'
import { findSheet } from './find-heads.js'
import type { FoundSheet } from './find-heads.js'
import { LIMITS, openPackage } from './open-package.js'
import { readCells, shownText } from './read-cells.js'
import type { WorkbookCells } from './read-cells.js'
import { provedMark, readRows } from './read-rows.js'
import type { RowsRead } from './read-rows.js'
import { rowPlaces } from './row-places.js'
import type { CellPlace } from './row-places.js'

/** How decimals are written in cells that hold text; `auto` takes it from the cells that prove it. */
export type DecimalRule = DecimalMark | 'auto'

export type IntakeRead = {
  readonly value: RawMap | null
  readonly diagnostics: readonly Diagnostic[]
  readonly places: Places
  readonly sha256: string
}

/** An intake workbook with its sheets found, before its rows are read. */
export type OpenIntake = {
  readonly found: readonly FoundSheet[]
  readonly cells: WorkbookCells
  readonly marker: Marker
  readonly stale: boolean
}

/** Opens an intake workbook, or says what is wrong with the file as a whole. Never throws. */
export async function openIntake(
  bytes: Uint8Array,
  file: string,
): Promise<OpenIntake | { readonly problem: Diagnostic }> {
  const opened = openPackage(bytes, file)
  if ('problem' in opened) return opened
  const cells = await readCells(opened.bytes).catch(() => undefined)
  if (cells === undefined) return { problem: diagnose('L105', '', { file, kind: 'damaged' }) }
  if (cells.longest > LIMITS.text) {
    const limit = { file, what: 'text', has: String(cells.longest), most: LIMITS.text }
    return { problem: diagnose('L140', '', limit) }
  }
  const marker = markerOf(cells)
  const found = inOrder(cells.sheets.flatMap((sheet) => findSheet(sheet) ?? []))
  const problem = wrongWorkbook(found, marker, cells, file)
  return problem === undefined ? { found, cells, marker, stale: opened.stale } : { problem }
}

/**
 * Reads an intake workbook into the same raw site that its YAML twin gives. Whatever cannot be read is left out and
 * said with its cell; `value` is null only where there is no intake in the file. Never throws.
 */
export async function readIntake(bytes: Uint8Array, file: string, rule: DecimalRule): Promise<IntakeRead> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const opened = await openIntake(bytes, file)
  if ('problem' in opened) return nothing(opened.problem, sha256)
  return { ...siteOfIntake(opened, file, rule), sha256 }
}

function nothing(problem: Diagnostic, sha256: string): IntakeRead {
  return {
    value: null,
    diagnostics: [problem],
    places: { byPointer: new Map(), lines: new Map() },
    sha256,
  }
}

/** Sheets may stand in any order; the sections of a site do not. */
function inOrder(found: readonly FoundSheet[]): readonly FoundSheet[] {
  const order = [...intakeSheets().keys()]
  return [...found].sort((a, b) => order.indexOf(a.sheet.id) - order.indexOf(b.sheet.id))
}

type Marker = {
  readonly version?: string
  /** Language of the words that the workbook offers. */
  readonly lang: Lang
  readonly decimal?: DecimalMark
  readonly examples: ReadonlySet<string>
}

function markerOf({ sheets }: WorkbookCells): Marker {
  const rows = [...(sheets.find(({ name }) => name === MARKER_SHEET)?.rows.values() ?? [])].map((row) =>
    [1, 2, 3].map((column) => {
      const content = row.get(column)
      return content?.kind === 'text' ? content.text : ''
    }),
  )
  const version = rows.find(([key]) => key === 'format')?.[1]
  const decimal = rows.find(([key]) => key === 'decimal')?.[1]
  const lang = rows.find(([key]) => key === 'lang')?.[1] === 'vi' ? 'vi' : 'en'
  return {
    lang,
    ...(version === undefined ? {} : { version }),
    ...(decimal === 'point' || decimal === 'comma' ? { decimal } : {}),
    examples: new Set(rows.flatMap(([key, sheet, text]) => (key === 'example' ? [`${sheet} ${text}`] : []))),
  }
}

function wrongWorkbook(
  found: readonly FoundSheet[],
  { version }: Marker,
  { sheets }: WorkbookCells,
  file: string,
): Diagnostic | undefined {
  const audit = sheets.some(({ name }) => name === MARKER_SHEET) && version === undefined
  if (found.length === 0 || audit) return diagnose('L148', '', { file, audit: audit ? 'yes' : 'no' })
  if (version === undefined || version === INTAKE_VERSION) return undefined
  const number = (text: string): number => Number(/\/(\d+)$/.exec(text)?.[1] ?? 0)
  const newer = number(version) > number(INTAKE_VERSION) ? 'yes' : 'no'
  return diagnose('L154', '', { version: version.slice(0, 40), known: INTAKE_VERSION, newer })
}

/** The site that stands in an open workbook. */
export function siteOfIntake(
  { found, cells, marker, stale }: OpenIntake,
  file: string,
  rule: DecimalRule,
): Omit<IntakeRead, 'sha256'> {
  const mark = rule === 'auto' ? (provedMark(found) ?? marker.decimal) : rule
  const read = found.map((sheet) => readRows(sheet, { mark, from1904: cells.from1904 }))
  const { site, where, problems } = siteOfRows(
    found.map(({ sheet }, i) => ({ sheet, rows: read[i]?.rows ?? [] })),
  )
  const extra = new Map<string, CellPlace>()
  const diagnostics = [
    ...rowDiagnostics(problems, found, extra),
    ...read.flatMap((rows, i) => cellDiagnostics(rows.problems, i, found, where, extra)),
    ...read.flatMap((rows, i) => changedExamples(rows, i, found, marker, extra)),
    ...remarks(found, cells, stale, extra),
  ]
  const places = { byPointer: rowPlaces(file, found, where, extra), lines: new Map(), row: rowOf(found) }
  return { value: site, diagnostics, places }
}

function rowOf(found: readonly FoundSheet[]): (sheet: string, row: number) => readonly ShownCell[] {
  const sheets = new Map(found.map(({ cells }) => [cells.name, cells]))
  return (sheet, row) =>
    [...(sheets.get(sheet)?.rows.get(row) ?? [])]
      .sort(([a], [b]) => a - b)
      .map(([column, content]) => ({ column, text: cleanText(shownText(content)) }))
}

/** Example rows that no longer say what they said when they were written. */
function changedExamples(
  { examples }: RowsRead,
  sheet: number,
  found: readonly FoundSheet[],
  marker: Marker,
  extra: Map<string, CellPlace>,
): readonly Diagnostic[] {
  const here = found[sheet]
  if (here === undefined || marker.version === undefined) return []
  return examples
    .filter(({ cells }) => {
      const own = [...cells].filter(([path]) => path !== MARK)
      return !marker.examples.has(`${here.sheet.id} ${rowText(own)}`)
    })
    .map(({ number }) => {
      const at = `@${here.cells.name}!${number}`
      extra.set(at, { sheet, row: number, column: 1 })
      return diagnose('L153', at, {})
    })
}

/** What was read although it is hidden, and what was not read although it is there. */
function remarks(
  found: readonly FoundSheet[],
  { sheets }: WorkbookCells,
  stale: boolean,
  extra: Map<string, CellPlace>,
): readonly Diagnostic[] {
  const known = new Set(found.map(({ cells }) => cells.name))
  const others = sheets.filter(
    ({ name, rows }) => !known.has(name) && name !== MARKER_SHEET && name !== LISTS_SHEET && rows.size > 0,
  )
  const strangers = others.map(({ name }) => name).filter((name) => !/^(start|bắt đầu)$/i.test(name))
  const formulas = found.reduce((sum, { cells }) => sum + cells.formulas, 0)
  const at = (sheet: number, row: number, column = 1): string => {
    const pointer = `@sheet ${sheet}!${row}:${column}`
    extra.set(pointer, { sheet, row, column })
    return pointer
  }
  return [
    ...found.flatMap((sheet, i) => sheetRemarks(sheet, (row, column) => at(i, row, column))),
    ...(strangers.length === 0 ? [] : [diagnose('L152', '', { names: named(strangers) })]),
    ...(stale && formulas > 0 ? [diagnose('L143', '', { count: formulas })] : []),
  ]
}

function sheetRemarks(
  { cells, own, lastHead }: FoundSheet,
  at: (row: number, column?: number) => string,
): readonly Diagnostic[] {
  const { name: sheet } = cells
  const below = (rows: Iterable<number>): readonly number[] => [...rows].filter((row) => row > lastHead)
  const hidden = below(cells.hiddenRows)
  const merged = new Set(below(cells.mergedRows))
  const filled = below(cells.rows.keys()).length > 0
  return [
    ...(cells.hidden && filled ? [diagnose('L150', at(1), { count: 0, sheet, kind: 'sheet' })] : []),
    ...(hidden.length > 0
      ? [diagnose('L150', at(hidden[0] ?? 1), { count: hidden.length, sheet, kind: 'rows' })]
      : []),
    ...[...own.keys()]
      .slice(0, 1)
      .map((column) => diagnose('L151', at(lastHead, column), { names: named([...own.values()]), sheet })),
    ...(merged.size > 0 ? [diagnose('L155', at(Math.min(...merged)), { count: merged.size, sheet })] : []),
  ]
}

/** Some names, each cut short: they are the user's and may be long. */
function named(names: readonly string[]): string {
  const short = names.slice(0, 5).map((name) => `'${name.split('\n')[0]?.slice(0, 40) ?? ''}'`)
  return names.length > 5 ? `${short.join(', ')} …` : short.join(', ')
}
