import { covarianceOf, influenceOn, type Influence } from '../formula/index.js'
import type { Reconciled } from '../model/balances.js'
import type { Figure } from '../model/figure.js'
import type { NextMeasurement } from '../model/indicators.js'
import type { Indicating } from './indicating.js'

const MOST = 3
/** A measurement that takes less off the uncertainty than this share is no advice. */
const WORTH_IT = 0.02

type Candidate = { readonly figure: Figure; readonly variance: number }

/** Flows, sums of flows that a claim is about, and every other input of the total: contents, shares, prices. */
function measurable(work: Indicating, reconciled: Reconciled, total: Influence): Figure[] {
  const sums = reconciled.claims.flatMap(({ claim, reconciled: figure }) => {
    const found = work.inventory.claims.find((one) => one.id === claim)
    const plain = found !== undefined && found.terms.length > 1 && found.kind !== 'ratio'
    return plain ? [figure] : []
  })
  const inputs = [...total.keys()]
  return [...reconciled.flows.map(({ figure }) => figure), ...sums, ...inputs].flatMap(
    (id) => work.ledger.get(id) ?? [],
  )
}

/** Variance of the total with one more measurement of a figure (Kalman's update of a linear estimate). */
function varianceWith(total: Influence, figure: Figure, share: number): number {
  const own = influenceOn(figure)
  const before = covarianceOf(total, total)
  const common = covarianceOf(total, own)
  const meter = (share * (figure.value ?? 0)) ** 2
  return common === 0 ? before : before - common ** 2 / (covarianceOf(own, own) + meter)
}

// Variances this close, as a share of what there is now, are the same.
const SAME = 1e-6

/** Candidates that would do equally well stand together, in the order of the site; the best group first. */
function grouped(candidates: readonly Candidate[], before: number): Candidate[][] {
  const groups: Candidate[][] = []
  for (const candidate of candidates.toSorted((a, b) => a.variance - b.variance)) {
    const last = groups.at(-1)
    const like = last?.[0]
    const same = like !== undefined && candidate.variance - like.variance <= SAME * before
    if (last !== undefined && same) last.push(candidate)
    else groups.push([candidate])
  }
  return groups.map((group) => group.toSorted((a, b) => candidates.indexOf(a) - candidates.indexOf(b)))
}

/**
 * Which one meter or repeated measurement would make the total cost of losses surer: every flow and every input is
 * measured once more in thought, with the uncertainty that measured numbers have by default, and what is left of the uncertainty compared.
 */
export function measureNext(work: Indicating, reconciled: Reconciled, totalLoss: string): NextMeasurement[] {
  const total = work.ledger.get(totalLoss)
  // Taken up by the first stage in any case: the audit shows what a new meter is taken to be worth.
  const share = work.ledger.get('choice.uncertainty.measured')?.value ?? null
  if (total?.sd === undefined || share === null) return []
  const influence = influenceOn(total)
  const before = covarianceOf(influence, influence)
  const candidates = measurable(work, reconciled, influence)
    .filter((figure) => figure.value !== null)
    .map((figure) => ({ figure, variance: Math.max(varianceWith(influence, figure, share), 0) }))
    .filter(({ variance }) => variance < before * (1 - WORTH_IT) ** 2)
  return grouped(candidates, before)
    .slice(0, MOST)
    .flatMap((group): NextMeasurement[] => {
      const [first, ...others] = group
      if (first === undefined) return []
      const { label, id } = first.figure
      const remaining = work.ledger.add({
        id: `${id}.measured-again`,
        label: {
          en: `Standard uncertainty of the cost of losses, with another measurement of ${label.en}`,
          vi: `Độ không đảm bảo chuẩn của chi phí tổn thất, khi đo thêm ${label.vi}`,
        },
        value: Math.sqrt(first.variance),
        unit: total.unit,
        kind: 'solved',
        method: 'first-order-uncertainty',
      })
      // What a claim is written as is measured with the claim.
      const tied = others.map(({ figure }) => figure.id).filter((other) => !other.endsWith('.written'))
      return [{ label, of: id, remaining: remaining.id, tiedWith: tied }]
    })
}
