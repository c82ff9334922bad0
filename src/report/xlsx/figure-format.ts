import type { Figure } from '../../model/figure.js'
import { isCurrency } from '../../units/index.js'
import type { Format, FormatName } from './book.js'
import { formatBySize } from './styles.js'

/**
 * The number format of a figure, by its unit, its size and where it comes from: what people wrote keeps its digits,
 * money has no decimals, shares are per cent, anything computed shows about four digits.
 */
export function figureFormat(figure: Figure): Format {
  const { value, unit, kind, show } = figure
  const typed = kind === 'input' || kind === 'factor' || kind === 'choice'
  if (show === '%') return typed ? writtenShare(value ?? 0) : 'percent1'
  if (typed) return writtenFormat(value ?? 0)
  return computedFormat(value ?? 0, unit)
}

/** The format of a computed number in a unit. */
export function computedFormat(value: number, unit: string): Format {
  if (isMoney(unit)) return Math.abs(value) >= 100 || value === 0 ? 'money' : 'money2'
  if (unit === 'yr') return 'number1'
  if (unit === '1' && Number.isInteger(value)) return 'integer'
  return formatBySize(value)
}

/** One format for numbers that stand in one column: that of the largest, so that the decimals are in line. */
export function columnFormat(figures: readonly (Figure | undefined)[]): Format | undefined {
  const known = figures.filter((figure) => figure !== undefined && figure.value !== null)
  const largest = known.reduce<Figure | undefined>(
    (most, one) => (most && Math.abs(most.value ?? 0) >= Math.abs(one?.value ?? 0) ? most : one),
    undefined,
  )
  if (!largest) return undefined
  return largest.show === '%' ? 'percent1' : computedFormat(largest.value ?? 0, largest.unit)
}

/** Below this a number of a column is what is left of a subtraction. */
const LEAST = 1e-6

/** The format of a column, but for a number that would stand there as 0: that has its own. */
export function inColumn(
  format: Format | undefined,
  figure: Figure | undefined,
): { readonly format?: Format } {
  const size = Math.abs(figure?.value ?? 0)
  if (format === undefined || (size > LEAST && size < (HALVES.get(format) ?? 0))) return {}
  return { format }
}

/** What a format shows as 0 is below half of its last digit. */
const HALVES: ReadonlyMap<Format, number> = new Map<Format, number>([
  ['integer', 0.5],
  ['number1', 0.05],
  ['number2', 0.005],
  ['number3', 0.0005],
])

/** Money, or money per year; not a price. */
export function isMoney(unit: string): boolean {
  return isCurrency(unit.replace(/\/yr$/, '').replace(/^(thousand|million|billion)-/, ''))
}

const DECIMALS: readonly FormatName[] = ['integer', 'number1', 'number2', 'number3', 'number4']
const SHARES: readonly FormatName[] = ['percent', 'percent1', 'percent2']

function writtenFormat(value: number): Format {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-6 || size >= 1e15)) return 'scientific'
  const decimals = decimalsOf(value)
  return DECIMALS[decimals] ?? { code: `#,##0.${'0'.repeat(Math.min(decimals, 8))}` }
}

function writtenShare(value: number): Format {
  return SHARES[Math.min(2, decimalsOf(value * 100))] ?? 'percent2'
}

/** Digits after the point, without what binary fractions leave in the 12th digit and beyond. */
function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(Number(value.toPrecision(12))).split('e')
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent))
}
