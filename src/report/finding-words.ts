import type { Audit, Finding } from '../model/audit.js'
import type { Why } from '../model/opportunities.js'
import { type Lang, say, type Text } from '../model/text.js'
import { parseFormula, toReaderText } from '../formula/index.js'
import { formatNumber, formatUnit } from '../units/format.js'

type Page = { readonly audit: Pick<Audit, 'names'>; readonly lang: Lang }

const SOURCES: Readonly<Record<Why['limitFrom'], Text>> = {
  choice: say('screening default of the entry', 'ngưỡng sàng lọc của mục'),
  site: say('value of the site', 'số liệu của nhà máy'),
  benchmark: say('benchmark', 'giá trị đối sánh'),
}

/** Answers of choices that are words of a language; any other is a name of its own. */
const CHOICES: ReadonlyMap<string, Text> = new Map([
  ['gas', say('gas', 'khí')],
  ['oil', say('oil', 'dầu')],
  ['solid', say('solid', 'rắn')],
  ['electric', say('electric', 'điện')],
])

const YES: Text = say('yes', 'có')
const NO: Text = say('no', 'không')
const SIGNS: Readonly<Record<Why['op'], string>> = {
  '<': '<',
  '>': '>',
  '<=': '≤',
  '>=': '≥',
  '==': '=',
  '!=': '≠',
}

/** What a variable is called, else its name. */
export function calledOf({ audit: { names }, lang }: Page, name: string, otherwise = name): string {
  return Object.hasOwn(names, name) ? (names[name]?.[lang] ?? otherwise) : otherwise
}

/** A regulation by its name in the language of the reader. */
export function regulationName(page: Page, regulation: string): string {
  return calledOf(page, `regulation.${regulation}`, regulation)
}

/** A machine by the name that the site gives it, which tells it from all others; else its id. */
export function machineName(page: Page, machine: string): string {
  return calledOf(page, `machine.${machine}`, machine)
}

/** The title of what is about one machine, with the machine behind it: `Repair leaks (Screw compressor 2)`. */
export function titleWithMachine(page: Page, about: Pick<Finding, 'title' | 'machine'>): string {
  const { title, machine } = about
  const own = title[page.lang]
  if (machine === undefined) return own
  return `${own.replace(` (${machine})`, '')} (${machineName(page, machine)})`
}

/** A condition with what its variables are called. */
export function conditionWords(page: Page, condition: string): string {
  const parsed = parseFormula(condition)
  return 'problem' in parsed ? condition : toReaderText(parsed.ast, (name) => calledOf(page, name), page.lang)
}

/**
 * Where the limit of a reason comes from, in words: the benchmark by its source, where one is known. What is yes or no
 * has no limit, and the text is empty.
 */
export function limitSource({ lang }: Page, { limitFrom, source, limit }: Why): string {
  if (limit === 'yes' || limit === 'no') return ''
  const words = SOURCES[limitFrom][lang]
  return source === undefined ? words : `${words}: ${source}`
}

/** `leak share: 25 % > 10 %`; of what is yes or no only the name and the answer. */
export function reasonWords(page: Page, { what, value, op, limit }: Why): string {
  const words = calledOf(page, what)
  const shown = (text: string | null): string => valueWords(page, text)
  if (op === '==' && value === limit) return `${words}: ${shown(value)}`
  return `${words}: ${shown(value)} ${SIGNS[op]} ${shown(limit)}`
}

/** A value as a condition saw it, in the number format of the reader: `0.5 m3/h` is `0,5 m³/h`. */
export function valueWords({ lang }: Page, text: string | null): string {
  if (text === null) return '?'
  if (text === 'yes' || text === 'no') return (text === 'yes' ? YES : NO)[lang]
  const [, number, unit = ''] = /^(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)( .*)?$/.exec(text) ?? []
  if (number === undefined) return choiceWord(text, lang)
  return `${formatNumber(Number(number), { lang, digits: 4 })}${unitWords(unit, lang)}`
}

/** The answer of a choice in words. */
export function choiceWord(answer: string, lang: Lang): string {
  return CHOICES.get(answer)?.[lang] ?? answer
}

/** ` m3/yr` → ` m³/năm`; a per cent sign is the same in both. */
const unitWords = (unit: string, lang: Lang): string =>
  unit === '' || unit === ' %' ? unit : ` ${formatUnit(unit.trim(), lang)}`

/** The reason with its source in brackets, where it has one. */
export function reasonWithSource(page: Page, why: Why): string {
  const source = limitSource(page, why)
  return source === '' ? reasonWords(page, why) : `${reasonWords(page, why)} (${source})`
}

const CONTRADICTS = {
  en: (answer: string) => `the answer "${answer}" contradicts the figures`,
  vi: (answer: string) => `câu trả lời "${answer}" trái với số liệu`,
}

/** That an answer says the opposite of the figures; empty where it does not. */
export function contradictionWords(
  page: Page,
  { contradicts, answer }: Pick<Finding, 'contradicts' | 'answer'>,
): string {
  return contradicts && answer !== undefined ? CONTRADICTS[page.lang](valueWords(page, answer)) : ''
}
