import { diagnose } from '../diagnostics/catalogue.js'
import type { Opportunity } from '../model/opportunities.js'
import { formatNumber } from '../units/index.js'
import type { Evaluating } from './evaluating.js'
import { inUnit } from './package.js'

/** Largest share of a carrier that one measure, or all together, save without a question. */
const UNUSUAL = { single: 0.25, all: 0.4 }

/** Asks about savings that are seldom seen: of one measure, or of all together. */
export function checkPlausible(
  work: Evaluating,
  opportunities: readonly Opportunity[],
  counted: ReadonlySet<string>,
): void {
  const byGood = new Map<string, number>()
  for (const opportunity of opportunities) {
    if (!counted.has(opportunity.id)) continue
    for (const saving of opportunity.savings) {
      const share = shareOfUse(work, saving.good, saving.inPackage)
      if (saving.good === undefined || share === undefined) continue
      byGood.set(saving.good, (byGood.get(saving.good) ?? 0) + share)
      if (share > UNUSUAL.single) {
        work.diagnostics.push(
          diagnose('E202', opportunity.at ?? '', {
            opportunity: opportunity.id,
            percent: percent(share),
            what: saving.good,
          }),
        )
      }
    }
  }
  for (const [good, share] of byGood) {
    if (share > UNUSUAL.all)
      work.diagnostics.push(diagnose('E203', '', { percent: percent(share), what: good }))
  }
}

function percent(share: number): string {
  return `${formatNumber(share * 100, { lang: 'en', digits: 2 })} %`
}

function shareOfUse(work: Evaluating, good: string | undefined, figure: string): number | undefined {
  const saved = work.ledger.get(figure)
  const use = work.ledger.get(`use.${good}`)
  if (saved?.value == null || use?.value == null || use.value <= 0) return undefined
  const direct = inUnit(saved.value, saved.unit, use.unit)
  if (direct !== undefined) return direct / use.value
  const energy = work.ledger.get(`good.${good}.carries.energy`)
  const joules = inUnit(saved.value, saved.unit, 'GJ/yr')
  return energy?.value == null || joules === undefined ? undefined : joules / (use.value * energy.value)
}
