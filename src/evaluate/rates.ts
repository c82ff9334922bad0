import { fits } from '../formula/index.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import { diagnose } from '../diagnostics/catalogue.js'
import type { Evaluating } from './evaluating.js'
import { enterQuantity } from '../inputs/enter-quantity.js'

export const RATE = 'economics.discount-rate'
export const RISE = 'economics.price-rise'
/** The rate that does for savings that rise with prices. */
export const EFFECTIVE_RATE = 'economics.effective-rate'

const LABEL = {
  'discount-rate': { en: 'Discount rate (real)', vi: 'Tỷ suất chiết khấu (thực)' },
  'price-rise': { en: 'Yearly rise of prices beyond inflation', vi: 'Mức tăng giá hằng năm ngoài lạm phát' },
  'accepted-payback': { en: 'Longest payback accepted', vi: 'Thời gian hoàn vốn chấp nhận' },
  'carbon-price': { en: 'Price of one tonne CO2e', vi: 'Giá một tấn CO2e' },
  'quick-win-invest': {
    en: 'Highest investment of a quick win',
    vi: 'Vốn đầu tư cao nhất của giải pháp nhanh',
  },
  budget: { en: 'Budget for alternatives', vi: 'Ngân sách cho các phương án' },
} as const

type Name = keyof typeof LABEL

/** Enters how the enterprise judges investments; an amount in another currency is said and left out. */
export function economicsInputs(work: Evaluating): void {
  const { economics } = work.site
  const { currency } = work.site.site
  const units: Partial<Record<Name, string>> = {
    'carbon-price': `${currency}/tCO2e`,
    'quick-win-invest': currency,
    budget: currency,
  }
  for (const name of Object.keys(LABEL) as Name[]) {
    const quantity = economics?.[name]
    if (quantity !== undefined) enter(work, `economics.${name}`, LABEL[name], quantity, units[name])
  }
  if (!work.ledger.has(RATE) || !work.ledger.has(RISE)) return
  work.ledger.derive({
    id: EFFECTIVE_RATE,
    label: { en: 'Discount rate less the rise of prices', vi: 'Tỷ suất chiết khấu trừ mức tăng giá' },
    unit: '1',
    show: '%',
    formula: '(1 + rate) / (1 + rise) - 1',
    uses: { rate: RATE, rise: RISE },
  })
}

function enter(
  work: Evaluating,
  id: string,
  label: Text,
  quantity: Quantity,
  unit: string | undefined,
): void {
  if (unit === undefined) {
    enterQuantity(work, id, label, quantity)
    return
  }
  const { currency } = work.site.site
  if (!Object.hasOwn(quantity.unit.dimension, currency)) {
    work.diagnostics.push(diagnose('U331', quantity.at, { written: quantity.written, currency }))
    return
  }
  const written = enterQuantity(work, `${id}-written`, label, quantity).id
  const derivation = { unit, formula: 'written', uses: { written } }
  if (fits(derivation, work.ledger)) work.ledger.derive({ id, label, ...derivation })
}
