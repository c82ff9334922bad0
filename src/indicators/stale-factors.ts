import { diagnose } from '../diagnostics/catalogue.js'
import type { Indicating } from './indicating.js'

/** Factors of tables that are too old for the period. */
export function staleFactors({ ledger, inventory, diagnostics }: Indicating): void {
  const { last } = inventory.period
  for (const { key } of ledger.all()) {
    if (key?.bestBefore === undefined || key.bestBefore >= last) continue
    const { id, year, bestBefore } = key
    diagnostics.push(diagnose('K308', '/period', { factor: id, year, best: bestBefore, last }))
  }
}
