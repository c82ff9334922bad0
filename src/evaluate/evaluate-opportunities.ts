import { diagnose } from '../diagnostics/catalogue.js'
import { createLedger } from '../formula/index.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Loss } from '../model/indicators.js'
import type { Inventory } from '../model/inventory.js'
import {
  isLeftOut,
  isTaken,
  type Evaluation,
  type Finding,
  type Opportunity,
} from '../model/opportunities.js'
import type { VariableLookup } from '../model/variables.js'
import type { Site } from '../schema/site.js'
import type { Content } from '../templates/content.js'
import { abatementOrder } from './abatement.js'
import { actsInOrder } from './acts.js'
import { chooseAlternatives } from './alternatives.js'
import { diagnoseLosses } from './diagnose-losses.js'
import { evaluateDraft, type Evaluated } from './economics.js'
import type { Draft, Evaluating } from './evaluating.js'
import { figureId, present } from './evaluating.js'
import { ownMeasures } from './measures.js'
import { foundOpportunities, isOwnMeasure } from './opportunities.js'
import { packageSavings } from './package.js'
import { dataRequests } from './data-requests.js'
import { checkPlausible } from './plausibility.js'
import { pruned } from './prune.js'
import { economicsInputs } from './rates.js'
import { resized } from './resize.js'
import { rankByScores, type Ranking } from './scores.js'
import { screen } from './screening.js'
import { openWithStakes } from './stakes.js'
import { totalFigures } from './totals.js'
import { inTurn } from './turns.js'
import { typicalOf } from './typical.js'
import { plainPayback } from './worth.js'

/**
 * Findings and own measures → what each is worth alone and in the package. Measures on one stream act one after the
 * other; of alternatives the one is taken with which the package is worth most; what the package is worth more
 * without is left out; and the total is that of the package.
 */
export function evaluateOpportunities(
  input: {
    readonly site: Site
    readonly inventory: Inventory
    readonly findings: readonly Finding[]
    readonly variables: VariableLookup
    readonly figures: readonly Figure[]
    readonly losses?: readonly Loss[]
  },
  context: { readonly content: Content },
): Staged<{ readonly evaluation: Evaluation; readonly figures: readonly Figure[] }> {
  const diagnostics: Diagnostic[] = []
  const ledger = createLedger(input.figures)
  const work: Evaluating = { ...input, content: context.content, ledger, diagnostics }
  economicsInputs(work)

  const drafts = [...foundOpportunities(work), ...ownMeasures(work)]
  const undecided = drafts.filter(({ status }) => status !== 'rejected' && status !== 'done')
  const { taken, left } = takenOf(work, undecided)
  const acts = actsInOrder(work, taken, (draft) => plainPayback(work, draft))
  const packaged = packageSavings(work, acts)
  const evaluated = drafts.map((draft): readonly [Draft, Evaluated] => {
    const one = evaluateDraft(work, resized(work, draft), packaged)
    return [draft, { ...one, ...left.get(draft.id) }]
  })
  const ranking = rankByScores(
    work,
    evaluated.filter(([, one]) => isTaken(one)),
  )
  const opportunities = withRanks(
    work,
    evaluated.map(([draft, one]) => finished(work, draft, one, { ranking, after: packaged.after })),
  )
  checkPlausible(work, opportunities)
  sayTopThree(work, ranking)
  const { weights, topThree } = ranking
  const findings = work.findings.filter((finding) => !isOwnMeasure(work, finding))
  const open = openWithStakes({ ...work, findings }, drafts)
  const stakes = inTurn(work, open)
  const evaluation: Evaluation = {
    opportunities: sorted(work, opportunities),
    streams: packaged.streams,
    totals: totalFigures(work, opportunities.filter(isTaken)),
    weights,
    topThree,
    abatement: abatementOrder(work, opportunities),
    stakes,
    requests: dataRequests(work, open),
    diagnosis: diagnoseLosses(work, input.losses ?? [], opportunities, stakes),
  }
  return { value: { evaluation, figures: ledger.all() }, diagnostics }
}

type Left = Pick<Opportunity, 'excludedBy' | 'dropped'>

/** What is in the package, and why the rest is not. */
function takenOf(
  work: Evaluating,
  open: readonly Draft[],
): { readonly taken: readonly Draft[]; readonly left: ReadonlyMap<string, Left> } {
  const acts = actsInOrder(work, open, (draft) => plainPayback(work, draft))
  const excluded = chooseAlternatives(work, acts)
  const remaining = acts.filter(({ draft }) => !excluded.has(draft.id))
  const dropped = pruned(work, remaining)
  for (const [id, gain] of dropped) {
    const text = `${Number(gain.toPrecision(3))} ${work.site.site.currency}`
    const at = open.find((draft) => draft.id === id)?.at ?? ''
    work.diagnostics.push(diagnose('E304', at, { opportunity: id, gain: text }))
  }
  const left = new Map<string, Left>([
    ...[...excluded].map(([id, by]): [string, Left] => [
      id,
      by === 'budget' ? { dropped: 'budget' } : { excludedBy: by },
    ]),
    ...[...dropped.keys()].map((id): [string, Left] => [id, { dropped: 'worth' }]),
  ])
  return { taken: open.filter(({ id }) => !left.has(id)), left }
}

type Context = { readonly ranking: Ranking; readonly after: ReadonlyMap<string, readonly string[]> }

function finished(work: Evaluating, draft: Draft, one: Evaluated, { ranking, after }: Context): Opportunity {
  const { gross: _gross, ...rest } = one
  return {
    ...rest,
    screening: screen(work, draft, one),
    ...present('scores', ranking.scores.get(draft.id)),
    ...present('typical', typicalOf(work, draft)),
    after: after.get(draft.id) ?? [],
  }
}

function sayTopThree(work: Evaluating, { topThree: { first, second } }: Ranking): void {
  if (first.every((id) => second.includes(id))) return
  work.diagnostics.push(diagnose('E305', '', { first: first.join(', '), second: second.join(', ') }))
}

/** Rank by net present value, as a live figure, among what is in the package and has one. */
function withRanks(work: Evaluating, opportunities: readonly Opportunity[]): Opportunity[] {
  const ranked = opportunities.filter((one) => isTaken(one) && work.ledger.get(one.npv ?? '')?.value != null)
  const uses = Object.fromEntries(
    ranked.map((opportunity, index) => [`v${index + 1}`, opportunity.npv ?? '']),
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
      Number(isLeftOut(a)) - Number(isLeftOut(b)) ||
      value(b.netInPackage, Number.NEGATIVE_INFINITY) - value(a.netInPackage, Number.NEGATIVE_INFINITY) ||
      a.id.localeCompare(b.id, 'en'),
  )
}
