import type { Evaluating } from './evaluating.js'
import type { Act } from './pools.js'
import { packageWorth, weighed } from './worth.js'

/**
 * The measures without which the package is worth more: the one whose removal gains most is dropped, again and again
 * until none does. What is decided already, costs nothing, or cannot be weighed stays. Returns what each one's
 * removal gains.
 */
export function pruned(work: Evaluating, acts: readonly Act[]): ReadonlyMap<string, number> {
  const known = weighed(
    work,
    acts.map(({ draft }) => draft),
  )
  const dropped = new Map<string, number>()
  let kept = acts
  let worth = packageWorth(kept, known)
  for (;;) {
    const without = kept
      .filter(({ draft }) => mayGo(draft.status, known.get(draft.id)))
      .map((act) => ({
        act,
        worth: packageWorth(
          kept.filter((other) => other !== act),
          known,
        ),
      }))
    const [best] = without.sort((a, b) => b.worth - a.worth)
    if (best === undefined || best.worth <= worth + Math.abs(worth) * 1e-12) return dropped
    dropped.set(best.act.draft.id, best.worth - worth)
    kept = kept.filter((act) => act !== best.act)
    worth = best.worth
  }
}

function mayGo(
  status: string,
  one: { readonly investment: number; readonly running: number } | undefined,
): boolean {
  return one !== undefined && status === 'proposed' && (one.investment > 0 || one.running > 0)
}
