import type { Opportunity, Saving } from '../model/opportunities.js'
import { figureId, present, type Draft, type Evaluating, type StandAlone } from './evaluating.js'
import type { Packaged } from './package.js'
import { avoidedGhg, moneyFigure, valueOf } from './prices.js'
import { netRange, withRanges } from './range.js'
import { lacksPrice } from './saved-good.js'
import { returnsOf } from './returns.js'

const LABEL = {
  money: { en: 'Money saved', vi: 'Tiền tiết kiệm' },
  moneyInPackage: { en: 'Money saved in the package', vi: 'Tiền tiết kiệm trong gói' },
  co2e: { en: 'Greenhouse gases avoided', vi: 'Khí nhà kính giảm được' },
  net: { en: 'Net saving, stand-alone', vi: 'Lợi ích ròng, riêng lẻ' },
  netInPackage: { en: 'Net saving in the package', vi: 'Lợi ích ròng trong gói' },
  gross: {
    en: 'Savings in the package before running cost',
    vi: 'Tiết kiệm trong gói trước chi phí vận hành',
  },
} as const

/** Money and greenhouse gases of a draft, stand-alone and in the package; payback, NPV and IRR of the package share. */
export function evaluateDraft(work: Evaluating, draft: Draft, packaged: Packaged): Evaluated {
  const ranged = withRanges(work, draft)
  const savings = draft.savings.flatMap((_, index) => savingOf(work, ranged, index, packaged))
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
  const priced = counted.map((saving) => saving.moneyInPackage)
  const gross = sum(work, draft, 'gross', LABEL.gross, `${work.site.site.currency}/yr`, priced)
  const economics =
    netInPackage === undefined || gross === undefined
      ? {}
      : returnsOf(work, draft, { net: netInPackage, gross, savings: counted, ...present('co2e', co2e) })
  return {
    ...shown(draft),
    savings,
    lacks: [
      ...draft.lacks,
      ...unpriced.map(({ medium, good }) => lacksPrice(work, medium, good, draft.entry)),
    ],
    ...present('net', net),
    ...present('netInPackage', netInPackage),
    ...present('netRange', netInPackage === undefined ? undefined : netRange(work, draft, counted)),
    ...present('gross', gross),
    ...present('co2e', co2e),
    ...present('verified', verifiedOf(work, draft)),
    ...economics,
  }
}

/** What was measured after a measure was done, beside what it promised. */
function verifiedOf(work: Evaluating, draft: Draft): Opportunity['verified'] {
  const { verified, savings } = draft
  const promised = savings[0]?.base
  if (verified === undefined || promised === undefined) return undefined
  const share = work.ledger.derive({
    id: figureId(draft.id, 'verified-share'),
    label: { en: 'Verified share of the promised saving', vi: 'Tỷ lệ đã xác minh so với cam kết' },
    unit: '1',
    show: '%',
    formula: 'verified / promised',
    uses: { verified, promised },
  })
  return { figure: verified, share: share.id }
}

/** An opportunity before screening and ranking, with the figures that those need. */
export type Evaluated = Omit<Opportunity, 'screening' | 'after'> & { readonly gross?: string }

/** What of a draft is in the opportunity as it stands. */
function shown(draft: Draft): Omit<Draft, WorkingField | 'stream'> & Pick<Opportunity, 'stream'> {
  const {
    stream,
    group: _1,
    savings: _2,
    residual: _3,
    replacement: _4,
    bands: _5,
    given: _6,
    ...rest
  } = draft
  const { stopsProduction: _7, resize: _8, verified: _9, ...kept } = rest
  const acted = stream && { id: stream.id, label: stream.label, base: stream.base }
  return { ...kept, ...present('stream', acted) }
}

type WorkingField =
  | 'group'
  | 'savings'
  | 'residual'
  | 'replacement'
  | 'bands'
  | 'given'
  | 'stopsProduction'
  | 'resize'
  | 'verified'

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
  const valued = valueOf(work, saving, draft)
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
        lacks: [lacksPrice(work, saving.medium, saving.good?.id, draft.entry)],
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
  return [
    {
      ...named,
      ...parts,
      price: valued.price,
      ...present('priceBasis', valued.basis),
      money,
      moneyInPackage,
    },
  ]
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
