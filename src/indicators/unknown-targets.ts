import { diagnose } from '../diagnostics/catalogue.js'
import type { Indicator } from '../model/indicators.js'
import { nearest } from '../model/near-names.js'
import type { Indicating } from './indicating.js'

/** Targets that name no indicator of this audit: nothing would ever be compared with them. */
export function unknownTargets(work: Indicating, indicators: readonly Indicator[]): void {
  const known = indicators.map(({ id }) => id)
  for (const [index, { indicator }] of work.site.targets.entries()) {
    if (known.includes(indicator)) continue
    const args = { indicator, near: nearest(indicator, known)[0] ?? '' }
    work.diagnostics.push(diagnose('K103', `/targets/${index}/indicator`, args))
  }
}
