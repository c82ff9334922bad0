import { diagnose } from '../diagnostics/catalogue.js'
import { fits } from '../formula/index.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import { figureId, type Evaluating } from './evaluating.js'
import { enterQuantity } from '../inputs/enter-quantity.js'

export const LIFE = { en: 'Useful life', vi: 'Tuổi thọ' }

const MONEY: Readonly<Record<string, Text>> = {
  running: { en: 'Extra running cost', vi: 'Chi phí vận hành tăng thêm' },
  capacity: { en: 'Worth of more output', vi: 'Giá trị tăng công suất' },
  residual: { en: 'Worth at the end of its life', vi: 'Giá trị còn lại cuối vòng đời' },
  replacement: { en: 'Replacement within its life', vi: 'Chi phí thay thế trong vòng đời' },
  budget: { en: 'Budget', vi: 'Ngân sách' },
}

const YEARLY: ReadonlySet<string> = new Set(['running', 'capacity'])
const INVESTMENT = { en: 'Investment', vi: 'Vốn đầu tư' }

/** Enters an amount of money; one in another currency than the audit was told when it was read, and is left out. */
export function moneyInput(
  work: Evaluating,
  id: string,
  what: string,
  quantity: Quantity,
  label: Text = MONEY[what] ?? INVESTMENT,
): string | undefined {
  const { currency } = work.site.site
  if (!Object.hasOwn(quantity.unit.dimension, currency)) return undefined
  const written = enterQuantity(work, figureId(id, `${what}-written`), label, quantity).id
  const unit = YEARLY.has(what) ? `${currency}/yr` : currency
  const derivation = { unit, formula: 'written', uses: { written } }
  if (fits(derivation, work.ledger))
    return work.ledger.derive({ id: figureId(id, what), label, ...derivation }).id
  work.diagnostics.push(
    diagnose('U313', quantity.at, { what: label.en, 'what-vi': label.vi, written: quantity.written, unit }),
  )
  return undefined
}
