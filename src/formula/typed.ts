import type { ArithmeticOperator, Comparison } from './ast.js'

/**
 * A formula with its units settled: every name stands for a plain number in its own unit, every conversion is a
 * visible `*`, `/`, `+` or `-` with a constant. What the engine computes and the workbook shows is this tree.
 */
export type Typed =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly of: Typed }
  | { readonly kind: 'not'; readonly of: Typed }
  | {
      readonly kind: 'arithmetic'
      readonly op: ArithmeticOperator
      readonly left: Typed
      readonly right: Typed
    }
  | { readonly kind: 'compare'; readonly op: Comparison; readonly left: Typed; readonly right: Typed }
  | { readonly kind: 'logic'; readonly op: 'and' | 'or'; readonly left: Typed; readonly right: Typed }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Typed[] }
  /** Whether all these names have a number: only in guards, never in what a person wrote. */
  | { readonly kind: 'known'; readonly names: readonly string[] }

export function typedNumber(value: number): Typed {
  return { kind: 'number', value }
}

export function arithmetic(op: ArithmeticOperator, left: Typed, right: Typed): Typed {
  return { kind: 'arithmetic', op, left, right }
}

export function typedCall(name: string, ...args: readonly Typed[]): Typed {
  return { kind: 'call', name, args }
}

/** The parts of a node, in the order in which they stand. */
export function typedParts(typed: Typed): readonly Typed[] {
  switch (typed.kind) {
    case 'negate':
    case 'not':
      return [typed.of]
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return [typed.left, typed.right]
    case 'call':
      return typed.args
    default:
      return []
  }
}

/** `a and b and c` as one list. */
export function logicParts(typed: Typed, op: 'and' | 'or'): readonly Typed[] {
  const found: Typed[] = []
  let rest = typed
  for (; rest.kind === 'logic' && rest.op === op; rest = rest.left)
    found.unshift(...logicParts(rest.right, op))
  return [rest, ...found]
}
