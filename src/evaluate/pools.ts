import { createLedger } from '../formula/index.js'
import type { Figure } from '../model/figure.js'
import type { InventoryGood } from '../model/inventory.js'
import type { Text } from '../model/text.js'
import { convert, parseUnit } from '../units/index.js'
import type { Draft, Evaluating, StandAlone } from './evaluating.js'
import { targetOf, throughContents } from './targets.js'

/** Something of which there is a yearly amount, from which measures take: a stream, or all of a good that is used. */
export type Pool = {
  /** Figure of the amount in the beginning. */
  readonly base: string
  readonly unit: string
  readonly amount: number
  readonly label: Text
}

/** How an amount of a saving counts in a pool: `1` unit of the saving is `factor` of the pool, through `content`. */
export type Share = { readonly pool: Pool; readonly factor: number; readonly content?: string }

/** One saving of a measure and the pools it takes from. */
export type Effect = {
  /** Place among the savings of the measure; 0 is the main saving. */
  readonly index: number
  readonly saving: StandAlone
  readonly alone: number
  readonly unit: string
  /** The stream that the measure acts on; of the main saving alone. */
  readonly from?: Share
  /** All of the good that is used. */
  readonly good?: Share
}

/** A measure in the package. */
export type Act = {
  readonly draft: Draft
  /** Of the main saving: what its stream holds by itself, in the unit of the saving. */
  readonly stream?: { readonly base: string; readonly amount: number }
  /** A fixed amount of its own, not a share of what there is. */
  readonly absolute: boolean
  /** What it recovers lives on the use of this pool. */
  readonly livesOn?: Pool
  /** The measures it leads to are counted, so it saves nothing of its own. */
  readonly enabling: boolean
  /** The main saving and what else is known; none where the main saving is not known. */
  readonly effects: readonly Effect[]
}

/** A value in another unit; `undefined` where they do not convert. */
export function inUnit(value: number, from: string, to: string): number | undefined {
  const [source, target] = [parseUnit(from), parseUnit(to)]
  return 'unit' in source && 'unit' in target ? convert(value, source.unit, target.unit) : undefined
}

/** How much of a pool one unit of a saving is: by unit, else through what one unit of the good carries. */
export function shareOf(
  work: Evaluating,
  pool: Pool,
  saved: Figure,
  good: InventoryGood | undefined,
): Share | undefined {
  const direct = inUnit(1, saved.unit, pool.unit)
  if (direct !== undefined) return { pool, factor: direct }
  const through =
    good === undefined
      ? undefined
      : throughContents(work, good, pool.unit, (amount, uses) => ({
          formula: amount('saved'),
          uses: { saved: saved.id, ...uses },
        }))
  const content = work.ledger.get(through?.uses['content' as keyof typeof through.uses] ?? '')
  if (content === undefined) return undefined
  const scratch = createLedger([content])
  scratch.add({ id: 'one', label: { en: '', vi: '' }, value: 1, unit: saved.unit, kind: 'input' })
  const { value } = scratch.derive({
    id: 'factor',
    label: { en: '', vi: '' },
    unit: pool.unit,
    formula: 'saved / content',
    uses: { saved: 'one', content: content.id },
  })
  return value === null ? undefined : { pool, factor: value, content: content.id }
}

/** All of a good that crosses the boundary; `undefined` where its amount is not known or nothing. */
export function goodPool(work: Evaluating, good: InventoryGood | undefined): Pool | undefined {
  const target = good === undefined ? undefined : targetOf(work, good.id)
  return target === undefined ? undefined : poolAt(work, target.base, target.label)
}

export function poolAt(work: Evaluating, base: string, label: Text): Pool | undefined {
  const figure = work.ledger.get(base)
  if (figure?.value == null || figure.value <= 0) return undefined
  return { base, unit: figure.unit, amount: figure.value, label }
}
