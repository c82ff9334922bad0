import { createLedger } from '../formula/index.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Inventory } from '../model/inventory.js'
import type { Evaluation, Finding, Opportunity } from '../model/opportunities.js'
import type { VariableLookup } from '../model/variables.js'
import type { Site } from '../schema/site.js'
import type { Content } from '../templates/content.js'
import { evaluateDraft } from './economics.js'
import { chooseAlternatives } from './alternatives.js'
import type { Draft, Evaluating } from './evaluating.js'
import { figureId, present } from './evaluating.js'
import { ownMeasures } from './measures.js'
import { foundOpportunities } from './opportunities.js'
import { packageSavings } from './package.js'
import { checkPlausible } from './plausibility.js'
import { totalFigures } from './totals.js'
import { plainMoney } from './plain-money.js'
import { quantityFigure } from './quantity-figure.js'

/**
 * Findings and own measures → what each is worth alone and in the package. Measures on one stream act one after
 * the other, of exclusive ones only the best is taken, and the total is that of the package.
 */
export function evaluateOpportunities(
  input: {
    readonly site: Site
    readonly inventory: Inventory
    readonly findings: readonly Finding[]
    readonly variables: VariableLookup
    readonly figures: readonly Figure[]
  },
  context: { readonly content: Content },
): Staged<{ readonly evaluation: Evaluation; readonly figures: readonly Figure[] }> {
  const diagnostics: Diagnostic[] = []
  const ledger = createLedger(input.figures)
  const work: Evaluating = { ...input, content: context.content, ledger, diagnostics }
  economicsInputs(work)

  const drafts = [...foundOpportunities(work), ...ownMeasures(work)]
  const payback = (draft: Draft): number => plainPayback(work, draft)
  const excluded = chooseAlternatives(work, drafts, payback)
  const live = drafts.filter(
    (draft) => !excluded.has(draft.id) && draft.status !== 'rejected' && draft.status !== 'done',
  )
  const packaged = packageSavings(work, live, payback)
  const opportunities = drafts.map((draft) => ({
    ...evaluateDraft(work, draft, packaged),
    ...present('excludedBy', excluded.get(draft.id)),
  }))
  const counted = new Set(live.map((draft) => draft.id))
  const ranked = withRanks(work, opportunities, counted)
  const totals = totalFigures(
    work,
    ranked.filter((opportunity) => counted.has(opportunity.id)),
  )
  checkPlausible(work, ranked, counted)
  return {
    value: {
      evaluation: { opportunities: sorted(work, ranked), streams: packaged.streams, totals },
      figures: ledger.all(),
    },
    diagnostics,
  }
}

function economicsInputs(work: Evaluating): void {
  const { economics } = work.site
  if (economics?.['discount-rate'] !== undefined) {
    const label = { en: 'Discount rate (real)', vi: 'Tỷ suất chiết khấu (thực)' }
    quantityFigure(work, 'economics.discount-rate', label, economics['discount-rate'])
  }
  if (economics?.['accepted-payback'] !== undefined) {
    const label = { en: 'Longest payback accepted', vi: 'Thời gian hoàn vốn chấp nhận' }
    quantityFigure(work, 'economics.accepted-payback', label, economics['accepted-payback'])
  }
}

/** Investment over yearly money, stand-alone, as a plain number for sorting; unknown sorts last. */
function plainPayback(work: Evaluating, draft: Draft): number {
  const invest = draft.investment === undefined ? null : (work.ledger.get(draft.investment)?.value ?? null)
  const money = plainMoney(work, draft)
  return invest === null || money === null || money <= 0 ? Number.POSITIVE_INFINITY : invest / money
}

/** Rank by net present value, as a live figure, among what is in the package and has one. */
function withRanks(
  work: Evaluating,
  opportunities: readonly Opportunity[],
  counted: ReadonlySet<string>,
): Opportunity[] {
  const worth = (opportunity: Opportunity): string | undefined => opportunity.npv
  const ranked = opportunities.filter(
    (opportunity) => counted.has(opportunity.id) && work.ledger.get(worth(opportunity) ?? '')?.value != null,
  )
  const uses = Object.fromEntries(
    ranked.map((opportunity, index) => [`v${index + 1}`, worth(opportunity) ?? '']),
  )
  const all = Object.keys(uses).join(', ')
  return opportunities.map((opportunity) => {
    const index = ranked.indexOf(opportunity)
    if (index < 0) return opportunity
    const rank = work.ledger.derive({
      id: figureId(opportunity.id, 'rank'),
      label: { en: 'Rank by net present value', vi: 'Thứ hạng theo NPV' },
      unit: '1',
      formula: `rank(v${index + 1}, ${all})`,
      uses,
    })
    return { ...opportunity, rank: rank.id }
  })
}

/** By rank, then by yearly money, then those that need data; what is not in the package comes last. */
function sorted(work: Evaluating, opportunities: readonly Opportunity[]): Opportunity[] {
  const value = (id: string | undefined, none: number): number => work.ledger.get(id ?? '')?.value ?? none
  return [...opportunities].sort(
    (a, b) =>
      Number(a.excludedBy !== undefined) - Number(b.excludedBy !== undefined) ||
      value(b.netInPackage, Number.NEGATIVE_INFINITY) - value(a.netInPackage, Number.NEGATIVE_INFINITY) ||
      a.id.localeCompare(b.id, 'en'),
  )
}
