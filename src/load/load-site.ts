import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { InputFile, Place, Places } from '../model/place.js'
import type { RawMap } from '../model/raw.js'
import { attachTables } from './attach-tables.js'
import { readBytes, readWorkbookBytes } from './read-bytes.js'
import type { DecimalRule } from './xlsx/read-intake.js'

/** A path, or a text that was read elsewhere (standard input, an editor). `folder` is where its tables lie. */
export type SiteSource = string | { readonly text: string; readonly name: string; readonly folder?: string }

/** What was read: values as typed, where each stands, and which files took part. */
export type LoadedSite = Staged<RawMap | null> & {
  readonly places: Places
  readonly files: readonly InputFile[]
}

const YAML_FILE = /\.(ya?ml|json)$/i
const WORKBOOK = /\.(xlsx|xlsm|xls|xlsb|ods)$/i

/** How to read what the file leaves open. */
export type LoadOptions = {
  /** Decimals in cells that hold text; `auto` where nothing is said. */
  readonly decimal?: DecimalRule
}

/**
 * Reads a site file with the tables it names, or an intake workbook. Every scalar stays text as typed; nothing is
 * interpreted but how a cell writes a number.
 * `value` is null only where nothing could be read; problems are L diagnostics, never thrown.
 */
export async function loadSite(source: SiteSource, options: LoadOptions = {}): Promise<LoadedSite> {
  if (typeof source !== 'string') {
    return fromText(source.text, source.name, source.folder)
  }
  if (WORKBOOK.test(source)) return fromWorkbook(source, options)
  const read = await readBytes(source)
  if ('problem' in read) return nothing(read.problem)
  if (!YAML_FILE.test(source)) return nothing(diagnose('L104', '', { file: source }))
  return fromText(read.text, source, dirname(source))
}

function nothing(problem: Diagnostic): LoadedSite {
  return {
    value: null,
    diagnostics: [problem],
    places: { byPointer: new Map(), lines: new Map() },
    files: [],
  }
}

async function fromWorkbook(file: string, { decimal = 'auto' }: LoadOptions): Promise<LoadedSite> {
  const read = await readWorkbookBytes(file)
  if ('problem' in read) return nothing(read.problem)
  const { readIntake } = await import('./xlsx/read-intake.js')
  const { sha256, ...site } = await readIntake(read.bytes, file, decimal)
  return { ...site, files: site.value === null ? [] : [{ file, sha256 }] }
}

async function fromText(text: string, file: string, folder: string | undefined): Promise<LoadedSite> {
  const byPointer = new Map<string, Place>()
  const lines = new Map<string, readonly string[]>([[file, text.split(/\r\n|\n|\r/)]])
  const files: InputFile[] = [{ file, sha256: createHash('sha256').update(text).digest('hex') }]
  // The YAML reader is large; commands that read no site start without it.
  const { readYaml } = await import('./read-yaml.js')
  const { value, diagnostics } = readYaml(text, file, byPointer)
  if (value === null) return { value, diagnostics, places: { byPointer, lines }, files }
  const tables = await attachTables(value, folder)
  for (const [pointer, place] of tables.places) byPointer.set(pointer, place)
  for (const [name, rows] of tables.lines) lines.set(name, rows)
  return {
    value: tables.value,
    diagnostics: [...diagnostics, ...tables.diagnostics],
    places: { byPointer, lines },
    files: [...files, ...tables.files],
  }
}
