/**
 * Numbers of a workbook as a site file writes them, and back. Excel keeps and shows 15 digits, so a sum such as
 * 0.1 + 0.2 is 0.3 here too.
 */

const DIGITS = 15

/**
 * A number as its cell shows it: thousands apart where the format parts them, `%` where it has one, zeros behind
 * the point that the format asks for. A format never takes digits away, since it hides them only.
 */
export function numberText(value: number, format = ''): string {
  const code = plainCode(format)
  const percent = code.includes('%')
  const exact = Number((percent ? value * 100 : value).toPrecision(DIGITS))
  const text = decimal(exact, /\.(0+)/.exec(code)?.[1]?.length ?? 0)
  const [whole = '', rest = ''] = text.split(/(?=[.e])(.*)/s)
  const grouped = /[#0][, ]/.test(code) ? whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, ' ') : whole
  return `${grouped}${rest}${percent ? ' %' : ''}`
}

/** The shortest digits, with at least `decimals` of them behind the point; powers of ten only beyond 21 digits. */
function decimal(value: number, decimals: number): string {
  const shortest = String(value)
  if (/e/.test(shortest)) return shortest
  const [whole = '', fraction = ''] = shortest.split('.')
  return decimals === 0 && fraction === '' ? whole : `${whole}.${fraction.padEnd(decimals, '0')}`
}

/** The part of a format for positive numbers, without quoted text and colours. */
function plainCode(format: string): string {
  return format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').split(';')[0] ?? ''
}

/** The number and format of a cell that reads as exactly this text; `undefined` where only text keeps it. */
export function numberCellOf(text: string): { readonly number: number; readonly format: string } | undefined {
  const match = /^([-+]?\d[\d ]*)(?:\.(\d+))?( %)?$/.exec(text)
  if (match === null) return undefined
  const [, whole = '', fraction = '', percent = ''] = match
  const value = Number(`${whole.replaceAll(' ', '')}.${fraction}`)
  const zeros = fraction.endsWith('0') ? `.${'0'.repeat(fraction.length)}` : ''
  const formats = [`${/ /.test(whole) || Math.abs(value) < 1000 ? '#,##0' : '0'}${zeros}`, `0${zeros}`]
  // A format without places would show 0.5 as 1.
  const shown = formats.map((code) => `${code}${zeros === '' && fraction !== '' ? decimals(fraction) : ''}`)
  const number = percent === '' ? value : Number((value / 100).toPrecision(DIGITS))
  const format = shown.find((code) => numberText(number, `${code}${percent === '' ? '' : '%'}`) === text)
  return format === undefined || !Number.isFinite(number)
    ? undefined
    : { number, format: `${format}${percent === '' ? '' : '%'}` }
}

const decimals = (fraction: string): string => `.${'0'.repeat(fraction.length)}`

/** How a workbook writes decimals in cells that hold text. */
export type DecimalMark = 'point' | 'comma'

/** A number that somebody typed as text. */
export type TypedNumber =
  /** In the spelling of a site file; `mark` where the digits prove how decimals are written. */
  | { readonly text: string; readonly mark?: DecimalMark }
  /** `1.264`: a thousand and more, or one and a bit. */
  | { readonly ambiguous: string }

const RUN = /^[-+\u2212]?\s?\d[\d\s.,'’_]*(?:[eE][-+]?\d+)?/u

/**
 * Reads the number at the beginning of a text, `1.264,5 m3` or `1,264.5 m3`, into the spelling of a site file:
 * thousands apart by a blank, decimals behind a point. What is no such number comes back as it is.
 */
export function typedNumber(text: string, mark: DecimalMark | undefined): TypedNumber {
  const lead = /^[<≤]\s*/.exec(text)?.[0] ?? ''
  const run = RUN.exec(text.slice(lead.length))?.[0].replace(/[\s.,'’_]+$/u, '') ?? ''
  if (!/[.,]/.test(run) || /^\d{1,4}[.-]\d{1,2}[.-]\d{1,4}$/.test(run)) return { text }
  const rest = text.slice(lead.length + run.length)
  const digits = run.replaceAll(/[\s'’_]/gu, '')
  const made = (decimalMark: DecimalMark): string => `${lead}${spelled(digits, decimalMark)}${rest}`
  const proof = proved(digits)
  if (proof === 'neither') return { text }
  if (proof !== undefined) return { text: made(proof), mark: proof }
  return mark === undefined ? { ambiguous: run } : { text: made(mark) }
}

/** What the digits prove; `undefined` where both readings are possible, `neither` where none is. */
function proved(digits: string): DecimalMark | 'neither' | undefined {
  const asPoint = /^[-+\u2212]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?$/u.test(digits)
  const asComma = /^[-+\u2212]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?:[eE][-+]?\d+)?$/u.test(digits)
  if (!asPoint && !asComma) return 'neither'
  if (asPoint !== asComma) return asPoint ? 'point' : 'comma'
  // 0.264 and 0,264 are no thousands: nobody writes them with a leading zero.
  if (/^[-+\u2212]?0[.,]/u.test(digits)) return digits.includes('.') ? 'point' : 'comma'
  return undefined
}

function spelled(digits: string, mark: DecimalMark): string {
  const plain = mark === 'point' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.')
  const [whole = '', rest = ''] = plain.split(/(?=[.eE])(.*)/s)
  return `${whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, ' ')}${rest}`
}
