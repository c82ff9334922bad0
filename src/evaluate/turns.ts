import type { OpenEntry, Stake, Turn } from '../model/opportunities.js'
import { present, type Evaluating } from './evaluating.js'
import type { Open } from './stakes.js'

/** In the order in which to take them up: by turn, then by money, then as the catalogue orders them. */
export function inTurn(work: Evaluating, open: readonly Open[]): readonly OpenEntry[] {
  return [...open]
    .sort(
      (a, b) =>
        TURNS.indexOf(turnOf(a)) - TURNS.indexOf(turnOf(b)) ||
        byMoney(work, a.stake, b.stake) ||
        byRank(a, b),
    )
    .map(({ entry, machine, ...one }) => ({
      entry,
      ...present('machine', machine),
      turn: turnOf(one),
      stake: one.stake,
    }))
}

export const TURNS: readonly Turn[] = ['first', 'then', 'last']

export function turnOf({
  part,
  applies,
  priority,
  stake,
}: Pick<Open, 'part' | 'applies' | 'priority' | 'stake'>): Turn {
  if (part !== undefined) return 'last'
  return applies || priority === 1 || stake.saving !== undefined ? 'first' : 'then'
}

/** What it would save, else what is spent on what it acts on; the most first. */
export function byMoney(work: Evaluating, a: Stake, b: Stake): number {
  const value = (id: string | undefined): number => work.ledger.get(id ?? '')?.value ?? -1
  return value(b.saving) - value(a.saving) || value(b.stream) - value(a.stream)
}

/** As the catalogue orders them; what is of the sector goes before what is of every factory. */
export function byRank(a: Ranked, b: Ranked): number {
  return (
    a.priority - b.priority ||
    Number(b.ofSector) - Number(a.ofSector) ||
    (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0)
  )
}

type Ranked = Pick<Open, 'priority' | 'ofSector' | 'entry'>
