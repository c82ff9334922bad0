import type { Figure } from '../../../model/figure.js'
import { isElectricity } from '../../../model/inventory.js'
import { isTaken, type Opportunity } from '../../../model/opportunities.js'
import { pointerKeys } from '../../../model/pointer.js'
import { repeated } from '../../../model/text.js'
import { GROUPS, termOf } from '../term-texts.js'
import { labelOf, type Page, say, valueOf } from './page.js'

/** What can be varied, by what it is about. */
export type Levers = {
  readonly production: readonly Figure[]
  readonly prices: readonly Figure[]
  readonly money: readonly Figure[]
  readonly factors: readonly Figure[]
}

/** Prices of materials beyond these are varied on the sheet of the inputs. */
const MOST_MATERIALS = 6

/**
 * The inputs a reader asks "what if" about: output of each product, the dearest prices, economic settings, and the
 * emission factor of electricity. Only numbers that stand in the audit as they were given can be varied.
 */
export function leversOf(page: Page): Levers {
  const { goods, flows, claims } = page.audit.inventory
  const given = (id: string | undefined): Figure[] => {
    const found = id === undefined ? undefined : page.ledger.get(id)
    return found !== undefined && found.kind !== 'derived' && found.kind !== 'solved' && found.value !== null
      ? [found]
      : []
  }
  const costs = new Map(page.audit.indicators.costs.map(({ good, cost }) => [good, valueOf(page, cost) ?? 0]))
  const priced = [...goods].sort((a, b) => (costs.get(b.id) ?? 0) - (costs.get(a.id) ?? 0))
  const of = (...lists: readonly string[]) => priced.filter(({ list }) => lists.includes(list))
  const products = new Set(of('products').map(({ id }) => id))
  const outputs = new Set(
    flows.filter(({ of: good, to }) => products.has(good) && to === null).map(({ id }) => id),
  )
  const electricity = goods.filter((good) => isElectricity(good)).map(({ id }) => id)
  return {
    production: claims
      .filter(({ terms }) => terms.length === 1 && outputs.has(terms[0]?.flow ?? ''))
      .flatMap(({ figure }) => givenBehind(page, figure)),
    prices: [
      ...of('energy', 'water').flatMap(({ price }) => given(price)),
      ...of('materials')
        .slice(0, MOST_MATERIALS)
        .flatMap(({ price }) => given(price)),
    ],
    money: page.audit.figures.filter(
      ({ id, kind, value }) =>
        /^economics\.(discount-rate|price-rise|accepted-payback|carbon-price)$/.test(id) &&
        (kind === 'input' || kind === 'choice') &&
        value !== null,
    ),
    factors: page.audit.indicators.emissions
      .filter(({ of: good, apart }) => apart === undefined && electricity.includes(good))
      .flatMap(({ factor }) => given(factor)),
  }
}

/** What inputs that can be varied are called; where they stand in the site file too, if several are called the same. */
export function leverNames(page: Page): (lever: Figure) => string {
  const labels = leversOf(page).production.map(({ id }) => labelOf(page, id))
  const often = repeated(labels)
  return ({ id, at }) => {
    const [label, section] = [labelOf(page, id), pointerKeys(at ?? '')[0]]
    return often.has(label) && section !== undefined
      ? `${label} (${say(page, termOf(GROUPS, section))})`
      : label
  }
}

/** The number as it was given that a claim is made of: the claim itself, or what stands under it per period. */
function givenBehind(page: Page, figure: string): Figure[] {
  const found = page.ledger.get(figure)
  if (found === undefined) return []
  if (found.kind === 'input') return found.value === null ? [] : [found]
  const written = page.ledger.get(found.uses?.['written'] ?? '')
  return written?.kind === 'input' && written.value !== null ? [written] : []
}

/** What of a measure a total adds up. */
export const COUNTED_PARTS = ['netInPackage', 'investment', 'npv', 'co2e'] as const

/** Measures that are in the package and can be taken out of it. */
export function tickable(page: Page): readonly Opportunity[] {
  return page.audit.evaluation.opportunities.filter(
    (one) => isTaken(one) && COUNTED_PARTS.some((part) => valueOf(page, one[part]) !== null),
  )
}
