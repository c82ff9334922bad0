import { diagnose } from '../diagnostics/catalogue.js'
import { check, problemText } from '../formula/index.js'
import type { Names } from '../formula/index.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Unit } from '../model/unit.js'
import type { Content } from './content.js'
import { nearest } from '../model/near-names.js'

/** The content while it is checked, and the list that collects what is wrong. */
export type Checking = {
  readonly content: Content
  /** Dictionary variables, for conditions and `with`. */
  readonly names: Names
  readonly problems: Diagnostic[]
}

/** Reports a name that is not among the known ones. */
export function checkName(
  checking: Checking,
  where: { readonly file: string; readonly field: string },
  kind: string,
  name: string,
  known: { readonly has: (name: string) => boolean; readonly keys: () => Iterable<string> },
): void {
  if (known.has(name)) return
  checking.problems.push(
    diagnose('C107', '', { ...where, kind, name, near: nearest(name, known.keys())[0] ?? '' }),
  )
}

/** Reports a formula that does not read, or whose units do not give `result`; returns whether it holds. */
export function checkFormula(
  checking: Checking,
  where: { readonly file: string; readonly field: string },
  formula: string,
  names: Names,
  result: Unit | 'truth',
): boolean {
  const checked = check(formula, names, result)
  if (!('problem' in checked)) return true
  const detail = problemText(checked.problem).en
  checking.problems.push(diagnose('C108', '', { ...where, formula, detail }))
  return false
}
