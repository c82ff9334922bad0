import { correctedSum, deriveSum, type Summing } from './corrected-sum.js'
import { partsOf, solvedFigure } from './solved-figure.js'

type Work = Summing & { readonly curved: ReadonlySet<string> }

/** Stock changes that the balances check, as they come out of the reconciliation: stock → figure. */
export function stockResults(work: Work): ReadonlyMap<string, string> {
  const { inventory, result, ledger, curved } = work
  const found = new Map<string, string>()
  for (const { id: stock, change } of inventory.stocks) {
    const variable = `stock:${stock}`
    const reconciled = result.variables.get(variable)
    const counted = ledger.get(change)
    if (reconciled?.classification !== 'redundant' || reconciled.value === null || counted === undefined)
      continue
    const { parts } = partsOf(result, variable, inventory)
    const { label, unit } = counted
    const figure = {
      id: `stock.${stock}.reconciled`,
      label: { en: `${label.en}: reconciled`, vi: `${label.vi}: sau hiệu chỉnh` },
      unit,
    }
    const sum = curved.has(variable) ? null : correctedSum(work, variable, parts)
    if (sum === null) solvedFigure(ledger, { ...figure, value: reconciled.value }, parts)
    else deriveSum(ledger, figure, sum)
    found.set(stock, figure.id)
  }
  return found
}
