import { guard, sameTyped } from './guard.js'
import { liveForm } from './live-form.js'
import { asRanges } from './ranges.js'
import { arithmetic, logicParts, typedCall, typedNumber, type Typed } from './typed.js'

/** Every function that `toExcel` may write. All of them are in spreadsheets since 1997. */
export const EXCEL_FUNCTIONS: ReadonlySet<string> = new Set([
  'ABS',
  'ACOS',
  'AND',
  'ASIN',
  'ATAN',
  'COS',
  'COUNT',
  'EXP',
  'IF',
  'INT',
  'LN',
  'LOG10',
  'MAX',
  'MIN',
  'MOD',
  'NOT',
  'NPER',
  'OR',
  'PI',
  'PMT',
  'PV',
  'RANK',
  'RATE',
  'SIN',
  'SQRT',
  'SUM',
  'TAN',
])

export type ExcelOptions = {
  /** Names whose cell may be empty or show `–`; none when absent. */
  readonly missing?: (name: string) => boolean
  /** True for a figure without value: everything that can fail is guarded, so that its cell shows `–`. */
  readonly guarded?: boolean
}

/** The cell of a name, as the formula has to write it: `B4`, `$B$4`, `'Năng lượng'!B4`. */
export type Address = (name: string) => string

/**
 * A compiled formula as a spreadsheet takes it, without `=`, decimal point and commas whatever the language.
 * Functions that may have no value (payback, IRR …) and names that may be missing give `–`, see `guard`.
 */
export function toExcel(typed: Typed, address: Address, options: ExcelOptions = {}): string {
  const { missing = () => false, guarded = false } = options
  return print(guard(typed, { missing, everything: guarded }), { address, missing }).text
}

type Context = { readonly address: Address; readonly missing: (name: string) => boolean }

/** A piece of formula, how strongly its outermost operator binds, and what it begins with. */
type Printed = { readonly text: string; readonly binds: number; readonly begins?: 'minus' | 'power' }

const COMPARES = 1
const ADDS = 2
const MULTIPLIES = 3
const RAISES = 4
const STANDS = 5

const OPERATOR_BINDS = { '+': ADDS, '-': ADDS, '*': MULTIPLIES, '/': MULTIPLIES, '^': RAISES } as const
const COMPARISONS = { '<': '<', '>': '>', '<=': '<=', '>=': '>=', '==': '=', '!=': '<>' } as const

function print(typed: Typed, context: Context): Printed {
  switch (typed.kind) {
    case 'number':
      return number(typed.value)
    case 'text':
      return stands(`"${typed.value.replaceAll('"', '""')}"`)
    case 'truth':
      return stands(typed.value ? 'TRUE' : 'FALSE')
    case 'name':
      return stands(context.address(typed.name))
    case 'negate': {
      const of = print(typed.of, context)
      // A spreadsheet takes -a^b for (-a)^b.
      const bare = (of.binds === STANDS || of.binds === MULTIPLIES) && !of.begins
      return { text: `-${bare ? of.text : `(${of.text})`}`, binds: MULTIPLIES, begins: 'minus' }
    }
    case 'not':
      return stands(`NOT(${print(typed.of, context).text})`)
    case 'arithmetic':
      return operation(typed, context)
    case 'compare': {
      const [left, right] = [typed.left, typed.right].map((side) => inside(print(side, context), ADDS))
      return { text: `${left}${COMPARISONS[typed.op]}${right}`, binds: COMPARES }
    }
    case 'logic':
      return stands(
        `${typed.op.toUpperCase()}(${logicParts(typed, typed.op)
          .map((part) => print(part, context).text)
          .join(',')})`,
      )
    case 'known':
      return { text: `${counted(typed.names, context)}=${typed.names.length}`, binds: COMPARES }
    case 'call':
      return call(typed.name, typed.args, context)
  }
}

function stands(text: string): Printed {
  return { text, binds: STANDS }
}

/** Shortest digits that read back as the same number, `1E-09` for small and large ones. */
function number(value: number): Printed {
  const text = String(Math.abs(value))
    .replace(/e([+-])(\d)$/, 'e$10$2')
    .toUpperCase()
  return value < 0 ? { text: `-${text}`, binds: MULTIPLIES, begins: 'minus' } : stands(text)
}

function inside(part: Printed, weakest: number): string {
  return part.binds >= weakest ? part.text : `(${part.text})`
}

function operation({ op, left, right }: Typed & { readonly kind: 'arithmetic' }, context: Context): Printed {
  const binds = OPERATOR_BINDS[op]
  const [first, second] = [print(left, context), print(right, context)]
  // Operators of a spreadsheet bind to the left, `^` too; a minus binds closer than `^`.
  const leftText = inside(first, op === '^' ? STANDS : binds)
  const rightText = second.begins === 'minus' ? `(${second.text})` : inside(second, binds + 1)
  const begins = op === '^' ? 'power' : leftText === first.text ? first.begins : undefined
  return { text: `${leftText}${op}${rightText}`, binds, ...(begins && { begins }) }
}

const MOST_ARGUMENTS = 250

function counted(names: readonly string[], context: Context): string {
  return chunks(asRanges(names.map(context.address)))
    .map((part) => `COUNT(${part.join(',')})`)
    .join('+')
}

function chunks(texts: readonly string[]): readonly (readonly string[])[] {
  const count = Math.max(1, Math.ceil(texts.length / MOST_ARGUMENTS))
  return Array.from({ length: count }, (_, index) =>
    texts.slice(index * MOST_ARGUMENTS, (index + 1) * MOST_ARGUMENTS),
  )
}

/** SUM, MIN or MAX over ranges; more arguments than a spreadsheet takes are nested. */
function gathered(name: string, args: readonly Typed[], context: Context): Printed {
  const texts = asRanges(args.map((arg) => print(arg, context).text))
  const parts = chunks(texts).map((part) => `${name}(${part.join(',')})`)
  return stands(parts.length === 1 ? (parts[0] ?? '') : `${name}(${parts.join(',')})`)
}

const SAME_NAME = new Set('if abs sqrt exp ln log10 pi sin cos tan asin acos atan'.split(' '))
const GATHERS = new Set(['sum', 'min', 'max'])

function call(name: string, args: readonly Typed[], context: Context): Printed {
  if (GATHERS.has(name)) return gathered(name.toUpperCase(), args, context)
  if (name === 'rank') return rank(args, context)
  const live = liveForm(name, args)
  if (live !== undefined) return print(live, context)
  const texts = args.map((arg) => print(arg, context).text)
  if (SAME_NAME.has(name)) return stands(`${name.toUpperCase()}(${texts.join(',')})`)
  const [a, b, c, d] = args as [Typed, Typed, Typed, Typed]
  switch (name) {
    case 'floor':
      return stands(`INT(${texts[0]})`)
    case 'ceil':
      return { text: `-INT(${print(minus(a), context).text})`, binds: MULTIPLIES, begins: 'minus' }
    case 'crf':
      return stands(`PMT(${texts[0]},${texts[1]},-1)`)
    case 'npv':
      return operation(difference(presentValue(a, b, minus(c)), d), context)
    case 'irr':
      return stands(
        `RATE(${texts[0]},${texts[1]},${print(minus(c), context).text},${texts[3] ?? '0'},0,${guess(a, b, c, context)})`,
      )
    case 'payback':
      return print(arithmetic('/', atLeastZero(a), b), context)
    case 'discounted_payback':
      return discountedPayback(a, c, d, context)
    default:
      return stands(excel(name, args, context))
  }
}

function excel(name: string, args: readonly Typed[], context: Context): string {
  if (!EXCEL_FUNCTIONS.has(name)) throw new Error(`there is no "${name}" in the functions of a workbook`)
  return `${name}(${args.map((arg) => print(arg, context).text).join(',')})`
}

function minus(typed: Typed): Typed {
  if (typed.kind === 'negate') return typed.of
  return typed.kind === 'number' ? typedNumber(-typed.value) : { kind: 'negate', of: typed }
}

function difference(left: Typed, right: Typed): Typed & { readonly kind: 'arithmetic' } {
  return { kind: 'arithmetic', op: '-', left, right }
}

function presentValue(rate: Typed, years: Typed, payment: Typed): Typed {
  return typedCall('PV', rate, years, payment)
}

function atLeastZero(typed: Typed): Typed {
  return typed.kind === 'number' && typed.value >= 0 ? typed : typedCall('max', typedNumber(0), typed)
}

/** A start from which the search for the rate cannot run away: saving ÷ investment − 1 ÷ life. */
function guess(years: Typed, yearly: Typed, invest: Typed, context: Context): string {
  const start = difference(arithmetic('/', yearly, invest), arithmetic('/', typedNumber(1), years))
  return print(start, context).text
}

/** Whole years of NPER, and the part of the year after them as an annuity paid at its start. */
function discountedPayback(rate: Typed, invest: Typed, yearly: Typed, context: Context): Printed {
  const until = typedCall('NPER', rate, yearly, minus(atLeastZero(invest)))
  const rest = typedCall('MOD', until, typedNumber(1))
  const paid = minus(arithmetic('+', typedNumber(1), rate))
  return print(arithmetic('+', typedCall('INT', until), presentValue(rate, rest, paid)), context)
}

/** RANK over one range where the list is one and holds the value; else 1 and one for each larger value. */
function rank([of, ...list]: readonly Typed[], context: Context): Printed {
  if (!of) throw new Error('"rank" needs a value')
  const ranges = asRanges(list.map((arg) => print(arg, context).text))
  const inList =
    of.kind === 'name' && list.every((arg) => arg.kind === 'name') && list.some((arg) => sameTyped(arg, of))
  const [range = ''] = ranges
  if (inList && ranges.length === 1 && list.length > 1)
    return stands(`RANK(${print(of, context).text},${range},0)`)
  const others = list.filter((arg) => !sameTyped(arg, of))
  return print(
    others.reduce<Typed>((sum, arg) => arithmetic('+', sum, larger(arg, of, context)), typedNumber(1)),
    context,
  )
}

function larger(arg: Typed, of: Typed, { missing }: Context): Typed {
  const one = typedCall(
    'if',
    { kind: 'compare', op: '>', left: arg, right: of },
    typedNumber(1),
    typedNumber(0),
  )
  if (arg.kind !== 'name' || !missing(arg.name)) return one
  return typedCall('if', { kind: 'known', names: [arg.name] }, one, typedNumber(0))
}
