import type { Unit } from '../model/unit.js'
import { needs } from './ast.js'
import { compile, type Compiled, type Names } from './compile.js'
import { parseFormula } from './parse-formula.js'
import type { Problem } from './problem.js'

export type Checked = (Compiled & { readonly needs: readonly string[] }) | Problem

/** Parses and compiles in one go: whether a formula reads, knows its names and gives what `result` says. */
export function check(text: string, names: Names, result?: Unit | 'truth'): Checked {
  const parsed = parseFormula(text)
  if ('problem' in parsed) return parsed
  const compiled = compile(parsed.ast, names, result)
  return 'problem' in compiled ? compiled : { ...compiled, needs: needs(parsed.ast) }
}
