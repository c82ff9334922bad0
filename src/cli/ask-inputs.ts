import { missingInputs, rowCounts } from '../calculate/ask.js'
import { givenFigure, shownUnit } from '../calculate/given-figure.js'
import type { Given, GivenText } from '../calculate/read-given.js'
import { wordsOf } from '../diagnostics/print-diagnostic.js'
import type { Lang } from '../model/text.js'
import type { Content, Method, MethodInput } from '../templates/content.js'
import { expandMethod } from '../templates/expand-method.js'
import { currencyOf, parseQuantity } from '../units/index.js'
import { unreadable } from '../validate/unreadable.js'
import type { Question } from './io.js'
import { calcTexts } from './calc-texts.js'

type Asking = {
  readonly method: Method
  readonly content: Content
  readonly lang: Lang
  readonly ask: (question: Question) => Promise<string>
}

/**
 * Asks a person for every input that must still be given, one at a time, and takes no answer that cannot be used.
 * Inputs in rows are asked for the rows that others have, else for one.
 */
export async function askInputs(asking: Asking, given: Given): Promise<Given> {
  const { method } = asking
  const { rows } = rowCounts(method, given)
  const found = new Map(given)
  let currency = currencyIn(given)
  for (const input of missingInputs(method, (name) => given.has(name))) {
    const texts: GivenText[] = []
    const count = rows.get(input.rows ?? '') ?? 1
    for (let index = 1; index <= count; index++) {
      const answer = await asking.ask(questionOf(asking, input, { index, count, currency }))
      currency ??= currencyIn(new Map([['', [{ text: answer, at: '' }]]]))
      texts.push({ text: answer, at: `/${input.name}` })
    }
    found.set(input.name, texts)
  }
  return found
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

type Row = { readonly index: number; readonly count: number; readonly currency: string | undefined }

function questionOf({ content, lang, method }: Asking, input: MethodInput, row: Row): Question {
  const { label, note, range } = input
  const unit = shownUnit(input)
  const hints = [unit, rangeWords(range), note?.[lang] ?? ''].filter((hint) => hint !== '' && hint !== '1')
  const number = row.count > 1 ? ` ${row.index}/${row.count}` : ''
  const check = (answer: string): string | true => {
    const parsed = parseQuantity(answer, `/${input.name}`)
    if ('problem' in parsed) return wordsOf(unreadable(parsed.problem, `/${input.name}`), lang).message
    const currency = currencyOf(parsed.quantity.unit.dimension) ?? row.currency
    const expanded = expandMethod(method, currency === undefined ? {} : { currency })
    const plain = 'detail' in expanded ? input : expanded.inputs.find(({ name }) => name === input.name)
    const figure = givenFigure(plain ?? input, parsed.quantity, content.uncertainty)
    return 'code' in figure ? wordsOf(figure, lang).message : true
  }
  const hint = hints.length > 0 ? ` (${hints.join('; ')})` : ''
  return { message: `${label[lang]}${number}${hint}${calcTexts.colon[lang]}`, check }
}

function rangeWords(range: MethodInput['range']): string {
  if (range?.min === undefined || range.max === undefined) return ''
  return `${range.min} … ${range.max}`
}
