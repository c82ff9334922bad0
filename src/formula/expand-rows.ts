import { partsOf, type Ast } from './ast.js'
import { problem, type Problem } from './problem.js'

/** A name that stands for several values: its rows, which belong together by `group`. */
export type Series = { readonly group: string; readonly count: number }

/** Which names have rows, and the row a formula is calculated for; none for a formula that is calculated once. */
export type Rows = {
  readonly series: ReadonlyMap<string, Series>
  readonly row?: { readonly group: string; readonly index: number }
  /** What the value of a name in a row is called, counted from 1. */
  readonly nameOf: (name: string, index: number) => string
}

/**
 * Puts plain names in the place of names with rows. In the formula of a row such a name is that of the same row. The
 * `sum` of something takes all rows of it, and so do `min` and `max` of one value; there `here(x)` is still `x` of
 * the own row. `previous(x, first)` is `x` of the row before, `first` in the first row; `count(x)` the number of
 * rows. The answer has neither rows nor these functions, so every reading of a formula can follow.
 */
export function expandRows(ast: Ast, rows: Rows): Ast | Problem {
  if (ast.kind === 'name') return rowName(ast, rows)
  if (ast.kind === 'call') return expandCall(ast, rows)
  return mapParts(ast, (part) => expandRows(part, rows))
}

/** The node with its parts put through `change`, or the first problem that it meets. */
function mapParts(ast: Ast, change: (part: Ast) => Ast | Problem): Ast | Problem {
  const parts: Ast[] = []
  for (const part of partsOf(ast)) {
    const changed = change(part)
    if ('problem' in changed) return changed
    parts.push(changed)
  }
  const [first = ast, second = first] = parts
  if (ast.kind === 'negate' || ast.kind === 'not') return { ...ast, of: first }
  if (ast.kind === 'call') return { ...ast, args: parts }
  if (ast.kind === 'arithmetic' || ast.kind === 'compare' || ast.kind === 'logic')
    return { ...ast, left: first, right: second }
  return ast
}

type Call = Ast & { readonly kind: 'call' }

function rowName(ast: Ast & { readonly kind: 'name' }, { series, row, nameOf }: Rows): Ast | Problem {
  const found = series.get(ast.name)
  if (found === undefined) return ast
  if (row?.group !== found.group) return problem('rows-unsummed', ast, { name: ast.name })
  return { ...ast, name: nameOf(ast.name, row.index) }
}

function expandCall(call: Call, rows: Rows): Ast | Problem {
  if (call.name === 'count') return counted(call, rows)
  if (call.name === 'here') return expandRows(call.args[0] as Ast, rows)
  if (call.name === 'previous') return previous(call, rows)
  if (!gathers(call)) return mapParts(call, (arg) => expandRows(arg, rows))
  const args: Ast[] = []
  for (const arg of call.args) {
    const series = seriesIn(arg, rows)
    for (const one of series === undefined ? [expandRows(arg, rows)] : eachRow(arg, series, rows)) {
      if ('problem' in one) return one
      args.push(one)
    }
  }
  const [only] = args
  return args.length === 1 && only ? only : { ...call, args }
}

/** Whether a call runs over rows: `max(x)` does, `max(x, 0)` compares two values of one row. */
function gathers({ name, args }: Call): boolean {
  return name === 'sum' || ((name === 'min' || name === 'max') && args.length === 1)
}

function counted(call: Call, { series }: Rows): Ast | Problem {
  const [of] = call.args as [Ast]
  const found = of.kind === 'name' ? series.get(of.name) : undefined
  if (found === undefined) return problem('rows-none', of, { name: call.name })
  return { kind: 'number', value: found.count, start: call.start, length: call.length }
}

function previous(call: Call, rows: Rows): Ast | Problem {
  const [of, first] = call.args as [Ast, Ast]
  if (rows.row === undefined) return problem('rows-only', call, { name: call.name })
  const { group, index } = rows.row
  return index === 1 ? expandRows(first, rows) : expandRows(of, { ...rows, row: { group, index: index - 1 } })
}

/** The rows that a value inside `sum`, `min` or `max` runs over; what stands in `here` belongs to the own row. */
function seriesIn(ast: Ast, rows: Rows): Series | undefined {
  if (ast.kind === 'name') return rows.series.get(ast.name)
  if (ast.kind === 'call' && (ast.name === 'here' || ast.name === 'count' || gathers(ast))) return undefined
  for (const part of partsOf(ast)) {
    const found = seriesIn(part, rows)
    if (found !== undefined) return found
  }
  return undefined
}

function eachRow(ast: Ast, { group, count }: Series, rows: Rows): readonly (Ast | Problem)[] {
  const own = hereExpanded(ast, rows)
  if ('problem' in own) return [own]
  return Array.from({ length: count }, (_, at) => expandRows(own, { ...rows, row: { group, index: at + 1 } }))
}

/** `here(x)` settled first, for what is left is read in every row. */
function hereExpanded(ast: Ast, rows: Rows): Ast | Problem {
  if (ast.kind === 'call' && ast.name === 'here') return expandRows(ast.args[0] as Ast, rows)
  return mapParts(ast, (part) => hereExpanded(part, rows))
}
