import { compileFigure, evaluate } from '../formula/index.js'
import type { Figure } from '../model/figure.js'
import { causeOf, isLeaf, type Side } from './causes.js'
import { inUnit } from './mixed.js'

/** What two results have in common of their uncertainty: id of the result → covariance, in the unit of the newer. */
export type Covariance = (id: string) => number

/**
 * Covariance of each result of two audits through the factors that both use with one value, such as the emission
 * factor of a fuel: where it is too high it is so in both years, and their difference feels it only as far as the use
 * has changed. All other numbers of two years are independent. To the first order, by central differences.
 */
export function sharedFactors(old: Side, now: Side): Covariance {
  const shared = [...now.figures.values()].filter((figure) => isShared(figure, old, now))
  const runs = shared.map(({ id, value, sd = 0 }) => ({
    old: [valuesWith(old, id, (value ?? 0) + sd / 2), valuesWith(old, id, (value ?? 0) - sd / 2)] as const,
    now: [valuesWith(now, id, (value ?? 0) + sd / 2), valuesWith(now, id, (value ?? 0) - sd / 2)] as const,
  }))
  return (id) => {
    const [from, to] = [old.figures.get(id)?.unit ?? '', now.figures.get(id)?.unit ?? '']
    return runs.reduce((sum, run) => {
      const [a, b] = [move(run.old, id), move(run.now, id)]
      return a === 0 || b === 0 ? sum : sum + (inUnit(a, from, to) ?? 0) * b
    }, 0)
  }
}

function isShared(figure: Figure, old: Side, now: Side): boolean {
  const before = old.figures.get(figure.id)
  if (before === undefined || !isLeaf(figure.id, old, now) || !(figure.sd !== undefined && figure.sd > 0))
    return false
  const same = before.value === figure.value && before.unit === figure.unit && before.sd === figure.sd
  return same && causeOf(figure.id, old, now) === 'factor'
}

type Values = (id: string) => number | null

function move([up, down]: readonly [Values, Values], id: string): number {
  const [high, low] = [up(id), down(id)]
  return high === null || low === null ? 0 : high - low
}

/** The results of one audit with another value of one number; amounts of flows stay as they are. */
function valuesWith({ figures, flows }: Side, changed: string, value: number): Values {
  const known = new Map<string, number | null>([[changed, value]])
  const valueOf = (id: string): number | null => {
    const before = known.get(id)
    if (before !== undefined) return before
    const figure = figures.get(id)
    const leaf = figure === undefined || isLeaf(id, { figures, flows })
    const result = leaf
      ? (figure?.value ?? null)
      : evaluate(compileFigure(figure, figures), (name) => valueOf(figure.uses?.[name] ?? '')).value
    const number = typeof result === 'number' ? result : null
    known.set(id, number)
    return number
  }
  return valueOf
}
