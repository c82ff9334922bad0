import { open } from 'node:fs/promises'
import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'

/** Largest file read, in bytes. The tool's own choice: a site with thousands of rows stays under 1 MB. */
export const LARGEST_FILE = 5 * 1024 * 1024

/** Largest workbook read, in bytes, packed. The tool's own choice. */
export const LARGEST_WORKBOOK = 30 * 1024 * 1024

/** Reads a text file in UTF-8, without a byte-order mark; or says why not. */
export async function readBytes(
  file: string,
): Promise<{ readonly text: string } | { readonly problem: Diagnostic }> {
  const read = await readUpTo(file, LARGEST_FILE)
  return 'problem' in read ? read : decode(read.bytes, file)
}

/** Reads a workbook as it lies on the disk; or says why not. */
export async function readWorkbookBytes(file: string): Promise<Read> {
  return readUpTo(file, LARGEST_WORKBOOK)
}

type Read = { readonly bytes: Uint8Array } | { readonly problem: Diagnostic }

async function readUpTo(file: string, most: number): Promise<Read> {
  try {
    const handle = await open(file, 'r')
    try {
      const about = await handle.stat()
      if (about.isDirectory()) return { problem: diagnose('L102', '', { file }) }
      if (about.size > most) return { problem: tooLarge(file, about.size, most) }
      const bytes = await handle.readFile()
      return bytes.length > most ? { problem: tooLarge(file, bytes.length, most) } : { bytes }
    } finally {
      await handle.close()
    }
  } catch (thrown) {
    return { problem: unreadable(file, thrown) }
  }
}

function decode(bytes: Uint8Array, file: string): { text: string } | { problem: Diagnostic } {
  if (bytes.subarray(0, 8000).includes(0)) return { problem: diagnose('L107', '', { file }) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { problem: diagnose('L107', '', { file }) }
  }
}

function tooLarge(file: string, size: number, most: number): Diagnostic {
  return diagnose('L106', '', {
    file,
    size: (size / 1024 / 1024).toFixed(1),
    most: most / 1024 / 1024,
  })
}

function unreadable(file: string, thrown: unknown): Diagnostic {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'
  if (code === 'ENOENT' || code === 'ENOTDIR') return diagnose('L101', '', { file })
  if (code === 'EISDIR') return diagnose('L102', '', { file })
  return diagnose('L103', '', { file, reason: code })
}
