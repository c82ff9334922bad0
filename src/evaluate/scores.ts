import type { Criterion, Evaluation, Saving, Scores } from '../model/opportunities.js'
import type { Text } from '../model/text.js'
import type { Evaluated } from './economics.js'
import { figureId, type Draft, type Evaluating } from './evaluating.js'
import { goodPool, shareOf } from './pools.js'
import { enterQuantity } from '../inputs/enter-quantity.js'

export const CRITERION_WORDS: Readonly<Record<Criterion, Text>> = {
  money: { en: 'Money', vi: 'Kinh tế' },
  resource: { en: 'Resources and climate', vi: 'Tài nguyên và khí hậu' },
  feasibility: { en: 'Feasibility', vi: 'Tính khả thi' },
  safety: { en: 'Safety and compliance', vi: 'An toàn và tuân thủ' },
  speed: { en: 'Speed', vi: 'Tốc độ' },
}

const CRITERIA = Object.keys(CRITERION_WORDS) as Criterion[]

export type Ranking = Pick<Evaluation, 'weights' | 'topThree'> & {
  readonly scores: ReadonlyMap<string, Scores>
}

/**
 * Scores from 1 to 5 by the keys of economics.yaml, weighed under two sets of weights. The weighted mean orders the
 * work; between alternatives it decides nothing. Without an investment nothing is scored, since money weighs most; any
 * other criterion of which nothing is known is left out of the mean.
 */
export function rankByScores(work: Evaluating, taken: readonly (readonly [Draft, Evaluated])[]): Ranking {
  const scored = taken.filter(([, one]) => hasMoneyScore(work, one))
  if (scored.length === 0) return { weights: [], topThree: { first: [], second: [] }, scores: new Map() }
  const weights = CRITERIA.map((criterion) => weightOf(work, criterion))
  const means = scored.map(([draft, one]) => {
    const criteria = criteriaOf(work, draft, one)
    const mean = (set: 'figure' | 'second'): string => meanFigure(work, draft.id, criteria, weights, set)
    return { id: draft.id, criteria, total: mean('figure'), second: mean('second') }
  })
  const rank = (id: string, what: 'total' | 'second'): string => rankFigure(work, id, what, means)
  const scores = means.map(({ id, ...one }) => {
    return [id, { ...one, rank: rank(id, 'total'), secondRank: rank(id, 'second') }] as const
  })
  const top = (what: 'total' | 'second'): readonly string[] => {
    const value = (one: (typeof means)[number]): number => work.ledger.get(one[what])?.value ?? 0
    return [...means]
      .sort((a, b) => value(b) - value(a) || a.id.localeCompare(b.id, 'en'))
      .slice(0, 3)
      .map(({ id }) => id)
  }
  return { weights, topThree: { first: top('total'), second: top('second') }, scores: new Map(scores) }
}

type Weight = Evaluation['weights'][number]
type Criteria = Scores['criteria']

function weightOf(work: Evaluating, criterion: Criterion): Weight {
  const { economics } = work.site
  const { weights, secondWeights } = work.content.economics
  const enter = (set: 'weights' | 'second-weights', otherwise: number): string => {
    const { en, vi } = CRITERION_WORDS[criterion]
    const second = set === 'second-weights'
    const label = {
      en: `Weight: ${en}${second ? ', second set' : ''}`,
      vi: `Trọng số: ${vi}${second ? ', bộ thứ hai' : ''}`,
    }
    const given = economics?.[set]?.[criterion]
    const id = `economics.${set}.${criterion}`
    if (given !== undefined) return enterQuantity(work, id, label, given).id
    return work.ledger.add({ id, label, value: otherwise, unit: '1', kind: 'choice' }).id
  }
  return {
    criterion,
    figure: enter('weights', weights[criterion]),
    second: enter('second-weights', secondWeights[criterion]),
  }
}

function criteriaOf(work: Evaluating, draft: Draft, one: Evaluated): Criteria {
  return CRITERIA.flatMap((criterion) => {
    const figure =
      criterion === 'money'
        ? moneyScore(work, one)
        : criterion === 'resource'
          ? resourceScore(work, one)
          : givenScore(work, draft, criterion)
    return figure === undefined ? [] : [{ criterion, figure }]
  })
}

/** 5 below the first limit, 4 below the second …, else 1. */
function steps(limits: readonly number[], test: (limit: number) => string): string {
  return limits.reduceRight(
    (otherwise, limit, index) => `if(${test(limit)}, ${5 - index}, ${otherwise})`,
    '1',
  )
}

function hasMoneyScore(work: Evaluating, { netInPackage: net, investment }: Evaluated): boolean {
  return investment !== undefined && work.ledger.get(net ?? '')?.value != null
}

/** By payback; a measure without a saving scores 1. */
function moneyScore(work: Evaluating, one: Evaluated): string | undefined {
  const { id, netInPackage: net, investment: invest } = one
  if (net === undefined || invest === undefined) return undefined
  const keys = steps(work.content.economics.money, (years) => `invest < ${years} yr * net`)
  return score(work, id, 'money', `if(net > 0, ${keys}, 1)`, { net, invest })
}

/** By the largest share of a resource saved; half a point for a second one. */
function resourceScore(work: Evaluating, { id, savings }: Evaluated): string | undefined {
  const shares = savings.flatMap((saving, index) => shareFigure(work, id, saving, index) ?? [])
  if (shares.length === 0) return undefined
  const { resource, secondResource } = work.content.economics
  const uses = Object.fromEntries(shares.map((figure, index) => [`s${index + 1}`, figure]))
  const names = Object.keys(uses)
  const best = names.length === 1 ? 's1' : `max(${names.join(', ')})`
  const keys = steps(resource, (share) => `${best} > ${share}`)
  if (names.length === 1) return score(work, id, 'resource', keys, uses)
  const many = names.map((name) => `if(${name} > ${secondResource}, 1, 0)`).join(' + ')
  return score(work, id, 'resource', `min(5, ${keys} + if(${many} > 1, 0.5, 0))`, uses)
}

/** What a saving is of all that is used of its good. */
function shareFigure(work: Evaluating, id: string, saving: Saving, index: number): string | undefined {
  const good = work.inventory.goods.find((candidate) => candidate.id === saving.good)
  const pool = goodPool(work, good)
  const saved = work.ledger.get(saving.inPackage)
  const share = pool && saved && shareOf(work, pool, saved, good)
  if (share === undefined || saved?.value == null) return undefined
  const content = share.content === undefined ? {} : { content: share.content }
  return work.ledger.derive({
    id: figureId(id, `share-of-use${index === 0 ? '' : `-${index + 1}`}`),
    label: { en: 'Share of what the site uses of it', vi: 'Tỷ lệ so với lượng sử dụng của nhà máy' },
    unit: '1',
    show: '%',
    formula: `saved${share.content === undefined ? '' : ' / content'} / used`,
    uses: { saved: saved.id, used: share.pool.base, ...content },
  }).id
}

function score(
  work: Evaluating,
  id: string,
  criterion: Criterion,
  formula: string,
  uses: Readonly<Record<string, string>>,
): string {
  const label = scoreLabel(criterion)
  return work.ledger.derive({ id: figureId(id, `score-${criterion}`), label, unit: '1', formula, uses }).id
}

function scoreLabel(criterion: Criterion): Text {
  const { en, vi } = CRITERION_WORDS[criterion]
  return { en: `Score: ${en}`, vi: `Điểm: ${vi}` }
}

/** The auditor's score, else that of the practice. */
function givenScore(
  work: Evaluating,
  { id, practice, given }: Draft,
  criterion: 'feasibility' | 'safety' | 'speed',
): string | undefined {
  const own = given?.[criterion]
  const value = own ?? work.content.economics.practices[practice]?.[criterion]
  if (value === undefined) return undefined
  const label = scoreLabel(criterion)
  const kind = own === undefined ? 'choice' : 'input'
  return work.ledger.add({ id: figureId(id, `score-${criterion}`), label, value, unit: '1', kind }).id
}

function meanFigure(
  work: Evaluating,
  id: string,
  criteria: Criteria,
  weights: readonly Weight[],
  set: 'figure' | 'second',
): string {
  const uses: Record<string, string> = {}
  for (const { criterion, figure } of criteria) {
    uses[`x_${criterion}`] = figure
    uses[`w_${criterion}`] = weights.find((weight) => weight.criterion === criterion)?.[set] ?? ''
  }
  const names = criteria.map(({ criterion }) => criterion)
  const products = names.map((name) => `w_${name} * x_${name}`).join(' + ')
  const second = set === 'second'
  return work.ledger.derive({
    id: figureId(id, second ? 'score-second' : 'score'),
    label: second
      ? { en: 'Weighted score, second weights', vi: 'Điểm có trọng số, bộ thứ hai' }
      : { en: 'Weighted score', vi: 'Điểm có trọng số' },
    unit: '1',
    formula: `(${products}) / (${names.map((name) => `w_${name}`).join(' + ')})`,
    uses,
  }).id
}

type Mean = { readonly id: string; readonly total: string; readonly second: string }

function rankFigure(work: Evaluating, id: string, what: 'total' | 'second', means: readonly Mean[]): string {
  const uses = Object.fromEntries(means.map((one, index) => [`v${index + 1}`, one[what]]))
  const own = means.findIndex((one) => one.id === id) + 1
  return work.ledger.derive({
    id: figureId(id, what === 'total' ? 'score-rank' : 'score-second-rank'),
    label:
      what === 'total'
        ? { en: 'Rank by score', vi: 'Thứ hạng theo điểm' }
        : { en: 'Rank by score, second weights', vi: 'Thứ hạng theo điểm, bộ thứ hai' },
    unit: '1',
    formula: `rank(v${own}, ${Object.keys(uses).join(', ')})`,
    uses,
  }).id
}
