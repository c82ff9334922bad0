/**
 * Widths of letters in thousandths of the font size, those of Arial and Helvetica rounded up. Signs on letters take
 * no room. A reader's program may use another font: hence the margin below.
 */
const NARROW = /[ijl.,:;'|!]/
const SLIM = /[ftrI()[\]\-/ \u00A0\u202F·°"`]/
const MIDDLE = /[acegknopqdbhuvxyzsJ_~0-9?L+<>=#$*±×–^²³€]/
const BROAD = /[ABEKPSVXYZCDHNRUFTOQGwđĐ&%]/
const MARGIN = 1.05

function letterWidth(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0
  if (NARROW.test(letter)) return 280
  if (SLIM.test(letter)) return 340
  if (MIDDLE.test(letter)) return 570
  if (BROAD.test(letter)) return 760
  return /[mMW@]/.test(letter) ? 950 : 1000
}

/** Width of one line in the unit of `size`, never less than what usual sans-serif fonts take. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0
  for (const letter of text.normalize('NFD')) sum += letterWidth(letter)
  return (sum / 1000) * size * MARGIN * (bold ? 1.06 : 1)
}

/** The longest beginning of a text that fits; at least one letter with its signs. */
function beginning(text: string, size: number, width: number, bold: boolean): string {
  const letters = [...text.matchAll(/\P{M}\p{M}*/gu)].map(([letter]) => letter)
  let kept = letters[0] ?? text
  for (const letter of letters.slice(1)) {
    if (textWidth(kept + letter, size, bold) > width) break
    kept += letter
  }
  return kept
}

const FIXED_SPACE = '\u00A0'

/** Words that fit into a line each: what is longer than a line is broken, at a fixed space where it has one. */
function pieces(word: string, size: number, width: number, bold: boolean): readonly string[] {
  const parts: string[] = []
  for (let rest = word; rest !== '';) {
    const fits = textWidth(rest, size, bold) <= width
    const most = fits ? rest : beginning(rest, size, width, bold)
    const space = fits ? -1 : rest.slice(0, most.length + 1).lastIndexOf(FIXED_SPACE)
    parts.push(space > 0 ? rest.slice(0, space) : most)
    rest = rest.slice(space > 0 ? space + 1 : most.length)
  }
  return parts
}

export type Fitting = {
  readonly size: number
  readonly width: number
  readonly lines: number
  readonly bold?: boolean
}

/** A text in lines that are no wider than `width`; what needs more than `lines` of them ends in `…`. */
export function wrapText(text: string, { size, width, lines, bold = false }: Fitting): readonly string[] {
  const words = text
    .split(/[ \t\r\n]+/)
    .filter((word) => word !== '')
    .flatMap((word) => pieces(word, size, width, bold))
  const all: string[] = []
  for (const word of words) {
    const last = all.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(joined, size, bold) <= width) all[all.length - 1] = joined
    else all.push(word)
    if (all.length > lines) break
  }
  if (all.length <= lines) return all
  const last = all[lines - 1] ?? ''
  return [...all.slice(0, lines - 1), `${beginning(last, size, width - textWidth('…', size, bold), bold)}…`]
}
