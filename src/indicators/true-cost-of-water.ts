import type { Loss, TrueCostOfWater } from '../model/indicators.js'
import type { InventoryFlow, InventoryGood } from '../model/inventory.js'
import type { Text } from '../model/text.js'
import { goodOf, total, useOf, type Indicating } from './indicating.js'
import { yearlyCosts } from './stated-costs.js'

type Kind = TrueCostOfWater['parts'][number]['kind']

const LABELS: Readonly<Record<Kind, Text>> = {
  purchase: { en: 'Water: purchase', vi: 'Nước: mua' },
  treatment: { en: 'Water: treatment of fresh water', vi: 'Nước: xử lý nước cấp' },
  pumping: { en: 'Water: pumping', vi: 'Nước: bơm' },
  heat: { en: 'Water: heat lost with wastewater', vi: 'Nước: nhiệt mất theo nước thải' },
  discharge: { en: 'Water: treatment and discharge of wastewater', vi: 'Nước: xử lý và xả nước thải' },
  fee: { en: 'Water: fee for wastewater', vi: 'Nước: phí nước thải' },
}

const KINDS = Object.keys(LABELS) as Kind[]

/**
 * What a cubic metre of water taken in costs in truth: purchase; chemicals, upkeep and energy of the steps that prepare
 * and distribute it; the heat that leaves with wastewater; its treatment with all that the works use; and fees. What the
 * site writes at no such step is not among them.
 */
export function trueCostOfWater(work: Indicating, losses: readonly Loss[]): TrueCostOfWater | undefined {
  const bought = work.inventory.goods.filter(
    (good) => good.list === 'water' && work.ledger.get(`cost.${good.id}`)?.value != null,
  )
  if (bought.length === 0 || bought.some((good) => good.contents['water'] === undefined)) return undefined
  const spent = partsOf(work, bought, losses)
  const unit = `${work.site.site.currency}/yr`
  const parts = KINDS.flatMap((kind) =>
    spent[kind].length === 0
      ? []
      : [{ kind, figure: total(work, `water-cost.${kind}`, LABELS[kind], unit, spent[kind]).id }],
  )
  const uses: Record<string, string> = Object.fromEntries(parts.map(({ kind, figure }) => [kind, figure]))
  const intake = bought.map((good, k) => {
    Object.assign(uses, { [`u${k}`]: useOf(work, good), [`w${k}`]: good.contents['water'] ?? '' })
    return `u${k} * w${k}`
  })
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

function partsOf(
  work: Indicating,
  bought: readonly InventoryGood[],
  losses: readonly Loss[],
): Readonly<Record<Kind, readonly string[]>> {
  const wastewater = losses.flatMap((loss) => {
    const flow = work.inventory.flows.find((one) => one.id === loss.flow)
    return flow?.as === 'wastewater' ? [{ loss, good: goodOf(work, flow) }] : []
  })
  const of = (kind: string, paid: (good: InventoryGood | undefined) => boolean): string[] =>
    wastewater
      .filter(({ good }) => paid(good))
      .flatMap(({ loss }) => loss.parts.filter((part) => part.kind === kind).map(({ figure }) => figure))
  const [supply, works] = [supplySteps(work), worksSteps(work)]
  return {
    purchase: bought.map((good) => `cost.${good.id}`),
    treatment: [...takenUp(work, supply, 'materials'), ...stated(work, supply, ['material', 'system'])],
    pumping: [...takenUp(work, supply, 'energy'), ...stated(work, supply, ['energy'])],
    heat: of('energy', () => true),
    discharge: [
      ...of('treatment', (good) => good?.treatmentCost !== undefined),
      ...takenUp(work, works, 'materials'),
      ...takenUp(work, works, 'energy'),
      ...stated(work, works, ['material', 'energy', 'system', 'waste']),
    ],
    // What is paid to others for taking it, by the amount.
    fee: of('treatment', (good) => good?.treatmentCost === undefined),
  }
}

const isWater = (work: Indicating, flow: InventoryFlow): boolean => goodOf(work, flow)?.list === 'water'

/** Steps that prepare and distribute bought water: water comes in from outside, and nothing but water leaves. */
function supplySteps({ inventory, ...work }: Indicating): ReadonlySet<string> {
  const all = { inventory, ...work }
  return new Set(
    inventory.steps.flatMap(({ id, kind }) => {
      const out = inventory.flows.filter((flow) => flow.from === id)
      const fresh = inventory.flows.some((flow) => flow.to === id && flow.from === null && isWater(all, flow))
      const hands = out.some((flow) => flow.to !== null) && out.every((flow) => isWater(all, flow))
      return fresh && hands && kind !== 'treatment' ? [id] : []
    }),
  )
}

/** Steps that treat wastewater. */
function worksSteps(work: Indicating): ReadonlySet<string> {
  const { steps, flows } = work.inventory
  const takes = (id: string): boolean =>
    flows.some((flow) => flow.to === id && flow.from !== null && goodOf(work, flow)?.as === 'wastewater')
  return new Set(steps.filter(({ id, kind }) => kind === 'treatment' && takes(id)).map(({ id }) => id))
}

function stated(
  work: Indicating,
  steps: ReadonlySet<string>,
  classes: readonly ('material' | 'energy' | 'system' | 'waste')[],
): string[] {
  return classes
    .flatMap((of) => yearlyCosts(work, of))
    .flatMap(({ step, figure }) => (step !== null && steps.has(step) ? [figure] : []))
}

/** Money for goods of a list that enter these steps from outside. */
function takenUp(work: Indicating, steps: ReadonlySet<string>, list: 'materials' | 'energy'): string[] {
  return work.inventory.flows.flatMap((flow) => {
    const good = goodOf(work, flow)
    if (flow.from !== null || flow.to === null || !steps.has(flow.to) || good?.list !== list) return []
    const label = work.ledger.get(`flow.${flow.id}`)?.label
    if (good.price === undefined || label === undefined) return []
    const { id } = work.ledger.derive({
      id: `flow.${flow.id}.cost`,
      label: { en: `${label.en}: cost`, vi: `${label.vi}: chi phí` },
      unit: `${work.site.site.currency}/yr`,
      formula: 'amount * price',
      uses: { amount: `flow.${flow.id}`, price: good.price },
      sd: 'independent',
    })
    return [id]
  })
}
