import type { Audit } from '../model/audit.js'
import type { Why } from '../model/opportunities.js'
import type { Lang, Text } from '../model/text.js'

type Page = { readonly audit: Pick<Audit, 'names'>; readonly lang: Lang }

const say = (en: string, vi: string): Text => ({ en, vi })

const SOURCES: Readonly<Record<Why['limitFrom'], Text>> = {
  choice: say('screening default of the entry', 'ngưỡng sàng lọc của mục'),
  site: say('value of the site', 'số liệu của nhà máy'),
  benchmark: say('benchmark', 'giá trị đối sánh'),
}

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
export function calledOf({ audit: { names }, lang }: Page, name: string): string {
  return Object.hasOwn(names, name) ? (names[name]?.[lang] ?? name) : name
}

/** Where the limit of a reason comes from, in words: the benchmark by its source, where one is known. */
export function limitSource({ lang }: Page, { limitFrom, source }: Why): string {
  const words = SOURCES[limitFrom][lang]
  return source === undefined ? words : `${words}: ${source}`
}

/** `leak share: 25 % > 10 %`; of what is yes or no only the name and the answer. */
export function reasonWords(page: Page, { what, value, op, limit }: Why): string {
  const words = calledOf(page, what)
  const shown = (text: string | null): string =>
    text === 'yes' ? YES[page.lang] : text === 'no' ? NO[page.lang] : (text ?? '?')
  if (op === '==' && value === limit) return `${words}: ${shown(value)}`
  return `${words}: ${shown(value)} ${SIGNS[op]} ${shown(limit)}`
}
