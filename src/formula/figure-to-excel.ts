import type { Figure } from '../model/figure.js'
import type { UnitOptions } from '../units/index.js'
import { compileFigure, type Figures } from './compile-figure.js'
import { mayGiveNoValue } from './guard.js'
import { toExcel } from './to-excel.js'

/**
 * Ids of the figures whose cell may be empty or show `–`: those without a value now, those whose function may
 * have none (payback, IRR …), and all that are computed from them. `figures` in the order of the ledger.
 */
export function figuresThatMayBeMissing(
  figures: readonly Figure[],
  units?: UnitOptions,
): ReadonlySet<string> {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const missing = new Set<string>()
  for (const figure of figures) {
    if (figure.value === null) missing.add(figure.id)
    else if (figure.formula !== undefined && figure.kind === 'derived') {
      const { uses = {} } = figure
      const may = mayGiveNoValue(compileFigure(figure, byId, units), (name) => missing.has(uses[name] ?? ''))
      if (may) missing.add(figure.id)
    }
  }
  return missing
}

/**
 * The live formula of a derived figure, without `=`. `address` gives the cell of a figure by its id; `missing` is
 * the answer of `figuresThatMayBeMissing`. Where the engine has no value the cell shows `–`. `undefined` when the
 * formula is longer or deeper than a cell can hold: then the value stands there alone.
 */
export function figureToExcel(
  figure: Figure,
  figures: Figures,
  address: (id: string) => string,
  missing: ReadonlySet<string>,
  units?: UnitOptions,
): string | undefined {
  const idOf = (name: string): string => figure.uses?.[name] ?? ''
  const text = toExcel(compileFigure(figure, figures, units), (name) => address(idOf(name)), {
    missing: (name) => missing.has(idOf(name)),
    guarded: figure.value === null,
  })
  return text.length <= LONGEST && depthOf(text) <= DEEPEST ? text : undefined
}

/** Limits of a cell since Excel 2007: 8192 characters, 64 levels of functions. */
const LONGEST = 8000
const DEEPEST = 60

function depthOf(formula: string): number {
  // Every level takes two brackets.
  if (formula.length < 2 * DEEPEST) return 0
  let [depth, deepest] = [0, 0]
  for (const sign of formula.replace(/"[^"]*"|'[^']*'/g, '')) {
    if (sign === '(') deepest = Math.max(deepest, ++depth)
    else if (sign === ')') depth--
  }
  return deepest
}
