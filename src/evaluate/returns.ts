import { diagnose } from '../diagnostics/catalogue.js'
import type { Opportunity, Saving } from '../model/opportunities.js'
import type { Text } from '../model/text.js'
import { cashFlows, discountedPaybackOf, rateOfReturn } from './cash-flows.js'
import { figureId, present, type Draft, type Evaluating } from './evaluating.js'
import { EFFECTIVE_RATE, RATE, RISE } from './rates.js'
import { sensitivityOf } from './sensitivity.js'

const LABEL = {
  payback: { en: 'Simple payback', vi: 'Thời gian hoàn vốn giản đơn' },
  discountedPayback: { en: 'Discounted payback', vi: 'Thời gian hoàn vốn có chiết khấu' },
  npv: { en: 'Net present value', vi: 'Giá trị hiện tại ròng (NPV)' },
  npvWithCarbon: { en: 'Net present value with a carbon price', vi: 'NPV khi tính giá carbon' },
  irr: { en: 'Internal rate of return', vi: 'Tỷ suất hoàn vốn nội bộ (IRR)' },
  annualisedCost: { en: 'Annualised cost', vi: 'Chi phí quy đổi hằng năm' },
  costOfSavedUnit: { en: 'Cost of one saved unit', vi: 'Chi phí cho một đơn vị tiết kiệm' },
  costOfCo2e: { en: 'Cost of one tonne CO2e avoided', vi: 'Chi phí giảm một tấn CO2e' },
} as const

/** Yearly money of a measure in the package: `net` is `gross` less the extra running cost. */
export type Yearly = {
  readonly net: string
  readonly gross: string
  readonly savings: readonly Saving[]
  readonly co2e?: string
}

type Returns = Pick<
  Opportunity,
  | 'payback'
  | 'discountedPayback'
  | 'npv'
  | 'npvWithCarbon'
  | 'irr'
  | 'annualisedCost'
  | 'costOfSavedUnit'
  | 'costOfCo2e'
  | 'sensitivity'
>

type Deriving = {
  readonly work: Evaluating
  readonly draft: Draft
  readonly invest: string
  readonly currency: string
}

/**
 * What an investment brings: payback without a life; rate of return with one; with a discount rate also net present
 * value, discounted payback, annualised cost, and the cost of a saved unit and of a tonne avoided.
 */
export function returnsOf(work: Evaluating, draft: Draft, yearly: Yearly): Returns {
  const { investment: invest, life } = draft
  if (invest === undefined) return {}
  const deriving: Deriving = { work, draft, invest, currency: work.site.site.currency }
  const { net } = yearly
  const payback = derive(deriving, 'payback', LABEL.payback, 'yr', 'payback(invest, net)', { invest, net })
  if (life === undefined) return { payback }
  const irr = rateFigure(deriving, net, life)
  if (!work.ledger.has(RATE)) {
    work.diagnostics.push(diagnose('E301', draft.at ?? '/economics', { opportunity: draft.id }))
    return { payback, irr }
  }
  const npv = npvFigure(deriving, 'npv', LABEL.npv, net, life)
  const annualised = annualisedCost(deriving, life)
  return {
    payback,
    irr,
    npv,
    ...discountedPayback(deriving, net, life),
    annualisedCost: annualised,
    ...costOfSavedUnit(deriving, yearly, annualised),
    ...costOfCo2e(deriving, yearly, life),
    ...present('sensitivity', sensitivityOf(work, draft, yearly.gross)),
  }
}

function derive(
  { work, draft }: Deriving,
  what: string,
  label: Text,
  unit: string,
  formula: string,
  uses: Readonly<Record<string, string>>,
  show?: '%',
): string {
  const shown = show === undefined ? {} : { show }
  return work.ledger.derive({ id: figureId(draft.id, what), label, unit, formula, uses, ...shown }).id
}

/** The yearly saving as the functions of the formula language take it: of the first year, where prices rise. */
function firstYear(
  work: Evaluating,
  net: string,
): { readonly text: string; readonly uses: Record<string, string> } {
  if (!work.ledger.has(RISE)) return { text: 'net', uses: { net } }
  return { text: 'net / (1 + rise)', uses: { net, rise: RISE } }
}

/**
 * With a rise of prices g the yearly savings A, A(1+g), A(1+g)² … at the rate r are worth what A ÷ (1+g) a year is
 * at the rate (1+r) ÷ (1+g) − 1.
 */
function npvFigure(deriving: Deriving, what: string, label: Text, net: string, life: string): string {
  const { work, draft, invest, currency } = deriving
  const first = firstYear(work, net)
  const rate = work.ledger.has(EFFECTIVE_RATE) ? EFFECTIVE_RATE : RATE
  const parts = [`npv(rate, life, ${first.text}, invest)`]
  const uses: Record<string, string> = { rate, life, invest, ...first.uses }
  if (draft.replacement !== undefined) {
    parts.push('- replacement / (1 + discount) ^ (after / (1 yr))')
    Object.assign(uses, {
      replacement: draft.replacement.amount,
      after: draft.replacement.after,
      discount: RATE,
    })
  }
  if (draft.residual !== undefined) {
    parts.push('+ residual / (1 + discount) ^ (life / (1 yr))')
    Object.assign(uses, { residual: draft.residual, discount: RATE })
  }
  return derive(deriving, what, label, currency, parts.join(' '), uses)
}

/** Whether the yearly money changes on the way, so that the closed formulas do not hold. */
function isUneven(draft: Draft): boolean {
  return draft.replacement !== undefined || draft.residual !== undefined
}

function rateFigure(deriving: Deriving, net: string, life: string): string {
  const { work, draft, invest } = deriving
  if (isUneven(draft)) {
    const found = rateOfReturn(flowsOf(deriving, net, life) ?? [])
    return solved(deriving, 'irr', LABEL.irr, typeof found === 'number' ? found : null, String(found))
  }
  const first = firstYear(work, net)
  const own = `irr(life, ${first.text}, invest)`
  const formula = 'rise' in first.uses ? `(1 + ${own}) * (1 + rise) - 1` : own
  return derive(deriving, 'irr', LABEL.irr, '1', formula, { life, invest, ...first.uses }, '%')
}

function discountedPayback(deriving: Deriving, net: string, life: string): Returns {
  const { work, draft, invest } = deriving
  const [what, label] = ['discounted-payback', LABEL.discountedPayback] as const
  if (isUneven(draft)) {
    const rate = work.ledger.get(RATE)?.value
    const flows = flowsOf(deriving, net, life)
    if (rate == null || flows === undefined) return {}
    const years = discountedPaybackOf(rate, flows)
    return { discountedPayback: solved(deriving, what, label, years, 'not-within-life') }
  }
  const first = firstYear(work, net)
  const rate = work.ledger.has(EFFECTIVE_RATE) ? EFFECTIVE_RATE : RATE
  const formula = `discounted_payback(rate, life, invest, ${first.text})`
  return {
    discountedPayback: derive(deriving, what, label, 'yr', formula, { rate, life, invest, ...first.uses }),
  }
}

function flowsOf(
  { work, draft, invest }: Deriving,
  net: string,
  life: string,
): readonly number[] | undefined {
  const value = (id: string | undefined): number | undefined => work.ledger.get(id ?? '')?.value ?? undefined
  const [cost, annual, years] = [value(invest), value(net), value(life)]
  if (cost === undefined || annual === undefined || years === undefined) return undefined
  const [amount, after] = [value(draft.replacement?.amount), value(draft.replacement?.after)]
  return cashFlows({
    invest: cost,
    annual,
    life: years,
    rise: value(RISE) ?? 0,
    residual: value(draft.residual) ?? 0,
    ...(amount === undefined || after === undefined ? {} : { replacement: { amount, after } }),
  })
}

/** What no closed formula gives. */
function solved(
  { work, draft }: Deriving,
  what: string,
  label: Text,
  value: number | null,
  reason: string,
): string {
  const share = what === 'irr'
  return work.ledger.add({
    id: figureId(draft.id, what),
    label,
    value,
    unit: share ? '1' : 'yr',
    ...(share ? { show: '%' as const } : {}),
    kind: 'solved',
    method: 'cash-flows',
    ...(value === null ? { reason } : {}),
  }).id
}

/** Investment spread over the life, and the extra running cost. */
function annualisedCost(deriving: Deriving, life: string): string {
  const { draft, invest, currency } = deriving
  const running = draft.running === undefined ? {} : { running: draft.running }
  const formula = `invest * crf(rate, life)${draft.running === undefined ? '' : ' + running'}`
  const uses = { invest, rate: RATE, life, ...running }
  return derive(deriving, 'annualised-cost', LABEL.annualisedCost, `${currency}/yr`, formula, uses)
}

/** Annualised cost less what else is saved, for one unit of the main saving. */
function costOfSavedUnit(deriving: Deriving, { gross, savings }: Yearly, cost: string): Returns {
  const { work, draft, currency } = deriving
  const [main] = savings
  const saved = work.ledger.get(main?.inPackage ?? '')
  const per = /^(.+)\/(?:yr|d|h)$/.exec(saved?.unit ?? '')?.[1]
  const stated = draft.savings[0]
  if (main === undefined || saved?.value == null || saved.value <= 0 || per === undefined) return {}
  if (stated?.medium === 'money' || stated?.base !== main.base) return {}
  const uses = { cost, gross, own: main.moneyInPackage, saved: saved.id }
  const formula = '(cost - (gross - own)) / saved'
  const unit = `${currency}/${per.includes('/') ? `(${per})` : per}`
  const figure = derive(deriving, 'cost-of-saved-unit', LABEL.costOfSavedUnit, unit, formula, uses)
  return { costOfSavedUnit: { figure, credited: [...new Set(savings.slice(1).map(({ medium }) => medium))] } }
}

function costOfCo2e(deriving: Deriving, { net, co2e }: Yearly, life: string): Returns {
  const { work, invest, currency } = deriving
  if (co2e === undefined || (work.ledger.get(co2e)?.value ?? 0) <= 0) return {}
  const uses = { invest, rate: RATE, life, net, co2e }
  const formula = '(invest * crf(rate, life) - net) / co2e'
  const cost = derive(deriving, 'cost-of-co2e', LABEL.costOfCo2e, `${currency}/tCO2e`, formula, uses)
  const price = 'economics.carbon-price'
  if (!work.ledger.has(price)) return { costOfCo2e: cost }
  const credited = derive(
    deriving,
    'net-with-carbon',
    { en: 'Net saving with a carbon price', vi: 'Lợi ích ròng khi tính giá carbon' },
    `${currency}/yr`,
    'net + co2e * price',
    { net, co2e, price },
  )
  const npv = npvFigure(deriving, 'npv-with-carbon', LABEL.npvWithCarbon, credited, life)
  return { costOfCo2e: cost, npvWithCarbon: npv }
}
