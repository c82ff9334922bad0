import type { Unit } from '../model/unit.js'
import { parseUnit } from '../units/index.js'
import { check } from './check.js'
import type { Figures, Formula } from './compile-figure.js'

/**
 * Whether a formula over these figures reads and gives what the unit says. For amounts whose units are the user's
 * own choice: what does not fit is told to the user, and only then is a derivation that does not fit a bug.
 */
export function fits(formula: Omit<Formula, 'id'>, figures: Figures): boolean {
  const names = new Map<string, Unit>()
  for (const [name, id] of Object.entries(formula.uses ?? {})) {
    const parsed = parseUnit(figures.get(id)?.unit ?? '?')
    if ('problem' in parsed) return false
    names.set(name, parsed.unit)
  }
  const wanted = parseUnit(formula.unit)
  return 'unit' in wanted && !('problem' in check(formula.formula ?? '', names, wanted.unit))
}
