import { diagnose } from '../diagnostics/catalogue.js'
import type { Ledger } from '../formula/index.js'
import type { ClaimCheck } from '../model/balances.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Claim } from '../model/inventory.js'
import { significant } from './flow-results.js'
import { linearFormula, type LinearTerm } from './linear-formula.js'
import type { Reconciliation } from './reconciliation.js'

/** How every claim fared: what it became, how far it moved, and whether it does not fit the others. */
export function claimChecks(
  claims: readonly Claim[],
  result: Reconciliation,
  ledger: Ledger,
  diagnostics: Diagnostic[],
): ClaimCheck[] {
  return claims.map((claim) => {
    const variable = `claim:${claim.id}`
    const z = result.measurementTest.z.get(variable) ?? null
    const limit = result.measurementTest.criticalSidak
    const suspect = z !== null && limit !== null && z > limit
    const measured = ledger.get(claim.figure)
    const [reconciled, adjustment] = claimFigures(claim, measured, ledger)
    if (suspect) {
      const told = suspicion(claim, measured, reconciled, z)
      if (told !== undefined) diagnostics.push(told)
    }
    const kind = result.variables.get(variable)?.classification
    return {
      claim: claim.id,
      measured: claim.figure,
      reconciled: reconciled.id,
      adjustment: adjustment.id,
      z,
      suspect,
      class: kind === 'redundant' || kind === 'exact' ? kind : 'nonredundant',
    }
  })
}

function claimFigures(claim: Claim, measured: Figure | undefined, ledger: Ledger): [Figure, Figure] {
  const label = measured?.label ?? { en: claim.id, vi: claim.id }
  const unit = measured?.unit ?? '1'
  const names = claim.terms.map((term, index) => ({
    name: `f${index + 1}`,
    figure: `flow.${term.flow}`,
    unit: ledger.get(`flow.${term.flow}`)?.unit ?? '1',
    coefficient: term.coefficient,
  }))
  const reconciled = ledger.derive({
    id: `${claim.id}.reconciled`,
    label: { en: `${label.en}: reconciled`, vi: `${label.vi}: sau hiệu chỉnh` },
    unit,
    formula: withoutNoise(names, unit),
    uses: Object.fromEntries(names.map((term) => [term.name, term.figure])),
    sd: 'independent',
  })
  const adjustment = ledger.derive({
    id: `${claim.id}.adjustment`,
    label: { en: `${label.en}: adjustment`, vi: `${label.vi}: hiệu chỉnh` },
    unit,
    formula: `if(abs(reconciled - claimed) <= 1e-9 * abs(claimed), 0 ${unit}, reconciled - claimed)`,
    uses: { reconciled: reconciled.id, claimed: claim.figure },
  })
  return [reconciled, adjustment]
}

function suspicion(
  claim: Claim,
  measured: Figure | undefined,
  reconciled: Figure,
  z: number,
): Diagnostic | undefined {
  if (measured?.value == null || reconciled.value === null) return undefined
  return diagnose('R201', claim.at, {
    claim: measured.label.en,
    'claim-vi': measured.label.vi,
    given: `${significant(measured.value)} ${measured.unit}`,
    expected: `${significant(reconciled.value)} ${measured.unit}`,
    z: z.toFixed(1),
  })
}

/** A difference of flows that a norm makes zero is zero, not what rounding leaves. */
function withoutNoise(terms: readonly LinearTerm[], unit: string): string {
  const sum = linearFormula(terms, 0, unit)
  const [first] = terms
  if (first === undefined || terms.length === 1) return sum
  return `if(abs(${sum}) <= 1e-9 * abs(${linearFormula([first], 0, unit)}), 0 ${unit}, ${sum})`
}
