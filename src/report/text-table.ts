/**
 * Columns a text takes on a terminal. Marks that combine with the letter before them take none, so that
 * Vietnamese lines up whether it is written composed or decomposed.
 */
export function textWidth(text: string): number {
  let width = 0
  for (const sign of text.normalize('NFC')) if (!/\p{Mark}/u.test(sign)) width += 1
  return width
}

export type Column = { readonly head: string; readonly align?: 'right' }

function padded(text: string, width: number, column: Column): string {
  const gap = ' '.repeat(Math.max(0, width - textWidth(text)))
  return column.align === 'right' ? gap + text : text + gap
}

/** Lines of a table with a head, columns as wide as their widest cell and two spaces apart. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const all = [columns.map(({ head }) => head), ...rows]
  const widths = columns.map((_, k) => all.reduce((most, row) => Math.max(most, textWidth(row[k] ?? '')), 0))
  return all.map((row) =>
    columns
      .map((column, k) => padded(row[k] ?? '', widths[k] ?? 0, column))
      .join('  ')
      .trimEnd(),
  )
}
