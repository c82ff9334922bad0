import type { Figure } from '../model/figure.js'
import type { Unit } from '../model/unit.js'
import { parseUnit, type UnitOptions } from '../units/index.js'
import { needs } from './ast.js'
import { compile } from './compile.js'
import { parseFormula } from './parse-formula.js'
import { problemText } from './problem.js'
import type { Typed } from './typed.js'

/** How figures are found by id: a ledger, or a map of the figures of a saved audit. */
export type Figures = { readonly get: (id: string) => Figure | undefined }

/** What a derived figure is made of. */
export type Formula = Pick<Figure, 'id' | 'unit' | 'formula' | 'uses'>

/**
 * The compiled formula of a derived figure, its value in the figure's unit. Throws when it does not read, has a
 * name that is in no `uses`, or does not fit its dimension: the tool made that formula, so it is a bug.
 * `units` holds the site's own units, which figures may have but numbers inside a formula not.
 */
export function compileFigure(figure: Formula, figures: Figures, units?: UnitOptions): Typed {
  const bug = (what: string): Error =>
    new Error(`figure "${figure.id}", formula "${figure.formula}": ${what}`)
  const { formula, uses = {} } = figure
  if (formula === undefined) throw bug('there is none')
  const parsed = parseFormula(formula)
  if ('problem' in parsed) throw bug(problemText(parsed.problem).en)
  const names = new Map<string, Unit>()
  for (const name of needs(parsed.ast)) {
    const id = Object.hasOwn(uses, name) ? uses[name] : undefined
    if (id === undefined) throw bug(`"${name}" is not among what it uses`)
    const used = figures.get(id)
    if (!used) throw bug(`"${name}" is figure "${id}", which is not in the ledger before it`)
    names.set(name, unitOf(used.unit, used.id, units))
  }
  const compiled = compile(parsed.ast, names, unitOf(figure.unit, figure.id, units))
  if ('problem' in compiled) throw bug(problemText(compiled.problem).en)
  return compiled.typed
}

/** The unit of a figure. Throws when nobody knows it. */
export function unitOf(text: string, id: string, units?: UnitOptions): Unit {
  const own = units ?? NO_UNITS
  const known = seen.get(own) ?? new Map<string, Unit>()
  const before = known.get(text)
  if (before) return before
  const parsed = parseUnit(text, own)
  if ('problem' in parsed) throw new Error(`figure "${id}": "${text}" is no unit`)
  seen.set(own, known.set(text, parsed.unit))
  return parsed.unit
}

const NO_UNITS: UnitOptions = {}

/** A ledger has thousands of figures in a few dozen units: each is read once. */
const seen = new WeakMap<UnitOptions, Map<string, Unit>>()
