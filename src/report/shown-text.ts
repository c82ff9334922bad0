import type { Lang } from '../model/text.js'
import { formatNumber, formatUnit, plainSigns } from '../units/format.js'
import type { Shown } from './cost-report.js'

export const NONE = '-'

export function number(value: number | null | undefined, lang: Lang, digits = 5): string {
  if (value == null) return NONE
  return formatNumber(value, { lang, digits })
}

/** `± 1 200`; nothing where no uncertainty is known. */
export const spread = ({ value, sd }: Pick<Shown, 'value' | 'sd'>, lang: Lang): string =>
  value === null || sd === null ? '' : `± ${number(sd, lang, 2)}`

export const unit = (text: string, lang: Lang): string => plainSigns(formatUnit(text, lang))

/** `14 500 m3/yr`. */
export function amount(shown: Shown, lang: Lang): string {
  return `${number(shown.value, lang, 4)} ${unit(shown.unit, lang)}`
}
