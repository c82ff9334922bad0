import type { Figure } from '../model/figure.js'
import type { Quantity } from '../model/quantity.js'
import { sameText, type Text } from '../model/text.js'
import type { Evaluating } from './evaluating.js'

/** Enters a quantity of the site file as it is; shares become fractions. */
export function quantityFigure(work: Evaluating, id: string, label: Text, quantity: Quantity): Figure {
  const known = work.ledger.get(id)
  if (known !== undefined) return known
  const share = quantity.unit.text === '%'
  return work.ledger.add({
    id,
    label,
    value: share ? quantity.value / 100 : quantity.value,
    unit: share ? '1' : quantity.unit.text,
    ...(share ? { show: '%' as const } : {}),
    kind: 'input',
    ...(quantity.basis === undefined ? {} : { basis: quantity.basis }),
    ...(quantity.source === undefined ? {} : { source: quantity.source }),
    ...(quantity.note === undefined ? {} : { note: sameText(quantity.note) }),
    at: quantity.at,
    written: quantity.written,
  })
}
