import { COVERAGE, influencesOn } from '../formula/index.js'
import type { Influence } from '../model/calculated.js'
import { runSteps, type CompiledSteps } from '../templates/compute-method.js'
import type { EnteredSteps } from '../templates/method-figures.js'
import type { Evaluating } from './evaluating.js'

/** The same method with the figures of its inputs in one case. */
type Runs = { readonly base: EnteredSteps; readonly low: EnteredSteps; readonly high: EnteredSteps }

/**
 * What the range of a step comes from, the most important first: the uncertainty of every input, and the low and high
 * of every parameter that has them, which stand for as many standard uncertainties as a range has to either side.
 */
export function influencesOnStep(
  work: Evaluating,
  steps: CompiledSteps,
  step: string,
  { base, low, high }: Runs,
): readonly Influence[] {
  const found = work.ledger.get(base.uses[step] ?? '')
  const parts = new Map((found === undefined ? [] : influencesOn(found)).map((one) => [one.input, one.moves]))
  const at = (name: string, { values }: EnteredSteps): number =>
    runSteps(steps, new Map(base.values).set(name, values.get(name) ?? null)).get(step) ?? NaN
  for (const [name, id] of Object.entries(base.uses)) {
    if (low.uses[name] === id && high.uses[name] === id) continue
    if (steps.some((one) => one.name === name)) continue
    const moves = (at(name, high) - at(name, low)) / (2 * COVERAGE)
    if (Number.isFinite(moves) && moves !== 0) parts.set(id, moves)
  }
  const total = Math.hypot(...parts.values())
  return [...parts]
    .map(([input, moves]) => ({ input, share: (moves / total) ** 2, moves }))
    .sort((a, b) => b.share - a.share)
}
