import { diagnose } from '../diagnostics/catalogue.js'
import type { Claim, InventoryFlow, InventoryGood } from '../model/inventory.js'
import type { Quantity } from '../model/quantity.js'
import { asText } from '../model/text.js'
import { convert, parseUnit, quotientUnit } from '../units/index.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import type { Normalising } from './stage.js'

/** Norms such as `0.12 l/m2 of parts-in`: flow − ratio × other = 0, with the uncertainty of the ratio. */
export function ratioClaims(
  work: Normalising,
  claims: readonly Claim[],
  flows: readonly InventoryFlow[],
  goods: ReadonlyMap<string, InventoryGood>,
): Claim[] {
  return flows.flatMap((flow) => {
    const amount = work.site.flows[flow.id]?.amount
    // A share of what another flow carries of a layer is a transfer coefficient.
    if (amount?.layer !== undefined) return []
    const other = flows.find((candidate) => candidate.id === amount?.of)
    const [unit, per] = [goods.get(flow.of)?.unit, other && goods.get(other.of)?.unit]
    if (amount === undefined || other === undefined || unit === undefined || per === undefined) return []
    const claim = ratioClaim(work, { flow, amount, other, unit, per, claims })
    return claim === undefined ? [] : [claim]
  })
}

type Norm = {
  readonly flow: InventoryFlow
  readonly amount: Quantity
  readonly other: InventoryFlow
  readonly unit: string
  readonly per: string
  readonly claims: readonly Claim[]
}

function ratioClaim(work: Normalising, norm: Norm): Claim | undefined {
  const { flow, amount, other, unit, per, claims } = norm
  const label = asText(flow.name, flow.id)
  const target = parseUnit(quotientUnit(unit, per))
  const ratio = 'unit' in target ? convert(amount.value, amount.unit, target.unit) : undefined
  if (ratio === undefined) {
    work.diagnostics.push(
      diagnose('U313', amount.at, {
        what: label.en,
        'what-vi': label.vi,
        written: `${amount.written}`,
        unit: quotientUnit(unit, per),
      }),
    )
    return undefined
  }
  const by = asText(other.name, other.id)
  const named = { en: `${label.en}: norm`, vi: `${label.vi}: định mức` }
  const written = enterQuantity(work, `norm.${flow.id}`, named, amount)
  const relative = written.sd !== undefined && written.value ? written.sd / Math.abs(written.value) : 0
  const figure = work.ledger.add({
    id: `claim.${flow.id}`,
    label: {
      en: `${label.en} less its norm × ${by.en} (should be 0)`,
      vi: `${label.vi} trừ định mức × ${by.vi} (lẽ ra bằng 0)`,
    },
    value: 0,
    unit: `${unit}/yr`,
    kind: 'input',
    sd: relative * ratio * sizeOf(work, claims, flow, other, ratio),
    at: amount.at,
  })
  const terms = [
    { flow: flow.id, coefficient: 1 },
    { flow: other.id, coefficient: -ratio },
  ]
  return { id: figure.id, figure: figure.id, terms, kind: 'ratio', at: amount.at }
}

/**
 * About how large the other flow is, which turns the uncertainty of the norm into one of the amount: from its own
 * claim, else from a claim on this flow, else from one on a sum that holds it.
 */
function sizeOf(
  work: Normalising,
  claims: readonly Claim[],
  flow: InventoryFlow,
  other: InventoryFlow,
  ratio: number,
): number {
  const claimed = (id: string, alone: boolean): number | undefined => {
    const claim = claims.find(
      ({ terms }) => (terms.length === 1 || !alone) && terms.some((term) => term.flow === id),
    )
    const value = claim === undefined ? undefined : work.ledger.get(claim.figure)?.value
    return value == null ? undefined : Math.abs(value)
  }
  const own = claimed(flow.id, true)
  return (
    claimed(other.id, true) ??
    (own === undefined || ratio === 0 ? undefined : own / Math.abs(ratio)) ??
    claimed(other.id, false) ??
    0
  )
}
