import type { Balance } from '../model/balances.js'
import type { Loss } from '../model/indicators.js'
import type { InventoryFlow, InventoryGood } from '../model/inventory.js'
import { asText, type Text } from '../model/text.js'
import { meanCost } from './costs.js'
import { part, type LossDraft, type LossPart } from './loss-parts.js'
import { unaccountedLosses, wasteCosts } from './other-losses.js'
import { goodOf, sayIncomplete, total, useOf, type Indicating } from './indicating.js'

type Part = LossPart
type Draft = LossDraft

/**
 * The loss streams and what they cost: everything paid for that is not product. Each loss is the value of what is
 * in it (water and energy at their mean purchase cost, material by the share that misses the product or by the
 * mean cost of raw material), plus what its treatment costs, less what is earned with it.
 */
export function lossStreams(
  work: Indicating,
  balances: readonly Balance[],
): { readonly losses: readonly Loss[]; readonly total: string } {
  const raw = work.inventory.goods.filter(
    (good) => good.list === 'materials' && (good.role ?? 'raw') === 'raw',
  )
  // Where the share in the product says what raw material is lost, residues and open balances hold the same tonnes.
  const counted = raw.some((good) => good.inProduct !== undefined && good.price !== undefined)
  const drafts = [
    ...materialLosses(work),
    ...outflowLosses(work, counted),
    ...unaccountedLosses(work, balances, counted),
    ...wasteCosts(work),
  ]
  const { currency } = work.site.site
  const costed = drafts.map((draft) => ({ ...draft, cost: costOf(work, draft) }))
  const label = { en: 'Cost of losses', vi: 'Chi phí tổn thất' }
  const sum = total(
    work,
    'total.loss',
    label,
    `${currency}/yr`,
    costed.map((loss) => loss.cost),
  ).id
  const unknown = costed.filter((loss) => work.ledger.get(loss.cost)?.value == null)
  const isCounted = (loss: (typeof unknown)[number]): boolean => work.ledger.get(loss.amount)?.value != null
  const name = (loss: (typeof unknown)[number]): string => loss.flow ?? loss.balance ?? loss.id
  sayIncomplete(
    work,
    label,
    unknown.filter((loss) => !isCounted(loss)).map(name),
    unknown.filter(isCounted).map(name),
    'price',
  )
  const shareless = raw.filter((good) => counted && good.price !== undefined && good.inProduct === undefined)
  sayIncomplete(
    work,
    label,
    [],
    shareless.map(({ id }) => id),
    'in-product',
  )
  const losses = costed.map((loss) => ({
    ...loss,
    share: work.ledger.derive({
      id: `loss.${loss.id}.share`,
      label: { en: `${loss.label.en}: share of losses`, vi: `${loss.label.vi}: tỷ trọng tổn thất` },
      unit: '1',
      show: '%',
      formula: 'cost / total',
      uses: { cost: loss.cost, total: sum },
    }).id,
  }))
  const size = (loss: Loss): number => work.ledger.get(loss.cost)?.value ?? Number.NEGATIVE_INFINITY
  return { losses: losses.sort((a, b) => size(b) - size(a)), total: sum }
}

function costOf(work: Indicating, loss: Draft): string {
  const { currency } = work.site.site
  const names = loss.parts.map((part) => part.kind)
  const uses = Object.fromEntries(loss.parts.map((part) => [part.kind, part.figure]))
  const formula = names
    .map((name, index) => (name === 'revenue' ? `- ${name}` : index === 0 ? name : `+ ${name}`))
    .join(' ')
  return work.ledger.derive({
    id: `loss.${loss.id}.cost`,
    label: { en: `${loss.label.en}: cost`, vi: `${loss.label.vi}: chi phí` },
    unit: `${currency}/yr`,
    formula,
    uses,
    sd: 'independent',
  }).id
}

/** Materials of which a known share ends in the product: the rest is lost, wherever it goes. */
function materialLosses(work: Indicating): Draft[] {
  return work.inventory.goods.flatMap((good) => {
    if (good.list !== 'materials' || good.inProduct === undefined || good.price === undefined) return []
    const name = asText(good.name, good.id)
    const label = { en: `${name.en} not in product`, vi: `${name.vi} không vào sản phẩm` }
    const id = `material.${good.id}`
    const amount = work.ledger.derive({
      id: `loss.${id}.amount`,
      label,
      unit: `${good.unit}/yr`,
      formula: 'use * (1 - in_product)',
      uses: { use: useOf(work, good), in_product: good.inProduct },
      sd: 'independent',
    })
    const parts = [
      part(work, id, 'material', label, 'amount * price', { amount: amount.id, price: good.price }),
    ]
    return [{ id, label, amount: amount.id, parts }]
  })
}

const LOST: ReadonlySet<string> = new Set(['waste', 'wastewater', 'emission', 'heat', 'loss', 'by-product'])

/** Flows that leave the site as something else than product. */
function outflowLosses(work: Indicating, materialsCounted: boolean): Draft[] {
  return work.inventory.flows.flatMap((flow) => {
    if (flow.to !== null || flow.as === undefined || !LOST.has(flow.as)) return []
    const good = goodOf(work, flow)
    if (good === undefined) return []
    const label = asText(flow.name, flow.id)
    const parts = [
      ...waterPart(work, flow, label),
      ...energyPart(work, flow, label),
      ...(materialsCounted ? [] : materialPart(work, flow, good, label)),
      ...treatmentPart(work, flow, good, label),
    ]
    return parts.length === 0 ? [] : [{ id: flow.id, label, flow: flow.id, amount: `flow.${flow.id}`, parts }]
  })
}

function waterPart(work: Indicating, flow: InventoryFlow, label: Text): Part[] {
  const price = meanCost(work, 'water', 'water')
  if (flow.contents['water'] === undefined || price === undefined) return []
  return [part(work, flow.id, 'water', label, 'water * price', { water: `flow.${flow.id}.water`, price })]
}

function energyPart(work: Indicating, flow: InventoryFlow, label: Text): Part[] {
  const price = meanCost(work, 'energy', 'energy')
  if (flow.contents['energy'] === undefined || price === undefined) return []
  return [part(work, flow.id, 'energy', label, 'energy * price', { energy: `flow.${flow.id}.energy`, price })]
}

/**
 * What is dry in a residue of a process is valued at the mean cost of raw material; water in it is valued as water.
 * Sludge of a treatment plant and ash of a boiler were lost elsewhere or were never raw material.
 */
function materialPart(work: Indicating, flow: InventoryFlow, good: InventoryGood, label: Text): Part[] {
  const price = meanCost(work, 'materials', 'mass')
  const step = work.inventory.steps.find((candidate) => candidate.id === flow.from)
  if (step?.kind !== 'process') return []
  if (good.list !== 'residues' || flow.contents['mass'] === undefined || price === undefined) return []
  const mass = `flow.${flow.id}.mass`
  if (flow.contents['water'] === undefined)
    return [part(work, flow.id, 'material', label, 'mass * price', { mass, price })]
  const uses = { mass, price, water: `flow.${flow.id}.water`, density: 'choice.water-density' }
  return [part(work, flow.id, 'material', label, 'max(mass - water * density, 0 t/yr) * price', uses)]
}

function treatmentPart(work: Indicating, flow: InventoryFlow, good: InventoryGood, label: Text): Part[] {
  const parts: Part[] = []
  const uses = { amount: `flow.${flow.id}` }
  if (good.treatmentCost !== undefined) {
    parts.push(
      part(work, flow.id, 'treatment', label, 'amount * cost', { ...uses, cost: good.treatmentCost }),
    )
  }
  if (good.price !== undefined) {
    const paid = (work.ledger.get(good.price)?.value ?? 0) < 0
    if (paid && good.treatmentCost === undefined) {
      parts.push(part(work, flow.id, 'treatment', label, '-amount * price', { ...uses, price: good.price }))
    } else if (!paid && SOLD.has(flow.as ?? '') && good.list === 'residues') {
      parts.push(part(work, flow.id, 'revenue', label, 'amount * price', { ...uses, price: good.price }))
    }
  }
  return parts
}

/** Only what is sold earns its price; the price of a bought good that escapes is what was paid for it. */
const SOLD: ReadonlySet<string> = new Set(['by-product', 'waste'])
