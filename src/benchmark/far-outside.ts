import { diagnose } from '../diagnostics/catalogue.js'
import type { Ledger } from '../formula/index.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Gap } from '../model/indicators.js'
import { formatNumber } from '../units/index.js'
import { AGAINST } from './gap-figures.js'

/**
 * Intensities beyond all that the sector reports, many times over: slips of units, not bad plants. All outside values
 * of one kind are taken together, whatever their scope.
 */
export function farOutside(gaps: readonly Gap[], ledger: Ledger, times: number | undefined): Diagnostic[] {
  if (times === undefined) return []
  return [...new Set(gaps.map((gap) => gap.indicator))].flatMap((indicator) => {
    const ratios = gaps
      .filter((gap) => gap.indicator === indicator)
      .flatMap((gap) => ratiosOf(gap, ledger).map((ratio) => ({ gap, ratio })))
    const [least, most] = [
      Math.min(...ratios.map(({ ratio }) => ratio)),
      Math.max(...ratios.map(({ ratio }) => ratio)),
    ]
    const figure = ratios[0] && ledger.get(ratios[0].gap.value)
    if (figure?.value == null || (least <= times && most >= 1 / times)) return []
    const say = (value: number): string => `${formatNumber(value, { lang: 'en', digits: 3 })} ${figure.unit}`
    return [
      diagnose('K402', '/per', {
        use: figure.label.en,
        'use-vi': figure.label.vi,
        value: say(figure.value),
        low: say(figure.value / most / times),
        high: say((figure.value / least) * times),
      }),
    ]
  })
}

/** The value of the site divided by each outside value of a row. */
function ratiosOf(gap: Gap, ledger: Ledger): number[] {
  const value = ledger.get(gap.value)?.value
  if (value == null || value <= 0) return []
  return AGAINST.flatMap((name) => {
    const reference = ledger.get(gap[name] ?? '')?.value
    return reference == null || reference <= 0 ? [] : [value / reference]
  })
}
