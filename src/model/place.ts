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
  /** In a workbook: the sheet; line and column are then those of the cell. */
  readonly sheet?: SheetName
}

/** A sheet of a workbook and its number, by which places of one file are ordered. */
export type SheetName = { readonly name: string; readonly number: number }

/** A cell of a workbook with its text as the user sees it. */
export type ShownCell = { readonly column: number; readonly text: string }

/** Pointer → place. A workbook of many rows looks places up when they are asked for. */
export type PlaceLookup = Pick<ReadonlyMap<Pointer, Place>, 'get' | 'has'>

/** The source map of an input: pointer → place, and the lines of every file for excerpts. */
export type Places = {
  readonly byPointer: PlaceLookup
  readonly lines: ReadonlyMap<string, readonly string[]>
  /** In a workbook: the filled cells of a row, from left to right. */
  readonly row?: (sheet: string, row: number) => readonly ShownCell[]
}

/** A file that was read, and the SHA-256 of its bytes in hexadecimal. */
export type InputFile = { readonly file: string; readonly sha256: string }

/** No places: for input that was not read from a file. */
export const NO_PLACES: Places = { byPointer: new Map(), lines: new Map() }
