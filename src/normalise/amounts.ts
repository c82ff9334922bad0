import { diagnose } from '../diagnostics/catalogue.js'
import { fits } from '../formula/index.js'
import type { Figure } from '../model/figure.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import { runningTime, type Running } from './running-time.js'
import { about, type Normalising } from './stage.js'
import { timeBaseOf } from '../units/index.js'
import { enterQuantity } from '../inputs/enter-quantity.js'

/** How an amount reaches the unit of its good. */
export type Counting = {
  /** Unit of the good, without time. */
  readonly unit: string
  /** Figures of what one unit carries, tried where the amount is in mass, water or energy instead. */
  readonly through?: readonly string[]
  readonly running?: Running
}

/**
 * An amount of the site file as a figure per year, in `unit`/yr.
 * A total of the period is divided by the length of the period; a rate is multiplied by the hours, days or
 * batches of a year. `undefined` with a diagnostic when the time it runs, or what leads to the unit, is not known.
 */
export function perYear(
  work: Normalising,
  id: string,
  label: Text,
  quantity: Quantity,
  counting: Counting,
): Figure | undefined {
  const known = work.ledger.get(id)
  if (known !== undefined) return known
  const written = enterQuantity(
    work,
    `${id}.written`,
    about(label, { en: 'as written', vi: 'như đã ghi' }),
    quantity,
  )
  const yearly = yearlyExpression(work, label, quantity, counting.running ?? {})
  if (yearly === undefined) return undefined
  const attempts = [undefined, ...(counting.through ?? [])].map((content) => ({
    unit: `${counting.unit}/yr`,
    formula: content === undefined ? yearly.formula : `${yearly.formula} / content`,
    uses: { written: written.id, ...yearly.uses, ...(content === undefined ? {} : { content }) },
  }))
  const derivation = attempts.find((attempt) => fits(attempt, work.ledger))
  if (derivation === undefined) {
    work.diagnostics.push(
      diagnose('U313', quantity.at, {
        what: label.en,
        'what-vi': label.vi,
        written: quantity.written,
        unit: counting.unit,
      }),
    )
    return undefined
  }
  return work.ledger.derive({
    id,
    label,
    ...derivation,
    sd: 'independent',
    ...(quantity.basis === undefined ? {} : { basis: quantity.basis }),
    ...(quantity.source === undefined ? {} : { source: quantity.source }),
  })
}

type Yearly = { readonly formula: string; readonly uses: Readonly<Record<string, string>> }

function yearlyExpression(
  work: Normalising,
  label: Text,
  quantity: Quantity,
  running: Running,
): Yearly | undefined {
  const base = timeBaseOf(quantity.unit)
  if (base.kind === 'calendar') return { formula: 'written', uses: {} }
  if (base.kind === 'total') return { formula: 'written / years', uses: { years: 'period.years' } }
  const time = runningTime(work, base.per, running)
  if (time !== undefined) return { formula: 'written * running', uses: { running: time.id } }
  work.diagnostics.push(
    diagnose('U311', quantity.at, {
      what: label.en,
      'what-vi': label.vi,
      written: quantity.written,
      per: base.per,
    }),
  )
  return undefined
}
