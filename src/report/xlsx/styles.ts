import type { Alignment, Border, Fill, Font, Style } from 'exceljs'
import type { ConditionalFormat, Format, FormatName, Look, StyleName } from './book.js'

/** Name and size stand in every style: a font without them falls back to whatever the program likes. */
const FONT: Partial<Font> = { name: 'Calibri', size: 10, family: 2 }

const COLORS = {
  ink: '1F2933',
  grey: '6B7280',
  blue: '0000FF',
  teal: '0F5C6E',
  green: '1B5E20',
  amber: '7A4B00',
  red: '9B1C1C',
  white: 'FFFFFF',
  line: 'C9D1D9',
} as const

const FILLS = {
  teal: '0F5C6E',
  pale: 'EAF3F5',
  input: 'E8F1FE',
  choice: 'FFF8DC',
  good: 'E3F4E6',
  warning: 'FFF1CC',
  bad: 'FCE2E2',
} as const

type StyleLook = {
  readonly color?: keyof typeof COLORS
  readonly fill?: keyof typeof FILLS
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly wrap?: boolean
  readonly middle?: boolean
  readonly border?: 'box' | 'below' | 'above'
}

/** What each style looks like. Kinds of numbers differ in more than colour: fill, slant or frame. */
const LOOKS: Readonly<Record<StyleName, StyleLook>> = {
  title: { size: 18, bold: true, color: 'teal', middle: true },
  subtitle: { size: 11, color: 'grey', wrap: true },
  heading: { size: 12, bold: true, color: 'teal', border: 'below' },
  head: { bold: true, color: 'white', fill: 'teal', wrap: true, middle: true },
  label: { bold: true, wrap: true },
  text: { wrap: true },
  muted: { color: 'grey', wrap: true },
  code: { color: 'grey' },
  paragraph: { wrap: true },
  link: { color: 'blue', underline: true },
  kpi: { size: 18, bold: true, color: 'teal', fill: 'pale', middle: true },
  'kpi-label': { color: 'grey', fill: 'pale', wrap: true },
  total: { bold: true, border: 'above' },
  input: { color: 'blue', fill: 'input', border: 'box' },
  factor: { color: 'grey' },
  choice: { color: 'grey', italic: true, fill: 'choice', border: 'box' },
  derived: {},
  solved: { color: 'green', italic: true },
  missing: { color: 'grey', italic: true },
  good: { color: 'green', fill: 'good', wrap: true },
  warning: { color: 'amber', fill: 'warning', wrap: true },
  bad: { color: 'red', fill: 'bad', wrap: true },
  entry: { border: 'box' },
  'entry-required': { fill: 'choice', border: 'box' },
  example: { color: 'grey', italic: true, border: 'box' },
}

/** Every style, for a legend. */
export const STYLE_NAMES = Object.keys(LOOKS) as readonly StyleName[]

const FORMATS: Readonly<Record<FormatName, string>> = {
  general: 'General',
  integer: '#,##0',
  number1: '#,##0.0',
  number2: '#,##0.00',
  number3: '#,##0.000',
  number4: '#,##0.0000',
  percent: '0%',
  percent1: '0.0%',
  percent2: '0.00%',
  money: '#,##0',
  money2: '#,##0.00',
  number6: '#,##0.000000',
  scientific: '0.00E+00',
  year: '0',
  date: 'yyyy-mm-dd',
}

/** The code of a number format. */
export function formatCode(format: Format = 'general'): string {
  return typeof format === 'string' ? FORMATS[format] : format.code
}

/** A format that shows about four digits of a number of this size. */
export function formatBySize(value: number): FormatName {
  const size = Math.abs(value)
  if (size === 0 || size >= 1000) return size < 1e15 ? 'integer' : 'scientific'
  if (size >= 100) return 'number1'
  if (size >= 10) return 'number2'
  if (size >= 1) return 'number3'
  if (size >= 0.001) return 'number4'
  return size >= 1e-5 ? 'number6' : 'scientific'
}

/** A format with the currency behind the number: `#,##0 "EUR"`. Only letters of the currency are kept. */
export function moneyFormat(currency: string, decimals: 0 | 2 = 0): Format {
  return { code: `${decimals === 0 ? '#,##0' : '#,##0.00'} "${currency.replace(/[^\p{L}]/gu, '')}"` }
}

/** Whether cells of this look break lines, and the size (points) and weight of their letters. */
export function textShape(look: Look): {
  readonly wrap: boolean
  readonly size: number
  readonly bold: boolean
} {
  const base = LOOKS[look.style ?? 'text']
  return {
    wrap: look.wrap ?? base.wrap ?? false,
    size: base.size ?? 10,
    bold: look.bold ?? base.bold ?? false,
  }
}

/** Whether an empty cell of this look cannot be seen. */
export function isBare(look: Look): boolean {
  const { fill, border } = LOOKS[look.style ?? 'text']
  return fill === undefined && border === undefined
}

export type StyleOf = (look: Look, style: StyleName, format: Format | undefined) => Partial<Style>

/** Gives cells of the same look the same object: exceljs compares styles by identity first, which is fast. */
export function sharedStyles(): StyleOf {
  const made = new Map<string, Partial<Style>>()
  return (look, style, format) => {
    const { align, wrap, bold, indent } = look
    const key = `${style}|${align}|${wrap}|${bold}|${indent}|${formatCode(format)}`
    const known = made.get(key)
    if (known) return known
    const fresh = makeStyle(LOOKS[style], look, formatCode(format))
    made.set(key, fresh)
    return fresh
  }
}

function makeStyle(base: StyleLook, look: Look, numFmt: string): Partial<Style> {
  const border = base.border && makeBorder(base.border)
  return {
    font: makeFont(base, look),
    numFmt,
    alignment: makeAlignment(base, look),
    ...(base.fill && { fill: solid(FILLS[base.fill]) }),
    ...(border && { border }),
  }
}

function makeFont(base: StyleLook, look: Look): Partial<Font> {
  return {
    ...FONT,
    size: base.size ?? 10,
    color: { argb: `FF${COLORS[base.color ?? 'ink']}` },
    ...((look.bold ?? base.bold) && { bold: true }),
    ...(base.italic && { italic: true }),
    ...(base.underline && { underline: true }),
  }
}

function makeAlignment(base: StyleLook, look: Look): Partial<Alignment> {
  // An indent without a side is ignored by Excel.
  const align = look.align ?? (look.indent ? 'left' : undefined)
  return {
    vertical: base.middle ? 'middle' : 'top',
    ...(align && { horizontal: align }),
    ...((look.wrap ?? base.wrap) && { wrapText: true }),
    ...(look.indent && { indent: look.indent }),
  }
}

function makeBorder(kind: NonNullable<StyleLook['border']>): Style['border'] {
  const line: Partial<Border> = { style: 'thin', color: { argb: `FF${COLORS.line}` } }
  const strong: Partial<Border> = { style: 'thin', color: { argb: `FF${COLORS.teal}` } }
  if (kind === 'below') return { bottom: strong } as Style['border']
  if (kind === 'above') return { top: strong } as Style['border']
  return { top: line, left: line, bottom: line, right: line } as Style['border']
}

function solid(rgb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${rgb}` } }
}

/** The part of a look that a conditional format changes; `bar` is no look of this kind. */
export function conditionalStyle(look: Exclude<ConditionalFormat['look'], 'bar'>): Partial<Style> {
  if (look === 'bold') return { font: { bold: true } }
  if (look === 'muted') return { font: { color: { argb: `FF${COLORS.grey}` } } }
  const { color = 'ink', fill = 'pale' } = LOOKS[look]
  // In a conditional format the fill's colour is its background.
  const background: Fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${FILLS[fill]}` } }
  return { font: { color: { argb: `FF${COLORS[color]}` } }, fill: background }
}
