import type { Quantity } from '../model/quantity.js'
import type { Unit } from '../model/unit.js'
import { convertDifference } from './convert.js'
import { parseNumber } from './parse-number.js'
import type { UnitOptions } from './parse-unit.js'
import { piece, PLUS_MINUS, readUnit, refuse, RUN } from './quantity-text.js'
import type { Piece, Refused } from './quantity-text.js'

export type Spread = { readonly plusMinus: NonNullable<Quantity['plusMinus']>; readonly unit: Unit }

/** Reads what stands after `±`. Without a unit before it, `14 500 ± 200 t/yr`, its unit is that of the value too. */
export function readSpread(
  written: string,
  unitPiece: Piece,
  after: Piece,
  options: UnitOptions,
): Spread | Refused {
  const run = RUN.exec(after.text)?.[0] ?? ''
  const number = parseNumber(run)
  const expected = 'problem' in number ? number.problem.readings[0] : undefined
  if ('problem' in number || number.value < 0) {
    const at = run === '' ? after : piece(run, after.start)
    return refuse('uncertainty', written, at, expected === undefined ? {} : { expected })
  }
  const own = piece(after.text.slice(run.length), after.start + run.length)
  const second = PLUS_MINUS.exec(own.text)
  if (second !== null)
    return refuse('uncertainty', written, { text: second[0], start: own.start + second.index })
  const percent = /^(?:%|percent|phần trăm)\s*/u.exec(own.text)
  const relative = { kind: 'relative', value: number.value / 100 } as const
  if (unitPiece.text === '' && percent !== null) {
    const unit = readUnit(
      written,
      piece(own.text.slice(percent[0].length), own.start + percent[0].length),
      options,
    )
    return 'problem' in unit ? unit : { plusMinus: relative, unit: unit.unit }
  }
  const unit = readUnit(written, unitPiece.text === '' ? own : unitPiece, options)
  if ('problem' in unit) return unit
  // `8 % ± 1 %` is 7 to 9 %, as people mean it; a percentage of any other unit is relative.
  if (percent !== null && percent[0].trimEnd() === own.text && unit.unit.text !== '%')
    return { plusMinus: relative, unit: unit.unit }
  if (own.text === '' || unitPiece.text === '')
    return { plusMinus: { kind: 'absolute', value: number.value }, unit: unit.unit }
  const spreadUnit = readUnit(written, own, options)
  if ('problem' in spreadUnit) return spreadUnit
  const value = convertDifference(number.value, spreadUnit.unit, unit.unit)
  if (value === undefined) return refuse('uncertainty', written, own, { expected: unit.unit.text })
  return { plusMinus: { kind: 'absolute', value }, unit: unit.unit }
}
