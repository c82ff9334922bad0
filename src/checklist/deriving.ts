import { enterQuantity } from '../inputs/enter-quantity.js'
import type { Entering } from '../inputs/entering.js'
import type { Inventory } from '../model/inventory.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'

/** What the derivations of variables share: the ledger they add to, and variable → figure. */
export type Deriving = Entering & {
  readonly inventory: Inventory
  readonly byName: Map<string, string>
}

/** Takes a derivation only where all it uses has a value; what follows from nothing is unknown. */
export function derive(
  work: Deriving,
  key: string,
  label: Text,
  unit: string,
  formula: string,
  uses: Readonly<Record<string, string>>,
  show?: '%',
): void {
  if (Object.values(uses).some((id) => work.ledger.get(id)?.value == null)) return
  const id = `variable.${key.replace('@', '.').replaceAll('_', '-')}`
  const figure = work.ledger.derive({
    id,
    label,
    unit,
    formula,
    uses,
    sd: 'independent',
    ...(show === undefined ? {} : { show }),
  })
  if (figure.value !== null) work.byName.set(key, figure.id)
}

/** A number of the site file as a figure, once, with how sure it is. */
export function enter(work: Deriving, id: string, label: Text, quantity: Quantity): string {
  return enterQuantity(work, id, label, quantity).id
}

/** `sum(x1, x2)` over figures, with its uses. */
export function sumOf(
  prefix: string,
  figures: readonly string[],
): { readonly formula: string; readonly uses: Readonly<Record<string, string>> } {
  const uses = Object.fromEntries(figures.map((id, index) => [`${prefix}${index + 1}`, id]))
  return { formula: `sum(${Object.keys(uses).join(', ')})`, uses }
}
