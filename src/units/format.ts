import type { Quantity } from '../model/quantity.js'
import type { Lang } from '../model/text.js'
import { basisWord } from './basis-words.js'
import { groupThousands } from './parse-number.js'

export type NumberFormat = {
  readonly lang: Lang
  /** Significant digits at most, 1 to 15; all 15 unless told. */
  readonly digits?: number
}

/** Digits of a number without exponent: `1.5e-7` → `0.00000015`. */
function plainDigits(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const shift = Number(exponent)
  const digits = `${whole}${fraction}`
  const point = whole.length + shift
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length
    ? digits.padEnd(point, '0')
    : `${digits.slice(0, point)}.${digits.slice(point)}`
}

/**
 * A number for a reader: `14 500.5` in English, `14.500,5` in Vietnamese, rounded to significant digits and without
 * trailing zeros. Far from one (under 1e-6, from 1e15) it keeps its power of ten. No number prints as `–`.
 */
export function formatNumber(value: number, { lang, digits = 15 }: NumberFormat): string {
  if (!Number.isFinite(value)) return '–'
  const rounded = Math.abs(value).toPrecision(Math.min(Math.max(Math.round(digits), 1), 15))
  const size = Number(rounded)
  if (size === 0) return '0'
  const far = size < 1e-6 || size >= 1e15
  const [mantissa, exponent] = far ? size.toExponential().split('e') : [plainDigits(rounded), undefined]
  const [whole = '0', fraction = ''] = (mantissa ?? '').split('.')
  const kept = fraction.replace(/0+$/, '')
  const power = exponent === undefined ? '' : `e${exponent.replace('+', '')}`
  const point = lang === 'vi' ? ',' : '.'
  const blank = lang === 'vi' ? '.' : ' '
  return `${value < 0 ? '-' : ''}${groupThousands(whole, blank)}${kept === '' ? '' : `${point}${kept}`}${power}`
}

const VIETNAMESE: ReadonlyMap<string, string> = new Map([
  ['yr', 'năm'],
  ['month', 'tháng'],
  ['week', 'tuần'],
  ['quarter', 'quý'],
  ['d', 'ngày'],
  ['min', 'phút'],
  ['pcs', 'cái'],
  ['person', 'người'],
  ['batch', 'mẻ'],
  ['t(dry)', 'tấn khô'],
  ['kg(dry)', 'kg khô'],
  ['thousand-', 'nghìn '],
  ['million-', 'triệu '],
  ['billion-', 'tỷ '],
])

const POWERS: ReadonlyMap<string, string> = new Map([
  ['2', '²'],
  ['3', '³'],
])

/** A canonical unit for a reader: `m3/yr` → `m³/yr`, in Vietnamese `m³/năm`. Reads back as the same unit. */
export function formatUnit(text: string, lang: Lang): string {
  if (text === '1') return ''
  const words = text.replace(/(?:thousand|million|billion)-|(?:kg|t)\(dry\)|[A-Za-z][A-Za-z-]*/g, (name) =>
    lang === 'vi' ? (VIETNAMESE.get(name) ?? name) : name.replace(/^(thousand|million|billion)-$/, '$1 '),
  )
  return words
    .replace(
      /(?<![\p{L}\d-])((?:k|c|d|m|u|N|S)?m|ft|in|yd|s)([23])(?![\dCH(])/gu,
      (_, name: string, power: string) => `${name}${POWERS.get(power) ?? power}`,
    )
    .replace(/(?<=^|[/(.\s])C(?=$|[/).\s])/g, '°C')
}

const ASCII: ReadonlyMap<string, string> = new Map([
  ['²', '2'],
  ['³', '3'],
  ['₂', '2'],
  ['°', ''],
  ['×', 'x'],
  ['–', '-'],
])

/** `m3`, `CO2` for the terminal, whatever signs a document has. */
export function plainSigns(text: string): string {
  return text.replace(/[²³₂°×–]/g, (sign) => ASCII.get(sign) ?? sign)
}

/** `CO₂`, and the tonne of oil equivalent of the Vietnamese table as its users write it, for documents. */
export function properSigns(text: string): string {
  return text.replaceAll('CO2', 'CO₂').replace('toe-vn', 'TOE')
}

/** A number with its unit, so that `parseQuantity` reads it back: `290 EUR/t`, `5 × 1000 pcs`, `3 /h`. */
export function formatValue(value: number, unit: string, format: NumberFormat): string {
  const number = formatNumber(value, format)
  if (unit === '1') return number
  const shown = formatUnit(unit, format.lang)
  if (shown.startsWith('1/')) return `${number} ${shown.slice(1)}`
  return /^\d/.test(shown) ? `${number} × ${shown}` : `${number} ${shown}`
}

/** A quantity as it would be written in a site file of that language, except for the Vietnamese decimal comma. */
export function formatQuantity(quantity: Quantity, format: NumberFormat): string {
  const { value, unit, plusMinus, below, of, basis, source } = quantity
  const parts = [`${below === true ? '< ' : ''}${formatValue(value, unit.text, format)}`]
  if (of !== undefined) parts.push(`${format.lang === 'vi' ? 'của' : 'of'} ${of}`)
  if (plusMinus !== undefined) {
    const percent = plusMinus.kind === 'relative'
    parts.push(
      `± ${percent ? `${formatNumber(plusMinus.value * 100, format)} %` : formatValue(plusMinus.value, unit.text, format)}`,
    )
  }
  if (basis !== undefined)
    parts.push(`(${basisWord(basis, format.lang)}${source === undefined ? '' : `, ${source}`})`)
  return parts.join(' ')
}
