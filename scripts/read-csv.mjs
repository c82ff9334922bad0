import { readFileSync } from 'node:fs'

/**
 * Reads a CSV table of the project: comma, double quotes, a header line.
 * @param {string} path
 * @returns {Record<string, string>[]} one record a row
 */
export function readCsv(path) {
  const rows = parseCsv(readFileSync(path, 'utf8'))
  const header = rows[0] ?? []
  return rows.slice(1).map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])))
}

/** @param {string} text */
function parseCsv(text) {
  const rows = []
  let cells = []
  const pattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (match === null) throw new Error(`no CSV at character ${pattern.lastIndex}`)
    const cell = match[1] ?? ''
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (match[2] !== ',') {
      rows.push(cells)
      cells = []
    }
  }
  return rows
}
