import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { NO_PLACES } from '../../model/place.js'
import { given, misuse, type Call, type Outcome } from '../call.js'
import { EXIT } from '../io.js'
import { countProblems, problemOf } from '../problem.js'
import { printProblem } from '../read-sites.js'
import { screenTexts, usageTexts } from '../texts.js'
import { timed } from '../timed.js'

/** `recp dev`: for those who write content. */
export async function dev(call: Call): Promise<Outcome> {
  const [what, ...rest] = call.args
  return what === 'new-entry' ? newEntry(call, rest) : checkTemplates(call, rest)
}

/** Reads a folder of templates as an audit would, and says everything that is wrong in it. */
async function checkTemplates(call: Call, [dir, extra]: readonly string[]): Promise<Outcome> {
  if (dir === undefined)
    return misuse(call, usageTexts.missingArgument[call.lang]('recp dev check-templates', '<dir>'))
  if (extra !== undefined)
    return misuse(call, usageTexts.tooMany[call.lang]('recp dev check-templates', extra))
  const checked = await timed(call, 'content', () => call.engine.checkTemplates(resolve(call.io.cwd, dir)))
  const place = { places: NO_PLACES, lang: call.lang, file: null }
  const problems = checked.diagnostics.map((diagnostic) => problemOf(diagnostic, place))
  const shown = checked.diagnostics.filter((_, index) => !call.quiet || problems[index]?.severity === 'error')
  if (!call.json) for (const diagnostic of shown) printProblem(call, call.err, diagnostic, NO_PLACES)
  const { errors } = countProblems(problems)
  if (!call.quiet) {
    const { entries, methods, files } = checked
    call.out.print(`${screenTexts.templatesChecked[call.lang](dir, { entries, methods, files, errors })}\n`)
  }
  const { entries, methods, files } = checked
  return { exit: errors > 0 ? EXIT.problems : EXIT.done, problems, result: { dir, files, entries, methods } }
}

const NAME = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/

/** Writes a first version of a checklist entry into a folder of templates; a file that is there stays. */
async function newEntry(call: Call, [dir, name, extra]: readonly string[]): Promise<Outcome> {
  const needs = usageTexts.missingArgument[call.lang]('recp dev new-entry', '<dir> <system>/<id>')
  if (dir === undefined || name === undefined) return misuse(call, needs)
  if (extra !== undefined) return misuse(call, usageTexts.tooMany[call.lang]('recp dev new-entry', extra))
  const [, system, id] = NAME.exec(name) ?? []
  if (system === undefined || id === undefined) return misuse(call, usageTexts.badEntryName[call.lang](name))
  const { newEntryText } = await import('../../templates/new-entry.js')
  const today = given(call, 'date') ?? new Date().toISOString().slice(0, 10)
  const file = join(dir, 'checklists', system, `${id}.yaml`)
  const path = resolve(call.io.cwd, file)
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(path, newEntryText(id, system, today), { flag: 'wx' })
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown
    if (!call.json) call.err.print(`${screenTexts.exists[call.lang](file)}\n`)
    return { exit: EXIT.input, result: { written: [], kept: [file] } }
  }
  call.out.print(`${screenTexts.wrote[call.lang](file, '')}\n`)
  if (!call.quiet) call.out.print(`\n${screenTexts.next[call.lang](`recp dev check-templates ${dir}`)}\n`)
  return { exit: EXIT.done, result: { written: [file], kept: [] } }
}
