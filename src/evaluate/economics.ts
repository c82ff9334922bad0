import { diagnose } from '../diagnostics/catalogue.js'
import type { Opportunity, Saving } from '../model/opportunities.js'
import { figureId, present, type Draft, type Evaluating, type StandAlone } from './evaluating.js'
import type { Packaged } from './package.js'
import { avoidedGhg, moneyFigure, valueOf } from './prices.js'

const LABEL = {
  money: { en: 'Money saved', vi: 'Tiền tiết kiệm' },
  moneyInPackage: { en: 'Money saved in the package', vi: 'Tiền tiết kiệm trong gói' },
  co2e: { en: 'Greenhouse gases avoided', vi: 'Khí nhà kính giảm được' },
  net: { en: 'Net saving, stand-alone', vi: 'Lợi ích ròng, riêng lẻ' },
  netInPackage: { en: 'Net saving in the package', vi: 'Lợi ích ròng trong gói' },
  payback: { en: 'Simple payback', vi: 'Thời gian hoàn vốn giản đơn' },
  npv: { en: 'Net present value', vi: 'Giá trị hiện tại ròng (NPV)' },
  irr: { en: 'Internal rate of return', vi: 'Tỷ suất hoàn vốn nội bộ (IRR)' },
  costOfCo2e: { en: 'Cost of one tonne CO2e avoided', vi: 'Chi phí giảm một tấn CO2e' },
} as const

/** Money and greenhouse gases of a draft, stand-alone and in the package; payback, NPV and IRR of the package share. */
export function evaluateDraft(work: Evaluating, draft: Draft, packaged: Packaged): Opportunity {
  const savings = draft.savings.flatMap((_, index) => savingOf(work, draft, index, packaged))
  const counted = savings.filter((saving) => !unpricedGain(work, saving))
  const net = netFigure(
    work,
    draft,
    'net',
    counted.map((saving) => saving.money),
  )
  const netInPackage = netFigure(
    work,
    draft,
    'net-in-package',
    counted.map((saving) => saving.moneyInPackage),
  )
  const unpriced = savings.filter((saving) => work.ledger.get(saving.money)?.value == null)
  const gases = savings.flatMap((saving) => (saving.co2e === undefined ? [] : [saving.co2e]))
  const co2e = sum(work, draft, 'co2e', LABEL.co2e, 'tCO2e/yr', gases)
  const economics = netInPackage === undefined ? {} : returns(work, draft, netInPackage, co2e)
  const { group: _group, stream, savings: _savings, ...rest } = draft
  return {
    ...rest,
    ...(stream === undefined ? {} : { stream: { id: stream.id, label: stream.label, base: stream.base } }),
    savings,
    lacks: [...draft.lacks, ...unpriced.map((saving) => `good.${saving.good ?? saving.medium}.price`)],
    ...present('net', net),
    ...present('netInPackage', netInPackage),
    ...present('co2e', co2e),
    ...economics,
  }
}

function savingOf(work: Evaluating, draft: Draft, index: number, packaged: Packaged): Saving[] {
  const saving = draft.savings[index]
  if (saving === undefined) return []
  const { inPackage, capped } = packaged.savings.get(`${draft.id}|${index}`) ?? {
    inPackage: saving.base,
    capped: false,
  }
  const parts = {
    base: saving.base,
    ...present('low', saving.low),
    ...present('high', saving.high),
    inPackage,
    capped,
  }
  const tag = index === 0 ? '' : `-${index + 1}`
  if (saving.medium === 'money')
    return [
      { medium: draft.stream?.medium ?? 'material', ...parts, money: saving.base, moneyInPackage: inPackage },
    ]
  const valued = valueOf(work, saving)
  const avoided = avoidedFigure(work, draft.id, `co2e${tag === '' ? '-1' : tag}`, saving, inPackage)
  const named = {
    medium: saving.medium,
    ...present('good', saving.good?.id),
    ...present('co2e', avoided),
  }
  if (valued === undefined) {
    const missing = (what: string, label: typeof LABEL.money | typeof LABEL.moneyInPackage): string =>
      work.ledger.add({
        id: figureId(draft.id, what + tag),
        label,
        value: null,
        unit: `${work.site.site.currency}/yr`,
        kind: 'solved',
        method: 'price-missing',
        lacks: [`good.${saving.good?.id ?? saving.medium}.price`],
      }).id
    return [
      {
        ...named,
        ...parts,
        money: missing('money', LABEL.money),
        moneyInPackage: missing('money-in-package', LABEL.moneyInPackage),
      },
    ]
  }
  const money = moneyFigure(work, draft.id, `money${tag}`, saving.base, valued, LABEL.money)
  const moneyInPackage = moneyFigure(
    work,
    draft.id,
    `money-in-package${tag}`,
    inPackage,
    valued,
    LABEL.moneyInPackage,
  )
  return [{ ...named, ...parts, price: valued.price, money, moneyInPackage }]
}

/** Greenhouse gases that a saving in the package avoids, whether or not it has a price. */
function avoidedFigure(
  work: Evaluating,
  id: string,
  what: string,
  saving: StandAlone,
  saved: string,
): string | undefined {
  const avoided = avoidedGhg(work, saving)
  if (avoided === undefined) return undefined
  const { formula, uses } = avoided
  return work.ledger.derive({
    id: figureId(id, what),
    label: LABEL.co2e,
    unit: 'tCO2e/yr',
    formula,
    uses: { saved, ...uses },
  }).id
}

function sum(
  work: Evaluating,
  draft: Draft,
  what: string,
  label: { en: string; vi: string },
  unit: string,
  figures: readonly string[],
): string | undefined {
  if (figures.length === 0) return undefined
  const uses = Object.fromEntries(figures.map((figure, index) => [`a${index + 1}`, figure]))
  return work.ledger.derive({
    id: figureId(draft.id, what),
    label,
    unit,
    formula: Object.keys(uses).join(' + '),
    uses,
  }).id
}

/** A gain without a price is left out of the net, which is then too low; an extra use without one is not. */
function unpricedGain(work: Evaluating, saving: Saving): boolean {
  const [money, amount] = [work.ledger.get(saving.money), work.ledger.get(saving.base)]
  return money?.value == null && (amount?.value ?? 0) > 0
}

/** Savings in money less extra running cost; an extra use without a price leaves the net unknown. */
function netFigure(
  work: Evaluating,
  draft: Draft,
  what: 'net' | 'net-in-package',
  money: readonly string[],
): string | undefined {
  if (money.length === 0) return undefined
  const uses: Record<string, string> = Object.fromEntries(
    money.map((figure, index) => [`m${index + 1}`, figure]),
  )
  const gains = Object.keys(uses).join(' + ')
  const formula = draft.running === undefined ? gains : `${gains} - running`
  return work.ledger.derive({
    id: figureId(draft.id, what),
    label: what === 'net' ? LABEL.net : LABEL.netInPackage,
    unit: `${work.site.site.currency}/yr`,
    formula,
    uses: draft.running === undefined ? uses : { ...uses, running: draft.running },
  }).id
}

type Returns = Pick<Opportunity, 'payback' | 'npv' | 'irr' | 'costOfCo2e'>

function returns(work: Evaluating, draft: Draft, net: string, co2e: string | undefined): Returns {
  const { investment: invest, life } = draft
  if (invest === undefined) return {}
  const { currency } = work.site.site
  const derive = (
    what: string,
    label: { en: string; vi: string },
    unit: string,
    formula: string,
    uses: Readonly<Record<string, string>>,
    show?: '%',
  ): string =>
    work.ledger.derive({
      id: figureId(draft.id, what),
      label,
      unit,
      formula,
      uses,
      ...(show === undefined ? {} : { show }),
    }).id
  const payback = derive('payback', LABEL.payback, 'yr', 'payback(invest, net)', { invest, net })
  if (life === undefined) return { payback }
  const irr = derive('irr', LABEL.irr, '1', 'irr(life, net, invest)', { life, net, invest }, '%')
  const rate = 'economics.discount-rate'
  if (!work.ledger.has(rate)) {
    work.diagnostics.push(diagnose('E301', draft.at ?? '/economics', { opportunity: draft.id }))
    return { payback, irr }
  }
  const npv = derive('npv', LABEL.npv, currency, 'npv(rate, life, net, invest)', { rate, life, net, invest })
  if (co2e === undefined || (work.ledger.get(co2e)?.value ?? 0) <= 0) return { payback, npv, irr }
  const cost = derive(
    'cost-of-co2e',
    LABEL.costOfCo2e,
    `${currency}/tCO2e`,
    '(invest * crf(rate, life) - net) / co2e',
    { invest, rate, life, net, co2e },
  )
  return { payback, npv, irr, costOfCo2e: cost }
}
