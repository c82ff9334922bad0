import { OFFERED, type Calculation } from '../properties/offered.js'
import { compile, type NameType } from './compile.js'
import { parseFormula } from './parse-formula.js'
import { typedParts, type Typed } from './typed.js'

/** The formula of a property that a workbook can follow, over the values it is given; `undefined` where there is none. */
export function liveForm(name: string, args: readonly Typed[]): Typed | undefined {
  const offered = OFFERED.get(name)
  if (offered?.live === undefined) return undefined
  const body = bodyOf(
    name,
    offered.live,
    offered.takes.map(([parameter]) => parameter),
  )
  return withValues(
    body,
    new Map(offered.takes.map(([parameter], index) => [parameter, args[index] as Typed])),
  )
}

/** The calculation whose result a workbook has to take over as a number, where the formula holds one. */
export function calculationIn(typed: Typed): Calculation | undefined {
  const offered = typed.kind === 'call' ? OFFERED.get(typed.name) : undefined
  if (offered !== undefined && offered.live === undefined) return offered.calculation
  for (const part of typedParts(typed)) {
    const found = calculationIn(part)
    if (found !== undefined) return found
  }
  return undefined
}

const bodies = new Map<string, Typed>()

function bodyOf(name: string, text: string, parameters: readonly string[]): Typed {
  const known = bodies.get(name)
  if (known !== undefined) return known
  const plain: NameType = { text: '1', dimension: {}, scale: 1, offset: 0 }
  const parsed = parseFormula(text)
  const compiled =
    'ast' in parsed ? compile(parsed.ast, new Map(parameters.map((one) => [one, plain]))) : parsed
  if ('problem' in compiled) throw new Error(`the formula of "${name}" does not hold`)
  bodies.set(name, compiled.typed)
  return compiled.typed
}

function withValues(typed: Typed, values: ReadonlyMap<string, Typed>): Typed {
  const put = (part: Typed): Typed => withValues(part, values)
  switch (typed.kind) {
    case 'name':
      return values.get(typed.name) ?? typed
    case 'negate':
    case 'not':
      return { ...typed, of: put(typed.of) }
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return { ...typed, left: put(typed.left), right: put(typed.right) }
    case 'call':
      return { ...typed, args: typed.args.map(put) }
    default:
      return typed
  }
}
