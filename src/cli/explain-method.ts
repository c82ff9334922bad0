import { parseFormula, toText } from '../formula/index.js'
import { type Lang, say, type Text } from '../model/text.js'
import { showFigure } from '../report/show-figure.js'
import type { Content, Method, MethodExample, MethodInput } from '../templates/content.js'
import { runExample } from '../templates/run-example.js'
import { formatNumber } from '../units/index.js'
import type { Show } from './show.js'
import { columns, wrapText } from './text-width.js'

const labels = {
  inputs: say('inputs', 'đầu vào'),
  optional: say('may be left out', 'có thể bỏ'),
  rows: say('one a row', 'mỗi dòng một giá trị'),
  preset: say('else', 'nếu không cho:'),
  steps: say('steps', 'các bước tính'),
  limits: say('limits', 'giới hạn'),
  example: say('worked example', 'ví dụ tính'),
  gives: say('gives', 'cho ra'),
  sources: say('references', 'tài liệu'),
  titleOnly: say('known by its title only', 'mới biết tên tài liệu'),
}

/** A method for a person: what it is for, inputs, formula, limits, the example carried out, sources. */
export function methodPage(method: Method, content: Content, show: Show): string {
  const { lang, paint, width } = show
  const room = Math.max(40, Math.min(width, 100)) - 2
  const block = (title: Text, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', `  ${title[lang]}`, ...lines.map((line) => `    ${line}`)]
  const lines = [
    `${paint('strong', method.id)}  ${method.title[lang]}`,
    ...(method.about === undefined
      ? []
      : ['', ...wrapText(method.about[lang], room).map((line) => `  ${line}`)]),
    ...block(labels.inputs, inputLines(method, content, lang)),
    ...block(labels.steps, stepLines(method, lang, room - 4)),
    ...block(
      labels.limits,
      method.limits.map(({ text }) => text[lang]),
    ),
    ...block(labels.example, exampleLines(method, method.examples[0], lang, room - 4)),
    ...block(
      labels.sources,
      sourceLines(content, method.references, lang).flatMap((line) => wrapText(line, room - 2)),
    ),
  ]
  return `${lines.join('\n')}\n`
}

function inputLines(method: Method, content: Content, lang: Lang): readonly string[] {
  return columns(
    method.inputs.map((input) => [
      input.name,
      input.show ?? input.unit,
      rangeWords(input, lang),
      [input.label[lang], ...hints(input, content, lang)].join('; '),
    ]),
  )
}

function hints(input: MethodInput, content: Content, lang: Lang): readonly string[] {
  const { optional, rows, note, default: preset } = input
  return [
    ...(note === undefined ? [] : [note[lang].replace(/\.$/, '')]),
    ...(rows === undefined ? [] : [`${labels.rows[lang]} (${rows})`]),
    ...(optional === true ? [labels.optional[lang]] : []),
    ...(preset === undefined
      ? []
      : [
          `${labels.preset[lang]} ${preset.value}, ${content.references.get(preset.source)?.title ?? preset.source}`,
        ]),
  ]
}

function rangeWords({ range, show }: MethodInput, lang: Lang): string {
  const shown = (value: number): string =>
    formatNumber(show === '%' ? value * 100 : value, { lang, digits: 6 })
  if (range?.min !== undefined && range.max !== undefined) return `${shown(range.min)} .. ${shown(range.max)}`
  if (range?.min !== undefined) return `>= ${shown(range.min)}`
  return range?.max === undefined ? '' : `<= ${shown(range.max)}`
}

/** Each step in words, and below it the formula as it is written. */
function stepLines(method: Method, lang: Lang, room: number): readonly string[] {
  const words = new Map([...method.inputs, ...method.steps].map(({ name, label }) => [name, label[lang]]))
  return method.steps.flatMap(({ name, label, unit, show, formula }) => {
    const parsed = parseFormula(formula)
    const spoken = 'ast' in parsed ? toText(parsed.ast, (used) => words.get(used) ?? used, 'plain') : formula
    return [
      `${label[lang]} (${show ?? unit})`,
      ...wrapText(`= ${spoken}`, room - 2).map((line) => `  ${line}`),
      ...wrapText(`${name} = ${formula}`, room - 2).map((line) => `  ${line}`),
    ]
  })
}

/** The example as a command that can be run, and what it gives, computed now. */
function exampleLines(
  method: Method,
  example: MethodExample | undefined,
  lang: Lang,
  room: number,
): readonly string[] {
  if (example === undefined) return []
  const run = runExample(method, example)
  if ('wrong' in run) return []
  const answers = [...new Set([...Object.values(run.method.outputs), ...run.method.results])]
  const given = Object.entries(example.given).map(([name, texts]) => `${name}="${texts.join('; ')}"`)
  return [
    ...wrapText(`recp calc ${method.id} ${given.join(' ')}`, room),
    `${labels.gives[lang]}:`,
    ...columns(
      run.method.steps
        .filter(({ name }) => answers.includes(name))
        .map((step) => {
          const figure = {
            id: step.name,
            kind: 'derived' as const,
            ...step,
            value: run.values.get(step.name) ?? null,
          }
          return [`  ${step.label[lang]}`, showFigure(figure, lang, 'ascii', 6)]
        }),
    ),
  ]
}

/** `DOE-ST4: title (2012)`, one line a reference; what nobody here has read says so. */
export function sourceLines(content: Content, ids: readonly string[], lang: Lang): readonly string[] {
  return ids.map((id) => {
    const known = content.references.get(id)
    if (known === undefined) return id
    const year = known.year === '' ? '' : ` (${known.year})`
    const unread = known.verification === 'title-only' ? `; ${labels.titleOnly[lang]}` : ''
    return `${id}: ${known.title}${year}${unread}`
  })
}
