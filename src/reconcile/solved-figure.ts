import { addInfluence, influenceOn, rememberInfluence, spreadOf, type Ledger } from '../formula/index.js'
import type { Figure } from '../model/figure.js'
import type { Inventory } from '../model/inventory.js'
import type { Term } from './linear-problem.js'
import { measuredThings } from './measured-things.js'
import type { Reconciliation } from './reconciliation.js'

/** A measured figure and by how much a result follows it. */
export type Part = { readonly figure: string; readonly coefficient: number }

/** The measured figures that a variable follows; `constant` is `null` where it is not known. */
export function partsOf(
  result: Reconciliation,
  variable: string,
  inventory: Inventory,
): { readonly constant: number | null; readonly parts: readonly Part[] } {
  const response = result.responseOf(variable)
  return { constant: response?.constant ?? null, parts: partsIn(response?.terms ?? [], inventory) }
}

/** The figures of measured variables. */
export function partsIn(terms: readonly Term[], inventory: Inventory): Part[] {
  const things = measuredThings(inventory)
  return terms.map(({ variable, coefficient }) => ({
    figure: things.get(variable)?.figure ?? variable,
    coefficient,
  }))
}

/** A value of the reconciliation that is written as no formula, with its uncertainty and what it shares with others. */
export function solvedFigure(
  ledger: Ledger,
  figure: Pick<Figure, 'id' | 'label' | 'unit' | 'show'> & { readonly value: number },
  parts: readonly Part[],
): Figure {
  const influence = new Map<string, number>()
  for (const part of parts) {
    const measured = ledger.get(part.figure)
    if (measured !== undefined) addInfluence(influence, influenceOn(measured), part.coefficient)
  }
  const sd = spreadOf(influence, 0)
  const solved = { ...figure, kind: 'solved', method: 'reconciliation' } as const
  return rememberInfluence(ledger.add(sd === undefined ? solved : { ...solved, sd }), influence)
}
