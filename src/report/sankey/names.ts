import type { Audit } from '../../model/audit.js'
import { wording, type Lang, type Name } from '../../model/text.js'

/** Marks that turn the direction of all text after them. */
const DIRECTION = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** The name of something in the language of the drawing, on one line; its id where it has none. */
export function nameIn(lang: Lang, id: string, name: Name | undefined): string {
  const words = name === undefined ? '' : wording(name, lang)
  return words.replace(DIRECTION, '').replace(/\s+/g, ' ').trim() || id
}

/** Whose flows they are and of when. */
export function companyAndPeriod({ head, inventory }: Audit, lang: Lang): string {
  const parts = [nameIn(lang, head.id, head.name), nameIn(lang, '', inventory.period.label)]
  return parts.filter((part) => part !== '').join('  ·  ')
}
