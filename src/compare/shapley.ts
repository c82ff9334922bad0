/**
 * Splits `value(all) − value(none)` over players so that no order of theirs matters: each gets the mean of what it
 * adds, over all orders in which they may come (Shapley 1953). The shares add up to the whole. `value` is asked for
 * each of the 2ⁿ sets once, as a bit mask.
 */
export function shapley(players: number, value: (set: number) => number): readonly number[] {
  const sets = 1 << players
  const values = Array.from({ length: sets }, (_, set) => value(set))
  const weights = Array.from({ length: players }, (_, size) => weight(players, size))
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player
    let share = 0
    for (let set = 0; set < sets; set += 1) {
      if ((set & bit) !== 0) continue
      share += (weights[ones(set)] ?? 0) * ((values[set | bit] ?? NaN) - (values[set] ?? NaN))
    }
    return share
  })
}

/** size! (n − size − 1)! ÷ n!, the share of orders in which just these `size` others come first. */
function weight(players: number, size: number): number {
  let binomial = 1
  for (let k = 1; k <= size; k += 1) binomial = (binomial * (players - k)) / k
  return 1 / (players * binomial)
}

function ones(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1
  return count
}
