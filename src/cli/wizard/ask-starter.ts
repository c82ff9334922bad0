import type { Starter } from '../../templates/starters.js'
import { isCurrency } from '../../units/index.js'
import { COUNTRIES } from '../../validate/countries.js'
import type { Asker } from '../asker.js'
import { all, given, type Call } from '../call.js'
import { isRawMap } from '../../model/raw.js'
import { wording } from '../../model/text.js'
import type { Name } from '../../model/text.js'
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

/** The starter of the sector: named by an option, chosen from a list, or the one for any sector. */
export async function pickStarter(
  { call, asker }: Asking,
  starters: readonly Starter[],
): Promise<Starter | WrongAnswer> {
  const { lang } = call
  const written = given(call, 'sector')
  const named = written ?? (asker === null ? 'generic' : undefined)
  const id =
    named ??
    (await asker?.select({
      message: wizardTexts.sector[lang],
      choices: starters.map((starter) => ({ value: starter.id, name: starter.name[lang] })),
    }))
  const found = starters.find((starter) => starter.id === id || (id !== 'generic' && starter.sector === id))
  if (found !== undefined) return found
  const names = starters.map((starter) => starter.id).join(', ')
  return { wrong: wizardTexts.wrongSector[lang](id ?? '', names) }
}

/** All answers, in the order in which they are asked; the first wrong option ends it. */
export async function askStarter(
  asking: Asking,
  starter: Starter,
  usual: { readonly folder: string | undefined; readonly edition: string },
): Promise<StarterAnswers | WrongAnswer> {
  const { call } = asking
  const fields = fieldsOf(call)
  const name = await field(asking, fields.name(usual.folder ?? starter.id))
  if (typeof name !== 'string') return name
  const country = await field(asking, fields.country(call.lang === 'vi' ? 'VN' : 'US'))
  if (typeof country !== 'string') return country
  const currency = await field(asking, fields.currency(usualCurrency(country.toUpperCase())))
  if (typeof currency !== 'string') return currency
  const products = await pickProducts(asking, starter)
  const utilities = await pickUtilities(asking, starter)
  const period = await field(asking, fields.period(usualPeriod(usual.edition)))
  if (typeof period !== 'string') return period
  return {
    folder: usual.folder ?? idOf(name),
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
  const usual = entriesOf(starter.site, 'products').map(([id]) => id)
  if (asker === null) return usual
  const answer = await asker.input({ message: wizardTexts.products[call.lang], default: usual.join(', ') })
  return answer
    .split(',')
    .map((name) => name.trim())
    .filter((name) => idOf(name) !== '')
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
      name: isRawMap(entry) && entry['name'] !== undefined ? wording(entry['name'] as Name, call.lang) : id,
      checked: true,
    })),
  })
}
