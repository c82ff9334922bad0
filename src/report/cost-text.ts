import type { Lang } from '../model/text.js'
import { formatNumber } from '../units/format.js'
import { CONVENTIONS, COST_CLASSES, HEADS, SENTENCES, WATER_PARTS } from './balance-words.js'
import type { CostReport, RoundedCentres } from './cost-report.js'
import { showShare } from './show-figure.js'
import { amount, NONE, number, spread, unit } from './shown-text.js'
import { textTable } from './text-table.js'

const RIGHT = 'right' as const

const whole = (value: number | null, lang: Lang): string =>
  value === null ? NONE : formatNumber(value, { lang })

/** Loss streams, the dearest first, with what each and all before it make of the whole. */
export function lossLines({ losses }: CostReport, lang: Lang): string[] {
  const head = HEADS[lang]
  if (losses.length === 0) return []
  return textTable(
    [
      { head: head.loss },
      { head: unit(losses[0]?.cost.unit ?? '', lang), align: RIGHT },
      { head: '' },
      { head: head.cumulative, align: RIGHT },
    ],
    losses.map(({ name, cost, cumulative }) => [
      name[lang],
      number(cost.value, lang, 4),
      spread(cost, lang),
      cumulative === null ? NONE : showShare(cumulative, lang, 3),
    ]),
  )
}

/** The site as one quantity centre, by class of cost. */
export function matrixLines({ costMatrix: matrix }: CostReport, lang: Lang): string[] {
  const head = HEADS[lang]
  if (matrix === null) return [SENTENCES.noMatrix[lang]]
  return [
    ...textTable(
      [
        { head: unit(matrix.unit, lang) },
        { head: head.product, align: RIGHT },
        { head: head.loss, align: RIGHT },
        { head: head.total, align: RIGHT },
      ],
      matrix.rows.map((row) => [
        COST_CLASSES[row.class as keyof typeof COST_CLASSES][lang],
        whole(row.product, lang),
        whole(row.loss, lang),
        whole(row.total, lang),
      ]),
    ),
    SENTENCES.lossShare[lang](
      showShare(matrix.lossShare.value, lang, 3),
      matrix.lossShare.sd === null ? '' : ` ± ${showShare(matrix.lossShare.sd, lang, 2)}`,
      showShare(matrix.distribution.value, lang, 3),
    ),
    CONVENTIONS[matrix.convention][lang],
  ]
}

/** Every step as a quantity centre; the convention is named under the table. */
export function centreLines(centres: RoundedCentres, all: readonly RoundedCentres[], lang: Lang): string[] {
  const head = HEADS[lang]
  const stocks = centres.stock !== 0
  const cells = (row: Omit<RoundedCentres['rows'][number], 'step' | 'name'> | RoundedCentres): string[] => [
    whole(row.input, lang),
    whole('carried' in row ? row.carried : null, lang),
    whole('handedOn' in row ? row.handedOn : null, lang),
    whole(row.product, lang),
    whole(row.loss, lang),
    row.lossSd === null ? '' : `± ${number(row.lossSd, lang, 2)}`,
    ...(stocks ? [whole(row.stock, lang)] : []),
  ]
  return [
    ...textTable(
      [
        { head: unit(centres.unit, lang) },
        { head: head.newCost, align: RIGHT },
        { head: head.carried, align: RIGHT },
        { head: head.handedOn, align: RIGHT },
        { head: head.product, align: RIGHT },
        { head: head.loss, align: RIGHT },
        { head: '' },
        ...(stocks ? [{ head: head.stock, align: RIGHT }] : []),
      ],
      [...centres.rows.map((row) => [row.name[lang], ...cells(row)]), [head.total, ...cells(centres)]],
    ),
    CONVENTIONS[centres.convention][lang],
    ...(all.length === 1 ? [SENTENCES.noLoop[lang]] : []),
    ...(centres.unplaced !== null && centres.unplaced > 0
      ? [SENTENCES.unplaced[lang](`${whole(centres.unplaced, lang)} ${unit(centres.unit, lang)}`)]
      : []),
  ]
}

/** What a cubic metre of water costs in truth, part by part. */
export function waterLines({ trueCostOfWater: water }: CostReport, lang: Lang): string[] {
  if (water === null) return []
  return [
    ...textTable(
      [
        { head: HEADS[lang].part },
        { head: unit(water.parts[0]?.cost.unit ?? '', lang), align: RIGHT },
        { head: '' },
      ],
      water.parts.map(({ kind, cost }) => [
        WATER_PARTS[kind][lang],
        number(cost.value, lang, 4),
        spread(cost, lang),
      ]),
    ),
    SENTENCES.water[lang](amount(water.perUnit, lang), spread(water.perUnit, lang)),
  ]
}
