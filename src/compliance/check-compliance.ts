import { createLedger } from '../formula/index.js'
import type { Staged } from '../model/diagnostic.js'
import type { Compliance, LimitCheck, Unchecked } from '../model/compliance.js'
import type { Figure } from '../model/figure.js'
import { flowName } from '../model/flow-names.js'
import type { Inventory } from '../model/inventory.js'
import { asText, type Text } from '../model/text.js'
import type { Site } from '../schema/site.js'
import type { Content } from '../templates/content.js'
import { parameterId } from '../templates/parameters.js'
import type { Gap } from '../model/indicators.js'
import { normChecks, notChecked, thresholdChecks } from './legal-checks.js'
import { wastewaterFee } from './wastewater-fee.js'
import { compareWithLimit } from './compare-with-limit.js'
import { ownLimits, tableLimits, type ApplicableLimit } from './limits.js'

/**
 * Analyses of effluents → each beside the limits that hold for it: those the site file states, which bind, and those
 * of the tables for its country and sector, for orientation. What has no partner is listed with the reason. A verdict
 * is about the numbers compared and never about the law as a whole.
 */
export function checkCompliance(
  input: {
    readonly site: Site
    readonly inventory: Inventory
    readonly figures: readonly Figure[]
    readonly gaps: readonly Gap[]
  },
  context: { readonly content: Content; readonly sector?: string },
): Staged<{ readonly compliance: Compliance; readonly figures: readonly Figure[] }> {
  const { site, inventory } = input
  const ledger = createLedger(input.figures)
  const name = namer(site, context.content)
  const own = ownLimits(site)
  const tables = tableLimits(context.content, site.site.country, context.sector ?? site.site.sector)
  const discharges = dischargesOf(inventory)
  const checks: LimitCheck[] = []
  const unchecked: Unchecked[] = []
  const met = new Set<ApplicableLimit>()
  for (const analysis of site.analyses) {
    const place = placeName(inventory, analysis.at)
    for (const [written, result] of Object.entries(analysis.values)) {
      const parameter = parameterId(written, context.content)
      const about = { at: analysis.at, parameter, name: name(parameter, written) }
      const holds = (limit: ApplicableLimit): boolean =>
        parameterId(limit.parameter, context.content) === parameter &&
        (limit.at === undefined ? discharges.has(analysis.at) : limit.at === analysis.at)
      const limits = [...own, ...tables].filter(holds)
      if (limits.length === 0 && discharges.has(analysis.at))
        unchecked.push({ ...about, why: 'no-limit', regulation: '' })
      for (const limit of limits) {
        met.add(limit)
        const compared = compareWithLimit({ ...about, place, date: analysis.date, result }, limit, ledger)
        if (typeof compared === 'string')
          unchecked.push({ ...about, why: compared, regulation: limit.regulation })
        else
          checks.push({
            ...compared,
            notChecked: notChecked(context.content, limit.origin === 'site' ? 'site' : limit.regulation),
          })
      }
    }
  }
  const idle = (limit: ApplicableLimit): Unchecked => {
    const parameter = parameterId(limit.parameter, context.content)
    const at = limit.at ?? [...discharges].join(', ')
    return {
      at,
      parameter,
      name: name(parameter, limit.parameter),
      why: 'no-analysis',
      regulation: limit.regulation,
    }
  }
  // A factory without any discharge or analysis has nothing to set beside a table.
  const relevant = discharges.size > 0 && site.analyses.length > 0 ? [...own, ...tables] : own
  unchecked.push(...relevant.filter((limit) => !met.has(limit)).map(idle))
  const { content } = context
  const legal = [
    ...normChecks(input.gaps, ledger, content),
    ...thresholdChecks(content, { country: site.site.country, last: inventory.period.last }, ledger),
    ...wastewaterFee({ site, inventory, ledger, content }),
  ]
  return {
    value: { compliance: { checks, unchecked: once(unchecked), legal }, figures: ledger.all() },
    diagnostics: [],
  }
}

/** Flows that leave as wastewater, and the goods that do. */
function dischargesOf({ goods, flows }: Inventory): ReadonlySet<string> {
  const kinds = new Map(goods.map((good) => [good.id, good.as]))
  const leaving = flows.filter(({ to, as, of }) => to === null && (as ?? kinds.get(of)) === 'wastewater')
  return new Set(leaving.map(({ id }) => id))
}

function namer(site: Site, content: Content): (id: string, written: string) => Text {
  return (id, written) => content.parameters.get(id)?.name ?? asText(site.substances[written]?.name, written)
}

function once(list: readonly Unchecked[]): readonly Unchecked[] {
  return [
    ...new Map(
      list.map((one) => [JSON.stringify([one.at, one.parameter, one.why, one.regulation]), one]),
    ).values(),
  ]
}

/** A flow by its name and places, a good by its name. */
function placeName(inventory: Inventory, at: string): Text {
  return flowName(inventory, at) ?? asText(inventory.goods.find(({ id }) => id === at)?.name, at)
}
