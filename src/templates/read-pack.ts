import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import { parseTable } from './parse-table.js'

/** A folder of templates as plain data: path with `/` → parsed YAML, or the rows of a CSV, header first. */
export type Pack = { readonly files: ReadonlyMap<string, unknown> }

/** Guards against a wrong folder; the content of recp itself stays far below. */
const DEEPEST = 6
const MOST_FILES = 5_000
const LARGEST = 4_000_000

/** Folders of templates/ that are no content of the stages. */
const NOT_CONTENT = new Set(['sites', 'workbooks', 'locales', 'node_modules'])

/**
 * Reads the YAML and CSV files below a folder, in the order of their names. Every scalar stays text.
 * A file that cannot be read is left out and reported.
 */
export function readPack(folder: string): Staged<Pack> {
  if (!isFolder(folder))
    return { value: { files: new Map() }, diagnostics: [diagnose('C102', '', { folder })] }
  return readFiles(folder, pathsBelow(folder))
}

/** The same of one folder below it, which may be missing; paths are those from `folder` on. */
export function readFolder(folder: string, below: string): Staged<Pack> {
  return readFiles(folder, isFolder(join(folder, below)) ? pathsBelow(folder, below) : [])
}

function readFiles(folder: string, paths: readonly string[]): Staged<Pack> {
  const problems: Diagnostic[] = []
  const files = new Map<string, unknown>()
  for (const path of paths) readInto(files, folder, path, problems)
  return { value: { files }, diagnostics: problems }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function pathsBelow(folder: string, top = ''): readonly string[] {
  const found: string[] = []
  const walk = (below: string, depth: number): void => {
    const entries = readdirSync(join(folder, below), { withFileTypes: true })
    for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (found.length >= MOST_FILES || entry.name.startsWith('.') || NOT_CONTENT.has(path)) continue
      if (entry.isDirectory() && depth < DEEPEST) walk(path, depth + 1)
      else if (entry.isFile() && /\.(?:ya?ml|csv)$/.test(entry.name)) found.push(path)
    }
  }
  walk(top, 0)
  return found
}

function readInto(files: Map<string, unknown>, folder: string, path: string, problems: Diagnostic[]): void {
  const fail = (detail: string): void => void problems.push(diagnose('C101', '', { file: path, detail }))
  try {
    if (statSync(join(folder, path)).size > LARGEST) return fail(`> ${LARGEST} bytes`)
    const text = readFileSync(join(folder, path), 'utf8')
    files.set(path, parseFile(path, text))
  } catch (error) {
    fail(firstLine(error))
  }
}

/** The data in the text of one file. Throws what the YAML reader throws. */
export function parseFile(path: string, text: string): unknown {
  if (path.endsWith('.csv')) return parseTable(text)
  return parse(text, { schema: 'failsafe', maxAliasCount: 20, logLevel: 'error' }) as unknown
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.replace(/:$/, '') ?? ''
}
