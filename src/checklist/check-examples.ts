import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Finding } from '../model/opportunities.js'
import type { VariableLookup, VariableValue } from '../model/variables.js'
import type { ChecklistEntry, Content, EntryExample, Variable } from '../templates/content.js'
import { convert, parseUnit, UNIT_ONE } from '../units/index.js'
import { runChecklists } from './run-checklists.js'

/** Runs the examples of every checklist entry; what comes out differently is a diagnostic. */
export function checkExamples(content: Content): readonly Diagnostic[] {
  return [...content.entries.values()].flatMap((entry) =>
    entry.examples.flatMap((example, index) => checkExample(content, entry, example, index + 1)),
  )
}

function checkExample(
  content: Content,
  entry: ChecklistEntry,
  example: EntryExample,
  number: number,
): readonly Diagnostic[] {
  const finding = runExample(content, entry, example)
  const found = describeFinding(finding?.outcome ?? 'nothing', example.evidence && finding?.evidence)
  const expected = describeFinding(example.expect, example.evidence)
  if (found === expected) return []
  const file = `checklists/${entry.system}/${entry.id}.yaml`
  return [diagnose('C111', '', { file, example: number, found, expected })]
}

function describeFinding(outcome: string, evidence: string | undefined): string {
  return evidence === undefined ? outcome : `${outcome} (${evidence})`
}

/** The finding of one entry alone on the values of an example. */
export function runExample(
  content: Content,
  entry: ChecklistEntry,
  example: EntryExample,
): Finding | undefined {
  const entries = new Map([[entry.id, { ...entry, replaces: [] }]])
  const { answer, complete = false } = example
  const { value } = runChecklists({
    content: { ...content, entries },
    variables: exampleVariables(content.variables, example.given),
    answers: answer === undefined ? {} : { [entry.id]: { answer } },
    ...(entry.sectors[0] !== undefined && { sector: entry.sectors[0] }),
    complete,
  })
  return value[0]
}

function exampleVariables(
  dictionary: ReadonlyMap<string, Variable>,
  given: Readonly<Record<string, string>>,
): VariableLookup {
  const values = new Map(
    Object.entries(given).map(([name, text]) => [name, valueOf(dictionary.get(name), text)]),
  )
  return { get: (name) => values.get(name), machines: () => [] }
}

function valueOf(variable: Variable | undefined, text: string): VariableValue {
  if (variable?.type === 'boolean') return { value: text === 'yes' || text === 'true' }
  if (variable?.type !== 'number') return { value: text }
  const [, number = '', unit = ''] = /^(\S+)\s*(.*)$/.exec(text) ?? []
  const parsed = parseUnit(unit === '' ? '1' : unit)
  if (!('unit' in parsed)) return { value: text }
  const share = Object.keys(parsed.unit.dimension).length === 0
  if (share) return { value: convert(Number(number), parsed.unit, UNIT_ONE) ?? Number(number), unit: '1' }
  return { value: Number(number), unit: parsed.unit.text }
}
