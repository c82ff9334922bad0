import { AMBIGUOUS_NAMES } from './spellings.js'
import { unitIndex } from './unit-index.js'

/** Edits (insert, delete, replace, swap of neighbours) between two words; gives up beyond `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    if (Math.min(...next) > limit) return limit + 1
    before = last
    last = next
  }
  return last[b.length] ?? limit + 1
}

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
