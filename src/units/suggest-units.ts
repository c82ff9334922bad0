import { editDistance } from '../model/near-names.js'
import { AMBIGUOUS_NAMES } from './spellings.js'
import { unitIndex } from './unit-index.js'

/** Up to three known names near to what was written: first those that differ in case only, then the nearest. */
export function suggestUnits(written: string, custom: Iterable<string> = []): readonly string[] {
  if (written.length === 0 || written.length > 24) return []
  const { exact, folded } = unitIndex()
  const meant = (name: string): string => {
    const meaning = exact.get(name)
    if (meaning?.kind === 'row') return meaning.row.text
    return meaning?.kind === 'expansion' ? meaning.text : name
  }
  const found = new Set((folded.get(written.toLowerCase()) ?? []).map(meant))
  const limit = written.length < 3 ? 0 : written.length < 6 ? 1 : 2
  const near: { readonly text: string; readonly distance: number }[] = []
  const lower = written.toLowerCase()
  for (const name of [...custom, ...exact.keys()]) {
    if (AMBIGUOUS_NAMES.has(name) || name.length < 2) continue
    const distance = editDistance(lower, name.toLowerCase(), limit)
    if (distance <= limit && distance > 0) near.push({ text: meant(name), distance })
  }
  near.sort((a, b) => a.distance - b.distance)
  for (const { text } of near) found.add(text)
  return [...found].slice(0, 3)
}
