import type { Unit } from '../model/unit.js'

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '^'
export type Comparison = '<' | '>' | '<=' | '>=' | '==' | '!='

/** Place of a node in the text of the formula: from `start`, `length` characters. */
export type Place = { readonly start: number; readonly length: number }

/** What a formula says, as it was written: no units resolved, nothing looked up. */
export type Ast = Place &
  (
    | { readonly kind: 'number'; readonly value: number; readonly unit?: Unit }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'truth'; readonly value: boolean }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'negate'; readonly of: Ast }
    | { readonly kind: 'not'; readonly of: Ast }
    | {
        readonly kind: 'arithmetic'
        readonly op: ArithmeticOperator
        readonly left: Ast
        readonly right: Ast
      }
    | { readonly kind: 'compare'; readonly op: Comparison; readonly left: Ast; readonly right: Ast }
    | { readonly kind: 'logic'; readonly op: 'and' | 'or'; readonly left: Ast; readonly right: Ast }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Ast[] }
  )

/** The parts of a node, in the order in which they stand. */
export function partsOf(ast: Ast): readonly Ast[] {
  switch (ast.kind) {
    case 'negate':
    case 'not':
      return [ast.of]
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return [ast.left, ast.right]
    case 'call':
      return ast.args
    default:
      return []
  }
}

/** The names that a formula reads, each once, in the order in which they first appear. */
export function needs(ast: Ast): readonly string[] {
  const names = new Set<string>()
  const visit = (node: Ast): void => {
    if (node.kind === 'name') names.add(node.name)
    else partsOf(node).forEach(visit)
  }
  visit(ast)
  return [...names]
}
