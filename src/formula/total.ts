import type { Text } from '../model/text.js'
import type { Ledger } from './ledger.js'

/**
 * The sum of figures in `unit`. Figures without a value are left out and named in `lacks`, since a total of what is
 * known is more use than none; nothing known at all gives no value, and so does nothing written at all, since what
 * nobody wrote down is not zero. `unknown` names what has no figure at all.
 */
export function totalOf(
  ledger: Ledger,
  total: { readonly id: string; readonly label: Text; readonly unit: string },
  figures: readonly string[],
  unknown: readonly string[] = [],
): { readonly id: string; readonly left: readonly string[] } {
  const { id } = total
  const known = figures.filter((figure) => ledger.get(figure)?.value != null)
  const left = figures.filter((figure) => !known.includes(figure))
  if (known.length === 0) {
    const lacks = left.length + unknown.length > 0 ? [...left, ...unknown] : [id]
    ledger.add({ ...total, value: null, kind: 'solved', method: 'sum', lacks })
    return { id, left }
  }
  const uses = Object.fromEntries(known.map((figure, index) => [`f${index + 1}`, figure]))
  const formula = `sum(${Object.keys(uses).join(', ')})`
  ledger.derive({ ...total, formula, uses, sd: 'independent' })
  return { id, left }
}
