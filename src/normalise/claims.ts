import { diagnose } from '../diagnostics/catalogue.js'
import { LAYER_UNITS, type Claim, type InventoryFlow, type InventoryGood } from '../model/inventory.js'
import type { Share } from '../model/law.js'
import { carriedBy } from '../model/carried.js'
import type { Quantity } from '../model/quantity.js'
import { asText, type Text } from '../model/text.js'
import { convert, parseUnit } from '../units/index.js'
import { perYear } from './amounts.js'
import { billsTotal } from './bills.js'
import { ratioClaims } from './ratios.js'
import { readingsTotal } from './readings.js'
import type { Running } from './running-time.js'
import type { Metered, Normalising } from './stage.js'

/**
 * Every equation the site states about its flows: amounts of flows and goods, readings and bills of meters,
 * norms that tie one flow to another.
 */
export function claimsOf(
  work: Normalising,
  goods: readonly InventoryGood[],
  flows: readonly InventoryFlow[],
): Claim[] {
  const byGood = new Map(goods.map((good) => [good.id, good]))
  const found: (Claim | undefined)[] = []
  for (const flow of flows) {
    const good = byGood.get(flow.of)
    const amount = work.site.flows[flow.id]?.amount
    if (good !== undefined && amount !== undefined) found.push(flowClaim(work, flow, good, amount))
  }
  for (const good of goods) {
    const amount = work.site[good.list][good.id]?.amount
    if (amount !== undefined) found.push(goodClaim(work, good, flows, amount))
  }
  for (const metered of [...readingsTotal(work), ...billsTotal(work)])
    found.push(meteredClaim(work, metered, byGood, flows))
  const claims = found.filter((claim) => claim !== undefined)
  return [...claims, ...ratioClaims(work, claims, flows, byGood)]
}

function flowClaim(
  work: Normalising,
  flow: InventoryFlow,
  good: InventoryGood,
  amount: Quantity,
): Claim | undefined {
  if (amount.of !== undefined) return undefined
  const stepId = flow.from ?? flow.to ?? undefined
  const written = work.site.flows[flow.id]
  const step = stepId === undefined ? undefined : work.site.steps[stepId]
  const running: Running = {
    flowId: flow.id,
    ...(written === undefined ? {} : { flow: written }),
    ...(stepId === undefined ? {} : { stepId }),
    ...(step === undefined ? {} : { step }),
  }
  const label = asText(flow.name, flow.id)
  return amountClaim(work, { id: `claim.${flow.id}`, label, amount, good, flows: [flow], running })
}

/** A good's own amount claims the sum of its flows over the boundary: those that enter, else those that leave. */
function goodClaim(
  work: Normalising,
  good: InventoryGood,
  flows: readonly InventoryFlow[],
  amount: Quantity,
): Claim | undefined {
  const sum = boundaryFlows(good, flows)
  const label = asText(good.name, good.id)
  return amountClaim(work, { id: `claim.${good.id}`, label, amount, good, flows: sum, running: {} })
}

/** The flows of a good over the boundary; all of them where it moves only inside. */
function boundaryFlows(good: InventoryGood, flows: readonly InventoryFlow[]): readonly InventoryFlow[] {
  const own = flows.filter((flow) => flow.of === good.id)
  const entering = own.filter((flow) => flow.from === null)
  const leaving = own.filter((flow) => flow.to === null)
  if (entering.length > 0 && good.list !== 'products') return entering
  return leaving.length > 0 ? leaving : own
}

type Amounting = {
  readonly id: string
  readonly label: Text
  readonly amount: Quantity
  readonly good: InventoryGood
  readonly flows: readonly InventoryFlow[]
  readonly running: Running
}

/** A claim on the sum of `flows`, in the good's unit, or in one of its layers where the amount names one. */
function amountClaim(work: Normalising, claim: Amounting): Claim | undefined {
  const { id, label, amount, good, flows, running } = claim
  if (flows.length === 0) return undefined
  const { layer } = amount
  const valueOf = (figure: string): number | null | undefined => work.ledger.get(figure)?.value
  const terms = flows.flatMap((flow): Share[] => {
    const share = layer === undefined ? { flow: flow.id, coefficient: 1 } : carriedBy(flow, layer, valueOf)
    return share === undefined ? [] : [share]
  })
  if (terms.length < flows.length) {
    const needed = `contains.${layer}`
    work.diagnostics.push(
      diagnose('U321', amount.at, { what: label.en, 'what-vi': label.vi, needed, layer: layer ?? '' }),
    )
    return undefined
  }
  const figure = perYear(work, id, label, amount, {
    unit: layer === undefined ? good.unit : (LAYER_UNITS[layer] ?? 't'),
    through: layer === undefined ? carried(good) : layer === 'water' ? ['choice.water-density'] : [],
    running,
  })
  if (figure === undefined) return undefined
  const kind = amount.basis === 'calculated' ? 'calculated' : 'amount'
  return { id, figure: figure.id, terms, kind, at: amount.at }
}

/** What leads from tonnes or gigajoules to the unit of a good. */
function carried(good: InventoryGood): readonly string[] {
  return ['mass', 'energy'].flatMap((layer) => good.contents[layer] ?? [])
}

function meteredClaim(
  work: Normalising,
  metered: Metered,
  goods: ReadonlyMap<string, InventoryGood>,
  flows: readonly InventoryFlow[],
): Claim | undefined {
  const read = metered.reads.flatMap(({ of: name, coefficient }) => {
    const flow = flows.find((candidate) => candidate.id === name)
    const good = goods.get(name)
    const side = flow !== undefined ? [flow] : good === undefined ? [] : boundaryFlows(good, flows)
    return side.map((found) => ({ flow: found.id, good: goods.get(found.of), coefficient }))
  })
  const good = read[0]?.good
  if (good === undefined) return undefined
  const { id, label, total, kind } = metered
  const terms = read.flatMap(({ flow, good: other, coefficient }) => {
    const size = other === undefined ? undefined : inUnit(other.unit, good.unit)
    return size === undefined ? [] : [{ flow, coefficient: coefficient * size }]
  })
  if (terms.length < read.length) {
    work.diagnostics.push(
      diagnose('U313', total.at, {
        what: label.en,
        'what-vi': label.vi,
        written: total.written,
        unit: good.unit,
      }),
    )
    return undefined
  }
  const figure = perYear(work, id, label, total, { unit: good.unit, through: carried(good) })
  return figure === undefined ? undefined : { id, figure: figure.id, terms, kind, at: total.at }
}

/** How much one of a unit is in another; `undefined` where they measure different things. */
function inUnit(from: string, to: string): number | undefined {
  if (from === to) return 1
  const [source, target] = [parseUnit(from), parseUnit(to)]
  return 'unit' in source && 'unit' in target ? convert(1, source.unit, target.unit) : undefined
}
