import { diagnose } from '../diagnostics/catalogue.js'
import { LAYER_UNITS, type Claim, type InventoryFlow, type InventoryGood } from '../model/inventory.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import { convert, parseUnit } from '../units/index.js'
import { perYear } from './amounts.js'
import { billsTotal, readingsTotal, type Metered } from './metered.js'
import { enter, type Normalising } from './stage.js'
import { asText } from '../model/text.js'

type Terms = Claim['terms']

/**
 * Every equation the site states about its flows: amounts of flows and goods, readings and bills of meters,
 * norms that tie one flow to another.
 */
export function claimsOf(
  work: Normalising,
  goods: readonly InventoryGood[],
  flows: readonly InventoryFlow[],
): Claim[] {
  const claims: Claim[] = []
  const push = (claim: Claim | undefined): void => {
    if (claim !== undefined) claims.push(claim)
  }
  const byGood = new Map(goods.map((good) => [good.id, good]))
  for (const flow of flows) {
    const good = byGood.get(flow.of)
    const amount = work.site.flows[flow.id]?.amount
    if (good !== undefined && amount !== undefined) push(flowClaim(work, flow, good, amount))
  }
  for (const good of goods) {
    const amount = work.site[good.list][good.id]?.amount
    if (amount !== undefined) push(goodClaim(work, good, flows, amount))
  }
  for (const metered of [...readingsTotal(work), ...billsTotal(work)])
    push(meteredClaim(work, metered, byGood, flows))
  return withRatios(work, claims, flows, byGood)
}

function flowClaim(
  work: Normalising,
  flow: InventoryFlow,
  good: InventoryGood,
  amount: Quantity,
): Claim | undefined {
  if (amount.of !== undefined) return undefined
  const id = `claim.${flow.id}`
  const label = asText(flow.name, flow.id)
  const stepId = flow.from ?? flow.to ?? undefined
  const written = work.site.flows[flow.id]
  const running = {
    flowId: flow.id,
    ...(written === undefined ? {} : { flow: written }),
    ...(stepId === undefined ? {} : { stepId }),
    ...(stepId !== undefined && work.site.steps[stepId] !== undefined
      ? { step: work.site.steps[stepId] }
      : {}),
  }
  return amountClaim(work, id, label, amount, good, [flow], running)
}

/** A good's own amount claims the sum of its flows over the boundary: those that enter, else those that leave. */
function goodClaim(
  work: Normalising,
  good: InventoryGood,
  flows: readonly InventoryFlow[],
  amount: Quantity,
): Claim | undefined {
  const own = flows.filter((flow) => flow.of === good.id)
  const entering = own.filter((flow) => flow.from === null)
  const leaving = own.filter((flow) => flow.to === null)
  const sum = entering.length > 0 && good.list !== 'products' ? entering : leaving.length > 0 ? leaving : own
  if (sum.length === 0) return undefined
  return amountClaim(work, `claim.${good.id}`, asText(good.name, good.id), amount, good, sum, {})
}

/** A claim on the sum of `flows`, in the good's unit, or in one of its layers where the amount names one. */
function amountClaim(
  work: Normalising,
  id: string,
  label: Text,
  amount: Quantity,
  good: InventoryGood,
  flows: readonly InventoryFlow[],
  running: Parameters<typeof perYear>[5],
): Claim | undefined {
  const layer = amount.layer
  const unit = layer === undefined ? convertible(work, amount, good, label) : (LAYER_UNITS[layer] ?? 't')
  if (unit === undefined) return undefined
  const figure = perYear(work, id, label, amount, unit, running)
  if (figure === undefined) return undefined
  const terms: { flow: string; coefficient: number }[] = []
  for (const flow of flows) {
    const coefficient = layer === undefined ? 1 : contentValue(work, flow, layer)
    if (coefficient === undefined) {
      work.diagnostics.push(
        diagnose('U321', amount.at, { what: label.en, needed: `contains.${layer}`, layer: layer ?? '' }),
      )
      return undefined
    }
    terms.push({ flow: flow.id, coefficient })
  }
  return {
    id,
    figure: figure.id,
    terms,
    kind: amount.basis === 'calculated' ? 'calculated' : 'amount',
    at: amount.at,
  }
}

function contentValue(work: Normalising, flow: InventoryFlow, layer: string): number | undefined {
  const figure = flow.contents[layer]
  return figure === undefined ? undefined : (work.ledger.get(figure)?.value ?? undefined)
}

/** The good's unit, when the amount can be brought to it; else a diagnostic that asks for what is missing. */
function convertible(
  work: Normalising,
  amount: Quantity,
  good: InventoryGood,
  label: Text,
): string | undefined {
  const target = parseUnit(good.unit)
  const total = parseUnit(amount.unit.text.replace(/\/(s|min|h|d|wk|month|quarter|yr|batch)$/, ''))
  if (!('unit' in target) || !('unit' in total)) return good.unit
  if (convert(1, total.unit, target.unit) !== undefined) return good.unit
  if (amount.unit.dimension['time'] === -3) return good.unit
  work.diagnostics.push(
    diagnose('U313', amount.at, { what: label.en, written: amount.written, unit: good.unit, needed: 'mass' }),
  )
  return undefined
}

function meteredClaim(
  work: Normalising,
  metered: Metered,
  goods: ReadonlyMap<string, InventoryGood>,
  flows: readonly InventoryFlow[],
): Claim | undefined {
  const terms = metered.reads.flatMap(({ of: name, coefficient }) => {
    if (flows.some((flow) => flow.id === name && flow.of !== name)) return [{ flow: name, coefficient }]
    const own = flows.filter((flow) => flow.of === name)
    const entering = own.filter((flow) => flow.from === null)
    const leaving = own.filter((flow) => flow.to === null)
    const side = goods.get(name)?.list === 'products' || entering.length === 0 ? leaving : entering
    return side.map((flow) => ({ flow: flow.id, coefficient }))
  })
  const first = flows.find((flow) => flow.id === terms[0]?.flow)
  const good = first === undefined ? undefined : goods.get(first.of)
  if (good === undefined) return undefined
  const unit = convertible(work, metered.total, good, metered.label)
  if (unit === undefined) return undefined
  const figure = perYear(work, metered.id, metered.label, metered.total, unit, {})
  if (figure === undefined) return undefined
  return { id: metered.id, figure: figure.id, terms, kind: metered.kind, at: metered.total.at }
}

/** Norms such as `0.12 l/m2 of parts-in`: flow − ratio × other = 0, with the uncertainty of the ratio. */
function withRatios(
  work: Normalising,
  claims: Claim[],
  flows: readonly InventoryFlow[],
  goods: ReadonlyMap<string, InventoryGood>,
): Claim[] {
  const all = [...claims]
  for (const flow of flows) {
    const amount = work.site.flows[flow.id]?.amount
    if (amount?.of === undefined) continue
    const other = flows.find((candidate) => candidate.id === amount.of)
    const units = [goods.get(flow.of)?.unit, other && goods.get(other.of)?.unit]
    if (other === undefined || units[0] === undefined || units[1] === undefined) continue
    const label = asText(flow.name, flow.id)
    const written = enter(
      work,
      `norm.${flow.id}`,
      { en: `${label.en}: norm`, vi: `${label.vi}: định mức` },
      amount,
    )
    const target = parseUnit(`${units[0]}/${units[1]}`)
    const ratio = 'unit' in target ? convert(amount.value, amount.unit, target.unit) : undefined
    if (ratio === undefined) {
      work.diagnostics.push(
        diagnose('U313', amount.at, {
          what: label.en,
          written: amount.written,
          unit: `${units[0]}/${units[1]}`,
          needed: 'mass',
        }),
      )
      continue
    }
    const reference = claims.find((claim) => claim.terms.length === 1 && claim.terms[0]?.flow === other.id)
    const size = reference === undefined ? 0 : Math.abs(work.ledger.get(reference.figure)?.value ?? 0)
    const relative = written.sd !== undefined && written.value ? written.sd / Math.abs(written.value) : 0
    const figure = work.ledger.add({
      id: `claim.${flow.id}`,
      label: { en: `${label.en} less norm × ${other.id}`, vi: `${label.vi} trừ định mức × ${other.id}` },
      value: 0,
      unit: `${units[0]}/yr`,
      kind: 'input',
      sd: relative * ratio * size,
      at: amount.at,
    })
    const terms: Terms = [
      { flow: flow.id, coefficient: 1 },
      { flow: other.id, coefficient: -ratio },
    ]
    all.push({ id: figure.id, figure: figure.id, terms, kind: 'ratio', at: amount.at })
  }
  return all
}
