import type { Found } from './place.js'

export type ExcerptLine = { readonly number: number | null; readonly text: string; readonly marks: boolean }

/** The line of a place with its neighbours, and a line of carets below it. Long lines are cut round the place. */
export function excerpt(
  found: Found,
  lines: readonly string[],
  label: string,
  width: number,
): readonly ExcerptLine[] {
  const room = Math.max(30, width)
  const cut = windowOf(found, room)
  const shown = (number: number): ExcerptLine[] => {
    const text = lines[number - 1]
    if (text === undefined || text.trim() === '') return []
    return [{ number, text: show(text.slice(cut.from, cut.to)), marks: false }]
  }
  const before = show(found.lineText.slice(cut.from, found.column - 1))
  const marked = show(
    found.lineText.slice(found.column - 1, Math.min(found.column - 1 + found.length, cut.to)),
  )
  const carets = '^'.repeat(Math.max(1, columnsOf(marked)))
  const under = `${' '.repeat(columnsOf(before))}${carets}${label === '' ? '' : ` ${label}`}`
  return [
    ...shown(found.line - 1),
    { number: found.line, text: show(found.lineText.slice(cut.from, cut.to)), marks: false },
    { number: null, text: under, marks: true },
    ...shown(found.line + 1),
  ]
}

function windowOf(found: Found, room: number): { from: number; to: number } {
  const end = found.column - 1 + found.length
  if (end <= room) return { from: 0, to: room }
  const from = Math.max(0, Math.min(found.column - 1 - Math.floor(room / 3), found.lineText.length - room))
  return { from, to: from + room }
}

/** Text that cannot upset a terminal: tabs become one space, control characters a dot. */
export function show(text: string): string {
  return text.replaceAll('\t', ' ').replaceAll(/[\p{Cc}\p{Cf}]/gu, '·')
}

/** Columns a text takes in a terminal: marks on letters none, East Asian wide letters two. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const letter of text) {
    if (/\p{M}/u.test(letter)) continue
    columns +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(
        letter,
      )
        ? 2
        : 1
  }
  return columns
}
