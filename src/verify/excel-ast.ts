/** A formula of a workbook as a tree. References are resolved when they are evaluated. */
export type ExcelAst =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string }
  /** `'Sheet'!A1` or `A1:B9`; no sheet is the sheet of the formula. */
  | { readonly kind: 'range'; readonly sheet?: string; readonly area: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unary'; readonly op: '-' | '+' | '%'; readonly of: ExcelAst }
  | { readonly kind: 'binary'; readonly op: Operator; readonly left: ExcelAst; readonly right: ExcelAst }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly ExcelAst[] }

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>='

type Token = { readonly kind: string; readonly text: string }

const PATTERNS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['space', /\s+/y],
  ['number', /\d+(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?/iy],
  ['text', /"(?:[^"]|"")*"/y],
  ['error', /#(?:DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|NULL!)/y],
  [
    'range',
    /(?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\d_.]*!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\p{L}\d_(])/uy,
  ],
  ['word', /[\p{L}_][\p{L}\d_.]*/uy],
  ['operator', /<>|<=|>=|[-+*/^&=<>%(),]/y],
]

function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < formula.length) {
    const found = PATTERNS.map(([kind, pattern]) => {
      pattern.lastIndex = at
      return { kind, text: pattern.exec(formula)?.[0] ?? '' }
    }).find(({ text }) => text !== '')
    if (found === undefined) throw new SyntaxError(`"${formula.slice(at, at + 12)}" cannot be read`)
    if (found.kind !== 'space') tokens.push(found)
    at += found.text.length
  }
  return tokens
}

/** How tightly an operator binds, as Excel has it: all from the left, also powers. */
const BINDING: Readonly<Record<Operator, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
}

/** A sign binds more tightly than a power in Excel: `-2^2` is 4. */
const SIGN = 6

/** Deeper nesting than any sheet of ours has. */
const DEEPEST = 200

/** Reads a formula without its `=`. Throws a SyntaxError for what the workbooks of recp never hold. */
export function parseExcel(formula: string): ExcelAst {
  const tokens = tokensOf(formula)
  let at = 0
  let depth = 0
  const peek = (): string => tokens[at]?.text ?? ''
  const expect = (text: string): void => {
    if (peek() !== text) throw new SyntaxError(`"${text}" is missing before "${peek()}"`)
    at += 1
  }

  const expression = (least: number): ExcelAst => {
    depth += 1
    if (depth > DEEPEST) throw new SyntaxError('the formula is nested too deeply')
    let left = prefix()
    for (;;) {
      if (peek() === '%') {
        at += 1
        left = { kind: 'unary', op: '%', of: left }
        continue
      }
      const op = peek() as Operator
      const binding = tokens[at]?.kind === 'operator' ? BINDING[op] : undefined
      if (binding === undefined || binding < least) break
      at += 1
      left = { kind: 'binary', op, left, right: expression(binding + 1) }
    }
    depth -= 1
    return left
  }

  const prefix = (): ExcelAst => {
    const token = tokens[at]
    if (token === undefined) throw new SyntaxError('the formula ends too early')
    at += 1
    if (token.text === '-' || token.text === '+')
      return { kind: 'unary', op: token.text, of: expression(SIGN) }
    if (token.text === '(') {
      const inner = expression(0)
      expect(')')
      return inner
    }
    return token.kind === 'word' ? word(token.text) : atom(token)
  }

  const word = (text: string): ExcelAst => {
    const name = text.toUpperCase()
    if (peek() !== '(') {
      return name === 'TRUE' || name === 'FALSE'
        ? { kind: 'truth', value: name === 'TRUE' }
        : { kind: 'name', name: text }
    }
    at += 1
    const args: ExcelAst[] = []
    while (peek() !== ')') {
      if (args.length > 0) expect(',')
      args.push(expression(0))
    }
    expect(')')
    return { kind: 'call', name, args }
  }

  const tree = expression(0)
  if (at < tokens.length) throw new SyntaxError(`"${peek()}" stands where the formula should end`)
  return tree
}

function atom({ kind, text }: Token): ExcelAst {
  if (kind === 'number') return { kind: 'number', value: Number(text) }
  if (kind === 'text') return { kind: 'text', value: text.slice(1, -1).replaceAll('""', '"') }
  if (kind === 'error') return { kind: 'error', value: text }
  if (kind !== 'range') throw new SyntaxError(`"${text}" stands where a value should`)
  const split = text.lastIndexOf('!')
  const area = text.slice(split + 1).replaceAll('$', '')
  if (split < 0) return { kind: 'range', area }
  const sheet = text.slice(0, split)
  return {
    kind: 'range',
    area,
    sheet: sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet,
  }
}
