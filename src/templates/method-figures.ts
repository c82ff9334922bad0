import type { Ledger } from '../formula/index.js'
import type { Text } from '../model/text.js'
import { namesIn, runSteps, spreadOfSteps } from './compute-method.js'
import type { CompiledSteps, StepSpread, UncertainInput, Values } from './compute-method.js'
import type { Method } from './content.js'

/** What figures of a run are called. */
export type Naming = {
  readonly id: (step: string) => string
  readonly label: (label: Text) => Text
  /** A reference in words, for a step that has one of its own. */
  readonly sourceName?: (id: string) => string
}

export type EnteredSteps = {
  /** Input or step → id of its figure. */
  readonly uses: Readonly<Record<string, string>>
  readonly values: Values
  readonly spread: ReadonlyMap<string, StepSpread>
}

/**
 * Enters the steps of an expanded method into the ledger, each as a formula over the figures before it, with the
 * uncertainty that its inputs give it. `inputs` names the figure of every input; one figure may serve several.
 */
export function enterSteps(
  ledger: Ledger,
  method: Method,
  steps: CompiledSteps,
  inputs: Readonly<Record<string, string>>,
  { sourceName = (id) => id, ...naming }: Naming,
): EnteredSteps {
  const given = new Map(
    method.inputs.map(({ name }) => [name, ledger.get(inputs[name] ?? '')?.value ?? null] as const),
  )
  const spread = spreadOfSteps(steps, given, uncertainInputs(ledger, inputs))
  const uses: Record<string, string> = { ...inputs }
  for (const { name, label, unit, show, formula, source } of method.steps) {
    const sd = spread.get(name)?.sd
    uses[name] = ledger.derive({
      id: naming.id(name),
      label: naming.label(label),
      unit,
      ...(show !== undefined && { show }),
      ...(source !== undefined && { source: sourceName(source) }),
      formula,
      uses: Object.fromEntries(namesIn(formula).map((used) => [used, uses[used] ?? ''])),
      ...(sd !== undefined && { sd }),
    }).id
  }
  return { uses, values: runSteps(steps, given), spread }
}

function uncertainInputs(
  ledger: Ledger,
  inputs: Readonly<Record<string, string>>,
): readonly UncertainInput[] {
  return [...new Set(Object.values(inputs))].flatMap((id) => {
    const { value = null, sd = 0 } = ledger.get(id) ?? {}
    const names = Object.keys(inputs).filter((name) => inputs[name] === id)
    return value !== null && sd > 0 ? [{ id, sd, inputs: names }] : []
  })
}
