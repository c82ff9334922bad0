import { execFile } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import init, { Model } from '@ironcalc/wasm'
import { columnNumber } from '../../src/report/xlsx/address.js'
import { readCells, type StoredCell } from '../../src/verify/read-cells.js'
import { withoutResults } from '../../src/verify/without-results.js'

/** Every cell with a value, as `Sheet!A1` → value; errors as their text (`#DIV/0!`). */
export type Values = ReadonlyMap<string, StoredCell['value']>

export type Mismatch = {
  readonly cell: string
  readonly formula: string
  readonly stored: StoredCell['value']
  readonly recalculated: StoredCell['value'] | undefined
}

export type Comparison = {
  /** Formula cells looked at. */
  readonly compared: number
  /** Largest difference between two numbers, relative to the larger of them and 1. */
  readonly worst: number
  readonly mismatches: readonly Mismatch[]
}

/**
 * Holds every stored result of a formula against a recalculation. Numbers may differ by `tolerance`, relative to the
 * larger of them and 1; text, truth values and errors are exact; an empty result equals no result.
 */
export function compareFormulas(bytes: Uint8Array, recalculated: Values, tolerance = 1e-9): Comparison {
  const mismatches: Mismatch[] = []
  let compared = 0
  let worst = 0
  for (const sheet of readCells(bytes).sheets) {
    for (const [address, { formula, value }] of sheet.cells) {
      if (formula === undefined) continue
      compared++
      const cell = `${sheet.name}!${address}`
      const other = recalculated.get(cell)
      const distance = distanceOf(value, other)
      if (Number.isFinite(distance)) worst = Math.max(worst, distance)
      if (!(distance <= tolerance)) mismatches.push({ cell, formula, stored: value, recalculated: other })
    }
  }
  return { compared, worst, mismatches }
}

/** IronCalc cannot compute RATE with a start value: those cells, and links to them, are left to LibreOffice. */
export function withoutRates({ mismatches, ...rest }: Comparison): Comparison {
  const rates = mismatches.filter(({ formula }) => formula.includes('RATE(')).map(({ stored }) => stored)
  const link = /^(?:'[^']+'!)?\$[A-Z]+\$\d+$/
  const known = (one: (typeof mismatches)[number]): boolean =>
    one.formula.includes('RATE(') || (link.test(one.formula) && rates.includes(one.stored))
  return { ...rest, mismatches: mismatches.filter((one) => !known(one)) }
}

/** A formula without any stored value counts as a difference: viewers would show nothing. */
function distanceOf(stored: StoredCell['value'], other: StoredCell['value'] | undefined): number {
  if (typeof stored === 'number' && typeof other === 'number') {
    return Math.abs(stored - other) / Math.max(1, Math.abs(stored), Math.abs(other))
  }
  return stored !== null && stored === (other ?? '') ? 0 : Number.POSITIVE_INFINITY
}

const DIGITS = '0.000000000000000E+00'
let engine: Promise<unknown> | undefined

/**
 * Recalculates a workbook in this process with IronCalc: constants and formulas are typed in anew, so nothing of the
 * stored results reaches it. It shows 15 digits. It knows neither tables nor `_xlfn.`.
 */
export async function recalculateWithIronCalc(bytes: Uint8Array): Promise<Values> {
  const wasm = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm')
  await (engine ??= init({ module_or_path: readFileSync(wasm) }))
  const { sheets, names } = readCells(bytes)
  const model = new Model('book', 'en', 'UTC', 'en')
  try {
    model.pauseEvaluation()
    // Names that stand in for a moment must not collide with those to come.
    for (const index of sheets.keys()) if (index > 0) model.newSheet()
    for (const index of sheets.keys()) model.renameSheet(index, `~${index}~`)
    for (const [index, { name }] of sheets.entries()) model.renameSheet(index, name)
    for (const [name, target] of names) model.newDefinedName(name, undefined, target)
    for (const [index, { cells }] of sheets.entries()) {
      for (const [address, cell] of cells) model.setUserInput(index, ...position(address), typed(cell))
    }
    model.resumeEvaluation()
    model.evaluate()
    return ironCalcValues(model, sheets)
  } finally {
    model.free()
  }
}

/** As a person would type it; the apostrophe keeps a text a text. */
function typed({ formula, value }: StoredCell): string {
  if (formula !== undefined) return `=${formula.replaceAll('_xlfn.', '')}`
  if (typeof value === 'string') return `'${value}`
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
}

function ironCalcValues(model: Model, sheets: ReturnType<typeof readCells>['sheets']): Values {
  const values = new Map<string, StoredCell['value']>()
  for (const [index, { name, cells }] of sheets.entries()) {
    const places = [...cells.keys()].map(position)
    const height = Math.max(1, ...places.map(([row]) => row))
    const width = Math.max(1, ...places.map(([, column]) => column))
    model.updateRangeStyle({ sheet: index, row: 1, column: 1, width, height }, 'num_fmt', DIGITS)
    for (const address of cells.keys()) {
      const [row, column] = position(address)
      const shown = model.getFormattedCellValue(index, row, column)
      const type = model.getCellType(index, row, column)
      values.set(`${name}!${address}`, type === 1 ? Number(shown) : type === 4 ? shown === 'TRUE' : shown)
    }
  }
  return values
}

/** `B3` → row 3, column 2. */
function position(address: string): [number, number] {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  return [Number(row), columnNumber(letters)]
}

/** Whether LibreOffice is on the PATH. */
export const hasSoffice = (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
  try {
    accessSync(join(folder, 'soffice'), constants.X_OK)
    return true
  } catch {
    return false
  }
})

/** In the automatic checks LibreOffice must be there: its tests run, and fail where it is missing. */
export const runSoffice = hasSoffice || process.env['CI'] === 'true'

/** By default LibreOffice trusts stored numbers of .xlsx files, right or wrong; 0 is "always recalculate". */
const ALWAYS_RECALCULATE =
  '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">' +
  '<value>0</value></prop></item></oor:items>'

/** Recalculates a workbook with LibreOffice: stored results are removed first and recalculation is forced. */
export async function recalculateWithLibreOffice(bytes: Uint8Array): Promise<Values> {
  const [values = new Map<string, StoredCell['value']>()] = await recalculateAllWithLibreOffice([bytes])
  return values
}

/** The same for many workbooks, in one run of LibreOffice. */
export async function recalculateAllWithLibreOffice(
  books: readonly Uint8Array[],
): Promise<readonly Values[]> {
  const converted = await convertAllWithLibreOffice(books.map(withoutResults), 'xlsx')
  return converted.map((bytes) => {
    const values = new Map<string, StoredCell['value']>()
    for (const { name, cells } of readCells(bytes).sheets) {
      for (const [address, { value }] of cells) values.set(`${name}!${address}`, value)
    }
    return values
  })
}

/** The workbook in another format (`xlsx`, `pdf`), by a LibreOffice whose profile is thrown away afterwards. */
export async function convertWithLibreOffice(bytes: Uint8Array, format: 'xlsx' | 'pdf'): Promise<Uint8Array> {
  const [converted = new Uint8Array()] = await convertAllWithLibreOffice([bytes], format)
  return converted
}

/** What one workbook may take at the most, in milliseconds. */
const TOO_LONG = 120_000

async function convertAllWithLibreOffice(
  books: readonly Uint8Array[],
  format: 'xlsx' | 'pdf',
): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recp-soffice-'))
  try {
    await mkdir(join(folder, 'profile', 'user'), { recursive: true })
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE)
    const paths = books.map((_, index) => join(folder, `book-${index}.xlsx`))
    await Promise.all(books.map((bytes, index) => writeFile(paths[index] ?? '', bytes)))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const order = [profile, '--headless', '--convert-to', format, '--outdir', join(folder, 'out')]
    await promisify(execFile)('soffice', [...order, ...paths], { timeout: TOO_LONG * books.length })
    return await Promise.all(
      books.map(
        async (_, index) => new Uint8Array(await readFile(join(folder, 'out', `book-${index}.${format}`))),
      ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same workbook with the XML of its sheets changed: for planting mistakes. */
export function changeSheets(bytes: Uint8Array, change: (xml: string, part: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [path, part] of Object.entries(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(path)) parts[path] = strToU8(change(strFromU8(part), path))
  }
  return zipSync(parts)
}
