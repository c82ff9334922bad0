import { editDistance } from '../units/suggest-units.js'

/** Legal names within two edits of what was written, nearest first, at most three, joined by `|`. */
export function nearNames(written: string, legal: Iterable<string>): string {
  const word = plain(written.slice(0, 80))
  return [...new Set(legal)]
    .map((name) => ({ name, distance: editDistance(word, plain(name), 2) }))
    .filter(({ name, distance }) => distance <= 2 && distance < name.length - 1)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name)
    .join('|')
}

/** Case and the three ways to join words are no difference between names. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[_ ]/g, '-')
}
