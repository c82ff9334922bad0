import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { NO_PLACES } from '../../model/place.js'
import type { Starter } from '../../templates/starters.js'
import { contentFolders, misuse, type Call, type Outcome } from '../call.js'
import { EXIT } from '../io.js'
import { problemOf } from '../problem.js'
import { printProblem } from '../read-sites.js'
import { screenTexts } from '../texts.js'
import { writeTold } from '../write-told.js'
import { askStarter, pickStarter, usualFor } from './ask-starter.js'
import { composeSite, idOf } from './compose-site.js'
import type { StarterAnswers } from './starter-answers.js'
import { wizardTexts } from './wizard-texts.js'
import { starterText } from './write-starter.js'

/** Options that answer a question of the wizard. */
export const WIZARD_OPTIONS = [
  'name',
  'sector',
  'country',
  'currency',
  'products',
  'utilities',
  'period',
  'yes',
]

/** `recp init` without an example: asks for what the options leave open, and writes a site file to fill in. */
export async function startSite(call: Call): Promise<Outcome> {
  const answered =
    call.values.has('yes') || WIZARD_OPTIONS.every((option) => option === 'yes' || call.values.has(option))
  const asker = answered ? null : await call.io.asker?.(call.lang)
  if (asker === undefined) {
    const message = wizardTexts.noTerminal[call.lang]('recp init')
    return misuse(call, message, 'recp init --yes, or recp init <example>')
  }
  return asked(call, { call, asker })
}

async function asked(call: Call, asking: Parameters<typeof pickStarter>[0]): Promise<Outcome> {
  const folder = call.args[0]
  const shownEarly = folder === undefined ? undefined : join(folder, 'site.yaml')
  if (shownEarly !== undefined && existsSync(resolve(call.io.cwd, shownEarly)))
    return misuse(call, wizardTexts.fileThere[call.lang](shownEarly))
  const { content } = await call.engine.loadContent(contentFolders(call))
  const starter = await pickStarter(asking, content)
  if ('wrong' in starter) return misuse(call, starter.wrong, 'recp list sectors')
  const answers = await askStarter(
    asking,
    starter,
    usualFor(call, nameFor(asking, folder, starter), content.version),
  )
  if ('wrong' in answers) return misuse(call, answers.wrong)
  const shown = join(folder ?? idOf(answers.name), 'site.yaml')
  if (existsSync(resolve(call.io.cwd, shown))) return misuse(call, wizardTexts.fileThere[call.lang](shown))
  const ask = starter.ask.map((fact) => ({
    fact,
    variable: content.variables.get(fact.replaceAll('-', '_')),
  }))
  return write(call, answers, shown, starterText(composeSite(starter, answers), ask, call.lang))
}

/** A person is asked for a name and gives one; who asks nothing gets that of the folder or of the starter. */
function nameFor(
  { asker }: Parameters<typeof pickStarter>[0],
  folder: string | undefined,
  { id }: Starter,
): string {
  return folder ?? (asker === null ? id : '')
}

async function write(call: Call, answers: StarterAnswers, shown: string, text: string): Promise<Outcome> {
  const failed = await writeTold(resolve(call.io.cwd, shown), shown, text)
  if (failed !== null) {
    if (!call.json) printProblem(call, call.err, failed, NO_PLACES)
    const told = problemOf(failed, { places: NO_PLACES, lang: call.lang, file: shown })
    return { exit: EXIT.input, problems: [told] }
  }
  call.out.print(`${screenTexts.wrote[call.lang](shown, '')}\n`)
  const path = /[^\w./\\:-]/.test(shown) ? `"${shown}"` : shown
  if (!call.quiet) {
    call.out.print(`\n${screenTexts.next[call.lang](`recp check ${path}`)}\n`)
    call.out.print(`${screenTexts.next[call.lang](`recp walk ${path}`)}\n`)
  }
  return { exit: EXIT.done, result: { written: [shown], answers } }
}
