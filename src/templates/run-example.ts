import { currencyOf } from '../units/index.js'
import { applicableMethod, computeMethod, literalIn, parseLiteral, type Values } from './compute-method.js'
import type { Method, MethodExample } from './content.js'
import { expandMethod, rowName } from './expand-method.js'

/** A worked example carried out, or the part of it that does not fit the method. */
export type ExampleRun =
  { readonly method: Method; readonly values: Values } | { readonly wrong: string; readonly expected: string }

/** The currency of the money in an example; the first of them decides. */
export function currencyIn(given: MethodExample['given']): string | undefined {
  for (const text of Object.values(given).flat()) {
    const currency = currencyOf(parseLiteral(text)?.unit.dimension ?? {})
    if (currency !== undefined) return currency
  }
  return undefined
}

/** Calculates a worked example of a method: what its tests compare and its reference page prints. */
export function runExample(method: Method, { given }: Pick<MethodExample, 'given'>): ExampleRun {
  const rows = new Map<string, number>()
  for (const { name, rows: group } of method.inputs)
    if (group !== undefined) rows.set(group, given[name]?.length ?? 1)
  const currency = currencyIn(given)
  const expanded = expandMethod(method, { rows, ...(currency !== undefined && { currency }) })
  if ('detail' in expanded) return { wrong: expanded.detail, expected: expanded.step }
  const literals = new Map(
    method.inputs.flatMap(({ name }) => {
      const written = given[name] ?? []
      return written.map((text, at) => [rowName(name, at + 1, written.length), text] as const)
    }),
  )
  const plain = applicableMethod(expanded, (name) => literals.has(name))
  const values = new Map<string, number>()
  for (const { name, unit } of plain.inputs) {
    const written = literals.get(name)
    const value = written === undefined ? undefined : literalIn(written, unit)
    if (value === undefined) return { wrong: `${name}: ${written ?? '?'}`, expected: `${name} (${unit})` }
    values.set(name, value)
  }
  const computed = computeMethod(plain, values)
  return 'step' in computed
    ? { wrong: computed.detail, expected: computed.step }
    : { method: plain, values: computed }
}
