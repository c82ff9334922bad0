import { strFromU8, unzipSync, zipSync } from 'fflate'
import { diagnose } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'

/** Limits of a workbook, all choices of recp: a filled intake of a large factory stays far below each. */
export const LIMITS = {
  /** Parts of the zip. */
  parts: 2_000,
  /** Megabytes of one part and of all that is read, unpacked. */
  part: 48,
  total: 64,
  /** Unpacked over packed size, for parts of more than a megabyte. */
  ratio: 200,
  rows: 100_000,
  cells: 1_500_000,
  row: 1_048_576,
  /** Excel's own limit for the text of a cell. */
  text: 32_767,
} as const

const MB = 1024 * 1024

/** The parts that are read. Pictures, charts, comments, links and macros stay packed. */
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/theme\/[^/]+\.xml|xl\/worksheets\/[^/]+\.xml)$/

/** A cell without content. */
const BLANK = /<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d{1,5}")?\s?(?:\/>|><\/c>)/g

type Part = { readonly name: string; readonly size: number; readonly originalSize: number }

/** A workbook that is safe to read: its own parts, stored without compression for the library. */
export type OpenPackage =
  | {
      readonly bytes: Uint8Array
      /** The workbook says of itself that its formulas are still to be calculated. */
      readonly stale: boolean
    }
  | Refused

type Refused = { readonly problem: Diagnostic }

/**
 * Checks the file before anything of it is unpacked, then each part before the library sees it. Bounded in time and
 * memory whatever the file is; never throws.
 */
export function openPackage(bytes: Uint8Array, file: string): OpenPackage {
  const kind = notZip(bytes)
  if (kind !== undefined) return refused(file, kind)
  try {
    const parts = listParts(bytes)
    const wrong = wrongPackage(parts, file)
    if (wrong !== undefined) return { problem: wrong }
    return unpack(bytes, parts, file)
  } catch {
    return refused(file, 'damaged')
  }
}

function refused(file: string, kind: string): Refused {
  return { problem: diagnose('L105', '', { file, kind }) }
}

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte)

/** What a file is that is no zip, by its first bytes. */
function notZip(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return undefined
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const protectedName = Buffer.from('EncryptedPackage', 'utf16le')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(protectedName)
      ? 'encrypted'
      : 'xls'
  }
  return bytes.subarray(0, 4000).includes(0) ? 'other' : 'text'
}

/** Names and sizes from the directory of the zip; nothing is unpacked. */
function listParts(bytes: Uint8Array): readonly Part[] {
  const parts: Part[] = []
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      parts.push({ name, size, originalSize })
      return false
    },
  })
  return parts
}

function wrongPackage(parts: readonly Part[], file: string): Diagnostic | undefined {
  const limit = (what: keyof typeof LIMITS, has: number): Diagnostic =>
    diagnose('L140', '', { file, what, has: String(Math.round(has * 10) / 10), most: LIMITS[what] })
  const kind = (name: string): Diagnostic => diagnose('L105', '', { file, kind: name })
  if (parts.length > LIMITS.parts) return limit('parts', parts.length)
  if (parts.some(({ name }) => name.split(/[/\\]/).includes('..') || /^[/\\]|^[a-z]:/i.test(name)))
    return kind('path')
  const other = kindOfZip(new Set(parts.map(({ name }) => name)))
  if (other !== undefined) return kind(other)
  const read = parts.filter(({ name }) => READ.test(name))
  for (const { size, originalSize } of read) {
    if (originalSize > LIMITS.part * MB) return limit('part', originalSize / MB)
    if (originalSize > MB && originalSize / Math.max(size, 1) > LIMITS.ratio)
      return limit('ratio', originalSize / Math.max(size, 1))
  }
  const total = read.reduce((sum, { originalSize }) => sum + originalSize, 0) / MB
  return total > LIMITS.total ? limit('total', total) : undefined
}

/** What a zip is that is no workbook of this kind. */
function kindOfZip(names: ReadonlySet<string>): string | undefined {
  if (names.has('xl/workbook.xml')) return undefined
  if (names.has('xl/workbook.bin')) return 'xlsb'
  if (names.has('content.xml')) return 'ods'
  return names.has('word/document.xml') ? 'document' : 'archive'
}

function unpack(bytes: Uint8Array, parts: readonly Part[], file: string): OpenPackage {
  const kept: Record<string, Uint8Array> = {}
  const seen = { rows: 0, cells: 0 }
  for (const { name } of parts) {
    if (!READ.test(name) || Object.hasOwn(kept, name)) continue
    const part = unzipSync(bytes, { filter: (one) => one.name === name })[name]
    if (part === undefined) continue
    const head = strFromU8(part.subarray(0, 4000), true)
    if (/<!DOCTYPE|<!ENTITY/i.test(head)) return refused(file, 'doctype')
    if (/<\w+:(?:worksheet|workbook|sst)\b/.test(head)) return refused(file, 'dialect')
    if (!name.startsWith('xl/worksheets/')) {
      kept[name] = part
      continue
    }
    const sheet = checkedSheet(part, seen, file)
    if ('problem' in sheet) return sheet
    kept[name] = sheet.bytes
  }
  const calculation =
    /<calcPr\b[^>]*>/.exec(strFromU8(kept['xl/workbook.xml'] ?? new Uint8Array()))?.[0] ?? ''
  const stale =
    /fullCalcOnLoad="(?:1|true)"|calcCompleted="(?:0|false)"/.test(calculation) ||
    (/calcMode="manual"/.test(calculation) && /calcOnSave="(?:0|false)"/.test(calculation))
  return { bytes: zipSync(kept, { level: 0 }), stale }
}

/** Counts rows and cells before a library makes objects of them, and mends days that it would read as numbers. */
function checkedSheet(
  part: Uint8Array,
  seen: { rows: number; cells: number },
  file: string,
): Refused | { readonly bytes: Uint8Array } {
  const limit = (what: 'rows' | 'cells' | 'row', has: number): Refused => ({
    problem: diagnose('L140', '', { file, what, has: String(has), most: LIMITS[what] }),
  })
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.length)
  seen.rows += count(bytes, '<row')
  seen.cells += count(bytes, '<c ')
  if (seen.rows > LIMITS.rows) return limit('rows', seen.rows)
  if (seen.cells > LIMITS.cells) return limit('cells', seen.cells)
  const text = bytes.toString('latin1')
  const far = /\br="[A-Z]{0,3}(\d{7,})"/g
  for (let found = far.exec(text); found !== null; found = far.exec(text))
    if (Number(found[1]) > LIMITS.row) return limit('row', Number(found[1]))
  // Cells that hold a style and nothing else are most of a form, and the library makes an object of each.
  const filled = text.replaceAll(BLANK, '')
  // The library takes the year of an ISO day for its value; as text the reader knows it.
  const mended = filled.includes('t="d"') ? filled.replaceAll(/(<c\b[^>]*\b)t="d"/g, '$1t="str"') : filled
  return { bytes: mended === text ? part : Buffer.from(mended, 'latin1') }
}

function count(bytes: Buffer, text: string): number {
  let found = 0
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + text.length)) found += 1
  return found
}
