import type { Diagnostic, Pointer } from '../model/diagnostic.js'
import type { Place, Places, Span } from '../model/place.js'
import { parentPointer } from '../model/pointer.js'

/** A place found: the stretch to underline and the line it is on. */
export type Found = Span & { readonly file: string; readonly lineText: string }

/** Codes that are about a key, not about its value. */
const ABOUT_KEYS: ReadonlySet<string> = new Set(['S101', 'S202', 'S206', 'L113', 'L114', 'U205', 'U206'])

/** Looks up where a diagnostic stands; `undefined` where the input has no such place. */
export function place(diagnostic: Diagnostic, places: Places): Found | undefined {
  const { at, args } = diagnostic
  const key = ABOUT_KEYS.has(diagnostic.code) || (diagnostic.code === 'S105' && args['thing'] !== at)
  const value = /^[UP]/.test(diagnostic.code) && places.byPointer.has(`${at}/value`) ? `${at}/value` : at
  const found = placeOf(value, places, key)
  return found === undefined ? undefined : narrow(found, args)
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
  const lineText = places.lines.get(known.file)?.[line - 1] ?? ''
  return { file: known.file, line, column, length, lineText }
}

/** Underlines only the faulty part of a text, where the text stands there as it was read. */
function narrow(found: Found, args: Diagnostic['args']): Found {
  const { start, length, part } = args
  if (typeof start !== 'number' || typeof length !== 'number' || typeof part !== 'string' || part === '')
    return found
  const quoted = /["']/.test(found.lineText[found.column - 1] ?? '') ? 1 : 0
  const column = found.column + start + quoted
  if (found.lineText.slice(column - 1, column - 1 + length) !== part) return found
  return { ...found, column, length: Math.max(1, length) }
}
