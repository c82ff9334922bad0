import { missingInputs, rowCounts } from '../calculate/ask.js'
import { fuelValue } from '../calculate/fuel-value.js'
import { givenFigure, shownUnit } from '../calculate/given-figure.js'
import { rowTexts, type Given, type GivenText } from '../calculate/read-given.js'
import { wordsOf } from '../diagnostics/print-diagnostic.js'
import type { Lang } from '../model/text.js'
import type { Content, Method, MethodInput } from '../templates/content.js'
import { expandMethod } from '../templates/expand-method.js'
import { currencyOf, parseQuantity } from '../units/index.js'
import { unreadable } from '../validate/unreadable.js'
import type { Asker } from './asker.js'
import { calcTexts } from './calc-texts.js'

type Asking = {
  readonly method: Method
  readonly content: Content
  readonly lang: Lang
  readonly asker: Asker
}

/**
 * Asks a person for every input that must still be given, one at a time, and takes no answer that cannot be used.
 * Inputs in rows are asked for as many rows as others of their group have; the first of a group says how many.
 */
export async function askInputs(asking: Asking, given: Given): Promise<Given> {
  const { method } = asking
  const counts = new Map(rowCounts(method, given).rows)
  const found = new Map(given)
  for (const input of missingInputs(method, (name) => given.has(name))) {
    const count = input.rows === undefined ? 1 : counts.get(input.rows)
    const texts: GivenText[] = []
    for (let index = 1; index <= (count ?? 1); index++) {
      const currency = currencyIn(found) ?? currencyIn(new Map([['', texts]]))
      const answer = await asking.asker.input(questionOf(asking, input, { index, count, currency }))
      texts.push(...textsOf(input, count, answer))
    }
    if (input.rows !== undefined) counts.set(input.rows, texts.length)
    found.set(input.name, texts)
  }
  return found
}

/** What one answer gives: several values where it says how many rows there are. */
function textsOf({ name }: MethodInput, count: number | undefined, answer: string): readonly GivenText[] {
  const at = `/${name}`
  return count === undefined ? rowTexts(answer, at) : [{ text: answer, at }]
}

function currencyIn(given: Given): string | undefined {
  for (const texts of given.values())
    for (const { text } of texts) {
      const parsed = parseQuantity(text, '')
      const found = 'quantity' in parsed ? currencyOf(parsed.quantity.unit.dimension) : undefined
      if (found !== undefined) return found
    }
  return undefined
}

type Question = Parameters<Asker['input']>[0]

/** `count` is absent where this answer decides on the number of rows. */
type Row = {
  readonly index: number
  readonly count: number | undefined
  readonly currency: string | undefined
}

function questionOf(asking: Asking, input: MethodInput, row: Row): Question {
  const { lang } = asking
  const { label, note } = input
  const several = row.count === undefined ? calcTexts.rows[lang] : ''
  const hints = [shownUnit(input), rangeWords(input), note?.[lang] ?? '', several].filter(
    (hint) => hint !== '' && hint !== '1',
  )
  const number = (row.count ?? 1) > 1 ? ` ${row.index}/${row.count}` : ''
  const hint = hints.length > 0 ? ` (${hints.join('; ')})` : ''
  return {
    message: `${label[lang]}${number}${hint}${calcTexts.colon[lang]}`,
    wrong: (answer) =>
      textsOf(input, row.count, answer)
        .map(({ text }) => wrongText(asking, input, text, row.currency))
        .find((wrong) => wrong !== undefined),
  }
}

/** Why a text cannot be the value of an input; nothing where it can. */
function wrongText(
  { content, lang, method }: Asking,
  input: MethodInput,
  text: string,
  known: string | undefined,
): string | undefined {
  if (fuelValue(content, input, text) !== undefined) return undefined
  const at = `/${input.name}`
  const parsed = parseQuantity(text, at)
  if ('problem' in parsed) return wordsOf(unreadable(parsed.problem, at), lang).message
  const currency = currencyOf(parsed.quantity.unit.dimension) ?? known
  const expanded = expandMethod(method, currency === undefined ? {} : { currency })
  const plain = 'detail' in expanded ? input : expanded.inputs.find(({ name }) => name === input.name)
  const figure = givenFigure(plain ?? input, parsed.quantity, content.uncertainty)
  return 'code' in figure ? wordsOf(figure, lang).message : undefined
}

/** In the way in which numbers are answered, which is the same in both languages. */
function rangeWords({ range, show }: MethodInput): string {
  if (range?.min === undefined || range.max === undefined) return ''
  const number = (value: number): string =>
    String(Number((show === '%' ? value * 100 : value).toPrecision(6)))
  return `${number(range.min)} … ${number(range.max)}`
}
