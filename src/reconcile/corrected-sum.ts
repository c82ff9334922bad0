import type { Ledger } from '../formula/index.js'
import type { Inventory } from '../model/inventory.js'
import type { Text } from '../model/text.js'
import { linearFormula } from './linear-formula.js'
import type { Reconciliation } from './reconciliation.js'
import { partsIn, type Part } from './solved-figure.js'

/** Longest sum of claims that is still shown as an expression; longer ones are values with the method named. */
const READABLE_TERMS = 24

export type Summing = {
  readonly inventory: Inventory
  readonly result: Reconciliation
  readonly ledger: Ledger
}

export type Sum = { readonly constant: number; readonly parts: readonly Part[] }

/**
 * A variable as a sum of claims, corrected by shares of what the claims disagree by; where they agree, it is that sum to
 * the last digit. `null` where that is no formula to read.
 */
export function correctedSum(work: Summing, variable: string, parts: readonly Part[]): Sum | null {
  const { inventory, result } = work
  const correction = result.correctionOf(variable)
  if (correction === null || parts.length === 0 || parts.length > READABLE_TERMS) return null
  const { sum, shares } = correction
  const disagreements = shares.map(({ check, weight }) => {
    const figure = disagreement(work, check)
    return figure === null ? null : { figure, coefficient: Number(weight.toPrecision(WEIGHT_DIGITS)) }
  })
  if (disagreements.includes(null) || sum.terms.length + shares.length > READABLE_TERMS) return null
  const known = disagreements.filter((one) => one !== null)
  return { constant: sum.constant, parts: [...partsIn(sum.terms, inventory), ...known] }
}

// Digits beyond these depend on the order of the arithmetic.
const WEIGHT_DIGITS = 13

/** Figure of one sum of claims that would be zero if they agreed; `null` where it is too long to read. */
function disagreement({ inventory, result, ledger }: Summing, check: number): string | null {
  const id = `disagreement.${check + 1}`
  if (ledger.has(id)) return id
  const { constant, terms } = result.checks()[check] ?? { constant: 0, terms: [] }
  if (terms.length > READABLE_TERMS || terms.length === 0) return null
  const parts = partsIn(terms, inventory)
  const label = {
    en: `Disagreement ${check + 1} of the numbers given`,
    vi: `Chênh lệch ${check + 1} giữa các số liệu đã cho`,
  }
  const unit = ledger.get(parts[0]?.figure ?? '')?.unit ?? '1'
  deriveSum(ledger, { id, label, unit }, { constant, parts })
  return id
}

export function deriveSum(
  ledger: Ledger,
  figure: { readonly id: string; readonly label: Text; readonly unit: string },
  { constant, parts }: Sum,
): void {
  const names = parts.map((part, index) => ({
    name: `c${index + 1}`,
    unit: ledger.get(part.figure)?.unit ?? figure.unit,
    ...part,
  }))
  ledger.derive({
    ...figure,
    formula: linearFormula(names, constant, figure.unit),
    uses: Object.fromEntries(names.map((term) => [term.name, term.figure])),
    sd: 'independent',
  })
}
