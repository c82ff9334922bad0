import type { Unit } from '../model/unit.js'
import { parseUnit, UNIT_ONE } from './parse-unit.js'
import type { UnitOptions } from './parse-unit.js'
import type { QuantityProblem } from './quantity-problem.js'

/** A piece of the text with its place. */
export type Piece = { readonly text: string; readonly start: number }
export type Refused = { readonly problem: QuantityProblem }

/** The number-like run at the beginning: whatever a person may have meant as one number. */
export const RUN = /^[-+\u2212]?\s?(?:[.,]?\d(?:[\s.,_'’]{0,2}\d)*[.,]?(?:[eE][-+]?\d+)?)(?!\p{N})/u
export const PLUS_MINUS = /±|\+\s?\/\s?[-\u2212]|\+[-\u2212]/u
export function piece(text: string, start: number): Piece {
  const trimmed = text.trimStart()
  return { text: trimmed.trimEnd(), start: start + text.length - trimmed.length }
}

export function refuse(
  kind: QuantityProblem['kind'],
  written: string,
  at: Piece,
  more: Partial<Pick<QuantityProblem, 'expected' | 'readings' | 'unit'>> = {},
): Refused {
  return { problem: { kind, written, part: at.text, start: at.start, length: at.text.length, ...more } }
}

/** The place of a faulty piece of a unit within the text as it was written. */
function unitRefused(written: string, at: Piece, unit: NonNullable<QuantityProblem['unit']>): Refused {
  const inside = at.text.indexOf(unit.part)
  const part = inside < 0 || unit.part === '' ? at : { text: unit.part, start: at.start + inside }
  return refuse('unit', written, part, { unit })
}

export function readUnit(
  written: string,
  at: Piece,
  options: UnitOptions,
): { readonly unit: Unit } | Refused {
  if (at.text === '') return { unit: UNIT_ONE }
  const parsed = parseUnit(at.text, options)
  return 'unit' in parsed ? parsed : unitRefused(written, at, parsed.problem)
}
