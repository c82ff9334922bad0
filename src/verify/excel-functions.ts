import { leastSquares, type Line } from '../report/xlsx/least-squares.js'

/** A value of a cell; an error is an object, so that it cannot be taken for a text. `null` is an empty cell. */
export type ExcelValue = number | string | boolean | null | ExcelError
export type ExcelError = { readonly error: string }

export const isError = (value: ExcelValue): value is ExcelError => typeof value === 'object' && value !== null

export const NUM: ExcelError = { error: '#NUM!' }
export const DIV: ExcelError = { error: '#DIV/0!' }
export const VALUE: ExcelError = { error: '#VALUE!' }
export const NAME: ExcelError = { error: '#NAME?' }

/** A number as arithmetic takes it: an empty cell is 0, a truth value 1 or 0, a text that is no number an error. */
export function numberOf(value: ExcelValue): number | ExcelError {
  if (isError(value)) return value
  if (value === null) return 0
  if (typeof value !== 'string') return Number(value)
  const number = value.trim() === '' ? NaN : Number(value)
  return Number.isFinite(number) ? number : VALUE
}

export function finite(value: number): number | ExcelError {
  return Number.isFinite(value) ? value : NUM
}

/** An argument: one value, or the values of an area. */
export type Argument = ExcelValue | readonly ExcelValue[]

export const isArea = (argument: Argument): argument is readonly ExcelValue[] => Array.isArray(argument)

type Compute = (args: readonly Argument[]) => ExcelValue

/** Functions of plain numbers. */
function plain(compute: (...numbers: readonly number[]) => number | ExcelError): Compute {
  return (args) => {
    const numbers: number[] = []
    for (const arg of args) {
      const number = numberOf(isArea(arg) ? (arg[0] ?? null) : arg)
      if (typeof number !== 'number') return number
      numbers.push(number)
    }
    const result = compute(...numbers)
    return typeof result === 'number' ? finite(result) : result
  }
}

/** Functions of all numbers in their arguments; texts and truth values of areas do not count. An error is passed on. */
function gathered(compute: (numbers: readonly number[]) => ExcelValue): Compute {
  return (args) => {
    const numbers: number[] = []
    for (const arg of args) {
      if (isArea(arg)) {
        const wrong = arg.find(isError)
        if (wrong !== undefined) return wrong
        numbers.push(...arg.filter((value) => typeof value === 'number'))
      } else {
        const number = numberOf(arg)
        if (typeof number !== 'number') return number
        numbers.push(number)
      }
    }
    return compute(numbers)
  }
}

function truths(combine: (values: readonly boolean[]) => boolean): Compute {
  return gathered((numbers) => combine(numbers.map((number) => number !== 0)))
}

/** Payment, present value and number of payments of an annuity at the end (0) or the start (1) of each year. */
function presentValue(rate: number, years: number, payment: number, rest = 0, atStart = 0): number {
  if (rate === 0) return -(rest + payment * years)
  const grown = (1 + rate) ** years
  return -(rest + (payment * (1 + rate * atStart) * (grown - 1)) / rate) / grown
}

function periodicPayment(rate: number, years: number, value: number, rest = 0, atStart = 0): number {
  if (rate === 0) return -(value + rest) / years
  const grown = (1 + rate) ** years
  return (-(value * grown + rest) * rate) / ((1 + rate * atStart) * (grown - 1))
}

function periods(rate: number, payment: number, value: number, rest = 0, atStart = 0): number | ExcelError {
  if (rate === 0) return payment === 0 ? NUM : -(value + rest) / payment
  const due = (payment * (1 + rate * atStart)) / rate
  return Math.log((due - rest) / (value + due)) / Math.log(1 + rate)
}

/** The rate at which the present value vanishes: Newton from the guess, then bisection where that does not settle. */
function interestRate(
  years: number,
  payment: number,
  value: number,
  rest = 0,
  atStart = 0,
  guess = 0.1,
): number | ExcelError {
  const gap = (rate: number): number => presentValue(rate, years, payment, rest, atStart) - value
  let rate = guess
  for (let round = 0; round < 60; round += 1) {
    const step = Math.max(1e-7, Math.abs(rate) * 1e-7)
    const slope = (gap(rate + step) - gap(rate - step)) / (2 * step)
    const next = rate - gap(rate) / slope
    if (!Number.isFinite(next) || next <= -1) break
    if (Math.abs(next - rate) <= 1e-14 * Math.max(1, Math.abs(next))) return next
    rate = next
  }
  return bisect(gap)
}

function bisect(gap: (rate: number) => number): number | ExcelError {
  let [low, high] = [-0.999_999, 1e6]
  if (!(gap(low) * gap(high) < 0)) return NUM
  for (let round = 0; round < 200; round += 1) {
    const middle = (low + high) / 2
    if (gap(low) * gap(middle) <= 0) high = middle
    else low = middle
  }
  return (low + high) / 2
}

/** RANK: 1 + how many numbers of the list are larger, or smaller where the order is not 0. */
const rank: Compute = ([of = null, list = [], order = 0]) => {
  const number = numberOf(isArea(of) ? (of[0] ?? null) : of)
  if (typeof number !== 'number') return number
  const numbers = (isArea(list) ? list : [list]).filter((value) => typeof value === 'number')
  const upwards = numberOf(isArea(order) ? (order[0] ?? null) : order)
  if (typeof upwards !== 'number') return upwards
  if (!numbers.includes(number)) return { error: '#N/A' }
  return 1 + numbers.filter((other) => (upwards === 0 ? other > number : other < number)).length
}

/** IRR: the rate at which yearly flows are worth nothing. */
const internalRate: Compute = ([flows = []]) => {
  const list = (isArea(flows) ? flows : [flows]).filter((value) => typeof value === 'number')
  return bisect((rate) => list.reduce((sum, flow, year) => sum + flow / (1 + rate) ** year, 0))
}

/** A figure of the line through the pairs of numbers of two areas, of which the first holds y. */
function ofLine(take: (line: Line) => number): Compute {
  return ([known = [], along = []]) => {
    const [ys, xs] = [known, along].map((one) => (isArea(one) ? one : [one]))
    if (ys === undefined || xs?.length !== ys.length) return { error: '#N/A' }
    const wrong = [...ys, ...xs].find(isError)
    if (wrong !== undefined) return wrong
    const points = ys.flatMap((y, index) => {
      const x = xs[index]
      return typeof y === 'number' && typeof x === 'number' ? [{ x, y }] : []
    })
    const line = leastSquares(points)
    const value = line === undefined ? NaN : take(line)
    return Number.isNaN(value) ? DIV : finite(value)
  }
}

/** The functions that the workbooks of recp use; IF is evaluated by itself, since it takes one branch only. */
export const EXCEL_FUNCTIONS: ReadonlyMap<string, Compute> = new Map<string, Compute>([
  ['ABS', plain((x = 0) => Math.abs(x))],
  ['ACOS', plain((x = 0) => Math.acos(x))],
  ['ASIN', plain((x = 0) => Math.asin(x))],
  ['ATAN', plain((x = 0) => Math.atan(x))],
  ['COS', plain((x = 0) => Math.cos(x))],
  ['SIN', plain((x = 0) => Math.sin(x))],
  ['TAN', plain((x = 0) => Math.tan(x))],
  ['EXP', plain((x = 0) => Math.exp(x))],
  ['INT', plain((x = 0) => Math.floor(x))],
  ['LN', plain((x = 0) => (x > 0 ? Math.log(x) : NUM))],
  ['LOG10', plain((x = 0) => (x > 0 ? Math.log10(x) : NUM))],
  ['SQRT', plain((x = 0) => (x >= 0 ? Math.sqrt(x) : NUM))],
  ['MOD', plain((x = 0, y = 0) => (y === 0 ? DIV : x - y * Math.floor(x / y)))],
  ['PI', plain(() => Math.PI)],
  [
    'ROUND',
    plain((x = 0, digits = 0) => (Math.sign(x) * Math.round(Math.abs(x) * 10 ** digits)) / 10 ** digits),
  ],
  ['PV', plain(presentValue)],
  ['PMT', plain(periodicPayment)],
  ['NPER', plain(periods)],
  ['RATE', plain(interestRate)],
  ['NOT', plain((x = 0) => (x === 0 ? 1 : 0))],
  ['SUM', gathered((numbers) => numbers.reduce((sum, number) => sum + number, 0))],
  ['MIN', gathered((numbers) => numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0))],
  ['MAX', gathered((numbers) => numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 0))],
  [
    'COUNT',
    (args) =>
      args.flatMap((arg) => (isArea(arg) ? arg : [arg])).filter((value) => typeof value === 'number').length,
  ],
  ['AND', truths((values) => values.every(Boolean))],
  ['OR', truths((values) => values.some(Boolean))],
  ['RANK', rank],
  ['IRR', internalRate],
  ['SLOPE', ofLine(({ slope }) => slope)],
  ['INTERCEPT', ofLine(({ base }) => base)],
  ['RSQ', ofLine(({ r2 }) => r2)],
])
