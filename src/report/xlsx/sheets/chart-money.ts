import type { Format } from '../book.js'
import { WORDS } from '../texts.js'
import { say, type Page } from './page.js'

/** From here on a sum is longer than the labels of an axis have room for. */
const IN_MILLIONS = 1e8

/** How money stands on the axis of a chart, and what its unit is called there. */
export type ChartMoney = { readonly format: Format; readonly unit: string }

/** Money as it is, or by the million where one of the values is large: a format, so that the cells stay whole. */
export function chartMoney(
  page: Page,
  values: readonly (number | null | undefined)[],
  per: 'year' | 'once' = 'year',
): ChartMoney {
  const largest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)))
  const unit = `${page.audit.head.currency}${per === 'year' ? say(page, WORDS.perYear) : ''}`
  if (largest < IN_MILLIONS) return { format: 'money', unit }
  const code = largest < 10 * IN_MILLIONS ? '#,##0.0,,' : '#,##0,,'
  return { format: { code }, unit: `${say(page, WORDS.million)} ${unit}` }
}
