import { diagnose } from '../diagnostics/catalogue.js'
import type { Claim, InventoryGood } from '../model/inventory.js'
import { asText } from '../model/text.js'
import { formatNumber } from '../units/index.js'
import type { Normalising } from './stage.js'

/**
 * A good whose amount and whose readings or bills are two totals of the same flows, and differ. Of a product that is
 * mostly good against gross, wet against dry; of a material or fuel purchases against consumption.
 */
export function compareTotals(
  work: Normalising,
  claims: readonly Claim[],
  goods: readonly InventoryGood[],
): void {
  for (const good of goods) {
    const own = claims.find((claim) => claim.id === `claim.${good.id}`)
    if (own === undefined || good.list === 'water' || good.list === 'residues') continue
    const others = claims.filter(({ kind, terms }) => isCounted(kind) && isSame(terms, own.terms))
    const other = others.find((claim) => differs(work, good, own, claim))
    if (other !== undefined) tell(work, good, own, other)
  }
}

function isCounted(kind: Claim['kind']): boolean {
  return kind === 'reading' || kind === 'bill'
}

function isSame(a: Claim['terms'], b: Claim['terms']): boolean {
  return (
    a.length === b.length &&
    a.every(({ flow, coefficient }) =>
      b.some((term) => term.flow === flow && term.coefficient === coefficient),
    )
  )
}

/** Counts of products are exact to the share of the content; all else may differ by its uncertainty too. */
function differs(work: Normalising, good: InventoryGood, a: Claim, b: Claim): boolean {
  const [one, other] = [work.ledger.get(a.figure), work.ledger.get(b.figure)]
  const share = work.content.thresholds.get('totals-differ')
  if (one?.value == null || other?.value == null || share === undefined) return false
  const gap = Math.abs(one.value - other.value)
  const spread = good.list === 'products' ? 0 : Math.hypot(one.sd ?? 0, other.sd ?? 0)
  return gap > Math.max(share * Math.max(Math.abs(one.value), Math.abs(other.value)), spread)
}

function tell(work: Normalising, good: InventoryGood, own: Claim, other: Claim): void {
  const say = (claim: Claim): string => {
    const figure = work.ledger.get(claim.figure)
    return `${formatNumber(figure?.value ?? 0, { lang: 'en', digits: 4 })} ${figure?.unit ?? ''}`
  }
  const name = asText(good.name, good.id)
  const args = { good: name.en, 'good-vi': name.vi, own: say(own), other: say(other) }
  work.diagnostics.push(diagnose(good.list === 'products' ? 'U351' : 'U352', own.at, args, [other.at]))
}
