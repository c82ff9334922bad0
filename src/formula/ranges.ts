/** Addresses that follow one another in a column or a row, written as ranges. */

type Cell = {
  readonly text: string
  readonly sheet: string
  readonly column: number
  readonly row: number
  readonly address: string
}

const ADDRESS = /^((?:'(?:[^']|'')+'|[^'!:]+)!)?(\$?([A-Z]{1,3})\$?([1-9]\d*))$/

function cellOf(text: string): Cell | undefined {
  const match = ADDRESS.exec(text)
  if (!match) return undefined
  const [, sheet = '', address = '', letters = '', row = ''] = match
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { text, sheet, column, row: Number(row), address }
}

/** `['B4', 'B5', 'B6', 'C9']` → `['B4:B6', 'C9']`. What is no address stands as it is. */
export function asRanges(texts: readonly string[]): readonly string[] {
  const written: string[] = []
  let run: Cell[] = []
  const close = (): void => {
    const [first, last] = [run[0], run.at(-1)]
    if (first && last) written.push(run.length === 1 ? first.text : `${first.text}:${last.address}`)
    run = []
  }
  for (const text of texts) {
    const cell = cellOf(text)
    if (!cell || !goesOn(run, cell)) close()
    if (cell) run.push(cell)
    else written.push(text)
  }
  close()
  return written
}

function goesOn(run: readonly Cell[], next: Cell): boolean {
  const last = run.at(-1)
  if (!last) return true
  if (last.sheet !== next.sheet) return false
  const down = next.column === last.column && next.row === last.row + 1
  const across = next.row === last.row && next.column === last.column + 1
  const before = run.at(-2)
  if (!before) return down || across
  return before.column === last.column ? down : across
}
