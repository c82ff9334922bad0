import type { Loss, TrueCostOfWater } from '../model/indicators.js'
import type { Text } from '../model/text.js'
import { total, useOf, type Indicating } from './indicating.js'

const LABELS: Readonly<Record<TrueCostOfWater['parts'][number]['kind'], Text>> = {
  purchase: { en: 'Water: purchase', vi: 'Nước: mua' },
  heat: { en: 'Water: heat lost with wastewater', vi: 'Nước: nhiệt mất theo nước thải' },
  discharge: { en: 'Water: treatment and discharge', vi: 'Nước: xử lý và xả thải' },
}

/**
 * What a cubic metre of water taken in costs in truth: purchase, the heat that leaves with wastewater, and its treatment
 * and discharge with fees. Pumping and the treatment of fresh water are in the energy and chemicals of the site.
 */
export function trueCostOfWater(work: Indicating, losses: readonly Loss[]): TrueCostOfWater | undefined {
  const bought = work.inventory.goods.filter(
    (good) => good.list === 'water' && work.ledger.get(`cost.${good.id}`)?.value != null,
  )
  if (bought.length === 0) return undefined
  const wastewater = losses.filter(({ flow: id }) => {
    const flow = work.inventory.flows.find((one) => one.id === id)
    return flow?.as === 'wastewater'
  })
  const of = (kind: string): string[] =>
    wastewater.flatMap(({ parts }) => parts.filter((part) => part.kind === kind).map(({ figure }) => figure))
  const spent = {
    purchase: bought.map((good) => `cost.${good.id}`),
    heat: of('energy'),
    discharge: of('treatment'),
  }
  const unit = `${work.site.site.currency}/yr`
  const parts = (['purchase', 'heat', 'discharge'] as const).flatMap((kind) =>
    spent[kind].length === 0
      ? []
      : [{ kind, figure: total(work, `water-cost.${kind}`, LABELS[kind], unit, spent[kind]).id }],
  )
  const uses: Record<string, string> = Object.fromEntries(parts.map(({ kind, figure }) => [kind, figure]))
  const intake = bought.map((good, k) => {
    Object.assign(uses, { [`u${k}`]: useOf(work, good), [`w${k}`]: good.contents['water'] ?? '' })
    return `u${k} * w${k}`
  })
  if (bought.some((good) => good.contents['water'] === undefined)) return undefined
  const perUnit = work.ledger.derive({
    id: 'water-cost.per-m3',
    label: { en: 'True cost of water', vi: 'Chi phí thực của nước' },
    unit: `${work.site.site.currency}/m3`,
    formula: `(${parts.map(({ kind }) => kind).join(' + ')}) / (${intake.join(' + ')})`,
    uses,
    sd: 'independent',
  }).id
  return { perUnit, parts }
}
