import type { Diagnostic } from '../model/diagnostic.js'
import { pointerKeys, pointerOf } from '../model/pointer.js'

/** Arguments that tell one place from the next, not one mistake from another. */
export const PLACE_ARGS: ReadonlySet<string> = new Set([
  'thing',
  'start',
  'length',
  'first',
  'last',
  'month',
  'second',
])

/**
 * The same mistake in many rows becomes one diagnostic with the other places in `also`. Two places make the same
 * mistake where code, field and the faulty text agree; the id of the thing that makes it is told with its place.
 */
export function groupDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [diagnostic])
    else group.push(diagnostic)
  }
  return [...groups.values()].map(([first, ...others]) => {
    const lead = first as Diagnostic
    if (others.length === 0) return lead
    return {
      ...lead,
      also: [...(lead.also ?? []), ...others.flatMap(({ at, also }) => [at, ...(also ?? [])])],
    }
  })
}

function keyOf({ code, at, args, also }: Diagnostic): string {
  const [list, thing, ...field] = pointerKeys(at)
  const faulty = 'part' in args ? args['part'] : undefined
  const rest = Object.entries(args).filter(
    ([name, value]) =>
      !PLACE_ARGS.has(name) &&
      value !== thing &&
      value !== pointerOf(list ?? '', thing ?? '') &&
      (faulty === undefined || name !== 'written'),
  )
  return JSON.stringify([code, list, field, rest, also === undefined ? '' : at])
}
