import { diagnose } from '../diagnostics/catalogue.js'
import { createLedger } from '../formula/index.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Inventory } from '../model/inventory.js'
import type { Site } from '../schema/site.js'
import type { Content } from '../templates/content.js'
import { claimsOf } from './claims.js'
import { compose } from './composition.js'
import { defaultUncertainty } from '../inputs/default-uncertainty.js'
import { inventoryFlows } from './flows.js'
import { inventoryGoods, optional } from './goods.js'
import { ownFactors } from './own-factors.js'
import { monthlySeries } from './monthly.js'
import { readPeriod, yearsOf } from './period.js'
import type { Normalising } from './stage.js'
import { stockChanges } from './stocks.js'
import { compareTotals } from './two-totals.js'

/**
 * Site → inventory: one period, one set of units, every written number in the ledger with its uncertainty.
 * Amounts become figures per year; what a quantity lacks (hours, density, heating value) is asked for by a
 * diagnostic and leaves that quantity out, never more.
 */
export function normalise(
  site: Site,
  context: { readonly content: Content },
): Staged<{ readonly inventory: Inventory; readonly figures: readonly Figure[] } | null> {
  const diagnostics: Diagnostic[] = []
  const period = readPeriod(site.period)
  if (period === undefined)
    return {
      value: null,
      diagnostics: [diagnose('U301', '/period', { written: `${site.period.first} – ${site.period.last}` })],
    }
  const work: Normalising = { site, content: context.content, ledger: createLedger(), diagnostics }
  work.ledger.add({
    id: 'period.years',
    label: { en: 'Length of the period', vi: 'Độ dài kỳ kiểm toán' },
    value: yearsOf(period),
    unit: 'yr',
    kind: 'input',
    at: '/period',
  })
  work.ledger.add(WATER_DENSITY)
  defaultUncertainty(work, 'measured')
  ownFactors(work)
  const goods = inventoryGoods(work)
  const { flows, steps, composition } = compose(work, goods, inventoryFlows(work, goods))
  const claims = claimsOf(work, goods, flows)
  compareTotals(work, claims, goods)
  const monthly = monthlySeries(work, flows)
  const inventory: Inventory = {
    period,
    plusMinus: site.uncertainty?.['plus-minus'] ?? 'standard',
    goods,
    flows,
    steps,
    stocks: stockChanges(work, goods),
    claims,
    ...optional('composition', composition),
    substances: Object.entries(site.substances).map(([id, substance]) => ({
      id,
      ...(substance.name !== undefined && { name: substance.name }),
      conserved: substance.conserved ?? true,
    })),
    ...(monthly.length > 0 && { monthly }),
  }
  return { value: { inventory, figures: work.ledger.all() }, diagnostics }
}

/** Converts mass of water to volume; the convention of plant water balances, visible among the choices. */
const WATER_DENSITY: Figure = {
  id: 'choice.water-density',
  label: { en: 'Density of water in balances', vi: 'Khối lượng riêng của nước trong cân bằng' },
  value: 1,
  unit: 't/m3',
  kind: 'choice',
  note: {
    en: 'Convention of water balances: 1 t of water is 1 m3',
    vi: 'Quy ước của cân bằng nước: 1 tấn nước là 1 m3',
  },
}
