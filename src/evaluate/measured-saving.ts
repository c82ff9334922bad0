import { diagnose } from '../diagnostics/catalogue.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import { timeBaseOf } from '../units/index.js'
import { figureId, type Evaluating } from './evaluating.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import { throughContents, type Target } from './targets.js'

/** One saving that the auditor states, and what it is of. */
export type Stated = {
  readonly id: string
  /** Last part of the figure's id. */
  readonly what: string
  readonly quantity: Quantity
  readonly target: Target
  readonly label: Text
  /** Its low and high are stated beside it. */
  readonly ranged?: boolean
}

/** Whether a saving is stated in money. */
export function isMoney(work: Evaluating, quantity: Quantity): boolean {
  return Object.hasOwn(quantity.unit.dimension, work.site.site.currency)
}

/**
 * A share of what it acts on, or an amount: of the period, per year, or while running. In the unit of what it acts
 * on, through heating value or mass where it was stated otherwise; money stays money. `undefined` with a diagnostic
 * where it cannot be brought there.
 */
export function statedSaving(work: Evaluating, stated: Stated): string | undefined {
  const { id, what, quantity, target, label, ranged = false } = stated
  const written = enterQuantity(work, figureId(id, `${what}-written`), label, quantity, { usual: !ranged })
  const figure = { id: figureId(id, what), label }
  const unit = work.ledger.get(target.base)?.unit ?? '1'
  if (written.show === '%') {
    const uses = { base: target.base, share: written.id }
    return work.ledger.derive({ ...figure, unit, formula: 'base * share', uses, sd: 'independent' }).id
  }
  const time = yearly(work, stated)
  if (time === undefined) return undefined
  const to = isMoney(work, quantity) ? `${work.site.site.currency}/yr` : unit
  const found = throughContents(work, target.good, to, (amount, uses) => ({
    formula: amount(time.formula),
    uses: { written: written.id, ...time.uses, ...uses },
  }))
  if (found !== undefined) return work.ledger.derive({ ...figure, unit: to, ...found, sd: 'independent' }).id
  work.diagnostics.push(
    diagnose('U313', quantity.at, {
      what: label.en,
      'what-vi': label.vi,
      written: quantity.written,
      unit: target.good.unit,
    }),
  )
  return undefined
}

type Yearly = { readonly formula: string; readonly uses: Readonly<Record<string, string>> }

function yearly(work: Evaluating, { quantity, target, label }: Stated): Yearly | undefined {
  const base = timeBaseOf(quantity.unit)
  if (base.kind === 'calendar') return { formula: 'written', uses: {} }
  if (base.kind === 'total') return { formula: 'written / years', uses: { years: 'period.years' } }
  const running = runningFigure(work, target, base.per)
  if (running !== undefined) return { formula: 'written * running', uses: { running } }
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

/** Hours, days or batches of a year: of the flow, of its step, else of the site. */
function runningFigure(
  work: Evaluating,
  target: Target,
  per: 'hours' | 'days' | 'batches',
): string | undefined {
  const { site, ledger } = work
  const known = (id: string): string | undefined =>
    [`${id}.yearly`, id].find((candidate) => ledger.has(candidate))
  if (per === 'days') return known('site.days')
  const flow = target.flow
  const step = flow?.from ?? flow?.to ?? ''
  const own = flow === undefined ? undefined : site.flows[flow.id]?.[per]
  const label = { en: 'running time', vi: 'thời gian chạy' }
  if (flow !== undefined && own !== undefined) {
    const id = `running.flow.${flow.id}.${per}`
    return known(id) ?? enterQuantity(work, id, label, own).id
  }
  const steps = site.steps[step]?.[per]
  if (steps !== undefined) {
    const id = `running.step.${step}.${per}`
    return known(id) ?? enterQuantity(work, id, label, steps).id
  }
  return per === 'hours' ? known('site.hours') : undefined
}
