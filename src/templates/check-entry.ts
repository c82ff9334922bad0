import { diagnose } from '../diagnostics/catalogue.js'
import { parseUnit } from '../units/index.js'
import { checkFormula, checkName } from './checking.js'
import type { Checking } from './checking.js'
import type { ChecklistEntry, Estimate, Given } from './content.js'

/** Names, condition, estimates and numbers of one checklist entry. Its examples are run by the checklist stage. */
export function checkEntry(checking: Checking, entry: ChecklistEntry): void {
  const file = `${entry.system}/${entry.id}.yaml`
  const { content } = checking
  const at = (field: string): { readonly file: string; readonly field: string } => ({ file, field })
  checkFormula(checking, at('when'), entry.when, checking.names, 'truth')
  checkName(checking, at('practice'), 'practice', entry.practice, content.practices)
  for (const cause of entry.causes) checkName(checking, at('causes'), 'cause', cause, content.causes)
  for (const sector of entry.sectors) checkName(checking, at('sectors'), 'sector', sector, content.sectors)
  if (entry.stream !== undefined) checkName(checking, at('stream'), 'stream', entry.stream, content.streams)
  for (const other of [...entry.interacts, ...entry.replaces]) {
    checkName(checking, at('interacts'), 'entry', other, content.entries)
  }
  for (const id of entry.references)
    checkName(checking, at('references'), 'reference', id, content.references)
  entry.estimate.forEach((estimate, index) =>
    checkEstimate(checking, file, `estimate[${index + 1}]`, estimate),
  )
  if (entry.reviewBy <= entry.reviewed) {
    const written = entry.reviewBy
    checking.problems.push(
      diagnose('C104', '', { ...at('review-by'), written, expected: `> ${entry.reviewed}` }),
    )
  }
}

function checkEstimate(checking: Checking, file: string, field: string, estimate: Estimate): void {
  const where = { file, field }
  const { content, names } = checking
  if (estimate.when !== undefined) checkFormula(checking, where, estimate.when, names, 'truth')
  if (estimate.kind === 'range') {
    checkName(checking, where, 'stream', estimate.of, content.streams)
    checkName(checking, where, 'reference', estimate.source, content.references)
    return
  }
  checkName(checking, where, 'method', estimate.method, content.methods)
  const inputs = new Map(content.methods.get(estimate.method)?.inputs.map((input) => [input.name, input]))
  for (const [name, given] of Object.entries(estimate.with)) {
    const place = { file, field: `${field}.${name}` }
    checkName(checking, place, 'input', name, inputs)
    const parsed = parseUnit(inputs.get(name)?.unit ?? '?')
    for (const formula of expressions(given)) {
      if ('unit' in parsed) checkFormula(checking, place, formula, names, parsed.unit)
    }
    checkSource(checking, place, given)
  }
}

function expressions(given: Given): readonly string[] {
  return [given.base, given.low, given.high].filter((formula) => formula !== undefined)
}

/** Whatever holds a number needs a source or `choice`. */
function checkSource(
  checking: Checking,
  where: { readonly file: string; readonly field: string },
  given: Given,
): void {
  if (given.source !== undefined) {
    checkName(checking, where, 'reference', given.source, checking.content.references)
  } else if (given.choice !== true && expressions(given).some((formula) => /(?<![\w.])\d/.test(formula))) {
    checking.problems.push(diagnose('C109', '', { ...where, written: given.base }))
  }
}
