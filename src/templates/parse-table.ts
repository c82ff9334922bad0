/**
 * Rows of a comma-separated table with double quotes (RFC 4180), header first, without empty lines.
 * A quote that is never closed runs to the end of the text.
 */
export function parseTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(CELL)) {
    row.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim().normalize('NFC'))
    if (end === ',') continue
    if (row.some((cell) => cell !== '')) rows.push(row)
    row = []
    if (end === '') break
  }
  return rows
}

const CELL = /(?:"((?:[^"]|"")*)"?|([^",\r\n][^,\r\n]*|))(,|\r?\n|\r|$)/g

/** The rows of a table as records by the names of its header. */
export function records(rows: readonly (readonly string[])[]): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...body] = rows
  return body.map((row) => {
    const record = Object.create(null) as Record<string, string>
    header.forEach((name, index) => {
      record[name] = row[index] ?? ''
    })
    return record
  })
}
