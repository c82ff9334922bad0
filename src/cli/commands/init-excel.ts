import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { formQuestions } from '../../checklist/form-questions.js'
import { diagnose } from '../../diagnostics/catalogue.js'
import { NO_PLACES } from '../../model/place.js'
import { sameText, type Text } from '../../model/text.js'
import { SYSTEMS, termOf } from '../../report/xlsx/term-texts.js'
import type { FormParts } from '../../report/xlsx/intake/requests.js'
import type { Content } from '../../templates/content.js'
import { readExampleRows } from '../../templates/example-rows.js'
import type { Starter } from '../../templates/starters.js'
import { contentFolders, misuse, type Call, type Outcome } from '../call.js'
import { EXIT } from '../io.js'
import { packageRoot } from '../package-files.js'
import { problemOf } from '../problem.js'
import { printProblem } from '../read-sites.js'
import { screenTexts } from '../texts.js'
import { askStarter, OPEN, pickStarter } from '../wizard/ask-starter.js'
import { composeSite } from '../wizard/compose-site.js'
import type { StarterAnswers } from '../wizard/starter-answers.js'
import { writeFile } from '../write-file.js'

const PARTS = { en: 'the factory', vi: 'nhà máy' }

function onlyWith({ en, vi }: Text): Text {
  return { en: `only if there: ${en}`, vi: `chỉ khi có: ${vi}` }
}

/** What the form asks beside the schema: the questions of the sector's checklists, and what lists offer. */
function formParts(call: Call, starter: Starter, answers: StarterAnswers, content: Content): FormParts {
  const { parts, entries } = formQuestions(content, starter.sector)
  return {
    lang: call.lang,
    name: answers.name === '' ? starter.name : sameText(answers.name),
    site: composeSite(starter, answers),
    examples: readExampleRows(join(packageRoot(), 'templates', 'workbooks', 'example-rows.yaml')),
    questions: [
      // Which parts the factory has comes first: it settles many of the questions below.
      ...parts.map(({ id, question }) => ({ id, group: PARTS, text: question })),
      ...entries.map(({ entry: { id, system, question }, part }) => ({
        id,
        group: part === undefined ? termOf(SYSTEMS, system) : onlyWith(part.name),
        text: question,
      })),
    ],
    facts: starter.ask,
    ids: new Map([
      ['sector', [...content.sectors.keys()]],
      ['fuel', content.fuels.map(({ fuel }) => fuel)],
    ]),
  }
}

/** `recp init --excel`: the intake workbook of a sector; a file that is there is left as it is. */
export async function initExcel(call: Call): Promise<Outcome> {
  const { content } = await call.engine.loadContent(contentFolders(call))
  // The form asks for what no option says, so nobody is asked here.
  const asking = { call, asker: null }
  const starter = await pickStarter(asking, content)
  if ('wrong' in starter) return misuse(call, starter.wrong, 'recp list sectors')
  const answers = await askStarter(asking, starter, OPEN)
  if ('wrong' in answers) return misuse(call, answers.wrong)
  const [target = ''] = call.args
  const shown = /\.xlsx$/i.test(target) ? target : join(target, 'intake.xlsx')
  const path = resolve(call.io.cwd, shown)
  const there = await stat(path).catch(() => null)
  const { formRequest } = await import('../../report/xlsx/intake/requests.js')
  const { writeIntake } = await import('../../report/xlsx/intake/write-intake.js')
  const failure =
    there === null
      ? await writeFile(path, await writeIntake(formRequest(formParts(call, starter, answers, content))))
      : 'exists'
  if (failure !== null) {
    const problem =
      failure === 'exists'
        ? diagnose('L134', '', { file: shown })
        : diagnose('L132', '', { file: shown, reason: failure })
    if (!call.json) printProblem(call, call.err, problem, NO_PLACES)
    const place = { places: NO_PLACES, lang: call.lang, file: null }
    return { exit: EXIT.input, problems: [problemOf(problem, place)] }
  }
  call.out.print(`${screenTexts.wrote[call.lang](shown, '')}\n`)
  if (!call.quiet) call.out.print(`\n${screenTexts.next[call.lang](`recp check ${shown}`)}\n`)
  return { exit: EXIT.done, result: { starter: starter.id, written: [shown], answers } }
}
