import type { Loss } from '../model/indicators.js'
import type { Text } from '../model/text.js'
import type { Indicating } from './indicating.js'

export type LossPart = Loss['parts'][number]

/** A loss stream before its parts are added up. */
export type LossDraft = Omit<Loss, 'cost' | 'share'>

/** One part of what a loss costs, in money per year. */
export function part(
  work: Indicating,
  loss: string,
  kind: LossPart['kind'],
  label: Text,
  formula: string,
  uses: Readonly<Record<string, string>>,
): LossPart {
  const name = PART_LABEL[kind]
  const figure = work.ledger.derive({
    id: `loss.${loss}.${kind}`,
    label: { en: `${label.en}: ${name.en}`, vi: `${label.vi}: ${name.vi}` },
    unit: `${work.site.site.currency}/yr`,
    formula,
    uses,
    sd: 'independent',
  })
  return { kind, figure: figure.id }
}

const PART_LABEL: Readonly<Record<LossPart['kind'], Text>> = {
  material: { en: 'material in it', vi: 'giá trị nguyên liệu' },
  water: { en: 'water in it', vi: 'giá trị nước' },
  energy: { en: 'energy in it', vi: 'giá trị năng lượng' },
  treatment: { en: 'treatment and disposal', vi: 'chi phí xử lý, thải bỏ' },
  system: { en: 'other costs', vi: 'chi phí khác' },
  revenue: { en: 'revenue', vi: 'doanh thu' },
}
