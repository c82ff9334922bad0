import { parseFormula, toText } from '../formula/index.js'
import type { Answer, Calculated } from '../model/calculated.js'
import type { Figure } from '../model/figure.js'
import type { Lang, Text } from '../model/text.js'
import { showFigure } from '../report/show-figure.js'
import { formatValue } from '../units/index.js'
import { calcTexts } from './calc-texts.js'
import type { Show } from './show.js'
import { columns, wrapText } from './text-width.js'

type Ledger = ReadonlyMap<string, Figure>

/** A calculation as a person reads it: result with its range, what was given, steps, limits, sources. */
export function calculationText(calculated: Calculated, show: Show): string {
  const { lang, paint, width } = show
  const ledger: Ledger = new Map(calculated.figures.map((figure) => [figure.id, figure]))
  const block = (title: Text, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', paint('strong', title[lang]), ...lines.map((line) => `  ${line}`)]
  const prose = (text: string): readonly string[] => wrapText(text, Math.min(width, 100) - 2)
  const lines = [
    `${paint('strong', calculated.method)}  ${calculated.title[lang]}`,
    ...block(calcTexts.result, [...answerLines(calculated, ledger, lang), ...resultNotes(calculated, lang)]),
    ...block(calcTexts.matters, influenceLines(calculated.answers, ledger, lang)),
    ...block(
      calcTexts.given,
      columns(calculated.inputs.map((id) => [...called(ledger, id, lang), ledger.get(id)?.source ?? ''])),
    ),
    ...block(calcTexts.steps, stepLines(calculated.steps, ledger, show)),
    ...block(
      calcTexts.limits,
      calculated.limits.map(
        ({ text, holds }) => `${(holds ? calcTexts.holds : calcTexts.broken)[lang]}: ${text[lang]}`,
      ),
    ),
    ...block(calcTexts.about, calculated.about === undefined ? [] : prose(calculated.about[lang])),
    ...block(
      calcTexts.references,
      calculated.references.flatMap((reference) => prose(reference[lang])),
    ),
  ]
  return `${lines.join('\n')}\n`
}

function called(ledger: Ledger, id: string, lang: Lang): readonly string[] {
  const figure = ledger.get(id)
  return [figure?.label[lang] ?? id, withSd(figure, lang), id]
}

function withSd(figure: Figure | undefined, lang: Lang): string {
  const shown = showFigure(figure, lang, 'ascii', 6)
  if (figure?.sd === undefined) return shown
  // The width of a temperature in C is in K; its number is the same.
  return `${shown} +- ${showFigure({ ...figure, value: figure.sd, unit: widthUnit(figure.unit) }, lang, 'ascii', 3)}`
}

function widthUnit(unit: string): string {
  return unit === 'C' ? 'K' : unit.replace('(g)', '')
}

function answerLines({ answers }: Calculated, ledger: Ledger, lang: Lang): readonly string[] {
  return columns(
    answers.map(({ figure: id, low, high }) => {
      const figure = ledger.get(id)
      const end = (value: number | undefined): string =>
        figure === undefined || value === undefined ? '' : showFigure({ ...figure, value }, lang)
      const range = low === undefined ? '' : `${end(low)} ${calcTexts.to[lang]} ${end(high)}`
      return [figure?.label[lang] ?? id, showFigure(figure, lang), range]
    }),
  )
}

function resultNotes({ answers, unpriced, figures }: Calculated, lang: Lang): readonly string[] {
  const labels = unpriced.map((id) => figures.find((figure) => figure.id === id)?.label[lang] ?? id)
  return [
    ...(labels.length > 0 ? [`${calcTexts.unpriced[lang]}: ${labels.join(', ')}`] : []),
    ...(answers.every(({ low }) => low === undefined) ? [calcTexts.unstated[lang]] : []),
  ]
}

/** Of the first answer with a range: the inputs that make it uncertain. */
function influenceLines(answers: readonly Answer[], ledger: Ledger, lang: Lang): readonly string[] {
  const answer = answers.find(({ influences }) => influences.length > 0)
  const figure = ledger.get(answer?.figure ?? '')
  if (answer === undefined || figure === undefined) return []
  return columns(
    answer.influences.map(({ input, share, moves }) => [
      ledger.get(input)?.label[lang] ?? input,
      `${formatValue(share * 100, '%', { lang, digits: 2 })} ${calcTexts.ofVariance[lang]}`,
      `${moves < 0 ? '-' : '+'} ${showFigure({ ...figure, value: Math.abs(moves) }, lang, 'ascii', 3)}`,
    ]),
  )
}

function stepLines(steps: readonly string[], ledger: Ledger, { lang, width }: Show): readonly string[] {
  return steps.flatMap((id) => {
    const figure = ledger.get(id)
    const label = (name: string): string => ledger.get(name)?.label[lang] ?? name
    const parsed = parseFormula(figure?.formula ?? '')
    const formula = 'ast' in parsed ? toText(parsed.ast, label, 'plain') : (figure?.formula ?? '')
    const [first = '', ...others] = wrapText(`= ${formula}`, Math.max(40, width - 6))
    return [
      `${figure?.label[lang] ?? id}: ${withSd(figure, lang)}`,
      `  ${first}`,
      ...others.map((line) => `    ${line}`),
    ]
  })
}
