/** Why a calculation gives no value although nothing is missing. */
export type NoValue =
  'division-by-zero' | 'outside-domain' | 'too-large' | 'never' | 'not-within-life' | 'no-return'

type Result = number | NoValue

/**
 * What 1 a year over `years` is worth today: (1 − (1 + r)^−n) ÷ r, and n at r = 0. Years need not be whole.
 * Standard annuity relation.
 */
export function annuity(rate: number, years: number): number {
  return rate === 0 ? years : -Math.expm1(-years * Math.log1p(rate)) / rate
}

/** Whether a rate and a life can be discounted with. */
function discounts(rate: number, years: number): boolean {
  return rate > -1 && years > 0
}

/** Capital recovery factor, 1/yr. */
export function crf(rate: number, years: number): Result {
  return discounts(rate, years) ? 1 / annuity(rate, years) : 'outside-domain'
}

/** Net present value of an equal saving every year against an investment now. */
export function npv(rate: number, years: number, yearly: number, invest: number): Result {
  return discounts(rate, years) ? yearly * annuity(rate, years) - invest : 'outside-domain'
}

/** Years until the savings have paid the investment: 0 without an investment, never without a saving. */
export function payback(invest: number, yearly: number): Result {
  return yearly > 0 ? Math.max(0, invest) / yearly : 'never'
}

/**
 * Years until the discounted savings have paid the investment, linear inside the last year. The full years are
 * those before n* = −ln(1 − r·I ÷ A) ÷ ln(1 + r); the part of the year after them follows from the annuity.
 */
export function discountedPayback(rate: number, years: number, invest: number, yearly: number): Result {
  if (!(yearly > 0)) return 'never'
  if (!discounts(rate, years)) return 'outside-domain'
  const toPay = Math.max(0, invest)
  if (yearly * annuity(rate, years) < toPay) return 'not-within-life'
  const ratio = toPay / yearly
  const until = rate === 0 ? ratio : -Math.log1p(-rate * ratio) / Math.log1p(rate)
  const whole = Math.floor(until)
  return whole + (1 + rate) * annuity(rate, until - whole)
}

/**
 * The rate at which the net present value is 0, with a value at the end of the life that is not negative. With one
 * outlay and equal savings there is exactly one, above −100 %; without an outlay or without a saving the signs do not
 * change and there is none. By bisection to the last bit.
 */
export function irr(years: number, yearly: number, invest: number, salvage = 0): Result {
  if (!(yearly > 0 && invest > 0)) return 'no-return'
  if (!(years > 0 && salvage >= 0)) return 'outside-domain'
  const worth = (rate: number): number =>
    annuity(rate, years) + (salvage / yearly) * Math.exp(-years * Math.log1p(rate))
  const ratio = invest / yearly
  let [low, high] = worth(0) >= ratio ? [0, Math.max(1, 1 / ratio)] : [-1, 0]
  while (worth(high) > ratio) high *= 2
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (worth(middle) > ratio) low = middle
    else high = middle
  }
}
