import { diagnose } from '../diagnostics/catalogue.js'
import { layerArgs } from '../diagnostics/layer-words.js'
import { createLedger } from '../formula/index.js'
import type { Reconciled } from '../model/balances.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Inventory } from '../model/inventory.js'
import type { BalanceLaw } from '../model/law.js'
import type { Site } from '../schema/site.js'
import { writeBalances } from './balance-figures.js'
import { claimChecks } from './claim-checks.js'
import { contentResults } from './content-results.js'
import { diagnosisOf, globalTestOf, withDetectable } from './diagnosis.js'
import { flowResults } from './flow-results.js'
import { measuredThings } from './measured-things.js'
import type { Conflict } from './reconciliation.js'
import { stockResults } from './stock-results.js'
import { releaseLaws } from './release-laws.js'

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
  /** `false` lets flows be negative. */
  readonly bounds?: boolean
}): Staged<{ readonly reconciled: Reconciled; readonly figures: readonly Figure[] }> {
  const { inventory, laws, bounds = true } = input
  const ledger = createLedger(input.figures)
  const diagnostics: Diagnostic[] = []
  const claims = inventory.claims.filter((claim) => ledger.get(claim.figure)?.value != null)
  const solved = releaseLaws(inventory, claims, laws, ledger, bounds)
  const { result, released } = solved
  diagnostics.push(...result.infeasible.map((conflict) => contradiction(conflict, inventory)))
  diagnostics.push(...unsolvedLaws(solved.unsolved, laws, inventory))
  const contents = contentResults({ inventory, result, ledger })
  const flows = flowResults({ ...solved, inventory, ledger, diagnostics, bounds })
  const checks = claimChecks(claims, { inventory, result, ledger, diagnostics })
  const tolerances = tolerancesOf(input.site)
  const stocks = stockResults({ ...solved, inventory, ledger })
  const balances = writeBalances({ inventory, laws, released, stocks, ledger, diagnostics, tolerances })
  const work = { ...solved, inventory, laws, ledger }
  const diagnosis = diagnosisOf(work)
  const reconciled = {
    flows,
    ...(contents.length > 0 && { contents }),
    claims: checks,
    balances: balances.map((balance) => withDetectable(work, balance)),
    test: globalTestOf(result),
    diagnosis,
  }
  return {
    value: { reconciled, figures: ledger.all() },
    diagnostics,
  }
}

/** The exact figures of a contradiction, by the names they have in the site file. */
function contradiction(conflict: Conflict, inventory: Inventory): Diagnostic {
  const things = conflict.variables.flatMap((variable) => measuredThings(inventory).get(variable) ?? [])
  const named = things.filter(({ variable }) => !variable.startsWith('stock:'))
  const stocks = conflict.variables.filter((id) => id.startsWith('stock:')).map((id) => id.slice(6))
  const name = ({ id }: { readonly id: string }): string =>
    id.replace(/^(claim|bills|reading|assay|transfer)\./, '').replace(/\.\d+$/, '')
  const [first, ...others] = named.map((claim) => claim.at)
  return diagnose('R102', first ?? '', { claims: [...named.map(name), ...stocks].join(', ') }, others)
}

/** Balances that multiply unknowns, where the search came to no solution: told once for each step. */
function unsolvedLaws(
  unsolved: readonly string[],
  laws: readonly BalanceLaw[],
  inventory: Inventory,
): Diagnostic[] {
  return laws
    .filter(({ id }) => unsolved.includes(id))
    .map(({ layer, step }) => {
      const at = inventory.steps.find(({ id }) => id === step)?.at ?? ''
      return diagnose('R104', at, { ...layerArgs(inventory, layer), step: step ?? '' })
    })
}

/** The closure that the site asserts of itself, by layer, is also its tolerance. */
function tolerancesOf(site: Pick<Site, 'assert'>): ReadonlyMap<string, number> {
  const rows = site.assert.flatMap((assertion) => {
    const limit = assertion['closes-within']
    if (assertion.balance === undefined || assertion.step !== undefined || limit === undefined) return []
    return [[assertion.balance, limit.unit.text === '%' ? limit.value / 100 : limit.value] as const]
  })
  return new Map(rows)
}
