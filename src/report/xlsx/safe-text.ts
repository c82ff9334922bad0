import { cutWhole } from './address.js'

/** Excel's limits: characters of a cell, and of a formula. */
const LONGEST_TEXT = 32_767
export const LONGEST_FORMULA = 8_192

/** C0 and C1 controls but tab and line feed, halves of characters, and the two code points XML cannot hold. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Cs}/gu

/** Neither controls nor surrogates nor what could be the escape `_x0041_`. */
const PLAIN = /^[ -^`-~\u00A0-\uD7FF]*$/

/**
 * Text as a cell can hold it: line ends are `\n`, unwritable characters are gone, `_x0041_` stays these seven
 * characters instead of becoming `A`, and what is longer than `limit` ends in `…`. Never read as a formula,
 * since only `{ formula }` is written as one.
 */
export function safeText(text: string, limit = LONGEST_TEXT): string {
  // Most text is plain: one look is enough.
  if (text.length <= limit && PLAIN.test(text)) return text
  const clean = text.replace(/\r\n?/g, '\n').replace(UNWRITABLE, '')
  const cut = clean.length <= limit ? clean : `${cutWhole(clean, limit - 1)}…`
  return cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** Text of one line: for heads of tables, document properties and attributes. */
export function safeLine(text: string, limit = 255): string {
  return safeText(text.replace(/\s+/g, ' ').trim(), limit)
}

/** The formula as it is, or a throw: what cannot be a formula is a mistake of the maker of the sheet. */
export function checkedFormula(formula: string, where: () => string): string {
  if (formula.trim() === '') throw new Error(`${where()}: the formula is empty`)
  if (/^\s*=/.test(formula))
    throw new Error(`${where()}: a formula is written without "=", not ${formula.slice(0, 40)}`)
  if (formula.length > LONGEST_FORMULA) {
    throw new Error(
      `${where()}: the formula has ${formula.length} characters, Excel takes ${LONGEST_FORMULA}`,
    )
  }
  // Outside of quotes and `{1;2}`, a `;` can only come from another country's Excel.
  const code = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}/g, '')
  if (formula.search(UNWRITABLE) >= 0 || /[;"']/.test(code)) {
    throw new Error(
      `${where()}: the formula has a ";", an open quote or a control character: ${formula.slice(0, 60)}`,
    )
  }
  return formula
}

/** The number, or a throw when it is none: missing values are text or nothing, never NaN. */
export function checkedNumber(value: number, where: () => string): number {
  if (!Number.isFinite(value)) throw new Error(`${where()}: ${value} is no number a cell can hold`)
  return value
}

/** The address of a page or a mail box that may be linked to, or nothing: then the text stands alone. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  const allowed = ['http:', 'https:', 'mailto:'].includes(parsed.protocol)
  return allowed && parsed.href.length <= 2079 ? parsed.href : undefined
}

/** For text and attributes of the XML that is written here. */
export function xmlText(text: string): string {
  const clean = text.replace(UNWRITABLE, '')
  return clean
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
