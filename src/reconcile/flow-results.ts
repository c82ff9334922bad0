import { diagnose } from '../diagnostics/catalogue.js'
import type { Ledger } from '../formula/index.js'
import type { FlowResult } from '../model/balances.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { layerName, layerUnit, type Inventory, type InventoryFlow } from '../model/inventory.js'
import { asText, type Text } from '../model/text.js'
import { formatNumber } from '../units/index.js'
import { correctedSum, deriveSum } from './corrected-sum.js'
import { linearFormula, quotient } from './linear-formula.js'
import type { Reconciliation } from './reconciliation.js'
import { partsOf, solvedFigure, type Part } from './solved-figure.js'

type Writing = {
  readonly inventory: Inventory
  readonly result: Reconciliation
  /** The same without flows held at zero. */
  readonly free: Reconciliation
  /** Variables that are no sums of the measured values. */
  readonly curved: ReadonlySet<string>
  readonly ledger: Ledger
  readonly diagnostics: Diagnostic[]
  /** `false` keeps negative flows as they come out. */
  readonly bounds: boolean
}

/**
 * Every flow as a figure `flow.<id>` that is an expression over the claims, so the workbook follows when a claim is
 * changed; and what it carries in every layer. A flow that nothing gives, or that comes out clearly negative, is unknown.
 */
export function flowResults(work: Writing): FlowResult[] {
  const sizes = work.inventory.claims.map((claim) => Math.abs(work.ledger.get(claim.figure)?.value ?? 0))
  const noise = 1e-9 * sizes.reduce((largest, size) => Math.max(largest, size), 1)
  const units = new Map(work.inventory.goods.map((good) => [good.id, `${good.unit}/yr`]))
  return work.inventory.flows.map((flow) => flowResult(work, flow, units.get(flow.of) ?? '1', noise))
}

function flowResult(work: Writing, flow: InventoryFlow, unit: string, noise: number): FlowResult {
  const label = asText(flow.name, flow.id)
  const value = work.result.variables.get(flow.id)?.value ?? null
  const figure = `flow.${flow.id}`
  const { diagnostics, ledger } = work
  if (value === null) diagnostics.push(diagnose('R301', flow.at, { flow: flow.id }))
  else if (value < -noise)
    diagnostics.push(diagnose('R101', flow.at, { flow: flow.id, value: `${significant(value)} ${unit}` }))
  if (value === null || (value < -noise && work.bounds)) {
    ledger.add({
      id: figure,
      label,
      value: null,
      unit,
      kind: 'solved',
      method: 'reconciliation',
      lacks: [figure],
      at: flow.at,
    })
    return { flow: flow.id, figure, class: 'unknown', layers: layerFigures(work, flow, label) }
  }
  if (work.result.bounds.active.includes(flow.id)) tellHeld(work, flow, unit)
  const { parts } = partsOf(work.result, flow.id, work.inventory)
  const sum = work.curved.has(flow.id) ? null : correctedSum(work, flow.id, parts)
  if (sum === null) solvedFigure(ledger, { id: figure, label, unit, value }, parts)
  else deriveSum(ledger, { id: figure, label, unit }, sum)
  const found = classOf(work, flow, parts)
  return { flow: flow.id, figure, class: found, layers: layerFigures(work, flow, label) }
}

function tellHeld(work: Writing, flow: InventoryFlow, unit: string): void {
  const found = work.free.variables.get(flow.id)
  const [value, spread] = [found?.value ?? 0, found?.sd ?? 0]
  // What is zero because others are held there is not said again.
  if (value >= 0) return
  const args = { flow: flow.id, value: `${significant(value)} ${unit}`, spread: significant(spread) }
  work.diagnostics.push(diagnose('R103', flow.at, args))
}

/** Four significant digits, for messages. */
export function significant(value: number): string {
  return formatNumber(value, { lang: 'en', digits: 4 })
}

function classOf(work: Writing, flow: InventoryFlow, parts: readonly Part[]): FlowResult['class'] {
  if (work.result.bounds.active.includes(flow.id)) return 'bounded'
  const claims = work.inventory.claims.filter((claim) => claim.terms.some((term) => term.flow === flow.id))
  const [only] = parts
  const own =
    parts.length === 1 &&
    claims.some(
      (claim) =>
        claim.figure === only?.figure &&
        claim.terms.length === 1 &&
        claim.terms[0]?.coefficient === 1 / only.coefficient,
    )
  if (own) return 'claimed'
  return claims.length > 0 && parts.length > 1 ? 'reconciled' : 'calculated'
}

/**
 * Amount × content in every layer of which the flow says what it carries. The laws take contents as exact, so the
 * uncertainty is that of the amount: what two balances have pinned down is not blurred again by a guessed density. A
 * content that was reconciled brings its own, with what it shares with the amount.
 */
function layerFigures(work: Writing, flow: InventoryFlow, label: Text): Readonly<Record<string, string>> {
  const { ledger } = work
  const figures = Object.create(null) as Record<string, string>
  for (const [layer, content] of Object.entries(flow.contents)) {
    const what = layerName(layer, work.inventory.substances)
    const found = flow.found?.[layer]
    if (found !== undefined && 'content' in found)
      contentHere(flow, inUnit(label, what), layer, found, ledger)
    const load = found !== undefined && 'load' in found ? found.load : undefined
    figures[layer] = ledger.derive({
      id: `flow.${flow.id}.${layer}`,
      label: { en: `${label.en}: ${what.en}`, vi: `${label.vi}: ${what.vi}` },
      unit: layerUnit(layer),
      ...(load === undefined
        ? { formula: 'amount * content', uses: { amount: `flow.${flow.id}`, content } }
        : { formula: 'load', uses: { load } }),
      ...(found === undefined ? { exact: ['content'] } : {}),
      sd: 'independent',
    }).id
    if (load !== undefined) contentOf(flow, inUnit(label, what), layer, load, ledger)
  }
  return figures
}

function inUnit(label: Text, what: Text): Text {
  return { en: `${label.en}: ${what.en} in a unit`, vi: `${label.vi}: ${what.vi} trong một đơn vị` }
}

function contentUnit(flow: InventoryFlow, layer: string, ledger: Ledger): string {
  return quotient(layerUnit(layer), ledger.get(`flow.${flow.id}`)?.unit ?? '1')
}

/** What one unit of a flow carries, from the content that the balances found for it or for the tank it leaves. */
function contentHere(
  flow: InventoryFlow,
  label: Text,
  layer: string,
  { content, coefficient }: { readonly content: string; readonly coefficient: number },
  ledger: Ledger,
): void {
  const unit = contentUnit(flow, layer, ledger)
  const found = { name: 'found', unit: ledger.get(content)?.unit ?? unit, coefficient }
  ledger.derive({
    id: flow.contents[layer] ?? '',
    label,
    unit,
    formula: linearFormula([found], 0, unit),
    uses: { found: content },
    sd: 'independent',
  })
}

/** What one unit of a flow carries, from the load that the balances found for all of it. */
function contentOf(flow: InventoryFlow, label: Text, layer: string, load: string, ledger: Ledger): void {
  ledger.derive({
    id: flow.contents[layer] ?? '',
    label,
    unit: contentUnit(flow, layer, ledger),
    formula: 'load / amount',
    uses: { load, amount: `flow.${flow.id}` },
    sd: 'independent',
  })
}
