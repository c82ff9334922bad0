import type { Figure } from '../model/figure.js'
import type { Quantity } from '../model/quantity.js'
import { sameText, type Text } from '../model/text.js'
import { defaultUncertainty } from './default-uncertainty.js'
import type { Entering } from './entering.js'
import { standardUncertainty } from './standard-uncertainty.js'

/**
 * Enters a quantity of the site file into the ledger as it was written. Shares become fractions.
 * Its standard uncertainty is what stands after `±`, else the default of its basis. Below a detection limit it
 * counts as half of the limit, with the spread of anything between zero and the limit. `usual: false`: its low and
 * high are stated beside it, so no default is added to them.
 */
export function enterQuantity(
  work: Entering,
  id: string,
  label: Text,
  quantity: Quantity,
  { usual = true }: { readonly usual?: boolean } = {},
): Figure {
  const known = work.ledger.get(id)
  if (known !== undefined) return known
  const share = quantity.unit.text === '%'
  const size = quantity.below === true ? quantity.value / 2 : quantity.value
  const spread = standardUncertainty(
    quantity,
    (basis) => (usual ? defaultUncertainty(work, basis) : undefined),
    work.site.uncertainty?.['plus-minus'],
  )
  return work.ledger.add({
    id,
    label,
    value: share ? size / 100 : size,
    unit: share ? '1' : quantity.unit.text,
    ...(share ? { show: '%' as const } : {}),
    kind: 'input',
    ...(spread === undefined ? {} : { ...spread, sd: share ? spread.sd / 100 : spread.sd }),
    ...(quantity.basis === undefined ? {} : { basis: quantity.basis }),
    ...(quantity.source === undefined ? {} : { source: quantity.source }),
    ...noteOf(quantity),
    at: quantity.at,
    written: quantity.written,
  })
}

/** Half of the limit is the rule of Directive 2009/90/EC, article 5, for results below the limit of quantification. */
const BELOW = {
  en: 'Below the detection limit; counted as half of it (Directive 2009/90/EC, article 5)',
  vi: 'Dưới giới hạn phát hiện; tính bằng một nửa giới hạn (Chỉ thị 2009/90/EC, điều 5)',
} as const

function noteOf(quantity: Quantity): { readonly note?: Text } {
  if (quantity.below === true) return { note: BELOW }
  return quantity.note === undefined ? {} : { note: sameText(quantity.note) }
}
