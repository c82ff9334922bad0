import { diagnose } from '../diagnostics/catalogue.js'
import type { InventoryGood } from '../model/inventory.js'
import type { Medium } from '../model/opportunities.js'
import type { Quantity } from '../model/quantity.js'
import { asText, type Text } from '../model/text.js'
import type { Measure } from '../schema/site.js'
import { figureId, present, type ActsOn, type Draft, type Evaluating, type StandAlone } from './evaluating.js'
import { quantityFigure } from './quantity-figure.js'

/** The auditor's own measures: what they save on the flow, good or machine they act on. */
export function ownMeasures(work: Evaluating): Draft[] {
  return Object.entries(work.site.measures).flatMap(([id, measure]) => {
    const target = targetOf(work, measure['acts-on'])
    if (target === undefined) {
      work.diagnostics.push(
        diagnose('E101', `/measures/${id}/acts-on`, { measure: id, target: measure['acts-on'] }),
      )
      return []
    }
    return [draftOf(work, id, measure, target)]
  })
}

type Target = {
  readonly good: InventoryGood
  readonly base: string
  readonly label: Text
  readonly id: string
}

/** What a measure acts on: a flow, all of a good that is used, or what a machine uses. */
function targetOf(work: Evaluating, name: string): Target | undefined {
  const machine = work.site.equipment[name]
  const id = machine === undefined ? name : (machine.uses ?? machine.fuel)
  if (id === undefined) return undefined
  const flow = work.inventory.flows.find((candidate) => candidate.id === id)
  const good = work.inventory.goods.find((candidate) => candidate.id === (flow?.of ?? id))
  if (good === undefined) return undefined
  const base = flow !== undefined ? `flow.${flow.id}` : `use.${good.id}`
  if (!work.ledger.has(base)) return undefined
  return { good, base, label: asText(flow?.name ?? good.name, id), id }
}

function mediumOf(good: InventoryGood): Medium {
  if (good.list === 'energy')
    return good.fuel === 'electricity' || /^(electricity|dien)(-|$)/.test(good.id) ? 'electricity' : 'fuel'
  if (good.as === 'wastewater') return 'wastewater'
  return ({ water: 'water', residues: 'waste', materials: 'material', products: 'material' } as const)[
    good.list
  ]
}

function draftOf(work: Evaluating, id: string, measure: Measure, target: Target): Draft {
  const title = asText(measure.title, id)
  const stream: ActsOn = {
    id: target.id,
    label: target.label,
    base: target.base,
    medium: mediumOf(target.good),
  }
  const main = savingFigure(work, id, 'saved', measure.saves, target, { en: 'Saving', vi: 'Tiết kiệm' })
  const low =
    measure.low &&
    savingFigure(work, id, 'saved-low', measure.low, target, { en: 'Saving, low', vi: 'Tiết kiệm, thấp' })
  const high =
    measure.high &&
    savingFigure(work, id, 'saved-high', measure.high, target, { en: 'Saving, high', vi: 'Tiết kiệm, cao' })
  const also = (measure.also ?? []).flatMap((effect, index): StandAlone[] => {
    const other = targetOf(work, effect.of)
    if (other === undefined) {
      work.diagnostics.push(
        diagnose('E101', `/measures/${id}/also/${index}/of`, { measure: id, target: effect.of }),
      )
      return []
    }
    const label = { en: `Effect on ${other.label.en}`, vi: `Ảnh hưởng đến ${other.label.vi}` }
    const base = savingFigure(work, id, `also-${index + 1}`, effect.saves, other, label)
    return [{ medium: mediumOf(other.good), good: other.good, base }]
  })
  return {
    id,
    origin: 'measure',
    title,
    practice: measure.practice ?? '',
    system: target.id,
    order: 1,
    evidence: measure.saves.basis === 'measured' ? 'measured' : 'reported',
    status: measure.status ?? 'proposed',
    stream,
    savings: [
      {
        medium: stream.medium,
        good: target.good,
        base: main,
        ...present('low', low),
        ...present('high', high),
      },
      ...also,
    ],
    calculation: {
      method: 'own-measure',
      title: { en: "Auditor's own estimate", vi: 'Ước tính của kiểm toán viên' },
      reference: measure.source ?? measure.saves.source ?? '',
      inputs: [target.base, figureId(id, 'saved-written')],
      steps: [main],
    },
    ...present('investment', measure.invest && moneyInput(work, id, 'investment', measure.invest)),
    ...present('life', measure.life && quantityFigure(work, figureId(id, 'life'), LIFE, measure.life).id),
    ...present('running', measure.om && moneyInput(work, id, 'running', measure.om)),
    ...present('reason', measure.reason),
    ...present('owner', measure.owner),
    ...present('start', measure.start),
    ...present('due', measure.due),
    lacks: [],
    references: measure.source === undefined ? [] : [measure.source],
    at: `/measures/${id}`,
  }
}

export const LIFE = { en: 'Useful life', vi: 'Tuổi thọ' }
const MONEY = {
  investment: { en: 'Investment', vi: 'Vốn đầu tư' },
  running: { en: 'Extra running cost', vi: 'Chi phí vận hành tăng thêm' },
} as const

/** Enters an amount of money, and says so where it is in another currency than the audit. */
export function moneyInput(
  work: Evaluating,
  id: string,
  what: 'investment' | 'running',
  quantity: Quantity,
): string | undefined {
  const { currency } = work.site.site
  if (!Object.hasOwn(quantity.unit.dimension, currency)) {
    work.diagnostics.push(diagnose('U331', quantity.at, { written: quantity.written, currency }))
    return undefined
  }
  const written = quantityFigure(
    work,
    figureId(id, what === 'running' ? 'running-written' : 'investment-written'),
    MONEY[what],
    quantity,
  )
  const unit = what === 'running' ? `${currency}/yr` : currency
  const paid = /\/(yr|month|d)$/.test(quantity.unit.text)
  const perYear = what === 'running' && !paid
  return work.ledger.derive({
    id: figureId(id, what),
    label: MONEY[what],
    unit,
    formula: perYear ? 'written / years' : 'written',
    uses: perYear ? { written: written.id, years: 'period.years' } : { written: written.id },
  }).id
}

/** A share of what it acts on, or an amount: per year as written, or for the period. */
function savingFigure(
  work: Evaluating,
  id: string,
  what: string,
  quantity: Quantity,
  target: Target,
  label: Text,
): string {
  const written = quantityFigure(work, figureId(id, `${what}-written`), label, quantity)
  const unit = work.ledger.get(target.base)?.unit ?? '1'
  const perYear = /\/(yr|month|d|h)$/.test(quantity.unit.text)
  const formula = written.show === '%' ? 'base * share' : perYear ? 'written' : 'written / years'
  const uses: Record<string, string> =
    written.show === '%'
      ? { base: target.base, share: written.id }
      : perYear
        ? { written: written.id }
        : { written: written.id, years: 'period.years' }
  return work.ledger.derive({ id: figureId(id, what), label, unit, formula, uses }).id
}
