import { strFromU8, unzipSync } from 'fflate'
import { sheetParts } from './sheet-parts.js'
import { packPart, swapPart, type PackedPart } from './swap-part.js'
import { typeIntoSheet, type TypedText } from './type-into-sheet.js'

/** A workbook with texts typed in; `undo` gives the old one again, to the byte. */
export type TypedWorkbook = { readonly zip: Uint8Array; readonly part: string; readonly undo: PackedPart }

/**
 * Types texts into cells of one sheet of a workbook that was read before, so that its sizes are known to be bounded.
 * Every other part of the file stays as it is packed. `undefined` where that cannot be done without touching more.
 */
export function typeIntoWorkbook(
  zip: Uint8Array,
  sheet: string,
  texts: readonly TypedText[],
  like?: number,
): TypedWorkbook | undefined {
  const [workbook, relations] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'].map((part) =>
    strFromU8(unpacked(zip, part) ?? new Uint8Array()),
  )
  const part = sheetParts(workbook ?? '', relations ?? '').find(({ name }) => name === sheet)?.part
  const before = part === undefined ? undefined : unpacked(zip, part)
  const after = before === undefined ? undefined : typeIntoSheet(before, texts, like)
  if (part === undefined || after === undefined) return undefined
  const swapped = swapPart(zip, part, packPart(part, after))
  return swapped === undefined ? undefined : { zip: swapped.zip, part, undo: swapped.old }
}

function unpacked(zip: Uint8Array, part: string): Uint8Array | undefined {
  return unzipSync(zip, { filter: ({ name }) => name === part })[part]
}
