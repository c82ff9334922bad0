import type { InputChange, Side as InputSide } from '../model/comparison.js'
import type { Figure } from '../model/figure.js'
import { causeOf, type Side } from './causes.js'
import { inUnit } from './mixed.js'

/** Inputs, factors and choices that are not the same in both audits, those of the newer one first. */
export function inputChanges(old: Side, now: Side): readonly InputChange[] {
  const ids = [...new Set([...now.figures.keys(), ...old.figures.keys()])]
  return ids.flatMap((id) => {
    const a = given(old.figures.get(id))
    const b = given(now.figures.get(id))
    const figure = b ?? a
    if (figure === undefined || same(a, b)) return []
    return [
      {
        id,
        label: figure.label,
        cause: causeOf(id, old, now),
        ...(a && { old: sideOf(a) }),
        ...(b && { new: sideOf(b) }),
      },
    ]
  })
}

function given(figure: Figure | undefined): Figure | undefined {
  return figure === undefined || figure.kind === 'derived' || figure.kind === 'solved' ? undefined : figure
}

/** The same number known in the same way; the paper it stands on may be another. */
function same(a: Figure | undefined, b: Figure | undefined): boolean {
  if (a === undefined || b === undefined) return false
  if (a.basis !== b.basis || a.kind !== b.kind) return false
  if (a.value === null || b.value === null) return a.value === b.value
  return inUnit(a.value, a.unit, b.unit) === b.value
}

function sideOf({ value, unit, basis, source, place }: Figure): InputSide {
  return { value, unit, ...(basis && { basis }), ...(source && { source }), ...(place && { place }) }
}
