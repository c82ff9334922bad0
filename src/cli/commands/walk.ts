import { resolve } from 'node:path'
import type { Audit } from '../../model/audit.js'
import type { Lang } from '../../model/text.js'
import { NO_PLACES } from '../../model/place.js'
import { checkingContentOf } from '../../templates/checking-content.js'
import type { Content } from '../../templates/content.js'
import { auditDate } from '../audit-choices.js'
import { wasLeft } from '../asker.js'
import { all, contentFolders, misuse, type Call, type Outcome } from '../call.js'
import { EXIT } from '../io.js'
import { problemOf } from '../problem.js'
import { printProblem, problemsOf, readSites } from '../read-sites.js'
import { nearest } from '../../model/near-names.js'
import { screenTexts, usageTexts } from '../texts.js'
import { columns } from '../text-width.js'
import { answerFile, type AnswerFile, type Saved } from '../walk/answer-file.js'
import type { WalkAnswer } from '../walk/answer-text.js'
import { askedOf, interview } from '../walk/interview.js'
import { questionsOf, type Question } from '../walk/questions.js'
import { walkTexts } from '../walk/walk-texts.js'
import { wizardTexts } from '../wizard/wizard-texts.js'

/** What `--answer` may say. */
const ANSWERS: ReadonlyMap<string, WalkAnswer['answer']> = new Map([
  ['yes', 'yes'],
  ['có', 'yes'],
  ['no', 'no'],
  ['không', 'no'],
  ['n/a', 'n/a'],
])

type Given = { readonly entry: string; readonly answer: WalkAnswer }

/** `--answer entry=yes` with the `--note entry=text` of the same entry; or what is wrong with one of them. */
function givenAnswers(call: Call, content: Content): readonly Given[] | Outcome {
  const { lang } = call
  const notes = new Map(all(call, 'note').map((written) => splitAt(written)))
  const answers: Given[] = []
  for (const written of all(call, 'answer')) {
    const [entry, said] = splitAt(written)
    const answer = ANSWERS.get(said.normalize('NFC').toLowerCase())
    if (answer === undefined) return misuse(call, walkTexts.wrongAnswer[lang](written))
    if (!content.entries.has(entry) && !content.parts.has(entry)) {
      const near = nearest(entry, [...content.entries.keys(), ...content.parts.keys()])
      return misuse(call, usageTexts.unknownEntry[lang](entry, near), 'recp list checklists')
    }
    const note = notes.get(entry)
    notes.delete(entry)
    answers.push({ entry, answer: note === undefined || note === '' ? { answer } : { answer, note } })
  }
  const [stray] = notes.keys()
  return stray === undefined ? answers : misuse(call, walkTexts.wrongNote[lang](stray))
}

/** What is said of an answer to a question for other kinds of factory. */
function ofOtherSectors({ lang }: Call, entry: string, content: Content): string {
  const names = (content.entries.get(entry)?.sectors ?? []).map(
    (id) => content.sectors.get(id)?.name[lang] ?? id,
  )
  return walkTexts.otherSector[lang](entry, names.join(', '))
}

/** An answer is kept although the file says that its question does not apply; why it does not is said. */
function warnOfStrange(call: Call, answers: readonly Given[], findings: Audit['findings']): void {
  for (const { entry } of answers) {
    const warning = strangeness(
      findings.filter((finding) => finding.entry === entry),
      call.lang,
    )
    if (warning !== undefined && !call.json) call.err.print(`${warning}\n`)
  }
}

/** Why an entry does not apply to the site: the figures settle it, or what it is about is not there. */
function strangeness(own: Audit['findings'], lang: Lang): string | undefined {
  const [first] = own
  if (first === undefined || !own.every(({ outcome }) => outcome === 'not-applicable')) return undefined
  const { entry, part, evidence, condition = '', seen } = first
  if (part?.there === false) return walkTexts.absent[lang](entry, part.name[lang], part.id)
  if (evidence !== 'measured') return undefined
  const values = seen.map(({ name, value }) => `${name} = ${value ?? '?'}`).join(', ')
  return walkTexts.settled[lang](entry, condition, values)
}

function splitAt(written: string): [string, string] {
  const at = written.indexOf('=')
  return at < 0 ? [written, ''] : [written.slice(0, at).trim(), written.slice(at + 1).trim()]
}

/** Why an answer was not written, told as a usage error or as a problem of the file. */
function notSaved(call: Call, shown: string, saved: Exclude<Saved, 'saved' | 'changed'>): Outcome {
  if ('refused' in saved)
    return { ...misuse(call, walkTexts[saved.refused][call.lang](shown)), exit: EXIT.input }
  if (!call.json) printProblem(call, call.err, saved.failed, NO_PLACES)
  const told = problemOf(saved.failed, { places: NO_PLACES, lang: call.lang, file: shown })
  return { exit: EXIT.input, problems: [told] }
}

async function saveGiven(
  call: Call,
  shown: string,
  file: AnswerFile,
  answers: readonly Given[],
): Promise<Outcome> {
  for (const { entry, answer } of answers) {
    const saved = await file.save(entry, answer)
    if (typeof saved === 'object') return notSaved(call, shown, saved)
    if (!call.quiet) call.out.print(`${walkTexts.saved[call.lang](entry, answer.answer)}\n`)
  }
  return { exit: EXIT.done, result: { answered: answers.map(({ entry }) => entry) } }
}

function listed(call: Call, questions: readonly Question[]): Outcome {
  const rows = questions.map(({ group, entry, question }) => [group, entry, question])
  if (rows.length > 0) call.out.print(`${columns(rows).join('\n')}\n`)
  else if (!call.quiet) call.out.print(`${walkTexts.nothing[call.lang]}\n`)
  return { exit: EXIT.done, result: { questions } }
}

/** The interview on the terminal: begins where the file leaves off, ends with how many are left. */
async function asked(
  call: Call,
  shown: string,
  file: AnswerFile,
  questions: readonly Question[],
  done: number,
): Promise<Outcome> {
  const { lang, err: screen } = call
  const asker = await call.io.asker?.(lang)
  if (asker === undefined)
    return misuse(
      call,
      wizardTexts.noTerminal[lang]('recp walk'),
      'recp walk <site> --list, or --answer <entry>=yes',
    )
  if (questions.length === 0) {
    call.out.print(`${walkTexts.nothing[lang]}\n`)
    return { exit: EXIT.done, result: { answered: [], open: 0 } }
  }
  const now = askedOf(questions, [])
  screen.print(`${walkTexts.begin[lang](now.length, done)}\n`)
  const first = now.filter(({ turn }) => turn === 'first').length
  if (first > 0 && first < now.length) screen.print(`${walkTexts.onlyFirst[lang](first)}\n`)
  try {
    const { answered, open, stopped } = await interview({ questions, asker, file, screen, lang })
    if (stopped !== undefined) return notSaved(call, shown, stopped)
    call.out.print(`\n${walkTexts.end[lang](answered.length, open)}\n`)
    call.out.print(`${screenTexts.next[lang](`recp audit ${shown}`)}\n`)
    return { exit: EXIT.done, result: { answered, open } }
  } catch (thrown) {
    if (wasLeft(thrown)) screen.print(`\n${walkTexts.left[lang]}\n`)
    throw thrown
  }
}

/** `recp walk`: the walk-through interview over the checklist questions that apply; answers go into the site file. */
export async function walk(call: Call): Promise<Outcome> {
  const shown = call.args[0] ?? ''
  if (!/\.(ya?ml|xlsx)$/i.test(shown)) return misuse(call, walkTexts.otherFile[call.lang](shown))
  const date = auditDate(call)
  if ('exit' in date) return date
  const { content } = await call.engine.loadContent(contentFolders(call))
  const answers = givenAnswers(call, content)
  if ('exit' in answers) return answers
  const [site] = await readSites(call, checkingContentOf(content))
  const valid = site?.checked?.value ?? null
  const file = answerFile(resolve(call.io.cwd, shown), shown)
  const run =
    site === undefined || valid === null ? undefined : await call.engine.audit(site, { content, ...date })
  if (site === undefined || valid === null || run?.audit === null || run === undefined) {
    const problems = site === undefined ? [] : problemsOf(call, site, site.diagnostics)
    if (!call.json && site !== undefined)
      for (const { diagnostic } of problems) printProblem(call, call.err, diagnostic, site.places)
    return { exit: EXIT.input, problems: problems.map(({ problem }) => problem) }
  }
  if (answers.length > 0) {
    const stray = answers.find(
      ({ entry }) => content.entries.has(entry) && !run.audit?.findings.some((one) => one.entry === entry),
    )
    if (stray !== undefined) return misuse(call, ofOtherSectors(call, stray.entry, content))
    warnOfStrange(call, answers, run.audit.findings)
    return saveGiven(call, shown, file, answers)
  }
  const [again, first] = [call.values.has('all'), call.values.has('first')]
  const choices = { site: valid, content, lang: call.lang, all: again, first }
  const questions = questionsOf(run.audit, choices)
  if (call.values.has('list')) return listed(call, questions)
  return asked(call, shown, file, questions, Object.keys(valid.answers).length)
}
