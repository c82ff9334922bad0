import { diagnose } from '../diagnostics/catalogue.js'
import { fits, type Ledger } from '../formula/index.js'
import type { ClaimCheck } from '../model/balances.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Assay, Claim, Inventory, Transfer } from '../model/inventory.js'
import { significant } from './flow-results.js'
import { linearFormula, zeroOf, type LinearTerm } from './linear-formula.js'
import type { Reconciliation } from './reconciliation.js'
import { partsOf, solvedFigure } from './solved-figure.js'

/** Something measured: its variable, the figure as it is shown, and the figure of what it became. */
type Checked = {
  readonly id: string
  readonly variable: string
  readonly measured: Figure | undefined
  readonly reconciled: Figure
  readonly at: string
}

type Checking = {
  readonly inventory: Inventory
  readonly result: Reconciliation
  readonly ledger: Ledger
  readonly diagnostics: Diagnostic[]
}

/** How every claim, assay and transfer coefficient fared: what it became, and whether it does not fit the others. */
export function claimChecks(claims: readonly Claim[], work: Checking): ClaimCheck[] {
  const { assays = [], transfers = [] } = work.inventory.composition ?? {}
  return [
    ...claims.map((claim) => checkOf(work, checkedClaim(work, claim))),
    ...assays.map((assay) => checkOf(work, checkedAssay(work, assay))),
    ...transfers.map((transfer) => checkOf(work, checkedTransfer(work, transfer))),
  ]
}

function checkOf({ result, ledger, diagnostics }: Checking, checked: Checked): ClaimCheck {
  const { id, variable, measured, reconciled } = checked
  const z = result.measurementTest.z.get(variable) ?? null
  const limit = result.measurementTest.criticalSidak
  const suspect = z !== null && limit !== null && z > limit
  if (suspect) {
    const told = suspicion(checked, z)
    if (told !== undefined) diagnostics.push(told)
  }
  const kind = result.variables.get(variable)?.classification
  return {
    claim: id,
    measured: measured?.id ?? id,
    reconciled: reconciled.id,
    adjustment: adjustment(ledger, id, measured, reconciled).id,
    z,
    suspect,
    class: kind === 'redundant' || kind === 'exact' ? kind : 'nonredundant',
  }
}

function adjustment(ledger: Ledger, id: string, measured: Figure | undefined, reconciled: Figure): Figure {
  const label = measured?.label ?? { en: id, vi: id }
  const { unit } = reconciled
  return ledger.derive({
    id: `${id}.adjustment`,
    label: { en: `${label.en}: adjustment`, vi: `${label.vi}: hiệu chỉnh` },
    unit,
    formula: `if(abs(reconciled - claimed) <= 1e-9 * abs(claimed), ${zeroOf(unit)}, reconciled - claimed)`,
    uses: { reconciled: reconciled.id, claimed: measured?.id ?? id },
  })
}

function reconciledLabel(measured: Figure | undefined, id: string): Figure['label'] {
  const label = measured?.label ?? { en: id, vi: id }
  return { en: `${label.en}: reconciled`, vi: `${label.vi}: sau hiệu chỉnh` }
}

function checkedClaim(work: Checking, claim: Claim): Checked {
  const { ledger } = work
  const measured = ledger.get(claim.figure)
  const unit = measured?.unit ?? '1'
  const names = claim.terms.map((term, index) => ({
    name: `f${index + 1}`,
    ...carriedFigure(work, term, claim),
  }))
  const reconciled = ledger.derive({
    id: `${claim.id}.reconciled`,
    label: reconciledLabel(measured, claim.id),
    unit,
    formula: withoutNoise(names, unit),
    uses: Object.fromEntries(names.map((term) => [term.name, term.figure])),
    sd: 'independent',
  })
  return { id: claim.id, variable: `claim:${claim.id}`, measured, reconciled, at: claim.at }
}

/** What a term of a claim is about: an amount, or what the flow carries where its content was reconciled too. */
function carriedFigure(
  { inventory, ledger }: Checking,
  term: Claim['terms'][number],
  claim: Claim,
): Omit<LinearTerm, 'name'> & { readonly figure: string } {
  const flow = inventory.flows.find(({ id }) => id === term.flow)
  const layer = Object.entries(flow?.found ?? {}).find(([, found]) =>
    'load' in found ? found.load === term.load : found.content === term.content,
  )?.[0]
  const figure = layer === undefined ? `flow.${term.flow}` : `flow.${term.flow}.${layer}`
  const unit = ledger.get(figure)?.unit ?? ledger.get(claim.figure)?.unit ?? '1'
  return { figure, unit, coefficient: layer === undefined ? term.coefficient : 1 }
}

/** In the unit that the laboratory wrote, where that leads to what a unit of the flow carries. */
function checkedAssay({ ledger }: Checking, assay: Assay): Checked {
  const written = ledger.get(assay.written)
  const used = ledger.get(assay.figure)
  const content = ledger.get(assay.content)
  const factor = { name: 'content', unit: content?.unit ?? '1', coefficient: assay.coefficient }
  const derivation = (unit: string): { unit: string; formula: string; uses: Record<string, string> } => ({
    unit,
    formula: linearFormula([factor], 0, used?.unit ?? '1'),
    uses: { content: assay.content },
  })
  const shown = written !== undefined && fits(derivation(written.unit), ledger) ? written : used
  const reconciled = ledger.derive({
    id: `${assay.id}.reconciled`,
    label: reconciledLabel(shown, assay.id),
    ...derivation(shown?.unit ?? '1'),
    sd: 'independent',
  })
  return { id: assay.id, variable: `assay:${assay.id}`, measured: shown, reconciled, at: assay.at }
}

function checkedTransfer({ inventory, result, ledger }: Checking, transfer: Transfer): Checked {
  const measured = ledger.get(transfer.figure)
  const variable = `transfer:${transfer.id}`
  const value = result.variables.get(variable)?.value ?? measured?.value ?? 0
  const label = reconciledLabel(measured, transfer.id)
  const figure = { id: `${transfer.id}.reconciled`, label, unit: '1', value, show: '%' as const }
  const reconciled = solvedFigure(ledger, figure, partsOf(result, variable, inventory).parts)
  return { id: transfer.id, variable, measured, reconciled, at: transfer.at }
}

function suspicion({ measured, reconciled, at }: Checked, z: number): Diagnostic | undefined {
  if (measured?.value == null || reconciled.value === null) return undefined
  return diagnose('R201', at, {
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
