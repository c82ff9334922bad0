import type { BalanceLaw } from '../model/law.js'
import { diagnose } from '../diagnostics/catalogue.js'
import { createLedger, type Ledger } from '../formula/index.js'
import type { Balance, ClaimCheck, FlowResult, Reconciled } from '../model/balances.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import { layerName, layerUnit, type Claim, type Inventory, type InventoryFlow } from '../model/inventory.js'
import { asText, type Text } from '../model/text.js'
import { writeBalances } from './balance-figures.js'
import type { Site } from '../schema/site.js'
import { linearFormula } from './linear-formula.js'
import type { LinearProblem } from './linear-problem.js'
import { reconcile } from './reconcile.js'
import type { Reconciliation } from './reconciliation.js'

/** Longest sum of claims that is still shown as an expression; longer ones are values with the method named. */
const READABLE_TERMS = 24

/** Significance below which a balance is taken to be open rather than badly measured. */
const SIGNIFICANCE = 0.05

/**
 * Claims and laws → the most likely flows. A law that the measurements contradict is released: what it misses is
 * kept as *unaccounted*, never spread over the other flows. Every flow becomes a figure that is an expression
 * over the claims, so the workbook follows when a claim is changed.
 */
export function reconcileBalances(input: {
  readonly inventory: Inventory
  readonly laws: readonly BalanceLaw[]
  readonly figures: readonly Figure[]
  readonly site: Pick<Site, 'assert'>
}): Staged<{ readonly reconciled: Reconciled; readonly figures: readonly Figure[] }> {
  const { inventory, laws } = input
  const ledger = createLedger(input.figures)
  const diagnostics: Diagnostic[] = []
  const claims = inventory.claims.filter((claim) => ledger.get(claim.figure)?.value != null)
  const { result, released } = solve(inventory, claims, laws, ledger)
  for (const conflict of result.infeasible) {
    const names = conflict.variables.map((id) => id.replace(/^claim:/, '')).join(', ')
    diagnostics.push(diagnose('R102', '', { claims: names }))
  }
  const flows = inventory.flows.map((flow) => flowResult(flow, inventory, result, ledger, diagnostics))
  const checks = claims.map((claim) => claimCheck(claim, result, ledger, diagnostics))
  const balances: readonly Balance[] = writeBalances({
    inventory,
    laws,
    released,
    ledger,
    diagnostics,
    tolerances: tolerancesOf(input.site),
  })
  const test = {
    chi2: result.chi2,
    dof: result.dof,
    critical95: result.critical,
    p: result.pValue,
    passed: result.passed,
  }
  return {
    value: { reconciled: { flows, claims: checks, balances, test }, figures: ledger.all() },
    diagnostics,
  }
}

/** The closure that the site asserts of itself, by layer, is also its tolerance. */
function tolerancesOf(site: Pick<Site, 'assert'>): Readonly<Record<string, number>> {
  const rows = site.assert.flatMap((assertion) => {
    const limit = assertion['closes-within']
    if (assertion.balance === undefined || assertion.step !== undefined || limit === undefined) return []
    return [[assertion.balance, limit.unit.text === '%' ? limit.value / 100 : limit.value] as const]
  })
  return Object.fromEntries(rows)
}

type Solved = { readonly result: Reconciliation; readonly released: ReadonlySet<string> }

/** Solves, and as long as the measurements contradict a law, releases the law that they contradict most. */
function solve(
  inventory: Inventory,
  claims: readonly Claim[],
  laws: readonly BalanceLaw[],
  ledger: Ledger,
): Solved {
  const released = new Set<string>()
  const candidates = laws.filter(
    (law) => law.step !== null && law.terms.length > 0 && law.silent.length === 0,
  )
  for (const law of laws) if (oneSided(law)) released.add(law.id)
  for (;;) {
    const active = candidates.filter((law) => !released.has(law.id))
    const result = reconcile(problemOf(inventory, claims, active, ledger), {
      nonNegative: false,
      alpha: SIGNIFICANCE,
    })
    const worst = worstLaw(result, active)
    if (worst === undefined) return { result, released }
    released.add(worst)
  }
}

/** A law with nothing on one side cannot hold; it is shown as open and not imposed on the flows. */
function oneSided(law: BalanceLaw): boolean {
  return (
    law.stocks.length === 0 &&
    (law.terms.every((term) => term.coefficient > 0) || law.terms.every((term) => term.coefficient < 0))
  )
}

/** The law whose violation explains most of the contradiction, when there is a significant one. */
function worstLaw(result: Reconciliation, active: readonly BalanceLaw[]): string | undefined {
  const leaks = active.flatMap((law) => {
    const leak = result.glr.leak.get(law.id)
    return leak === undefined ? [] : [{ id: law.id, T: leak.T }]
  })
  const worst = leaks.sort((a, b) => b.T - a.T)[0]
  const single = result.measurementTest.criticalSingle ** 2
  return worst !== undefined && worst.T > single && (result.passed === false || worst.T > single)
    ? worst.id
    : undefined
}

/** Variables are the flows (unmeasured), the claims and the stock changes (measured). */
function problemOf(
  inventory: Inventory,
  claims: readonly Claim[],
  laws: readonly BalanceLaw[],
  ledger: Ledger,
): LinearProblem {
  const measured = (id: string): { value: number; sd: number } => {
    const figure = ledger.get(id)
    return { value: figure?.value ?? 0, sd: figure?.sd ?? 0 }
  }
  return {
    variables: [
      ...inventory.flows.map((flow) => ({ id: flow.id, measured: null })),
      ...claims.map((claim) => ({ id: `claim:${claim.id}`, measured: measured(claim.figure) })),
      ...inventory.stocks.map((stock) => ({ id: `stock:${stock.id}`, measured: measured(stock.change) })),
    ],
    equations: [
      ...laws.map((law) => ({
        id: law.id,
        terms: [
          ...law.terms.map((term) => ({ variable: term.flow, coefficient: term.coefficient })),
          ...law.stocks.map((stock) => ({
            variable: `stock:${stock.stock}`,
            coefficient: -stock.coefficient,
          })),
        ],
        rhs: 0,
      })),
      ...claims.map((claim) => ({
        id: `claim:${claim.id}`,
        terms: [
          ...claim.terms.map((term) => ({ variable: term.flow, coefficient: term.coefficient })),
          { variable: `claim:${claim.id}`, coefficient: -1 },
        ],
        rhs: 0,
      })),
    ],
  }
}

function flowResult(
  flow: InventoryFlow,
  inventory: Inventory,
  result: Reconciliation,
  ledger: Ledger,
  diagnostics: Diagnostic[],
): FlowResult {
  const unit = `${inventory.goods.find((good) => good.id === flow.of)?.unit ?? '1'}/yr`
  const label = asText(flow.name, flow.id)
  const found = result.variables.get(flow.id)
  const value = found?.value ?? null
  const id = `flow.${flow.id}`
  const scale = Math.max(
    1,
    ...inventory.claims.map((claim) => Math.abs(ledger.get(claim.figure)?.value ?? 0)),
  )
  const negative = value !== null && value < -1e-9 * scale
  if (negative)
    diagnostics.push(diagnose('R101', flow.at, { flow: flow.id, value: `${round(value)} ${unit}` }))
  if (value === null || negative) {
    if (value === null) diagnostics.push(diagnose('R301', flow.at, { flow: flow.id }))
    ledger.add({
      id,
      label,
      value: null,
      unit,
      kind: 'solved',
      method: 'reconciliation',
      lacks: [id],
      at: flow.at,
    })
    return { flow: flow.id, figure: id, class: 'unknown', layers: layerFigures(flow, label, ledger) }
  }
  const response = result.responseOf(flow.id)
  const terms = (response?.terms ?? []).map((term) => ({
    figure: figureOf(term.variable, inventory),
    coefficient: term.coefficient,
  }))
  const sd = found?.sd ?? undefined
  if (response === null || terms.length > READABLE_TERMS || terms.length === 0) {
    ledger.add({
      id,
      label,
      value,
      unit,
      kind: 'solved',
      method: 'reconciliation',
      ...(sd === undefined ? {} : { sd }),
    })
  } else {
    const names = terms.map((term, index) => ({
      name: `c${index + 1}`,
      unit: ledger.get(term.figure)?.unit ?? unit,
      ...term,
    }))
    ledger.derive({
      id,
      label,
      unit,
      formula: linearFormula(names, response.constant, unit),
      uses: Object.fromEntries(names.map((term) => [term.name, term.figure])),
      ...(sd === undefined ? {} : { sd }),
    })
  }
  const single = terms.length === 1 && terms[0]?.coefficient === 1
  const own = inventory.claims.some(
    (claim) =>
      claim.figure === terms[0]?.figure && claim.terms.length === 1 && claim.terms[0]?.flow === flow.id,
  )
  const claimed = inventory.claims.some((claim) => claim.terms.some((term) => term.flow === flow.id))
  return {
    flow: flow.id,
    figure: id,
    class:
      single && own
        ? 'claimed'
        : claimed && found?.adjustment !== undefined && terms.length > 1
          ? 'reconciled'
          : 'calculated',
    layers: layerFigures(flow, label, ledger),
  }
}

function round(value: number): string {
  return String(Number(value.toPrecision(4)))
}

function figureOf(variable: string, inventory: Inventory): string {
  const [kind, id] = [variable.slice(0, variable.indexOf(':')), variable.slice(variable.indexOf(':') + 1)]
  const found =
    kind === 'claim'
      ? inventory.claims.find((claim) => claim.id === id)?.figure
      : inventory.stocks.find((stock) => stock.id === id)?.change
  return found ?? variable
}

/** Amount × content in every layer of which the flow says what it carries. */
function layerFigures(flow: InventoryFlow, label: Text, ledger: Ledger): Readonly<Record<string, string>> {
  const figures: Record<string, string> = {}
  for (const [layer, content] of Object.entries(flow.contents)) {
    const what = layerName(layer)
    figures[layer] = ledger.derive({
      id: `flow.${flow.id}.${layer}`,
      label: { en: `${label.en}: ${what.en}`, vi: `${label.vi}: ${what.vi}` },
      unit: layerUnit(layer),
      formula: 'amount * content',
      uses: { amount: `flow.${flow.id}`, content },
      sd: 'independent',
    }).id
  }
  return figures
}

function claimCheck(
  claim: Claim,
  result: Reconciliation,
  ledger: Ledger,
  diagnostics: Diagnostic[],
): ClaimCheck {
  const variable = `claim:${claim.id}`
  const found = result.variables.get(variable)
  const z = result.measurementTest.z.get(variable) ?? null
  const limit = result.measurementTest.criticalSidak
  const measured = ledger.get(claim.figure)
  const suspect = z !== null && limit !== null && z > limit
  const label = measured?.label ?? { en: claim.id, vi: claim.id }
  const names = claim.terms.map((term, index) => ({
    name: `f${index + 1}`,
    figure: `flow.${term.flow}`,
    unit: ledger.get(`flow.${term.flow}`)?.unit ?? '1',
    coefficient: term.coefficient,
  }))
  const reconciled = ledger.derive({
    id: `${claim.id}.reconciled`,
    label: { en: `${label.en}: reconciled`, vi: `${label.vi}: sau hiệu chỉnh` },
    unit: measured?.unit ?? '1',
    formula: linearFormula(names, 0, measured?.unit ?? '1'),
    uses: Object.fromEntries(names.map((term) => [term.name, term.figure])),
  })
  const adjustment = ledger.derive({
    id: `${claim.id}.adjustment`,
    label: { en: `${label.en}: adjustment`, vi: `${label.vi}: hiệu chỉnh` },
    unit: measured?.unit ?? '1',
    formula: `if(abs(reconciled - claimed) <= 1e-9 * abs(claimed), 0 ${measured?.unit ?? '1'}, reconciled - claimed)`,
    uses: { reconciled: reconciled.id, claimed: claim.figure },
  })
  if (suspect && measured?.value != null && reconciled.value !== null) {
    const say = (value: number): string => `${round(value)} ${measured.unit}`
    diagnostics.push(
      diagnose('R201', claim.at, {
        claim: label.en,
        given: say(measured.value),
        expected: say(reconciled.value),
        z: z.toFixed(1),
      }),
    )
  }
  const kind = found?.classification
  return {
    claim: claim.id,
    measured: claim.figure,
    reconciled: reconciled.id,
    adjustment: adjustment.id,
    z,
    suspect,
    class: kind === 'redundant' || kind === 'exact' ? kind : 'nonredundant',
  }
}
