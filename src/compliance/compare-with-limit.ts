import type { Ledger } from '../formula/index.js'
import type { LimitCheck, Unchecked } from '../model/compliance.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import { convert, dimensionsEqual, parseUnit } from '../units/index.js'
import type { ApplicableLimit } from './limits.js'

/** A result of a laboratory. */
export type Result = {
  readonly at: string
  /** What is sampled, as its owner calls it. */
  readonly place: Text
  readonly parameter: string
  readonly name: Text
  readonly date: string | undefined
  readonly result: Quantity
}

/**
 * A result beside a limit: both as figures in the unit of the result, and their quotient. A reason where they cannot
 * be compared: another kind of unit, or a load per product.
 */
export function compareWithLimit(
  about: Result,
  limit: ApplicableLimit,
  ledger: Ledger,
): Omit<LimitCheck, 'notChecked'> | Extract<Unchecked['why'], 'unit' | 'load'> {
  const { at, parameter, name, date, result } = about
  if (limit.basis !== 'concentration') return 'load'
  const unit = parseUnit(limit.unit === '-' || limit.unit === '' ? '1' : limit.unit)
  if (!('unit' in unit) || !dimensionsEqual(unit.unit.dimension, result.unit.dimension)) return 'unit'
  const bound = convert(limit.value, unit.unit, result.unit)
  if (bound === undefined) return 'unit'
  const value = valueFigure(about, ledger)
  const key = `compliance.${limit.id}.${pointerTail(result.at)}`
  const limitId = ledger.add({
    id: `${key}.limit`,
    label: { en: `${name.en}: limit`, vi: `${name.vi}: giới hạn` },
    value: bound,
    unit: result.unit.text,
    ...(limit.written === undefined
      ? { kind: 'factor' as const }
      : { kind: 'input' as const, at: limit.written.at, written: limit.written.written }),
    source: limit.source,
  }).id
  const share = ledger.derive({
    id: `${key}.share`,
    label: { en: `${name.en} ÷ limit`, vi: `${name.vi} ÷ giới hạn` },
    unit: '1',
    show: '%',
    formula: 'value / limit',
    uses: { value, limit: limitId },
  }).id
  const sd = ledger.get(value)?.sd ?? 0
  return {
    at,
    parameter,
    name,
    ...(date !== undefined && { date }),
    side: limit.side,
    value,
    limit: limitId,
    share,
    verdict: verdictOf(result, sd, bound, limit.side),
    origin: limit.origin,
    regulation: limit.regulation,
    clause: limit.clause,
    status: limit.status,
    evidence: limit.evidence,
    note: limit.note,
    url: limit.url,
  }
}

/** The result as it was reported; each enters the ledger once, however many limits it has. */
function valueFigure({ name, place, result }: Result, ledger: Ledger): string {
  const id = resultFigure(result)
  if (ledger.has(id)) return id
  const { value, unit, basis, source, written, plusMinus } = result
  const sd =
    plusMinus === undefined
      ? undefined
      : plusMinus.kind === 'relative'
        ? Math.abs(value) * plusMinus.value
        : plusMinus.value
  return ledger.add({
    id,
    label: { en: `${name.en}: ${place.en}`, vi: `${name.vi}: ${place.vi}` },
    value,
    unit: unit.text,
    kind: 'input',
    ...(sd !== undefined && { sd }),
    ...(basis !== undefined && { basis }),
    ...(source !== undefined && { source }),
    at: result.at,
    written,
  }).id
}

/** The figure of a result of a laboratory. */
export function resultFigure({ at }: Quantity): string {
  return `compliance.result.${pointerTail(at)}`
}

/** `/analyses/1/values/cod` → `1.cod`: as unique as the place in the input. */
function pointerTail(pointer: string): string {
  return pointer
    .split('/')
    .slice(2)
    .filter((key) => key !== 'values')
    .join('.')
}

/** Twice the standard uncertainty must lie on one side of the limit; below a detection limit is at most that. */
function verdictOf(result: Quantity, sd: number, limit: number, side: 'max' | 'min'): LimitCheck['verdict'] {
  const above = result.value - limit
  if (result.below === true) return side === 'max' && above <= 0 ? 'within' : 'unclear'
  if (Math.abs(above) < 2 * sd) return 'unclear'
  return (side === 'max' ? above <= 0 : above >= 0) ? 'within' : 'exceeds'
}
