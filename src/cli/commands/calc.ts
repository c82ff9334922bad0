import { calculate } from '../../calculate/calculate.js'
import type { Calculated } from '../../model/calculated.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { severityOf } from '../../diagnostics/severity.js'
import { resolve } from 'node:path'
import { askInputs } from '../ask-inputs.js'
import { calculationText } from '../calc-view.js'
import { contentFolders, given, misuse, type Call, type Outcome } from '../call.js'
import { givenValues, type GivenValues } from '../given-values.js'
import { EXIT } from '../io.js'
import { problemOf } from '../problem.js'
import { printProblem } from '../read-sites.js'
import { nearest } from '../../model/near-names.js'
import { screenTexts, usageTexts } from '../texts.js'
import { timed } from '../timed.js'
import { writeTold } from '../write-told.js'

/** `recp calc`: one calculation by one method, from words, a file, or what a person answers. */
export async function calc(call: Call): Promise<Outcome> {
  const name = call.args[0] ?? ''
  const sheet = given(call, 'xlsx')
  if (sheet !== undefined && !/\.xlsx$/i.test(sheet))
    return misuse(call, usageTexts.sheetExtension[call.lang](sheet))
  const { content } = await timed(call, 'content', () => call.engine.loadContent(contentFolders(call)))
  const method = content.methods.get(name)
  if (method === undefined) {
    const near = nearest(name, [...content.methods.keys()])
    return misuse(call, usageTexts.unknownMethod[call.lang](name, near), 'recp list methods')
  }
  const read = await givenValues(call)
  if ('exit' in read) return read
  if (read.diagnostics.some((one) => severityOf(one) === 'error'))
    return ended(call, read, null, read.diagnostics)
  const { lang } = call
  const asker = call.json || call.values.has('yes') ? undefined : await call.io.asker?.(lang)
  const values =
    asker === undefined ? read.values : await askInputs({ method, content, lang, asker }, read.values)
  const { value, diagnostics } = calculate(method, values, content)
  const all = [...read.diagnostics, ...diagnostics]
  if (value === null || sheet === undefined) return ended(call, read, value, all)
  const bytes = await timed(call, 'render xlsx', () => call.engine.calculationSheet(value, call.lang))
  const failed = await writeTold(resolve(call.io.cwd, sheet), sheet, bytes, read.paths)
  return ended(
    call,
    read,
    value,
    failed === null ? all : [...all, failed],
    failed === null ? sheet : undefined,
  )
}

/** Prints what there is to say; the exit code is that of the worst of it. */
function ended(
  call: Call,
  { places, files }: GivenValues,
  value: Calculated | null,
  diagnostics: readonly Diagnostic[],
  written?: string,
): Outcome {
  if (!call.json) for (const one of diagnostics) printProblem(call, call.err, one, places)
  if (value !== null) call.out.print(calculationText(value, { ...call.out, lang: call.lang }))
  if (written !== undefined) call.out.print(`\n${screenTexts.wrote[call.lang](written, '')}\n`)
  const errors = diagnostics.filter((one) => severityOf(one) === 'error')
  const unwritten = errors.some(({ code }) => code.startsWith('L'))
  return {
    exit: value === null || unwritten ? EXIT.input : errors.length > 0 ? EXIT.problems : EXIT.done,
    ...(value === null ? {} : { content: value.content }),
    input: files,
    problems: diagnostics.map((one) => problemOf(one, { places, lang: call.lang, file: null })),
    result: value,
  }
}
