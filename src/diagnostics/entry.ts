import type { Severity } from '../model/diagnostic.js'
import type { Lang, Text } from '../model/text.js'

/** What a message is filled with: names and numbers already worded for the reader. */
export type Args = Readonly<Record<string, string | number>>

type Said<A> = Readonly<Record<Lang, (args: A) => string>>

/** One kind of problem: everything `check`, `explain`, SARIF and the docs say about it. */
export type Entry<A extends Args> = {
  /** Kebab-case, stable, for people who read codes badly. */
  readonly name: string
  readonly severity: Severity
  /** What the code is about, without the particulars. */
  readonly title: Text
  /** The fact, beginning with the user's thing; one line. */
  readonly message: Said<A>
  /** What stands under the carets of the excerpt. */
  readonly label?: Said<A>
  readonly expected?: Said<A>
  /** One action, beginning with a verb; an empty string leaves it out. */
  readonly help?: Said<A>
  /** A paragraph or two for `recp explain`: why it matters and what to do. */
  readonly explanation: Text
}

/** Declares an entry and ties the words to the arguments they need. */
export function entry<A extends Args>(e: Entry<A>): Entry<A> {
  return e
}
