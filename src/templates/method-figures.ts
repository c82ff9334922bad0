import type { Ledger } from '../formula/index.js'
import type { Text } from '../model/text.js'
import { namesIn, type Values } from './compute-method.js'
import type { Method } from './content.js'

/** What figures of a run are called. */
export type Naming = {
  readonly id: (step: string) => string
  readonly label: (label: Text) => Text
  /** A reference in words, for a step that has one of its own. */
  readonly sourceName?: (id: string) => string
  /** Values alone, without the uncertainty that the inputs hand on. */
  readonly exact?: boolean
}

export type EnteredSteps = {
  /** Input or step → id of its figure. */
  readonly uses: Readonly<Record<string, string>>
  readonly values: Values
}

/**
 * Enters the steps of an expanded method into the ledger, each as a formula over the figures before it, with the
 * uncertainty that its inputs give it. `inputs` names the figure of every input, in the unit of the method; one figure
 * may serve several.
 */
export function enterSteps(
  ledger: Ledger,
  method: Method,
  inputs: Readonly<Record<string, string>>,
  { sourceName = (id) => id, exact = false, ...naming }: Naming,
): EnteredSteps {
  const uses: Record<string, string> = { ...inputs }
  for (const { name, label, unit, show, formula, source } of method.steps) {
    uses[name] = ledger.derive({
      id: naming.id(name),
      label: naming.label(label),
      unit,
      ...(show !== undefined && { show }),
      ...(source !== undefined && { source: sourceName(source) }),
      formula,
      uses: Object.fromEntries(namesIn(formula).map((used) => [used, uses[used] ?? ''])),
      ...(!exact && { sd: 'independent' }),
    }).id
  }
  const values = Object.entries(uses).map(([name, id]) => [name, ledger.get(id)?.value ?? null] as const)
  return { uses, values: new Map(values) }
}
