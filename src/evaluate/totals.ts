import type { Evaluation, Opportunity } from '../model/opportunities.js'
import type { Text } from '../model/text.js'
import { present, type Evaluating } from './evaluating.js'

/**
 * What all that is counted does together. Sums of what is known; where nothing is known of measures that there are,
 * the sum is unknown and not zero.
 */
export function totalFigures(work: Evaluating, counted: readonly Opportunity[]): Evaluation['totals'] {
  const { currency } = work.site.site
  const sum = (id: string, label: Text, unit: string, figures: readonly (string | undefined)[]): string => {
    const known = figures.flatMap((figure) =>
      figure !== undefined && work.ledger.get(figure)?.value != null ? [figure] : [],
    )
    if (known.length === 0 && counted.length > 0) {
      const lacks = [...new Set(figures.flatMap((figure) => work.ledger.get(figure ?? '')?.lacks ?? []))]
      const figure = { id, label, value: null, unit, kind: 'solved', method: 'sum' } as const
      return work.ledger.add({ ...figure, lacks: lacks.length > 0 ? lacks : [id] }).id
    }
    const uses = Object.fromEntries(known.map((figure, index) => [`a${index + 1}`, figure]))
    const formula = known.length === 0 ? `0 ${unit}` : `sum(${Object.keys(uses).join(', ')})`
    return work.ledger.derive({ id, label, unit, formula, uses }).id
  }
  const net = sum(
    'package.net',
    { en: 'Net saving of the package', vi: 'Lợi ích ròng của gói giải pháp' },
    `${currency}/yr`,
    counted.map((o) => o.netInPackage),
  )
  // An investment without a known saving would spoil the payback of the others.
  const invested = counted.filter(
    (o) => o.investment !== undefined && work.ledger.get(o.netInPackage ?? '')?.value != null,
  )
  const investment = sum(
    'package.investment',
    { en: 'Investment of the package', vi: 'Vốn đầu tư của gói giải pháp' },
    currency,
    invested.map((o) => o.investment),
  )
  const netOfInvested = sum(
    'package.net-of-invested',
    { en: 'Net saving of what has an investment', vi: 'Lợi ích ròng của các giải pháp có vốn đầu tư' },
    `${currency}/yr`,
    invested.map((o) => o.netInPackage),
  )
  const payback = work.ledger.derive({
    id: 'package.payback',
    label: { en: 'Payback of what has an investment', vi: 'Hoàn vốn của các giải pháp có vốn đầu tư' },
    unit: 'yr',
    formula: 'payback(invest, net)',
    uses: { invest: investment, net: netOfInvested },
  }).id
  const npv = counted.some((o) => o.npv !== undefined)
    ? sum(
        'package.npv',
        { en: 'Net present value of the package', vi: 'NPV của gói giải pháp' },
        currency,
        counted.map((o) => o.npv),
      )
    : undefined
  const co2e = sum(
    'package.co2e',
    { en: 'Greenhouse gases avoided by the package', vi: 'Khí nhà kính giảm nhờ gói giải pháp' },
    'tCO2e/yr',
    counted.map((o) => o.co2e),
  )
  const money = (what: string, label: Text, unit: string, pick: (one: Opportunity) => string | undefined) =>
    counted.some((one) => pick(one) !== undefined) ? sum(what, label, unit, counted.map(pick)) : undefined
  const capacity = money(
    'package.capacity',
    { en: 'Worth of more output, apart from savings', vi: 'Giá trị tăng công suất, ngoài tiết kiệm' },
    `${currency}/yr`,
    (one) => one.capacity,
  )
  const npvWithCarbon = money(
    'package.npv-with-carbon',
    { en: 'Net present value of the package with a carbon price', vi: 'NPV của gói khi tính giá carbon' },
    currency,
    (one) => one.npvWithCarbon ?? one.npv,
  )
  const carbon = counted.some((one) => one.npvWithCarbon !== undefined) ? npvWithCarbon : undefined
  return {
    net,
    investment,
    payback,
    co2e,
    ...present('npv', npv),
    ...present('npvWithCarbon', carbon),
    ...present('capacity', capacity),
  }
}
