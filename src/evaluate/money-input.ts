import { diagnose } from '../diagnostics/catalogue.js'
import { fits } from '../formula/index.js'
import type { Quantity } from '../model/quantity.js'
import { figureId, type Evaluating } from './evaluating.js'
import { quantityFigure } from './quantity-figure.js'

export const LIFE = { en: 'Useful life', vi: 'Tuổi thọ' }

const MONEY = {
  investment: { en: 'Investment', vi: 'Vốn đầu tư' },
  running: { en: 'Extra running cost', vi: 'Chi phí vận hành tăng thêm' },
} as const

/** Enters an amount of money; one in another currency than the audit was told when it was read, and is left out. */
export function moneyInput(
  work: Evaluating,
  id: string,
  what: 'investment' | 'running',
  quantity: Quantity,
): string | undefined {
  const { currency } = work.site.site
  const label = MONEY[what]
  if (!Object.hasOwn(quantity.unit.dimension, currency)) return undefined
  const written = quantityFigure(work, figureId(id, `${what}-written`), label, quantity).id
  const unit = what === 'running' ? `${currency}/yr` : currency
  const derivation = { unit, formula: 'written', uses: { written } }
  if (fits(derivation, work.ledger))
    return work.ledger.derive({ id: figureId(id, what), label, ...derivation }).id
  work.diagnostics.push(
    diagnose('U313', quantity.at, { what: label.en, 'what-vi': label.vi, written: quantity.written, unit }),
  )
  return undefined
}
