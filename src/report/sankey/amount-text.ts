import type { Lang } from '../../model/text.js'
import { formatNumber } from '../../units/format.js'

/** Place of the leading digit: 2 for 250, -1 for 0.3. */
function leading(value: number): number {
  return Math.floor(Math.log10(Math.abs(value)))
}

/**
 * A value with one standard uncertainty in the same unit: `117 500 ± 5 900 m³/yr`. The uncertainty has two
 * significant digits (zeros at the end left out) and the value ends at its second one; without one the value has four digits. Only before the sign
 * `±` may a line end.
 */
export function amountText(value: number, sd: number | undefined, unit: string, lang: Lang): string {
  const after = unit === '' ? '' : ` ${unit}`
  if (sd === undefined || !(sd > Math.abs(value) * 1e-6)) {
    return together(`${formatNumber(value, { lang, digits: 4 })}${after}`)
  }
  const digits = value === 0 ? 1 : leading(value) - leading(sd) + 2
  const rounded = digits < 1 ? '0' : formatNumber(value, { lang, digits })
  return `${together(rounded)} ${together(`± ${formatNumber(sd, { lang, digits: 2 })}${after}`)}`
}

/** No line ends within. */
function together(text: string): string {
  return text.replaceAll(' ', '\u00A0')
}
