import { parseExcel, type ExcelAst } from './excel-ast.js'
import { openWorkbook } from './open-workbook.js'
import { cellsOf, type StoredBook, type StoredCell } from './read-cells.js'
import { recalculate } from './recalculate.js'

type Value = StoredCell['value']

/** A cell that is not as it was written. `figure`: the number of the audit that is at home there. */
export type ChangedCell = {
  readonly cell: string
  readonly figure?: string
  readonly was: string
  readonly now: string
}

/** A formula whose stored result is not what its cells give. */
export type Difference = {
  readonly cell: string
  readonly formula: string
  readonly stored: Value
  readonly recalculated: Value
}

export type Verification = {
  readonly recp: string
  readonly content: string
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[]
  readonly changedInputs: readonly ChangedCell[]
  readonly changedFormulas: readonly ChangedCell[]
  /** Sheets that are gone or have another name. */
  readonly missingSheets: readonly string[]
  readonly recalculated: number
  readonly differences: readonly Difference[]
}

/** Why a file cannot be verified. */
export type NotVerifiable = { readonly problem: 'not-a-workbook' | 'not-from-recp' | 'too-large' }

/** Relative difference of two numbers below which they are the same. */
const TOLERANCE = 1e-9

/**
 * Holds a workbook that recp wrote against what recp wrote: which inputs and formulas were changed since, and whether
 * the stored result of every formula is what its cells give. Only the file itself is needed; `saved` is the same
 * workbook after another program has calculated it, whose results are then compared instead of our own.
 */
export function verifyWorkbook(bytes: Uint8Array, saved?: Uint8Array): Verification | NotVerifiable {
  const opened = openWorkbook(bytes)
  if ('problem' in opened) return opened
  const book = cellsOf(opened.parts)
  const written = writtenIn(book)
  if (written === undefined) return { problem: 'not-from-recp' }
  const changed = written.cells.flatMap((cell) => changeOf(cell, book, written.figures))
  const present = new Set(book.sheets.map(({ name }) => name))
  const missing = [...new Set(written.cells.map(({ sheet }) => sheet))].filter((name) => !present.has(name))
  const { compared, differences } = recalculation(book, valuesOf(saved) ?? recalculate(book))
  return {
    recp: written.facts.get('recp') ?? '',
    content: written.facts.get('content') ?? '',
    inputs: written.inputs,
    changedInputs: changed.filter(({ kind }) => kind !== 'f').map(({ change }) => change),
    changedFormulas: changed.filter(({ kind }) => kind === 'f').map(({ change }) => change),
    missingSheets: missing,
    recalculated: compared,
    differences,
  }
}

type WrittenCell = {
  readonly sheet: string
  readonly address: string
  readonly kind: string
  readonly content: string
}

type Written = {
  readonly facts: ReadonlyMap<string, string>
  readonly inputs: Verification['inputs']
  readonly cells: readonly WrittenCell[]
  /** `Sheet!A1` → figure. */
  readonly figures: ReadonlyMap<string, string>
}

/** What the hidden sheet says of the workbook as it was written. */
function writtenIn(book: StoredBook): Written | undefined {
  const hidden = book.sheets.find(({ name }) => name === '_recp')?.cells
  if (hidden?.get('B1')?.value !== 'recp.workbook/1') return undefined
  const text = (address: string): string => {
    const value = hidden.get(address)?.value ?? ''
    return typeof value === 'string' ? value : String(value)
  }
  const facts = new Map<string, string>()
  const inputs: { file: string; sha256: string }[] = []
  const cells: WrittenCell[] = []
  const figures = new Map<string, string>()
  for (let row = 1; hidden.has(`A${row}`); row += 1) {
    const [kind, first, second] = [text(`A${row}`), text(`B${row}`), text(`C${row}`)]
    if (kind === 'input') inputs.push({ file: first, sha256: second })
    else if (kind === 'cells') cells.push(...second.split('\n').map((line) => cellOf(first, line)))
    else if (kind === 'figures') {
      for (const line of first.split('\n')) {
        const [id = '', sheet = '', address = ''] = line.split('\t')
        figures.set(`${sheet}!${address}`, id)
      }
    } else facts.set(kind, first)
  }
  return { facts, inputs, cells, figures }
}

function cellOf(sheet: string, line: string): WrittenCell {
  const [address = '', kind = '', ...content] = line.split('\t')
  return { sheet, address, kind, content: content.join('\t') }
}

function changeOf(
  { sheet, address, kind, content }: WrittenCell,
  book: StoredBook,
  figures: ReadonlyMap<string, string>,
): readonly { readonly kind: string; readonly change: ChangedCell }[] {
  const cells = book.sheets.find(({ name }) => name === sheet)?.cells
  if (cells === undefined) return []
  const now = cells.get(address)
  if (isAsWritten(kind, content, now)) return []
  const cell = `${sheet}!${address}`
  const figure = figures.get(cell)
  const was = kind === 'f' ? `=${content}` : content
  return [{ kind, change: { cell, ...(figure !== undefined && { figure }), was, now: shown(now) } }]
}

function isAsWritten(kind: string, content: string, now: StoredCell | undefined): boolean {
  if (kind === 'f') return now?.formula !== undefined && sameFormula(content, now.formula)
  if (now?.formula !== undefined) return false
  if (kind === 'b') return now === undefined || now.value === null || now.value === ''
  if (kind === 'n') return typeof now?.value === 'number' && sameNumber(now.value, Number(content))
  return String(now?.value ?? '').replace(/[\t\n\r]/g, ' ') === content
}

/** Programs keep 15 digits when they save. */
function sameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b))
}

/** Spaces, capitals, quotes and the 16th digit, which a program may drop when it saves, make no other formula. */
function sameFormula(a: string, b: string): boolean {
  if (a === b) return true
  const [left, right] = [treeOf(a), treeOf(b)]
  return left !== undefined && right !== undefined && sameTree(left, right)
}

function treeOf(formula: string): ExcelAst | undefined {
  try {
    return parseExcel(formula.replaceAll('_xlfn.', ''))
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined
    throw problem
  }
}

function sameTree(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return sameNumber(a, b)
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => sameTree(value, right.get(key)))
}

function shown(cell: StoredCell | undefined): string {
  if (cell?.formula !== undefined) return `=${cell.formula}`
  return String(cell?.value ?? '')
}

type Values = ReturnType<typeof recalculate>

/** `Sheet!A1` → what a program stored. */
function valuesOf(saved: Uint8Array | undefined): Values | undefined {
  if (saved === undefined) return undefined
  const opened = openWorkbook(saved)
  if ('problem' in opened) return undefined
  return new Map(
    cellsOf(opened.parts).sheets.flatMap(({ name, cells }) =>
      [...cells].map(([address, { value }]) => [`${name}!${address}`, value] as const),
    ),
  )
}

function recalculation(
  book: StoredBook,
  values: Values,
): { compared: number; differences: readonly Difference[] } {
  let compared = 0
  const differences: Difference[] = []
  for (const { name, cells } of book.sheets) {
    for (const [address, { formula, value }] of cells) {
      if (formula === undefined) continue
      compared += 1
      const recalculated = values.get(`${name}!${address}`) ?? null
      if (!agree(value, recalculated))
        differences.push({ cell: `${name}!${address}`, formula, stored: value, recalculated })
    }
  }
  return { compared, differences }
}

function agree(stored: Value, recalculated: Value): boolean {
  if (typeof stored !== 'number' || typeof recalculated !== 'number')
    return (stored ?? '') === (recalculated ?? '')
  return Math.abs(stored - recalculated) <= TOLERANCE * Math.max(1, Math.abs(stored), Math.abs(recalculated))
}
