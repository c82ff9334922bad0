const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/**
 * Rounds parts so that they add up to their rounded sum (largest remainder), in units of `step`. For print: the matrix
 * closes to the cent. Ties go to the earlier part.
 */
export function roundToSum(parts: readonly number[], step: number): number[] {
  const scaled = parts.map((part) => part / step)
  const whole = scaled.map(Math.floor)
  const missing = Math.round(sum(scaled)) - sum(whole)
  const byRemainder = scaled
    .map((x, i) => ({ i, remainder: x - (whole[i] as number) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.i - b.i)
  for (const { i } of byRemainder.slice(0, missing)) whole[i] = (whole[i] as number) + 1
  return whole.map((x) => x * step)
}
