import type { Lang } from '../../model/text.js'

/** What the wizard knows of a factory before it writes the first line. */
export type StarterAnswers = {
  readonly name: string
  /** A starter of templates/sites. */
  readonly sector: string
  readonly country: string
  readonly currency: string
  readonly lang: Lang
  /** Ids of the starter, or names of one's own. */
  readonly products: readonly string[]
  readonly utilities: readonly string[]
  /** `2025`, or `2025-07`. */
  readonly period: string
}

/** Currency of the countries where recp is used most; every other country is asked. */
const CURRENCY_OF: Readonly<Record<string, string>> = {
  VN: 'VND',
  CN: 'CNY',
  IN: 'INR',
  TH: 'THB',
  ID: 'IDR',
  KH: 'KHR',
  LA: 'LAK',
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  AT: 'EUR',
  DE: 'EUR',
  FR: 'EUR',
  ES: 'EUR',
  IT: 'EUR',
  PT: 'EUR',
  NL: 'EUR',
  BE: 'EUR',
}

/** The currency that goes without asking; US dollars where the country has none in the list. */
export function usualCurrency(country: string): string {
  return CURRENCY_OF[country] ?? 'USD'
}

/** The year before the edition of the content: the wizard asks no clock. */
export function usualPeriod(edition: string): string {
  const year = Number(/^\d{4}/.exec(edition)?.[0] ?? '2026')
  return String(year - 1)
}
