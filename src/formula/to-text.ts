import type { Lang } from '../model/text.js'
import { formatValue } from '../units/format.js'
import type { Ast } from './ast.js'

/** `typographic` for people (× ÷ − ≤ ≥ ≠), `plain` for text that `parseFormula` reads again. */
export type Signs = 'typographic' | 'plain'

const TYPOGRAPHIC: ReadonlyMap<string, string> = new Map([
  ['*', '×'],
  ['/', '÷'],
  ['-', '−'],
  ['<=', '≤'],
  ['>=', '≥'],
  ['==', '='],
  ['!=', '≠'],
])

const BINDS: ReadonlyMap<string, number> = new Map([
  ['or', 1],
  ['and', 2],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['^', 8],
])
const NOT_BINDS = 3
const COMPARISON_BINDS = 4
const MINUS_BINDS = 7
const STANDS = 9

/** The formula on one line, with the fewest parentheses; `label` words the names. */
export function toText(ast: Ast, label: (name: string) => string, signs: Signs = 'typographic'): string {
  return write(ast, {
    label,
    sign: (sign) => (signs === 'plain' ? sign : (TYPOGRAPHIC.get(sign) ?? sign)),
    amount: (value, unit) => (unit === undefined ? String(value) : `${value} ${unit.replace(/^1\//, '/')}`),
  })
}

const LOGIC: Readonly<Record<string, string>> = { and: 'và', or: 'hoặc', not: 'không' }

/** The formula for a reader: numbers, units and the words between them in the language. */
export function toReaderText(ast: Ast, label: (name: string) => string, lang: Lang): string {
  return write(ast, {
    label,
    sign: (sign) => (lang === 'vi' ? LOGIC[sign] : undefined) ?? TYPOGRAPHIC.get(sign) ?? sign,
    amount: (value, unit = '1') => formatValue(value, unit, { lang }),
  })
}

type Words = {
  readonly label: (name: string) => string
  readonly sign: (sign: string) => string
  readonly amount: (value: number, unit?: string) => string
}

function write(ast: Ast, words: Words): string {
  const { label, sign, amount } = words
  const part = (of: Ast, weakest: number): string => {
    const text = write(of, words)
    return bindsOf(of) >= weakest ? text : `(${text})`
  }
  switch (ast.kind) {
    case 'number':
      return amount(ast.value, ast.unit?.text)
    case 'text':
      return `"${ast.value}"`
    case 'truth':
      return String(ast.value)
    case 'name':
      return label(ast.name)
    case 'negate':
      return `${sign('-')}${part(ast.of, MINUS_BINDS)}`
    case 'not':
      return `${sign('not')} ${part(ast.of, NOT_BINDS)}`
    case 'call':
      return `${ast.name}(${ast.args.map((arg) => write(arg, words)).join(', ')})`
    case 'compare':
      return `${part(ast.left, COMPARISON_BINDS + 1)} ${sign(ast.op)} ${part(ast.right, COMPARISON_BINDS + 1)}`
    default: {
      const binds = bindsOf(ast)
      if (ast.op === '^') return `${part(ast.left, binds + 1)}^${part(ast.right, MINUS_BINDS)}`
      return `${part(ast.left, binds)} ${sign(ast.op)} ${part(ast.right, binds + 1)}`
    }
  }
}

function bindsOf(ast: Ast): number {
  if (ast.kind === 'arithmetic' || ast.kind === 'logic') return BINDS.get(ast.op) ?? STANDS
  if (ast.kind === 'compare') return COMPARISON_BINDS
  if (ast.kind === 'not') return NOT_BINDS
  return ast.kind === 'negate' ? MINUS_BINDS : STANDS
}
