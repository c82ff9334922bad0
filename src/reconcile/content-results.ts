import type { Ledger } from '../formula/index.js'
import type { ContentResult } from '../model/balances.js'
import type { Content, Inventory } from '../model/inventory.js'
import type { Reconciliation } from './reconciliation.js'
import { partsOf, solvedFigure } from './solved-figure.js'

type Work = { readonly inventory: Inventory; readonly result: Reconciliation; readonly ledger: Ledger }

/** What the balances make of every content and load that is not simply given, as a figure of its name. */
export function contentResults(work: Work): ContentResult[] {
  const { contents = [], loads = [], assays = [] } = work.inventory.composition ?? {}
  return [...contents, ...loads].map((content) => {
    addFigure(work, content)
    const own = assays.filter((assay) => assay.content === content.id).map(({ id }) => id)
    return { content: content.id, figure: content.id, class: classOf(work, content, own), assays: own }
  })
}

function addFigure({ inventory, result, ledger }: Work, { id, label, unit, at }: Content): void {
  const value = result.variables.get(id)?.value ?? null
  if (value !== null) {
    solvedFigure(ledger, { id, label, unit, value }, partsOf(result, id, inventory).parts)
    return
  }
  ledger.add({ id, label, value, unit, kind: 'solved', method: 'reconciliation', lacks: [id], at })
}

function classOf({ result }: Work, { id }: Content, assays: readonly string[]): ContentResult['class'] {
  if (result.variables.get(id)?.value == null) return 'unknown'
  if (result.bounds.active.includes(id)) return 'bounded'
  if (assays.length === 0) return 'calculated'
  const classes = assays.map((assay) => result.variables.get(`assay:${assay}`)?.classification)
  return classes.includes('redundant') ? 'reconciled' : 'claimed'
}
