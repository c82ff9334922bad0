import type { Text } from '../model/text.js'
import type { Dimension } from '../model/unit.js'
import { formatDimension } from '../units/index.js'
import type { Place } from './ast.js'

/** Everything that can be wrong with a formula, with the words its message needs. */
const TEXTS = {
  empty: [() => 'the formula is empty', () => 'công thức để trống'],
  'too-long': [
    (a: Args) => `the formula has ${a.found} characters; at most ${a.limit} are read`,
    (a: Args) => `công thức dài ${a.found} ký tự; chỉ đọc tối đa ${a.limit}`,
  ],
  'too-deep': [
    (a: Args) => `parentheses or functions stand in one another more than ${a.limit} deep`,
    (a: Args) => `ngoặc và hàm lồng nhau quá ${a.limit} cấp`,
  ],
  'too-many-parts': [
    (a: Args) => `the formula has more than ${a.limit} parts`,
    (a: Args) => `công thức có hơn ${a.limit} thành phần`,
  ],
  'unknown-sign': [
    (a: Args) => `"${a.found}" is no sign of the formula language`,
    (a: Args) => `"${a.found}" không phải ký hiệu của ngôn ngữ công thức`,
  ],
  'open-text': [() => 'a text begins with " and has no end', () => 'chuỗi mở bằng dấu " nhưng không đóng'],
  'number-size': [
    (a: Args) => `"${a.found}" is larger than any number the tool can hold`,
    (a: Args) => `"${a.found}" vượt quá giới hạn số mà công cụ lưu được`,
  ],
  'unknown-unit': [(a: Args) => `"${a.found}" is no unit`, (a: Args) => `"${a.found}" không phải đơn vị đo`],
  expected: [
    (a: Args) => `${a.found ? `"${a.found}" stands` : 'the formula ends'} where ${a.expected} is expected`,
    (a: Args) =>
      `${a.found ? `"${a.found}" đứng` : 'công thức kết thúc'} ở chỗ cần ${vietnamese(a.expected)}`,
  ],
  'chained-comparison': [
    () => 'two comparisons stand in one chain; join them with "and"',
    () => 'hai phép so sánh viết nối nhau; hãy nối bằng "and"',
  ],
  'unknown-function': [
    (a: Args) => `"${a.name}" is no function; there are ${a.known}`,
    (a: Args) => `"${a.name}" không phải hàm; các hàm có sẵn: ${a.known}`,
  ],
  'argument-count': [
    (a: Args) => `"${a.name}" takes ${a.expected} values; ${a.found} are given`,
    (a: Args) => `hàm "${a.name}" cần ${a.expected} giá trị; đã cho ${a.found}`,
  ],
  'rows-only': [
    (a: Args) => `"${a.name}" stands only in a step of a method that is calculated for each row`,
    (a: Args) => `hàm "${a.name}" chỉ dùng trong bước của phương pháp được tính cho từng dòng`,
  ],
  'rows-unsummed': [
    (a: Args) => `"${a.name}" has rows; take its sum, min or max, or calculate the step for each row`,
    (a: Args) => `"${a.name}" có nhiều dòng; hãy dùng sum, min, max hoặc tính bước này cho từng dòng`,
  ],
  'rows-none': [
    (a: Args) => `"${a.name}" needs a name that has rows`,
    (a: Args) => `hàm "${a.name}" cần một tên có nhiều dòng`,
  ],
  'unknown-name': [
    (a: Args) => `"${a.name}" is not known here`,
    (a: Args) => `"${a.name}" chưa được khai báo`,
  ],
  dimension: [
    (a: Args) => `"${a.op}" joins ${a.left} and ${a.right}, which measure different things`,
    (a: Args) => `"${a.op}" ghép ${a.left} với ${a.right}, là hai đại lượng khác nhau`,
  ],
  'needs-dimension': [
    (a: Args) => `"${a.op}" needs ${a.expected}; it is given ${a.found}`,
    (a: Args) => `"${a.op}" cần ${a.expected}; đã cho ${a.found}`,
  ],
  'needs-sort': [
    (a: Args) => `"${a.op}" needs ${a.expected}; it is given ${a.found}`,
    (a: Args) => `"${a.op}" cần ${vietnamese(a.expected)}; đã cho ${vietnamese(a.found)}`,
  ],
  'exponent-not-constant': [
    () => 'the exponent of a quantity with a unit is no plain number',
    () => 'số mũ của đại lượng có đơn vị phải là một số cố định',
  ],
  'difference-as-point': [
    (a: Args) => `the formula gives a difference, but "${a.unit}" is a point on a scale`,
    (a: Args) => `công thức cho ra độ chênh lệch, nhưng "${a.unit}" là điểm trên thang đo`,
  ],
  result: [
    (a: Args) => `the formula gives ${a.found}, not ${a.expected}${inUnit(a.unit)}`,
    (a: Args) =>
      `công thức cho ra ${vietnamese(a.found)}, không phải ${vietnamese(a.expected)}${inUnit(a.unit)}`,
  ],
} satisfies Record<string, readonly [(a: Args) => string, (a: Args) => string]>

type Args = Readonly<Record<string, string | number>>

/** A dimension is put into words when somebody reads them: most problems only turn a candidate down. */
type Facts = Readonly<Record<string, string | number | Dimension>>

export type ProblemKind = keyof typeof TEXTS

/** What is wrong with a formula, and where in its text. */
export type FormulaProblem = Place & { readonly kind: ProblemKind; readonly args: Facts }

export type Problem = { readonly problem: FormulaProblem }

export function problem(kind: ProblemKind, { start, length }: Place, args: Facts = {}): Problem {
  return { problem: { kind, args, start, length } }
}

/** The fact in words, without the place and without an end stop. */
export function problemText({ kind, args: facts }: FormulaProblem): Text {
  const [en, vi] = TEXTS[kind]
  const args = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'object' ? formatDimension(fact) : fact,
    ]),
  )
  return { en: en(args), vi: vi(args) }
}

function inUnit(unit: string | number | undefined): string {
  return unit === undefined ? '' : ` (${unit})`
}

const VIETNAMESE = new Map([
  ['a value', 'một giá trị'],
  ['an operator or the end', 'một phép tính hoặc hết công thức'],
  ['a number', 'một số'],
  ['a text', 'một chuỗi'],
  ['true or false', 'giá trị đúng hoặc sai'],
  ['values of one kind', 'các giá trị cùng loại'],
])

function vietnamese(words: string | number | undefined): string {
  return VIETNAMESE.get(String(words)) ?? String(words)
}
