import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { parseUnit } from '../units/index.js'
import { checkEntry } from './check-entry.js'
import { checkMethod } from './check-method.js'
import { checkFormula, checkName } from './checking.js'
import type { Checking } from './checking.js'
import type { Content } from './content.js'
import { variableNames } from './variable-names.js'

/**
 * Whether the content holds together: every name exists, every formula and condition has the right units, every
 * number has a source or says that it is a choice, the examples of the methods come out.
 */
export function checkContent(content: Content): readonly Diagnostic[] {
  const checking: Checking = { content, names: variableNames(content.variables), problems: [] }
  checkVariables(checking)
  checkStreams(checking)
  checkParts(checking)
  for (const [old, now] of content.renamed) {
    checkName(checking, { file: 'renamed.yaml', field: old }, 'entry', now, content.entries)
  }
  for (const method of content.methods.values()) checkMethod(checking, method)
  for (const entry of content.entries.values()) checkEntry(checking, entry)
  return checking.problems
}

function checkVariables(checking: Checking): void {
  for (const { name, unit } of checking.content.variables.values()) {
    if ('unit' in parseUnit(unit === '' ? '1' : unit)) continue
    checking.problems.push(
      diagnose('C104', '', { file: 'variables.csv', field: name, written: unit, expected: 'kg/h' }),
    )
  }
}

function checkStreams(checking: Checking): void {
  for (const { id, unit, base } of checking.content.streams.values()) {
    const parsed = parseUnit(unit)
    const where = { file: 'streams.yaml', field: id }
    if (!('unit' in parsed)) {
      checking.problems.push(diagnose('C104', '', { ...where, written: unit, expected: 'm3/yr' }))
      continue
    }
    for (const formula of base) checkFormula(checking, where, formula, checking.names, parsed.unit)
  }
}

/** A part is about words of the dictionary, and is answered under a name of its own. */
function checkParts(checking: Checking): void {
  const { variables, parts, entries } = checking.content
  const heads = [...variables.keys()].flatMap((name) =>
    name.split('.').map((_, index, all) => all.slice(0, index + 1).join('.')),
  )
  const words = new Map(heads.map((name) => [name, name] as const))
  for (const part of parts.values()) {
    const where = { file: 'parts.yaml', field: part.id }
    for (const word of part.words) checkName(checking, where, 'variable', word, words)
    if (entries.has(part.id)) {
      const expected = 'a name that no entry has'
      checking.problems.push(diagnose('C104', '', { ...where, written: part.id, expected }))
    }
  }
}
