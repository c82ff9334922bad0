import type { Lang, Text } from '../model/text.js'
import { formatNumber, formatUnit, parseUnit, plainSigns } from '../units/index.js'
import type { Args } from './entry.js'

/** Forms of an argument for readers of one language: `step` is the id, `step-en` and `step-vi` what it is called. */
export type InLanguages<A> = { readonly [K in `${keyof A & string}-${Lang}`]?: string }

/** A thing that a message is about: its id for machines, and its name where it has one. */
export function called<K extends string>(key: K, id: string, name: Text | undefined): Called<K> {
  const named = name !== undefined && (name.en !== id || name.vi !== id)
  const names = named ? { [`${key}-en`]: name.en, [`${key}-vi`]: name.vi } : {}
  return { [key]: id, ...names } as Called<K>
}

type Called<K extends string> = Record<K, string> & InLanguages<Record<K, string>>

/**
 * Arguments as a reader of the language is told them: by the name where there is one, and numbers that recp calculated
 * with the decimal mark and the units of the language. What somebody wrote is quoted to the letter.
 */
export function argsFor(args: Args, lang: Lang): Args {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => {
      const said = args[`${key}-${lang}`] ?? value
      return [key, QUOTED.has(key) || typeof said === 'number' ? said : amountFor(said, lang)]
    }),
  )
}

const QUOTED: ReadonlySet<string> = new Set(['written'])
const AMOUNT = /^(-?\d{1,3}(?: \d{3})*(?:\.\d+)?)(?: (\S+))?$/

/** `41 200 m3/yr` → `41.200 m3/năm`; any other text as it is. */
function amountFor(text: string, lang: Lang): string {
  const [, number = '', unit] = AMOUNT.exec(text) ?? []
  if (lang === 'en' || number === '') return text
  const shown = formatNumber(Number(number.replaceAll(' ', '')), { lang })
  if (unit === undefined || unit === '%') return unit === undefined ? shown : `${shown} %`
  return 'unit' in parseUnit(unit) ? `${shown} ${plainSigns(formatUnit(unit, lang))}` : text
}
