/** The yearly money of one investment: year 0 is the investment, years 1 to n the savings. */
export type Investment = {
  readonly invest: number
  /** Saving of the first year. */
  readonly annual: number
  /** Years; a part of a year gives its part of the saving. */
  readonly life: number
  /** Yearly rise of the saving, as a fraction. */
  readonly rise?: number
  /** Paid once in this year. */
  readonly replacement?: { readonly after: number; readonly amount: number }
  /** Worth at the end of the life. */
  readonly residual?: number
}

export type NoRate = 'no-return' | 'several-returns'

export function cashFlows(one: Investment): readonly number[] {
  const { invest, annual, life, rise = 0, replacement, residual = 0 } = one
  const years = Math.ceil(life - 1e-9)
  return Array.from({ length: years + 1 }, (_, year) => {
    if (year === 0) return -invest
    const part = Math.min(1, life - year + 1)
    const replaced =
      replacement !== undefined && Math.round(replacement.after) === year ? replacement.amount : 0
    return annual * (1 + rise) ** (year - 1) * part - replaced + (year === years ? residual : 0)
  })
}

/** Sum of the flows, each brought to year 0. */
export function presentValue(rate: number, flows: readonly number[]): number {
  return flows.reduce((sum, flow, year) => sum + flow / (1 + rate) ** year, 0)
}

/** Where rates are looked for: -99 % to 10 000 %. */
const [LOWEST, HIGHEST] = [-0.99, 100]

/**
 * The rate at which the present value is 0, by bisection. Flows that never change their sign have none; flows that
 * change it more than once may have several, and then none is given, since each would be a half-truth.
 */
export function rateOfReturn(flows: readonly number[]): number | NoRate {
  const signs = flows.filter((flow) => flow !== 0).map(Math.sign)
  const changes = signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length
  if (changes > 1) return 'several-returns'
  const falls = presentValue(LOWEST, flows) > 0 && presentValue(HIGHEST, flows) < 0
  if (changes === 0 || !falls) return 'no-return'
  let [low, high] = [LOWEST, HIGHEST]
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (presentValue(middle, flows) > 0) low = middle
    else high = middle
  }
}

/** Years until the discounted flows have paid the investment, linear inside the year; `null` where they do not. */
export function discountedPaybackOf(rate: number, flows: readonly number[]): number | null {
  let sum = flows[0] ?? 0
  if (sum >= 0) return 0
  for (const [index, flow] of flows.slice(1).entries()) {
    const worth = flow / (1 + rate) ** (index + 1)
    if (worth > 0 && sum + worth >= 0) return index - sum / worth
    sum += worth
  }
  return null
}
