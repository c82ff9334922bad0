/** Keeps a name written by somebody else from ending a cell or starting a tag. */
export function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\|*_`[\]]/g, (sign) => `\\${sign}`)
    .replace(/</g, '&lt;')
    .trim()
}

/** A table; its last `numbers` columns are set to the right. `none` stands where it has no rows. */
export function table(
  head: readonly string[],
  numbers: number,
  rows: readonly (readonly string[])[],
  none: string,
): string {
  if (rows.length === 0) return `${none}\n`
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = head.map((_, i) => (i >= head.length - numbers ? '---:' : '---'))
  return `${[line(head), line(rule), ...rows.map(line)].join('\n')}\n`
}
