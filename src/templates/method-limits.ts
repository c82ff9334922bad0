import { check, evaluate } from '../formula/index.js'
import { methodNames, type Values } from './compute-method.js'
import { formatNumber, formatUnit } from '../units/index.js'
import type { Method, MethodInput } from './content.js'

/** The limits of an expanded method that its values do not keep; what cannot be known breaks none. */
export function brokenLimits(method: Method, values: Values): Method['limits'] {
  const names = methodNames(method)
  return method.limits.filter(({ when }) => {
    const checked = check(when, names, 'truth')
    if ('problem' in checked) return false
    return evaluate(checked.typed, (name) => values.get(name) ?? null).value === false
  })
}

/** Inputs whose value lies outside the range for which the method was made. */
export function outsideRange(method: Method, values: Values): readonly MethodInput[] {
  return method.inputs.filter(({ name, range }) => {
    const value = values.get(name) ?? null
    if (value === null || range === undefined) return false
    // A conversion of units may leave the last bit.
    const slack = 1e-9 * Math.max(Math.abs(range.min ?? 0), Math.abs(range.max ?? 0))
    return value < (range.min ?? -Infinity) - slack || value > (range.max ?? Infinity) + slack
  })
}

/** What the message about such an input says. */
export function rangeArgs(
  { name, label, unit, show, range = {} }: MethodInput,
  value: number,
): Readonly<Record<'input' | 'label' | 'label-vi' | 'written' | 'range', string>> {
  const shown = (number: number): string =>
    show === '%'
      ? `${formatNumber(number * 100, { lang: 'en', digits: 6 })} %`
      : `${formatNumber(number, { lang: 'en', digits: 6 })} ${formatUnit(unit, 'en')}`.trim()
  const { min, max } = range
  const ends =
    min !== undefined && max !== undefined
      ? `${shown(min)} … ${shown(max)}`
      : min !== undefined
        ? `≥ ${shown(min)}`
        : `≤ ${shown(max ?? 0)}`
  return { input: name, label: label.en, 'label-vi': label.vi, written: shown(value), range: ends }
}
