import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { diagnose } from '../../diagnostics/catalogue.js'
import { NO_PLACES } from '../../model/place.js'
import { sameText } from '../../model/text.js'
import type { FormParts } from '../../report/xlsx/intake/requests.js'
import type { Content } from '../../templates/content.js'
import { readExampleRows } from '../../templates/example-rows.js'
import type { Starter } from '../../templates/starters.js'
import { contentFolders, given, misuse, type Call, type Outcome } from '../call.js'
import { EXIT } from '../io.js'
import { packageRoot } from '../package-files.js'
import { problemOf } from '../problem.js'
import { printProblem } from '../read-sites.js'
import { sectorNames, starterFor } from '../starters.js'
import { nearest } from '../../model/near-names.js'
import { screenTexts, usageTexts } from '../texts.js'
import { writeFile } from '../write-file.js'

const PARTS = { en: 'the factory', vi: 'nhà máy' }

/** What the form asks beside the schema: the questions of the sector's checklists, and what lists offer. */
function formParts(call: Call, starter: Starter, content: Content): FormParts {
  const entries = [...content.entries.values()].filter(
    ({ sectors }) =>
      sectors.length === 0 || (starter.sector !== undefined && sectors.includes(starter.sector)),
  )
  return {
    lang: call.lang,
    name: starter.name,
    ...(starter.sector === undefined ? {} : { sector: starter.sector }),
    site: starter.site,
    examples: readExampleRows(join(packageRoot(), 'templates', 'workbooks', 'example-rows.yaml')),
    questions: [
      // Which parts the factory has comes first: it settles many of the questions below.
      ...[...content.parts.values()].map(({ id, question }) => ({ id, group: PARTS, text: question })),
      ...entries.map(({ id, system, question }) => ({ id, group: sameText(system), text: question })),
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
  const sector = given(call, 'sector')
  const starter = starterFor(sector, content)
  if (starter === undefined) {
    const near = nearest(sector ?? '', sectorNames(content))
    return misuse(call, usageTexts.unknownSector[call.lang](sector ?? '', near), 'recp list sectors')
  }
  const [target = ''] = call.args
  const shown = /\.xlsx$/i.test(target) ? target : join(target, 'intake.xlsx')
  const path = resolve(call.io.cwd, shown)
  const there = await stat(path).catch(() => null)
  const { formRequest } = await import('../../report/xlsx/intake/requests.js')
  const { writeIntake } = await import('../../report/xlsx/intake/write-intake.js')
  const failure =
    there === null
      ? await writeFile(path, await writeIntake(formRequest(formParts(call, starter, content))))
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
  return { exit: EXIT.done, result: { starter: starter.id, written: [shown] } }
}
