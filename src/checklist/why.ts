import { needs, parseFormula, toText, type Ast } from '../formula/index.js'
import type { Why } from '../model/opportunities.js'
import { judge, type Facts } from './evaluate-condition.js'

type Asking = { readonly facts: Facts; readonly machine: string | undefined }

/**
 * What made a condition true: of `or` only the parts that hold, of `and` all. Each with the value it saw, the limit
 * it was held against, and where that limit comes from.
 */
export function whyTrue(facts: Facts, condition: string, machine: string | undefined): readonly Why[] {
  const parsed = parseFormula(condition)
  return 'ast' in parsed ? reasons({ facts, machine }, parsed.ast, true) : []
}

/** The parts by which a node is what is wanted. */
function reasons(asking: Asking, ast: Ast, wanted: boolean): readonly Why[] {
  if (ast.kind === 'not') return reasons(asking, ast.of, !wanted)
  if (ast.kind !== 'logic') return reasonOf(asking, ast, wanted)
  const sides = [ast.left, ast.right]
  // `a or b` is true by each side that is; `a and b` only by both.
  const needsBoth = (ast.op === 'and') === wanted
  return sides
    .filter((side) => needsBoth || truthOf(asking, side) === wanted)
    .flatMap((side) => reasons(asking, side, wanted))
}

function truthOf({ facts, machine }: Asking, ast: Ast): boolean | null {
  return judge(facts, plain(ast), machine).truth
}

const plain = (ast: Ast): string => toText(ast, (name) => name, 'plain')

const OPPOSITE: Readonly<Record<string, Why['op']>> = {
  '<': '>=',
  '>': '<=',
  '<=': '>',
  '>=': '<',
  '==': '!=',
  '!=': '==',
}

function reasonOf({ facts, machine }: Asking, ast: Ast, wanted: boolean): readonly Why[] {
  const value = (node: Ast): string | null => {
    const [name, ...others] = needs(node)
    if (name === undefined || others.length > 0) return null
    return judge(facts, `${name} == ${name}`, machine).seen[0]?.value ?? null
  }
  if (ast.kind === 'name') {
    return [
      { what: ast.name, value: value(ast), op: '==', limit: wanted ? 'yes' : 'no', limitFrom: 'choice' },
    ]
  }
  if (ast.kind !== 'compare') return []
  const op = wanted ? ast.op : (OPPOSITE[ast.op] ?? ast.op)
  const [compared] = needs(ast.right)
  const source = compared === undefined ? undefined : facts.variables.get(compared, machine)?.source
  return [
    {
      what: plain(ast.left),
      value: value(ast.left),
      op,
      limit:
        compared === undefined
          ? plain(ast.right).replaceAll('"', '')
          : (value(ast.right) ?? plain(ast.right)),
      limitFrom: compared === undefined ? 'choice' : compared.startsWith('benchmark.') ? 'benchmark' : 'site',
      ...(source === undefined ? {} : { source }),
    },
  ]
}
