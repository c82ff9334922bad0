import { createLedger } from '../formula/index.js'
import type { Reconciled } from '../model/balances.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Indicators } from '../model/indicators.js'
import type { Inventory } from '../model/inventory.js'
import type { Site } from '../schema/site.js'
import type { Content } from '../templates/content.js'
import { beyondInputs } from './beyond-inputs.js'
import { costMatrix } from './cost-matrix.js'
import { costLines } from './costs.js'
import { lossStreams } from './losses.js'
import { ownIndicators } from './own.js'
import { quantityCentres } from './quantity-centres.js'
import { relativeIndicators } from './relative.js'
import { productConsumption, specificConsumption, stepConsumption } from './specific.js'
import { trueCostOfWater } from './true-cost-of-water.js'
import { measureNext } from './measure-next.js'
import { absoluteIndicators } from './totals.js'
import { staleFactors } from './stale-factors.js'
import { targetGaps } from './targets.js'

/**
 * Reconciled flows → the RECP indicators (seven absolute, six relative), specific consumption, greenhouse gases
 * by source, what inputs cost and what losses cost. Everything is a figure of the ledger.
 */
export function computeIndicators(
  input: {
    readonly site: Site
    readonly inventory: Inventory
    readonly reconciled: Reconciled
    readonly figures: readonly Figure[]
  },
  context: { readonly content: Content },
): Staged<{ readonly indicators: Indicators; readonly figures: readonly Figure[] }> {
  const diagnostics: Diagnostic[] = []
  const ledger = createLedger(input.figures)
  const work = { site: input.site, content: context.content, inventory: input.inventory, ledger, diagnostics }
  const costs = costLines(work)
  const absolute = absoluteIndicators(work)
  const losses = lossStreams(work, input.reconciled.balances)
  beyondInputs(work)
  const all = [
    ...absolute.indicators,
    ...relativeIndicators(work),
    ...specificConsumption(work),
    ...productConsumption(work),
    ...stepConsumption(work),
    ...ownIndicators(work),
  ]
  staleFactors(work)
  const targets = targetGaps(work, all)
  const matrix = costMatrix(work, losses.losses)
  const centres = quantityCentres(work, input.reconciled.balances)
  const water = trueCostOfWater(work, losses.losses)
  const indicators: Indicators = {
    indicators: all,
    costs: costs.lines,
    totalCost: costs.total,
    losses: losses.losses,
    totalLoss: losses.total,
    ...(matrix === undefined ? {} : { costMatrix: matrix }),
    ...centres,
    ...(water === undefined ? {} : { trueCostOfWater: water }),
    ...(targets.length === 0 ? {} : { targets }),
    measureNext: measureNext(work, input.reconciled, losses.total),
    emissions: absolute.emissions,
  }
  return { value: { indicators, figures: ledger.all() }, diagnostics }
}
