import { nearest } from '../model/near-names.js'
import type { Content } from '../templates/content.js'
import { nearSectors } from '../templates/sectors.js'
import { given, misuse, type Call, type Outcome } from './call.js'
import { usageTexts } from './texts.js'

/** Option of `recp list` → the lists that it narrows down. */
const NARROWS: Readonly<Record<string, readonly string[]>> = {
  system: ['checklists', 'methods'],
  practice: ['checklists'],
  outcome: ['checklists'],
  sector: ['checklists', 'benchmarks', 'indicators'],
  country: ['factors', 'benchmarks'],
  year: ['factors', 'benchmarks'],
  expired: ['factors', 'benchmarks'],
  in: ['checklists', 'factors', 'benchmarks', 'indicators'],
}

/** Options that an audit leaves nothing to choose by: what it was compared with is of its own sector and years. */
const SETTLED: Readonly<Record<string, readonly string[]>> = {
  sector: ['benchmarks', 'indicators'],
  expired: ['benchmarks'],
}

/** A filter that says nothing of what is listed is refused: an unfiltered list would look like its answer. */
export function filterOfAnotherList(call: Call, what: string): Outcome | null {
  const settled = Object.keys(SETTLED).find(
    (name) => given(call, name) !== undefined && SETTLED[name]?.includes(what),
  )
  if (settled !== undefined && given(call, 'in') !== undefined)
    return misuse(call, usageTexts.settledByAudit[call.lang](`--${settled}`, what))
  const wrong = Object.keys(NARROWS).find(
    (name) => given(call, name) !== undefined && !NARROWS[name]?.includes(what),
  )
  if (wrong === undefined) return null
  const lists = NARROWS[wrong] ?? []
  return misuse(call, usageTexts.otherList[call.lang](`--${wrong}`, what, lists.join(', ')))
}

/** A system, practice or sector that the content does not know; a country or year without rows is no mistake. */
export function unknownFilter(call: Call, content: Content): Outcome | null {
  const [entries, methods] = [[...content.entries.values()], [...content.methods.values()]]
  const systems = [...entries, ...methods].flatMap(({ system }) => system ?? [])
  const sectors = [...content.sectors.values()].flatMap(({ id, also }) => [id, ...also])
  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    system: new Set(systems.toSorted()),
    practice: new Set(content.practices.keys()),
    sector: new Set(sectors),
  }
  for (const [name, legal] of Object.entries(known)) {
    const written = given(call, name)
    if (written === undefined || legal.has(written)) continue
    const what = usageTexts.option[call.lang](`--${name}`, 'recp list')
    const expected = name === 'sector' ? usageTexts.aSector[call.lang] : [...legal].join(', ')
    return misuse(
      call,
      usageTexts.badChoice[call.lang](
        what,
        written,
        expected,
        name === 'sector' ? nearSectors(content, written) : nearest(written, [...legal]),
      ),
    )
  }
  return null
}
