import type { Act, Effect, Pool, Share } from './pools.js'

/**
 * How amounts are kept while measures act one after the other: as plain numbers while alternatives are weighed, as
 * figures of the ledger in the end.
 */
export type Amounts<T> = {
  readonly base: (pool: Pool) => T
  /** What the main saving is in the package. */
  readonly main: (act: Act, effect: Effect, state: Left<T>) => T
  /** A further effect shrinks with the main saving and never takes more than there is. */
  readonly side: (act: Act, effect: Effect, state: Left<T> & { readonly main?: T }) => T
  readonly rest: (pool: Pool, before: T, saved: T, share: Share) => T
  /** Share of what a pool held that measures on all of it leave: before × (rest − saved) ÷ rest. */
  readonly factor: (pool: Pool, before: T | undefined, rest: T, saved: T, share: Share) => T
  /** What a part of a pool holds after measures on the whole. */
  readonly scaled: (pool: Pool, rest: T, now: T, then: T | undefined) => T
}

/** What is left where a saving takes from. */
export type Left<T> = {
  /** Of the stream of the measure. */
  readonly rest?: T
  /** Of all of the good, where that is another pool. */
  readonly left?: T
  /** Of the pool whose use the saving lives on. */
  readonly lives?: T
}

export type Sequenced<T> = {
  /** `<opportunity>|<index of saving>` → its saving in the package. */
  readonly savings: ReadonlyMap<string, T>
  /** Base figure of a pool → what is left of it. */
  readonly rests: ReadonlyMap<string, T>
  /** Base figure of a pool → who took from it, in order. */
  readonly takers: ReadonlyMap<string, readonly string[]>
  /** Opportunity → those before it that left it less. */
  readonly after: ReadonlyMap<string, readonly string[]>
}

type Part<T> = { rest: T; readonly parent?: string; factor: T | undefined }
type State<T> = {
  readonly amounts: Amounts<T>
  readonly parts: Map<string, Part<T>>
  /** Base of a pool → what measures on all of it left of its parts. */
  readonly factors: Map<string, T>
  readonly savings: Map<string, T>
  readonly takers: Map<string, string[]>
  /** Base of a pool → who took from all of it. */
  readonly wholes: Map<string, string[]>
  readonly after: Map<string, readonly string[]>
}

/**
 * Lets measures act in their order. Each takes its share, or its fixed amount, of what earlier ones leave of its
 * stream, and never more than is left of the good; measures on all of a good leave less of every part of it.
 */
export function sequence<T>(acts: readonly Act[], amounts: Amounts<T>): Sequenced<T> {
  const state: State<T> = {
    amounts,
    parts: new Map(),
    factors: new Map(),
    savings: new Map(),
    takers: new Map(),
    wholes: new Map(),
    after: new Map(),
  }
  for (const act of acts) {
    const [main, ...sides] = act.effects
    if (main === undefined) continue
    state.after.set(act.draft.id, lessenedBy(state, act, main))
    const saved = takeMain(state, act, main)
    for (const side of sides) takeSide(state, act, side, saved)
  }
  const rests = new Map([...state.parts].map(([base, part]) => [base, part.rest] as const))
  return { savings: state.savings, rests, takers: state.takers, after: state.after }
}

/** Who has taken from its stream, from all of its good, or from what it lives on. */
function lessenedBy<T>(state: State<T>, act: Act, { from, good }: Effect): readonly string[] {
  const own = from ?? good
  const lists = [
    state.takers.get(own?.pool.base ?? ''),
    state.wholes.get(good?.pool.base ?? ''),
    state.takers.get(act.livesOn?.base ?? ''),
  ]
  return [...new Set(lists.flatMap((ids) => ids ?? []))]
}

function takeMain<T>(state: State<T>, act: Act, effect: Effect): T {
  const { from, good } = effect
  const whole = from !== undefined && from.pool.base === good?.pool.base
  const rest = from && restOf(state, from.pool, whole ? undefined : good?.pool)
  const left = whole || good === undefined ? undefined : restOf(state, good.pool)
  const lives = act.livesOn && restOf(state, act.livesOn)
  const saved = state.amounts.main(act, effect, {
    ...(rest !== undefined && { rest }),
    ...(left !== undefined && { left }),
    ...(lives !== undefined && { lives }),
  })
  state.savings.set(`${act.draft.id}|0`, saved)
  if (from !== undefined) take(state, act, from, saved, whole || good === undefined)
  if (good !== undefined && !whole) take(state, act, good, saved, from === undefined)
  return saved
}

function takeSide<T>(state: State<T>, act: Act, effect: Effect, main: T): void {
  const { good, index } = effect
  const left = good && restOf(state, good.pool)
  const saved = state.amounts.side(act, effect, { main, ...(left !== undefined && { left }) })
  state.savings.set(`${act.draft.id}|${index}`, saved)
  // What is used in addition is no more for others to save from.
  if (good !== undefined && effect.alone >= 0) take(state, act, good, saved, false)
}

/** What is left of a pool now; a part follows what measures on the whole have left since it was last looked at. */
function restOf<T>(state: State<T>, pool: Pool, parent?: Pool): T {
  const known = state.parts.get(pool.base)
  const part: Part<T> = known ?? {
    rest: state.amounts.base(pool),
    ...(parent && { parent: parent.base }),
    factor: undefined,
  }
  state.parts.set(pool.base, part)
  const now = part.parent === undefined ? undefined : state.factors.get(part.parent)
  if (now !== undefined && now !== part.factor) {
    part.rest = state.amounts.scaled(pool, part.rest, now, part.factor)
    part.factor = now
  }
  return part.rest
}

function take<T>(state: State<T>, act: Act, share: Share, saved: T, ofAll: boolean): void {
  const { pool } = share
  const part = state.parts.get(pool.base)
  if (part === undefined) return
  if (ofAll) {
    const before = state.factors.get(pool.base)
    state.factors.set(pool.base, state.amounts.factor(pool, before, part.rest, saved, share))
    state.wholes.set(pool.base, [...(state.wholes.get(pool.base) ?? []), act.draft.id])
  }
  part.rest = state.amounts.rest(pool, part.rest, saved, share)
  state.takers.set(pool.base, [...(state.takers.get(pool.base) ?? []), act.draft.id])
}
