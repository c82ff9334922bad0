import { diagnose } from '../diagnostics/catalogue.js'
import type { Indicator } from '../model/indicators.js'
import type { InventoryFlow, InventoryGood, InventoryStep } from '../model/inventory.js'
import { asText, type Text } from '../model/text.js'
import { entering, total, useOf, type Indicating } from './indicating.js'
import { per, specificUnit } from './relative.js'

/** Something that is made, in its own unit a year: of the site, or of a step. */
type Made = {
  readonly good: InventoryGood
  readonly figure: string
  /** Figure of its share of what all products use together; absent where it is the only one. */
  readonly share?: string
}

/** Specific consumption of every energy carrier and water: use per unit of the reference product. */
export function specificConsumption(work: Indicating): Indicator[] {
  const output = work.ledger.get('total.output')
  if (output === undefined) return []
  const product = output.unit.replace(/\/yr$/, '')
  return utilities(work)
    .filter((good) => entering(work, good).length > 0)
    .map((good) => {
      const name = asText(good.name, good.id)
      const figure = `indicator.specific-${good.id}`
      work.ledger.derive({
        id: figure,
        label: { en: `${name.en} per product`, vi: `${name.vi} trên đơn vị sản phẩm` },
        unit: per(specificUnit(good.unit), product),
        formula: 'use / output',
        uses: { use: useOf(work, good), output: 'total.output' },
        sd: 'independent',
      })
      return { id: `specific-${good.id}`, figure, group: 'specific' as const }
    })
}

/** The same for each of several products, what they use together shared by the rule that the site states. */
export function productConsumption(work: Indicating): Indicator[] {
  const sold = soldProducts(work)
  if (sold.length < 2) return []
  const made = allocated(work, SITE, sold)
  const used = utilities(work).filter((good) => entering(work, good).length > 0)
  return made.flatMap((one) =>
    used.map((good) => {
      const id = `specific-${good.id}-per-${one.good.id}`
      return specific(work, { id, group: 'product', good, use: useOf(work, good), made: one })
    }),
  )
}

/** What each step takes of energy and water per unit that it makes, or per unit of the reference product. */
export function stepConsumption(work: Indicating): Indicator[] {
  const steps = work.inventory.steps.filter(({ kind, at }) => kind !== 'distribution' && at !== '/site')
  return steps.flatMap((step) => {
    const made = madeBy(work, step)
    return utilities(work).flatMap((good) => {
      const flows = work.inventory.flows.filter(({ of, to }) => of === good.id && to === step.id)
      if (flows.length === 0 || made.length === 0) return []
      const [name, at] = [asText(good.name, good.id), asText(step.name, step.id)]
      const label = { en: `${name.en} into ${at.en}`, vi: `${name.vi} vào ${at.vi}` }
      const figures = flows.map(({ id }) => `flow.${id}`)
      const use = total(work, `use.${good.id}.in.${step.id}`, label, `${good.unit}/yr`, figures).id
      return made.map((one) => {
        const id = `specific-${good.id}-in-${step.id}${made.length > 1 ? `-per-${one.good.id}` : ''}`
        return specific(work, { id, group: 'step', good, use, made: one, step })
      })
    })
  })
}

function utilities(work: Indicating): InventoryGood[] {
  return work.inventory.goods.filter(({ list }) => list === 'energy' || list === 'water')
}

/** Where the products of the whole site are shared out; steps have a place of their own. */
const SITE = ''

/** Products and intermediates that leave the step; where it makes none, the output of the site. */
function madeBy(work: Indicating, step: InventoryStep): readonly Made[] {
  const goods = work.inventory.goods.filter(
    ({ list, role }) => list === 'products' || (list === 'materials' && role === 'intermediate'),
  )
  const leaving = goods.flatMap((good) => {
    const flows = work.inventory.flows.filter(
      ({ of, from, as }) => of === good.id && from === step.id && as !== 'waste',
    )
    return flows.length === 0 ? [] : [[good, flows] as const]
  })
  if (leaving.length > 0) return allocated(work, `.step.${step.id}`, leaving)
  const sold = soldProducts(work)
  if (sold.length > 1) return allocated(work, SITE, sold)
  const [good] = sold[0] ?? []
  return good === undefined || !work.ledger.has('total.output') ? [] : [{ good, figure: 'total.output' }]
}

/** The products of the site that leave it as such. */
function soldProducts(work: Indicating): readonly (readonly [InventoryGood, readonly InventoryFlow[]])[] {
  return work.inventory.goods
    .filter(({ list }) => list === 'products')
    .map(
      (good) =>
        [good, work.inventory.flows.filter(({ of, as }) => of === good.id && as === 'product')] as const,
    )
    .filter(([, flows]) => flows.length > 0)
}

const WEIGHTS: Readonly<
  Record<'mass' | 'energy' | 'value', { of: (good: InventoryGood) => string | undefined; field: string }>
> = {
  mass: { of: ({ contents }) => contents['mass'], field: 'mass' },
  energy: { of: ({ contents }) => contents['energy'], field: 'heat' },
  value: { of: ({ price }) => price, field: 'price' },
}

/**
 * The products of the site or a step with the share of each: its output times mass, energy or price, divided by the
 * sum of all. Without a rule nothing is shared out, and that is said once.
 */
function allocated(
  work: Indicating,
  where: string,
  made: readonly (readonly [InventoryGood, readonly InventoryFlow[]])[],
): readonly Made[] {
  const outputs = made.map(([good, flows]) => ({ good, figure: outputOf(work, where, good, flows) }))
  if (outputs.length < 2) return outputs
  const rule = work.site.per?.allocate
  const names = outputs.map(({ good }) => good.id).join(', ')
  if (rule === undefined) {
    if (!work.diagnostics.some(({ code }) => code === 'K104'))
      work.diagnostics.push(diagnose('K104', work.site.per === undefined ? '' : '/per', { products: names }))
    return []
  }
  const weights = outputs.map(({ good }) => WEIGHTS[rule].of(good))
  const lacking = outputs.find((_, index) => weights[index] === undefined)?.good
  if (lacking !== undefined) {
    const args = { product: lacking.id, rule, field: WEIGHTS[rule].field }
    if (!work.diagnostics.some(({ code, at }) => code === 'K105' && at === lacking.at))
      work.diagnostics.push(diagnose('K105', lacking.at, args))
    return []
  }
  const uses = Object.fromEntries(
    outputs.flatMap(({ figure }, index) => [
      [`out${index + 1}`, figure],
      [`weight${index + 1}`, weights[index] ?? ''],
    ]),
  )
  const all = outputs.map((_, index) => `out${index + 1} * weight${index + 1}`)
  return outputs.map((one, index) => ({
    ...one,
    share: share(work, where, one.good, rule, `${all[index]} / (${all.join(' + ')})`, uses),
  }))
}

const RULES: Readonly<Record<string, Text>> = {
  mass: { en: 'by mass', vi: 'theo khối lượng' },
  energy: { en: 'by energy', vi: 'theo năng lượng' },
  value: { en: 'by value', vi: 'theo giá trị' },
}

function share(
  work: Indicating,
  where: string,
  good: InventoryGood,
  rule: string,
  formula: string,
  uses: Readonly<Record<string, string>>,
): string {
  const name = asText(good.name, good.id)
  const how = RULES[rule] ?? { en: rule, vi: rule }
  const label = { en: `${name.en}: share ${how.en}`, vi: `${name.vi}: phần phân bổ ${how.vi}` }
  const id = `allocation${where}.${good.id}`
  if (work.ledger.has(id)) return id
  return work.ledger.derive({
    id,
    label,
    unit: '1',
    show: '%',
    formula,
    uses,
  }).id
}

function outputOf(
  work: Indicating,
  where: string,
  good: InventoryGood,
  flows: readonly InventoryFlow[],
): string {
  const name = asText(good.name, good.id)
  const label = { en: `Output: ${name.en}`, vi: `Sản lượng: ${name.vi}` }
  const id = `output${where}.${good.id}`
  if (work.ledger.has(id)) return id
  const figures = flows.map((flow) => `flow.${flow.id}`)
  return total(work, id, label, `${good.unit}/yr`, figures).id
}

function specific(
  work: Indicating,
  what: {
    readonly id: string
    readonly group: 'product' | 'step'
    readonly good: InventoryGood
    readonly use: string
    readonly made: Made
    readonly step?: InventoryStep
  },
): Indicator {
  const { id, group, good, use, made, step } = what
  const [name, product] = [asText(good.name, good.id), asText(made.good.name, made.good.id)]
  const at = step && asText(step.name, step.id)
  const output = work.ledger.get(made.figure)?.unit.replace(/\/yr$/, '') ?? made.good.unit
  const figure = `indicator.${id}`
  if (!work.ledger.has(figure))
    work.ledger.derive({
      id: figure,
      label: {
        en: `${name.en}${at ? ` in ${at.en}` : ''} per ${product.en}`,
        vi: `${name.vi}${at ? ` tại ${at.vi}` : ''} trên ${product.vi}`,
      },
      unit: per(specificUnit(good.unit), output),
      formula: made.share === undefined ? 'use / output' : 'use * share / output',
      uses: { use, output: made.figure, ...(made.share !== undefined && { share: made.share }) },
      sd: 'independent',
    })
  return { id, figure, group }
}
