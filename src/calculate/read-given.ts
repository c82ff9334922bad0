import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Quantity } from '../model/quantity.js'
import { currencyOf, parseQuantity } from '../units/index.js'
import { unreadable } from '../validate/unreadable.js'

/** A value that somebody gives to an input: the text and where it stands. */
export type GivenText = { readonly text: string; readonly at: string }

/** The values of several rows stand in one text with `;` between them. */
export function rowTexts(text: string, at: string): readonly GivenText[] {
  return text.split(';').map((one) => ({ text: one.trim(), at }))
}

/** Values by the name of their input; several where the input has rows. */
export type Given = ReadonlyMap<string, readonly GivenText[]>

export type ReadGiven = {
  readonly quantities: ReadonlyMap<string, readonly Quantity[]>
  /** The one currency of all money in it. */
  readonly currency?: string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads the values as quantities. What cannot be read is left out with its diagnostic; `unitOf` says in which unit an
 * input is asked for.
 */
export function readGiven(given: Given, unitOf: (name: string) => string | undefined): ReadGiven {
  const diagnostics: Diagnostic[] = []
  const quantities = new Map<string, readonly Quantity[]>()
  let currency: string | undefined
  for (const [name, texts] of given) {
    const read: Quantity[] = []
    for (const { text, at } of texts) {
      const parsed = parseQuantity(text, at)
      if ('problem' in parsed) diagnostics.push(unreadable(parsed.problem, at, unitOf(name) ?? '1'))
      else read.push(parsed.quantity)
    }
    if (read.length === texts.length) quantities.set(name, read)
    for (const { unit, at } of read) {
      const found = currencyOf(unit.dimension)
      if (found !== undefined && currency !== undefined && found !== currency)
        diagnostics.push(diagnose('M106', at, { one: currency, other: found }))
      currency ??= found
    }
  }
  return { quantities, diagnostics, ...(currency !== undefined && { currency }) }
}
