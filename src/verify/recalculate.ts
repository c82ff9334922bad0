import { areaCells } from './area-cells.js'
import { parseExcel, type ExcelAst, type Operator } from './excel-ast.js'
import {
  DIV,
  EXCEL_FUNCTIONS,
  finite,
  isArea,
  isError,
  NAME,
  numberOf,
  VALUE,
  type Argument,
  type ExcelError,
  type ExcelValue,
} from './excel-functions.js'
import type { StoredBook } from './read-cells.js'

/**
 * Calculates every formula of a workbook anew, from its constants alone; stored results are not looked at.
 * `Sheet!A1` → value, an error as its text. Only the functions that recp writes are known; others give `#NAME?`.
 */
export function recalculate(book: StoredBook): ReadonlyMap<string, number | string | boolean | null> {
  const sheets = new Map(book.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet.cells]))
  const done = new Map<string, ExcelValue>()
  const open = new Set<string>()
  const trees = new Map<string, ExcelAst>()

  const cell = (sheet: string, address: string): ExcelValue => {
    const key = `${sheet}!${address}`.toLowerCase()
    const known = done.get(key)
    if (known !== undefined) return known
    const stored = sheets.get(sheet.toLowerCase())?.get(address)
    if (stored === undefined) return null
    if (stored.formula === undefined) return stored.value
    if (open.has(key)) return { error: '#REF!' }
    open.add(key)
    const value = settled(evaluate(treeOf(stored.formula), sheet))
    open.delete(key)
    done.set(key, value)
    return value
  }

  const treeOf = (formula: string): ExcelAst => {
    const known = trees.get(formula)
    if (known !== undefined) return known
    const tree = readable(formula.replaceAll('_xlfn.', ''))
    trees.set(formula, tree)
    return tree
  }

  const evaluate = (tree: ExcelAst, sheet: string): Argument => {
    switch (tree.kind) {
      case 'number':
      case 'text':
      case 'truth':
        return tree.value
      case 'error':
        return { error: tree.value }
      case 'range':
        return areaCells(tree.area).map((address) => cell(tree.sheet ?? sheet, address))
      case 'name': {
        const target = book.names.get(tree.name)
        return target === undefined ? NAME : evaluate(treeOf(target), sheet)
      }
      case 'unary':
        return unary(tree.op, one(evaluate(tree.of, sheet)))
      case 'binary':
        return binary(tree.op, one(evaluate(tree.left, sheet)), one(evaluate(tree.right, sheet)))
      case 'call':
        return tree.name === 'IF' ? choose(tree.args, sheet) : call(tree, sheet)
    }
  }

  const choose = ([condition, yes, no]: readonly ExcelAst[], sheet: string): Argument => {
    const truth = condition === undefined ? VALUE : numberOf(one(evaluate(condition, sheet)))
    if (typeof truth !== 'number') return truth
    const branch = truth === 0 ? no : yes
    return branch === undefined ? truth !== 0 : evaluate(branch, sheet)
  }

  const call = ({ name, args }: ExcelAst & { readonly kind: 'call' }, sheet: string): ExcelValue =>
    EXCEL_FUNCTIONS.get(name)?.(args.map((arg) => evaluate(arg, sheet))) ?? NAME

  return new Map(
    book.sheets.flatMap(({ name, cells }) =>
      [...cells.keys()].map((address) => {
        const value = cell(name, address)
        return [`${name}!${address}`, isError(value) ? value.error : value] as const
      }),
    ),
  )
}

/** The value of an area that stands for one: its only cell. */
function one(argument: Argument): ExcelValue {
  if (!isArea(argument)) return argument
  return argument.length === 1 ? (argument[0] ?? null) : VALUE
}

/** What a cell shows: an empty result is 0. */
function settled(argument: Argument): ExcelValue {
  return one(argument) ?? 0
}

function readable(formula: string): ExcelAst {
  try {
    return parseExcel(formula)
  } catch (problem) {
    if (problem instanceof SyntaxError) return { kind: 'error', value: NAME.error }
    throw problem
  }
}

function unary(op: '-' | '+' | '%', value: ExcelValue): ExcelValue {
  if (op === '+') return value
  const number = numberOf(value)
  if (typeof number !== 'number') return number
  return op === '-' ? -number : number / 100
}

function binary(op: Operator, left: ExcelValue, right: ExcelValue): ExcelValue {
  if (isError(left)) return left
  if (isError(right)) return right
  if (op === '&') return `${shown(left)}${shown(right)}`
  if (/^[=<>]/.test(op)) return compared(op, order(left, right))
  const [a, b] = [numberOf(left), numberOf(right)]
  if (typeof a !== 'number') return a
  if (typeof b !== 'number') return b
  if (op === '+') return finite(a + b)
  if (op === '-') return finite(a - b)
  if (op === '*') return finite(a * b)
  if (op === '/') return b === 0 ? DIV : finite(a / b)
  return a === 0 && b === 0 ? { error: '#NUM!' } : finite(a ** b)
}

function shown(value: Exclude<ExcelValue, ExcelError>): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value === null ? '' : String(value)
}

/** Excel's order: numbers before texts before truth values; an empty cell takes the kind of the other side. */
function order(left: ExcelValue, right: ExcelValue): number {
  const filled = (value: ExcelValue, other: ExcelValue): ExcelValue =>
    value !== null ? value : typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0
  const [a, b] = [filled(left, right), filled(right, left)]
  const kind = (value: ExcelValue): number => ['number', 'string', 'boolean'].indexOf(typeof value)
  if (kind(a) !== kind(b)) return kind(a) - kind(b)
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()]
    return x < y ? -1 : x > y ? 1 : 0
  }
  return Number(a) - Number(b)
}

function compared(op: Operator, difference: number): boolean {
  switch (op) {
    case '=':
      return difference === 0
    case '<>':
      return difference !== 0
    case '<':
      return difference < 0
    case '>':
      return difference > 0
    case '<=':
      return difference <= 0
    default:
      return difference >= 0
  }
}
