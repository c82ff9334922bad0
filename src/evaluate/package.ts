import type { Saving, StreamPackage } from '../model/opportunities.js'
import type { Evaluating } from './evaluating.js'
import { figureAmounts, inPackageId, poolKey } from './figure-amounts.js'
import { orderFreeShares } from './order-free.js'
import { type Act, type Effect, type Pool } from './pools.js'
import { sequence, type Sequenced } from './sequence.js'

/** What an opportunity saves after all that act before it. */
export type InPackage = Pick<Saving, 'inPackage' | 'capped'>

export type Packaged = {
  /** `<opportunity>|<index of saving>` → its saving in the package. */
  readonly savings: ReadonlyMap<string, InPackage>
  readonly streams: readonly StreamPackage[]
  /** Opportunity → those that act before it on what it takes from. */
  readonly after: ReadonlyMap<string, readonly string[]>
}

/** The measures that are taken, one after the other, as figures; each stream with what is saved of it and left. */
export function packageSavings(work: Evaluating, acts: readonly Act[]): Packaged {
  const done = sequence(acts, figureAmounts(work))
  const savings = new Map<string, InPackage>()
  for (const act of acts) {
    const capped = isCapped(act)
    for (const [key, inPackage] of done.savings) {
      if (key.startsWith(`${act.draft.id}|`)) savings.set(key, { inPackage, capped })
    }
  }
  const streams = streamsOf(work, acts, done)
  orderFreeShares(work, acts, streams)
  return { savings, streams, after: done.after }
}

/** More than the stream holds. */
function isCapped({ effects, stream }: Act): boolean {
  const alone = effects[0]?.alone ?? 0
  return stream !== undefined && alone > stream.amount * (1 + 1e-12)
}

/** Every stream that a measure acts on, with all that take from it. */
function streamsOf(
  work: Evaluating,
  acts: readonly Act[],
  done: Sequenced<string>,
): readonly StreamPackage[] {
  const streams = new Map<
    string,
    { readonly pool: Pool; readonly id: string; label: StreamPackage['label'] }
  >()
  for (const { draft, effects } of acts) {
    const pool = effects[0]?.from?.pool
    if (pool === undefined || draft.stream === undefined || streams.has(pool.base)) continue
    streams.set(pool.base, { pool, id: draft.stream.id, label: draft.stream.label })
  }
  return [...streams.values()].map(({ pool, id, label }) => {
    const takers = [...new Set(done.takers.get(pool.base))]
    return {
      stream: id,
      label,
      base: pool.base,
      ...savedOf(work, pool, acts, takers, label),
      opportunities: takers,
    }
  })
}

type Saved = Pick<StreamPackage, 'saved' | 'rest'>

function savedOf(
  work: Evaluating,
  pool: Pool,
  acts: readonly Act[],
  takers: readonly string[],
  label: StreamPackage['label'],
): Saved {
  const key = poolKey(pool.base)
  const parts = acts
    .filter(({ draft }) => takers.includes(draft.id))
    .flatMap(({ draft, effects }) => effects.flatMap((effect) => takenFrom(pool, draft.id, effect)))
  const uses = Object.fromEntries(parts.flatMap(({ uses: used }) => Object.entries(used)))
  const saved = work.ledger.derive({
    id: `stream.${key}.saved`,
    label: { en: `${label.en}: saved`, vi: `${label.vi}: tiết kiệm` },
    unit: pool.unit,
    formula: `sum(${parts.map(({ formula }) => formula).join(', ')})`,
    uses,
  }).id
  const rest = work.ledger.derive({
    id: `stream.${key}.rest`,
    label: { en: `${label.en}: left`, vi: `${label.vi}: còn lại` },
    unit: pool.unit,
    formula: 'base - saved',
    uses: { base: pool.base, saved },
  }).id
  return { saved, rest }
}

type Part = { readonly formula: string; readonly uses: Readonly<Record<string, string>> }

function takenFrom(pool: Pool, id: string, { from, good, index }: Effect): readonly Part[] {
  const share = [from, good].find((one) => one?.pool.base === pool.base)
  if (share === undefined) return []
  const name = `s_${id.replaceAll(/[^a-z0-9]/gi, '_')}_${index + 1}`
  const saved = { [name]: inPackageId(id, index) }
  if (share.content === undefined) return [{ formula: name, uses: saved }]
  return [{ formula: `${name} / ${name}_content`, uses: { ...saved, [`${name}_content`]: share.content } }]
}
