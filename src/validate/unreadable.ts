import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { QuantityProblem } from '../units/index.js'

/**
 * What to say of a text that is no quantity, at its place. `wanted` is a unit that fits, where the reader cannot define
 * units of their own as in a site file.
 */
export function unreadable(problem: QuantityProblem, at: string, wanted = ''): Diagnostic {
  const { written, part, start, length } = problem
  const common = { thing: at, written, part, start, length }
  const expected = problem.readings?.join('|') ?? problem.expected ?? ''
  const near = problem.unit?.suggestions.join('|') ?? ''
  if (problem.kind === 'unit' && problem.unit?.kind === 'ambiguous')
    return diagnose('U103', at, { ...common, near })
  if (problem.kind === 'unit') return diagnose('U102', at, { ...common, near, wanted })
  if (problem.kind === 'uncertainty') return diagnose('U104', at, { ...common, expected })
  if (problem.kind === 'basis')
    return diagnose('U105', at, { ...common, expected: problem.expected ?? 'measured' })
  return diagnose('U101', at, { ...common, expected })
}
