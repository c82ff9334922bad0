import { dimensionsEqual } from '../units/index.js'
import type { Ast } from './ast.js'
import { express, fromZero, isBareZero, isDimensionless, PLAIN, timesFactor } from './measure.js'
import type { Measure, Measured, Sort } from './measure.js'
import { problem, type Problem } from './problem.js'
import type { Typed } from './typed.js'

/** Sub-formulas brought to one unit. */
export type Aligned = Measure & { readonly sort: Sort; readonly typed: readonly Typed[] }

export function isProblem<T extends object>(value: T | Problem): value is Problem {
  return 'problem' in value
}

export function spoken(sort: Sort): string {
  return sort === 'number' ? 'a number' : sort === 'text' ? 'a text' : 'true or false'
}

export function needNumber(value: Measured | Problem, ast: Ast, op: string): Measured | Problem {
  if (isProblem(value) || value.sort === 'number') return value
  return problem('needs-sort', ast, { op, expected: spoken('number'), found: spoken(value.sort) })
}

/** All values as numbers, or the first problem. */
export function numbers(
  values: readonly (Measured | Problem)[],
  asts: readonly Ast[],
  op: string,
): readonly Measured[] | Problem {
  const found: Measured[] = []
  for (const [index, value] of values.entries()) {
    const number = isProblem(value) ? value : needNumber(value, asts[index] as Ast, op)
    if (isProblem(number)) return number
    found.push(number)
  }
  return found
}

/** A number without dimension, scaled to 1. */
export function plainNumber(value: Measured | Problem, ast: Ast, op: string): Measured | Problem {
  const number = needNumber(value, ast, op)
  if (isProblem(number)) return number
  if (!isDimensionless(number)) {
    return problem('needs-dimension', ast, { op, expected: {}, found: number.dimension })
  }
  return { ...PLAIN, sort: 'number', typed: timesFactor(number.typed, number.scale) }
}

/**
 * Brings values to the unit of `target`, else of the first that has one (a bare 0 has none). Points of one
 * scale stay points; a point beside a plain quantity is counted from zero.
 */
export function align(
  values: readonly Measured[],
  asts: readonly Ast[],
  op: string,
  target?: Measure,
): Aligned | Problem {
  const leader = values.find((value) => !isBareZero(value)) ?? values[0]
  if (!leader) throw new Error('there is nothing to align')
  const allPoints = values.every((value) => value.offset !== 0)
  const sides = allPoints ? values : values.map(fromZero)
  const measure: Measure = target ?? (allPoints ? leader : { ...leader, offset: 0 })
  const typed: Typed[] = []
  for (const [index, side] of sides.entries()) {
    const wrong = mismatch(side, leader, asts[index] as Ast, op)
    if (wrong) return wrong
    typed.push(side.sort !== 'number' || isBareZero(side) ? side.typed : express(side, measure))
  }
  const difference = sides.some((side) => side.difference)
  const { dimension, scale, offset } = measure
  return { dimension, scale, offset, sort: leader.sort, typed, ...(difference && { difference }) }
}

function mismatch(side: Measured, leader: Measured, ast: Ast, op: string): Problem | undefined {
  if (side.sort !== leader.sort) {
    return problem('needs-sort', ast, { op, expected: spoken(leader.sort), found: spoken(side.sort) })
  }
  const zero = isBareZero(side) && leader.offset === 0
  if (zero || dimensionsEqual(side.dimension, leader.dimension)) return undefined
  return problem('dimension', ast, { op, left: leader.dimension, right: side.dimension })
}
