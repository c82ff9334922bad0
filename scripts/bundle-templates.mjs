import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse } from 'yaml'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Folders of templates/ that the content reader does not use. */
const NOT_CONTENT = new Set(['sites', 'workbooks', 'locales'])

/**
 * Writes templates/ as one JSON file, so that the packed tool reads one file and no YAML:
 * `{ files: { "checklists/steam/x.yaml": …, "factors/fuels.csv": [[cell, …], …] } }`.
 * Scalars stay text, as in the reader of the folder (src/templates/read-pack.ts).
 * @param {string} [target] file to write
 * @returns {number} how many files went in
 */
export function bundleTemplates(target = join(ROOT, 'dist/content.json')) {
  const folder = join(ROOT, 'templates')
  const files = Object.fromEntries(pathsBelow(folder, '').map((path) => [path, read(folder, path)]))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, JSON.stringify({ files }))
  return Object.keys(files).length
}

/** Paths of the YAML and CSV files, in the order of their names, folder by folder. */
function pathsBelow(folder, below) {
  const entries = readdirSync(join(folder, below), { withFileTypes: true })
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.name.startsWith('.') || NOT_CONTENT.has(path)) return []
      if (entry.isDirectory()) return pathsBelow(folder, path)
      return /\.(?:ya?ml|csv)$/.test(entry.name) ? [path] : []
    })
}

function read(folder, path) {
  const text = readFileSync(join(folder, path), 'utf8')
  return path.endsWith('.csv') ? rowsOf(text) : parse(text, { schema: 'failsafe' })
}

const CELL = /(?:"((?:[^"]|"")*)"?|([^",\r\n][^,\r\n]*|))(,|\r?\n|\r|$)/g

/** Rows of a comma-separated table with double quotes; the twin of src/templates/parse-table.ts. */
function rowsOf(text) {
  const rows = []
  let row = []
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(CELL)) {
    row.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim().normalize('NFC'))
    if (end === ',') continue
    if (row.some((cell) => cell !== '')) rows.push(row)
    row = []
    if (end === '') break
  }
  return rows
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  bundleTemplates()
