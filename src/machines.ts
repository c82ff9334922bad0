import { machineValues, siteFacts } from './checklist/site-variables.js'
import type { Machine, MachineFact } from './model/machines.js'
import type { Figure } from './model/figure.js'
import { sameText } from './model/text.js'
import type { VariableValue } from './model/variables.js'
import type { Site } from './schema/site.js'
import type { Content } from './templates/content.js'

/** What the audit knows of a site whose machines are listed. */
type Known = {
  readonly site: Pick<Site, 'equipment' | 'facts' | 'energy'>
  readonly content: Pick<Content, 'variables' | 'fuelClasses'>
  readonly figures: readonly Figure[]
}

/**
 * The machines of a site with what the dictionary knows of each, as it was given, and the facts of the site as a whole;
 * what an estimate took up is linked to its figure.
 */
export function machinesOf(known: Known): {
  readonly machines: readonly Machine[]
  readonly facts: readonly MachineFact[]
} {
  const { site, content, figures } = known
  const figureAt = new Map(figures.flatMap(({ id, at }) => (at === undefined ? [] : [[at, id] as const])))
  // In the order of the dictionary, however the file has them: every form of a file gives the same audit.
  const order = new Map([...content.variables.keys()].map((name, place) => [name, place]))
  const placeOf = (name: string): number => order.get(name) ?? order.size
  const factsOf = (values: ReadonlyMap<string, VariableValue>): readonly MachineFact[] =>
    [...values]
      .sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
      .map(([name, value]) => factOf(name, value, content, figureAt))
  const input = { site, fuelClasses: content.fuelClasses }
  const machines = Object.entries(site.equipment).map(([id, machine]): Machine => {
    const { name, system, step, count, year, maker, note } = machine
    return {
      id,
      name: name ?? id,
      system,
      ...(step !== undefined && { step }),
      ...(count !== undefined && { count }),
      ...(year !== undefined && { year }),
      ...(maker !== undefined && { maker }),
      ...(note !== undefined && { note }),
      facts: factsOf(machineValues(input, id)),
    }
  })
  return { machines, facts: factsOf(siteFacts(site)) }
}

function factOf(
  name: string,
  { value, unit, quantity, at }: VariableValue,
  { variables }: Known['content'],
  figureAt: ReadonlyMap<string, string>,
): MachineFact {
  const figure = figureAt.get(quantity?.at ?? at ?? '')
  return {
    name,
    label: variables.get(name)?.meaning ?? sameText(name),
    value: quantity?.value ?? value,
    ...(unit !== undefined && { unit: quantity?.unit.text ?? unit }),
    ...(quantity?.below === true && { below: true }),
    ...(quantity?.basis !== undefined && { basis: quantity.basis }),
    ...(quantity?.source !== undefined && { source: quantity.source }),
    ...(figure !== undefined && { figure }),
  }
}
