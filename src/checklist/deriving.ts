import type { Ledger } from '../formula/index.js'
import type { Inventory } from '../model/inventory.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import type { Site } from '../schema/site.js'

/** What the derivations of variables share: the ledger they add to, and variable → figure. */
export type Deriving = {
  readonly site: Site
  readonly inventory: Inventory
  readonly ledger: Ledger
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

/** A number of the site file as a figure, once. */
export function enter(
  { ledger }: Deriving,
  id: string,
  label: Text,
  { value, unit, at, written, basis, source }: Quantity,
): string {
  if (ledger.has(id)) return id
  const known = { ...(basis !== undefined && { basis }), ...(source !== undefined && { source }) }
  return ledger.add({ id, label, value, unit: unit.text, kind: 'input', ...known, at, written }).id
}

/** `sum(x1, x2)` over figures, with its uses. */
export function sumOf(
  prefix: string,
  figures: readonly string[],
): { readonly formula: string; readonly uses: Readonly<Record<string, string>> } {
  const uses = Object.fromEntries(figures.map((id, index) => [`${prefix}${index + 1}`, id]))
  return { formula: `sum(${Object.keys(uses).join(', ')})`, uses }
}
