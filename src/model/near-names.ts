/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other; gives up beyond `limit`. */
export function editDistance(a: string, b: string, limit = 2): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length] ?? limit + 1
}

/**
 * The legal names near what was written, nearest first, at most three; none when nothing is within two edits, or when
 * the edits would leave nothing of a short word.
 */
export function nearest(written: string, legal: Iterable<string>): readonly string[] {
  const word = plain(written.slice(0, 100))
  return [...new Set(legal)]
    .map((name) => ({ name, distance: editDistance(word, plain(name)) }))
    .filter(({ name, distance }) => distance <= 2 && distance < Math.min(name.length, word.length))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name)
}

/** Case and the three ways to join words are no difference between names. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[_ ]/g, '-')
}
