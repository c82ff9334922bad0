import { nearest } from '../model/near-names.js'

/** The legal names near what was written, joined by `|` as the messages take them. */
export function nearNames(written: string, legal: Iterable<string>): string {
  return nearest(written, legal).join('|')
}
