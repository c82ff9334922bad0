import type { Content } from '../../templates/content.js'
import type { Starter } from '../../templates/starters.js'
import { nearSectors } from '../../templates/sectors.js'
import { isCurrency } from '../../units/index.js'
import { COUNTRIES } from '../../validate/countries.js'
import type { Asker } from '../asker.js'
import { all, given, type Call } from '../call.js'
import { isRawMap, type Raw } from '../../model/raw.js'
import { wording, type Lang, type Name } from '../../model/text.js'
import { allStarters, starterFor, starterIds } from '../starters.js'
import { usageTexts } from '../texts.js'
import { entriesOf, idOf, utilitiesOf } from './compose-site.js'
import { usualCurrency, usualPeriod, type StarterAnswers } from './starter-answers.js'
import { wizardTexts } from './wizard-texts.js'

/** What an answer comes from: an option, else a question, else what is usual. */
type Asking = { readonly call: Call; readonly asker: Asker | null }

/** Thrown out of the questions where an option is wrong; its message is the first line of a usage error. */
export type WrongAnswer = { readonly wrong: string }

type Field = {
  readonly option: string
  readonly message: string
  readonly usual: string
  readonly wrong: (written: string) => string | undefined
}

async function field(
  { call, asker }: Asking,
  { option, message, usual, wrong }: Field,
): Promise<string | WrongAnswer> {
  const written = given(call, option)
  if (written !== undefined) {
    const problem = wrong(written)
    return problem === undefined ? written : { wrong: problem }
  }
  return asker === null ? usual : asker.input({ message, default: usual, wrong })
}

function fieldsOf(call: Call): {
  readonly name: (usual: string) => Field
  readonly country: (usual: string) => Field
  readonly currency: (usual: string) => Field
  readonly period: (usual: string) => Field
} {
  const { lang } = call
  const words = wizardTexts
  return {
    name: (usual) => ({
      option: 'name',
      message: words.name[lang],
      usual,
      wrong: (text) => (idOf(text) === '' ? words.wrongName[lang] : undefined),
    }),
    country: (usual) => ({
      option: 'country',
      message: words.country[lang],
      usual,
      wrong: (text) => (COUNTRIES.has(text.toUpperCase()) ? undefined : words.wrongCountry[lang](text)),
    }),
    currency: (usual) => ({
      option: 'currency',
      message: words.currency[lang],
      usual,
      wrong: (text) => (isCurrency(text.toUpperCase()) ? undefined : words.wrongCurrency[lang](text)),
    }),
    period: (usual) => ({
      option: 'period',
      message: words.period[lang],
      usual,
      wrong: (text) => (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) ? undefined : words.wrongPeriod[lang](text)),
    }),
  }
}

/** The starter of the sector: named by an option, chosen from a list, or the one for any factory. */
export async function pickStarter({ call, asker }: Asking, content: Content): Promise<Starter | WrongAnswer> {
  const { lang } = call
  const written = given(call, 'sector')
  const chosen =
    written ??
    (await asker?.select({
      message: wizardTexts.sector[lang],
      choices: allStarters().map(({ id, name }) => ({ value: id, name: name[lang] })),
    }))
  const found = starterFor(chosen, content)
  if (found !== undefined) return found
  return {
    wrong: usageTexts.unknownSector[lang](chosen ?? '', nearSectors(content, chosen ?? '', starterIds())),
  }
}

/** What is usual, for what no option says; an empty text stays open. */
export type Usual = {
  readonly name: string
  readonly country: string
  readonly currency: (country: string) => string
  readonly period: string
}

/** What a text file begins with: the file needs all of it, and each can be changed in it. */
export function usualFor(call: Call, name: string, edition: string): Usual {
  const country = call.lang === 'vi' ? 'VN' : 'US'
  return { name, country, currency: usualCurrency, period: usualPeriod(edition) }
}

/** What a form begins with: it asks for the rest itself. */
export const OPEN: Usual = {
  name: '',
  country: '',
  currency: (country) => (country === '' ? '' : usualCurrency(country)),
  period: '',
}

/** All answers, in the order in which they are asked; the first wrong option ends it. */
export async function askStarter(
  asking: Asking,
  starter: Starter,
  usual: Usual,
): Promise<StarterAnswers | WrongAnswer> {
  const { call } = asking
  const fields = fieldsOf(call)
  const name = await field(asking, fields.name(usual.name))
  if (typeof name !== 'string') return name
  const country = await field(asking, fields.country(usual.country))
  if (typeof country !== 'string') return country
  const currency = await field(asking, fields.currency(usual.currency(country.toUpperCase())))
  if (typeof currency !== 'string') return currency
  const products = await pickProducts(asking, starter)
  const utilities = await pickUtilities(asking, starter)
  const period = await field(asking, fields.period(usual.period))
  if (typeof period !== 'string') return period
  return {
    name,
    sector: starter.id,
    country: country.toUpperCase(),
    currency: currency.toUpperCase(),
    lang: call.lang,
    products,
    utilities,
    period,
  }
}

async function pickProducts({ call, asker }: Asking, starter: Starter): Promise<readonly string[]> {
  const written = all(call, 'products')
  if (written.length > 0) return written
  const usual = entriesOf(starter.site, 'products').map(([id, entry]) => ({
    id,
    name: nameOf(id, entry, call.lang),
  }))
  if (asker === null) return usual.map(({ id }) => id)
  const shown = usual.map(({ name }) => name).join(', ')
  const answer = await asker.input({ message: wizardTexts.products[call.lang], default: shown })
  if (answer === shown) return usual.map(({ id }) => id)
  return answer
    .split(',')
    .map((name) => name.trim())
    .filter((name) => idOf(name) !== '')
    .map((name) => usual.find((one) => one.name === name)?.id ?? name)
}

function nameOf(id: string, entry: Raw, lang: Lang): string {
  const name = isRawMap(entry) ? entry['name'] : undefined
  return name === undefined ? id : wording(name as Name, lang)
}

async function pickUtilities({ call, asker }: Asking, starter: Starter): Promise<readonly string[]> {
  const written = all(call, 'utilities')
  if (written.length > 0) return written
  const entries = utilitiesOf(starter)
  if (asker === null) return entries.map(([id]) => id)
  return asker.checkbox({
    message: wizardTexts.utilities[call.lang],
    choices: entries.map(([id, entry]) => ({
      value: id,
      name: nameOf(id, entry, call.lang),
      checked: true,
    })),
  })
}
