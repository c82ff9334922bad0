import type { Diagnostic, Pointer } from '../model/diagnostic.js'
import type { Entry } from './entry.js'
import type { InLanguages } from './words-of-args.js'
import { balance } from './codes/balance.js'
import { benchmarkCodes } from './codes/benchmarks.js'
import { bugs } from './codes/bugs.js'
import { claims } from './codes/claims.js'
import { content } from './codes/content.js'
import { evaluation } from './codes/evaluation.js'
import { factorCodes } from './codes/factors.js'
import { factoryEntries } from './codes/factory-entries.js'
import { factoryRows } from './codes/factory-rows.js'
import { factoryValues } from './codes/factory-values.js'
import { gates } from './codes/gates.js'
import { indicatorCodes } from './codes/indicators.js'
import { load } from './codes/load.js'
import { methodCodes } from './codes/methods.js'
import { normalisation } from './codes/normalisation.js'
import { plausibility } from './codes/plausibility.js'
import { reconciliation } from './codes/reconciliation.js'
import { shape } from './codes/shape.js'
import { targetCodes } from './codes/targets.js'
import { units } from './codes/units.js'
import { workbook } from './codes/workbook.js'
import { writing } from './codes/writing.js'

/** Every code recp can say. A stage that needs a new one adds it to the file of its family in `codes/`. */
export const catalogue = {
  ...load,
  ...workbook,
  ...shape,
  ...units,
  ...plausibility,
  ...factoryValues,
  ...factoryRows,
  ...factoryEntries,
  ...writing,
  ...normalisation,
  ...balance,
  ...reconciliation,
  ...indicatorCodes,
  ...factorCodes,
  ...targetCodes,
  ...benchmarkCodes,
  ...evaluation,
  ...claims,
  ...methodCodes,
  ...content,
  ...gates,
  ...bugs,
} as const

export type Code = keyof typeof catalogue

type ArgsOf<C extends Code> = (typeof catalogue)[C] extends Entry<infer A> ? A : never

/** A diagnostic with the arguments its words need. */
export function diagnose<C extends Code>(
  code: C,
  at: Pointer,
  args: ArgsOf<C> & InLanguages<ArgsOf<C>>,
  also: readonly Pointer[] = [],
): Diagnostic {
  return also.length > 0 ? { code, at, args, also } : { code, at, args }
}

/** The entry of a code, whatever its arguments; `undefined` for a code nobody knows. */
export function entryOf(code: string): Entry<Readonly<Record<string, string | number>>> | undefined {
  return Object.hasOwn(catalogue, code)
    ? (catalogue[code as Code] as unknown as Entry<Readonly<Record<string, string | number>>>)
    : undefined
}
