import { COVERAGE } from '../formula/index.js'
import type { Saving } from '../model/opportunities.js'
import type { Text } from '../model/text.js'
import { figureId, present, type Draft, type Evaluating, type StandAlone } from './evaluating.js'

const LABEL = {
  half: { en: 'Uncertainty of the saving (95 %)', vi: 'Độ không đảm bảo đo của mức tiết kiệm (95 %)' },
  low: { en: 'Saving, low', vi: 'Tiết kiệm, thấp' },
  high: { en: 'Saving, high', vi: 'Tiết kiệm, cao' },
  netLow: { en: 'Net saving in the package, low', vi: 'Lợi ích ròng trong gói, thấp' },
  netHigh: { en: 'Net saving in the package, high', vi: 'Lợi ích ròng trong gói, cao' },
} as const satisfies Readonly<Record<string, Text>>

type End = 'low' | 'high'

/**
 * The draft with a low and a high of every saving whose inputs have an uncertainty: two standard uncertainties to
 * either side, together with the low and high case of the method or the auditor as the root of their squares.
 */
export function withRanges(work: Evaluating, draft: Draft): Draft {
  const savings = draft.savings.map((saving, index): StandAlone => {
    const { value, sd, unit } = work.ledger.get(saving.base) ?? {}
    if (value == null || sd === undefined || unit === undefined) return saving
    const tag = index === 0 ? '' : `-${index + 1}`
    const half = work.ledger.add({
      id: figureId(draft.id, `uncertainty${tag}`),
      label: LABEL.half,
      value: COVERAGE * sd,
      unit,
      kind: 'solved',
      method: 'first-order-uncertainty',
    }).id
    const end = (which: End): string =>
      work.ledger.derive({
        id: figureId(draft.id, `range-${which}${tag}`),
        label: LABEL[which],
        unit,
        ...endFormula(work, saving, which, half),
      }).id
    return { ...saving, low: end('low'), high: end('high') }
  })
  return { ...draft, savings }
}

type Expression = { readonly formula: string; readonly uses: Readonly<Record<string, string>> }

function endFormula(work: Evaluating, { base, ...cases }: StandAlone, which: End, half: string): Expression {
  const own = cases[which]
  const value = work.ledger.get(own ?? '')?.value
  const sign = which === 'low' ? '-' : '+'
  if (own === undefined || value == null) return { formula: `base ${sign} half`, uses: { base, half } }
  const formula = `base ${sign} sqrt((base - case) ^ 2 + half ^ 2)`
  return { formula, uses: { base, half, case: own } }
}

/** Net money in the package with every saving at its low, and with every saving at its high. */
export function netRange(
  work: Evaluating,
  { id, running }: Draft,
  savings: readonly Saving[],
): { readonly low: string; readonly high: string } | undefined {
  const value = (figure: string | undefined): number | null => work.ledger.get(figure ?? '')?.value ?? null
  const ranged = savings.filter(
    ({ base, low, high }) => value(low) !== null && value(high) !== null && value(base) !== 0,
  )
  if (ranged.length === 0) return undefined
  const net = (which: End): string => {
    const uses: Record<string, string> = {}
    const parts = savings.map((saving, index) => {
      const [money, end, base] = [`m${index + 1}`, `${which}${index + 1}`, `base${index + 1}`]
      uses[money] = saving.moneyInPackage
      if (!ranged.includes(saving)) return money
      Object.assign(uses, { [end]: saving[which], [base]: saving.base })
      return `${money} * ${end} / ${base}`
    })
    return work.ledger.derive({
      id: figureId(id, `net-${which}`),
      label: which === 'low' ? LABEL.netLow : LABEL.netHigh,
      unit: `${work.site.site.currency}/yr`,
      formula: `${parts.join(' + ')}${running === undefined ? '' : ' - running'}`,
      uses: { ...uses, ...present('running', running) },
    }).id
  }
  return { low: net('low'), high: net('high') }
}
