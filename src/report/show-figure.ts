import type { Figure } from '../model/figure.js'
import type { Lang } from '../model/text.js'
import { formatNumber, formatValue, plainSigns, properSigns } from '../units/format.js'

/** Plain ASCII for the terminal (`m3`, `CO2`), proper signs for documents. */
export type Signs = 'ascii' | 'proper'

/** A share as percent, to so many significant digits: `97.9 %`. */
export function showShare(share: number | null, lang: Lang, digits = 3): string {
  return share === null ? '-' : `${formatNumber(share * 100, { lang, digits })} %`
}

/** `97.9 %`, `41 200 m3/yr`; a dash where the value is not known. */
export function showFigure(
  figure: Pick<Figure, 'value' | 'unit' | 'show'> | undefined,
  lang: Lang,
  signs: Signs = 'ascii',
  digits = 4,
): string {
  if (figure === undefined || figure.value === null) return signs === 'ascii' ? '-' : '–'
  if (figure.show === '%') return showShare(figure.value, lang, Math.min(digits, 3))
  const text = formatValue(figure.value, figure.unit, { lang, digits })
  return signs === 'proper' ? properSigns(text) : plainSigns(text)
}
