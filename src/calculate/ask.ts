import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { namesIn } from '../templates/compute-method.js'
import type { Method, MethodInput } from '../templates/content.js'
import { nearest } from '../model/near-names.js'
import type { Given } from './read-given.js'

/**
 * Inputs that must still be given: those without a value, a default or the leave to be absent. A default over other
 * inputs helps only where these can be had.
 */
export function missingInputs(method: Method, has: (name: string) => boolean): readonly MethodInput[] {
  const inputs = new Map(method.inputs.map((input) => [input.name, input]))
  const there = (name: string): boolean => {
    const input = inputs.get(name)
    return input !== undefined && (input.optional !== true || has(name))
  }
  return method.inputs.filter(
    ({ name, optional, default: preset }) =>
      !has(name) && optional !== true && (preset === undefined || !namesIn(preset.value).every(there)),
  )
}

/** Names that are given but mean nothing to the method, and single inputs with several values. */
export function strangers(
  method: Method,
  asked: readonly MethodInput[],
  given: Given,
): readonly Diagnostic[] {
  const known = new Map(asked.map((input) => [input.name, input]))
  return [...given].flatMap(([name, texts]) => {
    const input = known.get(name)
    const at = texts[0]?.at ?? ''
    if (input === undefined)
      return [
        diagnose('M101', at, { input: name, method: method.id, near: nearest(name, known.keys())[0] ?? '' }),
      ]
    if (input.rows === undefined && texts.length !== 1)
      return [diagnose('M105', at, { input: name, count: texts.length })]
    return []
  })
}

/** How many rows each group has; inputs of a group that disagree are told. */
export function rowCounts(
  method: Method,
  given: Given,
): { readonly rows: ReadonlyMap<string, number>; readonly diagnostics: readonly Diagnostic[] } {
  const first = new Map<string, { readonly name: string; readonly count: number }>()
  const diagnostics: Diagnostic[] = []
  for (const { name, rows: group } of method.inputs) {
    const texts = given.get(name)
    if (group === undefined || texts === undefined) continue
    const before = first.get(group)
    if (before === undefined) first.set(group, { name, count: texts.length })
    else if (before.count !== texts.length) {
      const { name: other, count: expected } = before
      const found = { input: name, found: texts.length, expected, other }
      diagnostics.push(diagnose('M104', texts[0]?.at ?? '', found))
    }
  }
  return { rows: new Map([...first].map(([group, { count }]) => [group, count])), diagnostics }
}
