import type { Pointer } from './diagnostic.js'

/** A stretch of one line; line and column count from 1, in characters as JavaScript counts them. */
export type Span = { readonly line: number; readonly column: number; readonly length: number }

/** Where a part of the input stands. */
export type Place = Span & {
  readonly file: string
  /** The key that names it, where there is one. */
  readonly key?: Span
  /** A list or a map: messages point at its key. */
  readonly collection?: true
}

/** The source map of an input: pointer → place, and the lines of every file for excerpts. */
export type Places = {
  readonly byPointer: ReadonlyMap<Pointer, Place>
  readonly lines: ReadonlyMap<string, readonly string[]>
}

/** A file that was read, and the SHA-256 of its bytes in hexadecimal. */
export type InputFile = { readonly file: string; readonly sha256: string }

/** No places: for input that was not read from a file. */
export const NO_PLACES: Places = { byPointer: new Map(), lines: new Map() }
