import { rowsOfSite } from '../../../intake/site-rows.js'
import { isRawList, isRawMap, rawMap } from '../../../model/raw.js'
import type { Raw, RawMap } from '../../../model/raw.js'
import { asText } from '../../../model/text.js'
import type { Lang, Text } from '../../../model/text.js'
import type { IntakeRequest, Question } from './request.js'

/** What a form to fill in begins with. */
export type FormParts = {
  readonly lang: Lang
  readonly name: Text
  /** What is known of the enterprise, steps, flows, goods and machines, in the spelling of a site file. */
  readonly site: RawMap
  readonly examples: RawMap
  readonly questions: readonly Question[]
  readonly facts: readonly string[]
  readonly ids: ReadonlyMap<string, readonly string[]>
}

/** Day of a form, which belongs to no period: the file must say some day, and not that of the clock. */
const FORM_DATE = '2025-01-01'

/** A form for a kind of factory. Names are in the language of the form. */
export function formRequest(parts: FormParts): IntakeRequest {
  const { lang, name, site, examples, questions, facts, ids } = parts
  return {
    lang,
    title: name,
    date: FORM_DATE,
    rows: rowsOfSite(inOneLanguage(site, lang) as RawMap),
    examples: rowsOfSite(inOneLanguage(examples, lang) as RawMap),
    questions,
    facts,
    ids,
    form: true,
    currency: textIn(site['site'], 'currency') ?? (lang === 'vi' ? 'VND' : 'EUR'),
  }
}

/** A site as a workbook, with all it says. */
export function siteRequest(
  site: RawMap,
  { lang, date, ids }: { readonly lang: Lang; readonly date: string; readonly ids: IntakeRequest['ids'] },
): IntakeRequest {
  const about = site['site']
  const name = isRawMap(about) ? about['name'] : undefined
  const text = (key: string): string | undefined => textIn(about, key)
  return {
    lang,
    title: asText(isRawMap(name) ? name : text('name'), text('id') ?? 'recp'),
    date,
    rows: rowsOfSite(site),
    examples: new Map(),
    questions: [],
    facts: [],
    ids,
    form: false,
    currency: text('currency') ?? 'VND',
  }
}

function textIn(about: Raw | undefined, key: string): string | undefined {
  const value = isRawMap(about) ? about[key] : undefined
  return typeof value === 'string' ? value : undefined
}

/** Texts in two languages become texts in one. */
function inOneLanguage(raw: Raw, lang: Lang): Raw {
  if (typeof raw === 'string') return raw
  if (isRawList(raw)) return raw.map((item) => inOneLanguage(item, lang))
  const { en, vi } = raw
  const words = lang === 'vi' ? (vi ?? en) : (en ?? vi)
  if (words !== undefined && Object.keys(raw).every((key) => key === 'en' || key === 'vi')) return words
  return rawMap(Object.entries(raw).map(([key, item]) => [key, inOneLanguage(item, lang)]))
}
