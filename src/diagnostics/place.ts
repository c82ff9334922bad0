import type { Diagnostic, Pointer } from '../model/diagnostic.js'
import { columnLetters } from '../model/cell-name.js'
import type { Place, Places, SheetName, Span } from '../model/place.js'
import { parentPointer } from '../model/pointer.js'

/** A place found: the stretch to underline and the line it is on. */
export type Found = Span & {
  readonly file: string
  readonly lineText: string
  /** In a workbook: the sheet; `inside` is the faulty part of the text of the cell. */
  readonly sheet?: SheetName
  readonly inside?: { readonly start: number; readonly length: number }
}

/** The cell of a place in a workbook: `D9`. */
export function cellOf({ line, column }: Pick<Found, 'line' | 'column'>): string {
  return `${columnLetters(column)}${line}`
}

/** `site.yaml:42:13`, or `intake.xlsx › Flows!D9`. */
export function placeText(found: Pick<Found, 'file' | 'line' | 'column' | 'sheet'>): string {
  const { file, line, column, sheet } = found
  return sheet === undefined ? `${file}:${line}:${column}` : `${file} › ${sheet.name}!${cellOf(found)}`
}

/** Codes that are about a key, not about its value. */
const ABOUT_KEYS: ReadonlySet<string> = new Set(['S101', 'S202', 'S206', 'L113', 'L114', 'U205', 'U206'])

/** Looks up where a diagnostic stands; `undefined` where the input has no such place. */
export function place(diagnostic: Diagnostic, places: Places): Found | undefined {
  const { args } = diagnostic
  const value = placedAt(diagnostic, places)
  const found = placeOf(value, places, isAboutKey(diagnostic))
  return found === undefined ? undefined : narrow(found, args, places)
}

/** Whether a diagnostic is about the key of its place, not about what stands there. */
export function isAboutKey({ code, at, args }: Diagnostic): boolean {
  return ABOUT_KEYS.has(code) || (code === 'S105' && args['thing'] !== at)
}

/** Where the number of a quantity stands, and in a workbook the empty cell of what is missing. */
function placedAt({ code, at, args }: Diagnostic, places: Places): Pointer {
  const inner = /^[UP]/.test(code) ? `${at}/value` : code === 'S102' ? `${at}/${String(args['key'])}` : at
  const known = places.byPointer.get(inner)
  return known !== undefined && (code !== 'S102' || known.sheet !== undefined) ? inner : at
}

/** Looks up a pointer; a part that is not in the file stands where its nearest parent does. */
export function placeOf(at: Pointer, places: Places, atKey = false): Found | undefined {
  let pointer = at
  let known = places.byPointer.get(pointer)
  while (known === undefined && pointer.startsWith('/')) {
    pointer = parentPointer(pointer)
    known = places.byPointer.get(pointer)
  }
  if (known === undefined) return undefined
  return spanIn(known, places, atKey)
}

function spanIn(known: Place, places: Places, atKey: boolean): Found {
  const target = known.key !== undefined && (atKey || known.collection === true) ? known.key : known
  const { line, column, length } = target
  if (known.sheet !== undefined) {
    const cells = places.row?.(known.sheet.name, line) ?? []
    const lineText = cells.find((cell) => cell.column === column)?.text ?? ''
    return { file: known.file, line, column, length, lineText, sheet: known.sheet }
  }
  const lineText = places.lines.get(known.file)?.[line - 1] ?? ''
  return { file: known.file, line, column, length, lineText }
}

/** Underlines only the faulty part of a text, where the text stands there as it was read. */
function narrow(found: Found, args: Diagnostic['args'], places: Places): Found {
  const { start, length, part } = args
  if (typeof start !== 'number' || typeof length !== 'number' || typeof part !== 'string' || part === '')
    return found
  if (found.sheet !== undefined) return narrowCell(found, found.sheet, part, places)
  const quoted = /["']/.test(found.lineText[found.column - 1] ?? '') ? 1 : 0
  const column = found.column + start + quoted
  if (found.lineText.slice(column - 1, column - 1 + length) !== part) return found
  return { ...found, column, length: Math.max(1, length) }
}

/** The part of the text of a cell; a unit that stands in a cell further right is found there. */
function narrowCell(found: Found, sheet: SheetName, part: string, places: Places): Found {
  const start = found.lineText.indexOf(part)
  if (start >= 0) return { ...found, inside: { start, length: part.length } }
  const cells = places.row?.(sheet.name, found.line) ?? []
  const other = cells.find(({ column, text }) => column > found.column && text === part)
  return other === undefined ? found : { ...found, column: other.column, lineText: other.text }
}
