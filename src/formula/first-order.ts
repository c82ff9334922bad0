/** A quantity that a result depends on, with one standard uncertainty in its own unit. */
export type Uncertain = { readonly id: string; readonly sd: number }

/** What one quantity adds to the uncertainty of a result: signed, in the unit of the result. */
export type Contribution = { readonly id: string; readonly part: number }

/**
 * First order, uncorrelated (JCGM 100:2008, 5.1): the uncertainty of a result is √Σ part², where a part is by how
 * much the result moves when one quantity moves by its standard uncertainty, half of it to either side.
 * `at(id, shift)` is the result with that quantity shifted; a result that is no number there has no uncertainty.
 */
export function firstOrder(
  quantities: readonly Uncertain[],
  at: (id: string, shift: number) => number | null,
): { readonly sd: number | undefined; readonly contributions: readonly Contribution[] } {
  const contributions = quantities.map(({ id, sd }) => ({
    id,
    part: (at(id, sd / 2) ?? NaN) - (at(id, -sd / 2) ?? NaN),
  }))
  const sd = Math.hypot(...contributions.map(({ part }) => part))
  return { sd: sd > 0 && Number.isFinite(sd) ? sd : undefined, contributions }
}
