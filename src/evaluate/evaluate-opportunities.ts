import { diagnose } from '../diagnostics/catalogue.js'
import { createLedger } from '../formula/index.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Inventory } from '../model/inventory.js'
import type { Evaluation, Finding, Opportunity } from '../model/opportunities.js'
import type { Text } from '../model/text.js'
import type { VariableLookup } from '../model/variables.js'
import type { Site } from '../schema/site.js'
import type { Content } from '../templates/content.js'
import { formatNumber } from '../units/index.js'
import { evaluateDraft } from './economics.js'
import { chooseAlternatives } from './alternatives.js'
import type { Draft, Evaluating } from './evaluating.js'
import { figureId, present } from './evaluating.js'
import { ownMeasures } from './measures.js'
import { foundOpportunities } from './opportunities.js'
import { inUnit, packageSavings } from './package.js'
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

/** Rank by net present value where there is one, else by yearly money; a live figure in both cases. */
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

function totalFigures(work: Evaluating, counted: readonly Opportunity[]): Evaluation['totals'] {
  const { currency } = work.site.site
  const sum = (id: string, label: Text, unit: string, figures: readonly (string | undefined)[]): string => {
    const known = figures.flatMap((figure) =>
      figure !== undefined && work.ledger.get(figure)?.value != null ? [figure] : [],
    )
    const uses = Object.fromEntries(known.map((figure, index) => [`a${index + 1}`, figure]))
    const formula = known.length === 0 ? `0 ${unit}` : `sum(${Object.keys(uses).join(', ')})`
    return work.ledger.derive({ id, label, unit, formula, uses }).id
  }
  const net = sum(
    'package.net',
    { en: 'Net saving of the package', vi: 'Lợi ích ròng của gói giải pháp' },
    `${currency}/yr`,
    counted.map((o) => o.netInPackage),
  )
  // An investment without a known saving would spoil the payback of the others.
  const invested = counted.filter(
    (o) => o.investment !== undefined && work.ledger.get(o.netInPackage ?? '')?.value != null,
  )
  const investment = sum(
    'package.investment',
    { en: 'Investment of the package', vi: 'Vốn đầu tư của gói giải pháp' },
    currency,
    invested.map((o) => o.investment),
  )
  const netOfInvested = sum(
    'package.net-of-invested',
    { en: 'Net saving of what has an investment', vi: 'Lợi ích ròng của các giải pháp có vốn đầu tư' },
    `${currency}/yr`,
    invested.map((o) => o.netInPackage),
  )
  const payback = work.ledger.derive({
    id: 'package.payback',
    label: { en: 'Payback of what has an investment', vi: 'Hoàn vốn của các giải pháp có vốn đầu tư' },
    unit: 'yr',
    formula: 'payback(invest, net)',
    uses: { invest: investment, net: netOfInvested },
  }).id
  const npv = counted.some((o) => o.npv !== undefined)
    ? sum(
        'package.npv',
        { en: 'Net present value of the package', vi: 'NPV của gói giải pháp' },
        currency,
        counted.map((o) => o.npv),
      )
    : undefined
  const co2e = sum(
    'package.co2e',
    { en: 'Greenhouse gases avoided by the package', vi: 'Khí nhà kính giảm nhờ gói giải pháp' },
    'tCO2e/yr',
    counted.map((o) => o.co2e),
  )
  return { net, investment, payback, co2e, ...present('npv', npv) }
}

/** Largest share of a carrier that one measure, or all together, save without a question. */
const UNUSUAL = { single: 0.25, all: 0.4 }

function checkPlausible(
  work: Evaluating,
  opportunities: readonly Opportunity[],
  counted: ReadonlySet<string>,
): void {
  const byGood = new Map<string, number>()
  for (const opportunity of opportunities) {
    if (!counted.has(opportunity.id)) continue
    for (const saving of opportunity.savings) {
      const share = shareOfUse(work, saving.good, saving.inPackage)
      if (saving.good === undefined || share === undefined) continue
      byGood.set(saving.good, (byGood.get(saving.good) ?? 0) + share)
      if (share > UNUSUAL.single) {
        work.diagnostics.push(
          diagnose('E202', opportunity.at ?? '', {
            opportunity: opportunity.id,
            percent: percent(share),
            what: saving.good,
          }),
        )
      }
    }
  }
  for (const [good, share] of byGood) {
    if (share > UNUSUAL.all)
      work.diagnostics.push(diagnose('E203', '', { percent: percent(share), what: good }))
  }
}

function percent(share: number): string {
  return `${formatNumber(share * 100, { lang: 'en', digits: 2 })} %`
}

function shareOfUse(work: Evaluating, good: string | undefined, figure: string): number | undefined {
  const saved = work.ledger.get(figure)
  const use = work.ledger.get(`use.${good}`)
  if (saved?.value == null || use?.value == null || use.value <= 0) return undefined
  const direct = inUnit(saved.value, saved.unit, use.unit)
  if (direct !== undefined) return direct / use.value
  const energy = work.ledger.get(`good.${good}.carries.energy`)
  const joules = inUnit(saved.value, saved.unit, 'GJ/yr')
  return energy?.value == null || joules === undefined ? undefined : joules / (use.value * energy.value)
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
