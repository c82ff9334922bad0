import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A type or a schema reduced to what both can say: `number|null` for plain values, `{ list }`, `{ map }`,
 * `{ any }` for alternatives that are no plain values, and `{ fields }` where an optional key ends in `?`.
 */
export type Shape =
  | string
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly any: readonly Shape[] }
  | { readonly fields: { readonly [key: string]: Shape } }

/** The text of every exported type in src/model, as tokens. */
export type ModelTypes = ReadonlyMap<string, readonly string[]>

const TOKEN = /'[^']*'|[A-Za-z_][A-Za-z0-9_]*|\d+|[{}[\]()<>|&:;,?=]/g

/** Reads the type declarations of a folder; comments and code are passed over. */
export function modelTypes(folder: string): ModelTypes {
  const types = new Map<string, readonly string[]>()
  for (const file of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    const tokens = text.match(TOKEN) ?? []
    for (const [i, token] of tokens.entries()) {
      const name = tokens[i + 2]
      if (token !== 'export' || tokens[i + 1] !== 'type' || name === undefined || tokens[i + 3] !== '=')
        continue
      types.set(name, tokens.slice(i + 4))
    }
  }
  return types
}

/** Alternatives in one order, plain ones joined, so that it does not matter who wrote them how. */
export function eitherOf(shapes: readonly Shape[]): Shape {
  const plain = shapes.filter((shape) => typeof shape === 'string').flatMap((shape) => shape.split('|'))
  const rest = shapes
    .filter((shape) => typeof shape !== 'string')
    .flatMap((shape) => ('any' in shape ? shape.any : [shape]))
  const joined = [...new Set(plain)].sort().join('|')
  if (rest.length === 0) return joined
  if (rest.length === 1 && joined === '') return rest[0] ?? joined
  return { any: [...(joined === '' ? [] : [joined]), ...rest] }
}

/** The shape of an exported type of the model, with every name it uses written out. */
export function typeShape(name: string, types: ModelTypes): Shape {
  const tokens = types.get(name)
  if (tokens === undefined) return name
  return parser(tokens, types).type()
}

type Parser = { readonly type: () => Shape }

function parser(tokens: readonly string[], types: ModelTypes): Parser {
  let at = 0
  const peek = (): string => tokens[at] ?? ''
  const take = (): string => tokens[at++] ?? ''
  const skip = (token: string): boolean => peek() === token && take() !== ''

  const type = (): Shape => {
    skip('|')
    const shapes = [both()]
    while (skip('|')) shapes.push(both())
    return eitherOf(shapes)
  }
  const both = (): Shape => {
    let shape = many()
    while (skip('&')) shape = { fields: { ...fieldsIn(shape), ...fieldsIn(many()) } }
    return shape
  }
  const many = (): Shape => {
    let shape = single()
    while (peek() === '[' && tokens[at + 1] === ']') {
      at += 2
      shape = { list: shape }
    }
    return shape
  }
  const single = (): Shape => {
    const token = take()
    if (token === 'readonly') return many()
    if (token === '{') return record()
    if (token !== '(') return named(token)
    const inner = type()
    take()
    return inner
  }
  const record = (): Shape => {
    const fields: Record<string, Shape> = {}
    while (peek() !== '}' && peek() !== '') {
      skip('readonly')
      const key = take()
      const mark = skip('?') ? '?' : ''
      take()
      fields[key + mark] = type()
      skip(';')
    }
    take()
    return { fields }
  }
  const named = (token: string): Shape => {
    if (!skip('<')) return types.has(token) ? typeShape(token, types) : token
    const given = [type()]
    while (skip(',')) given.push(type())
    take()
    return generic(token, given)
  }
  return { type }
}

function generic(name: string, [first = '', second = '']: readonly Shape[]): Shape {
  if (name === 'Readonly') return first
  if (name === 'Partial') {
    const optional = Object.entries(fieldsIn(first)).map(([key, shape]) => [key.replace(/\??$/, '?'), shape])
    return { fields: Object.fromEntries(optional) as Record<string, Shape> }
  }
  if (name !== 'Record' || first === 'string') return { map: second }
  const keys = typeof first === 'string' ? first.split('|') : []
  return { fields: Object.fromEntries(keys.map((key) => [key.replaceAll("'", ''), second])) }
}

function fieldsIn(shape: Shape): Readonly<Record<string, Shape>> {
  return typeof shape === 'object' && 'fields' in shape ? shape.fields : {}
}
