import type { Act, Effect } from './pools.js'
import type { Amounts, Left } from './sequence.js'

/** The sequence in plain numbers, for weighing alternatives; the same relations as in `figure-amounts`. */
export const numberAmounts: Amounts<number> = {
  base: ({ amount }) => amount,
  main: (act, effect, state) => (act.enabling ? 0 : capped(effect, taken(act, effect, state), state.left)),
  side: (act, effect, state) => {
    const [main] = act.effects
    const shrunk =
      main === undefined || main.alone === 0 ? effect.alone : (effect.alone * (state.main ?? 0)) / main.alone
    return capped(effect, shrunk, state.left)
  },
  rest: (_pool, before, saved, { factor }) => before - saved * factor,
  factor: (_pool, before = 1, rest, saved, { factor }) =>
    rest > 0 ? (before * (rest - saved * factor)) / rest : 0,
  scaled: (_pool, rest, now, then = 1) => (then > 0 ? (rest * now) / then : 0),
}

function taken(act: Act, { alone, from }: Effect, { rest, lives }: Left<number>): number {
  const living = lives === undefined || act.livesOn === undefined ? 1 : lives / act.livesOn.amount
  if (from === undefined || rest === undefined || act.stream === undefined) return alone * living
  if (act.absolute) return Math.min(alone * living, rest / from.factor)
  return (Math.min(alone, act.stream.amount) * living * rest) / from.pool.amount
}

function capped({ good }: Effect, saved: number, left: number | undefined): number {
  return left === undefined || good === undefined ? saved : Math.min(saved, Math.max(0, left) / good.factor)
}
