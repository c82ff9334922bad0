import type { Lang } from '../../model/text.js'
import type { Asker } from '../asker.js'
import type { Screen } from '../call.js'
import type { AnswerFile, Saved } from './answer-file.js'
import type { WalkAnswer } from './answer-text.js'
import type { Question } from './questions.js'
import { walkTexts } from './walk-texts.js'

export type Interview = {
  readonly questions: readonly Question[]
  readonly asker: Asker
  readonly file: AnswerFile
  readonly screen: Screen
  readonly lang: Lang
}

/** How an interview went; `stopped` where an answer could not be written. */
export type Walked = {
  readonly answered: readonly string[]
  readonly stopped?: Exclude<Saved, 'saved' | 'changed'>
}

/** Asks the questions one by one and saves every answer at once; back goes to the question before. */
export async function interview(walk: Interview): Promise<Walked> {
  const { questions, lang, screen } = walk
  /** Places in the list that were answered, in order, so that back finds what to take out. */
  const trail: { readonly index: number; readonly saved: boolean }[] = []
  const answered = (): string[] =>
    trail.flatMap(({ index, saved }) => (saved ? [questions[index]?.entry ?? ''] : []))
  let index = 0
  while (index < questions.length) {
    const question = questions[index] as Question
    show(walk, question, index)
    const reply = await replyTo(walk, question)
    if (reply === 'leave') return { answered: answered() }
    if (reply === 'back') {
      index = await goBack(walk, trail, index)
      continue
    }
    if (reply === 'skip') trail.push({ index, saved: false })
    else {
      const saved = await walk.file.save(question.entry, reply)
      if (typeof saved === 'object') return { answered: answered(), stopped: saved }
      trail.push({ index, saved: true })
      screen.print(`  ${screen.paint('good', walkTexts.kept[lang](reply.answer))}\n`)
    }
    index += 1
  }
  return { answered: answered() }
}

/** The head of a group where it begins, and what helps to answer a question. */
function show({ questions, screen, lang }: Interview, question: Question, index: number): void {
  const { paint, print } = screen
  const inGroup = questions.filter(({ group }) => group === question.group)
  if (questions[index - 1]?.group !== question.group)
    print(`\n${paint('strong', capital(question.group))}  ${paint('quiet', `(${inGroup.length})`)}\n`)
  print(`\n${paint('quiet', `${index + 1}/${questions.length}  ${question.entry}`)}\n`)
  if (question.places.length > 0) print(`  ${walkTexts.where[lang]}: ${question.places.join(', ')}\n`)
  if (question.reason !== '') print(`  ${walkTexts.why[lang]}: ${question.reason}\n`)
  if (question.note !== undefined) print(`  ${walkTexts.noted[lang]}: ${question.note}\n`)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

type Reply = WalkAnswer | 'skip' | 'back' | 'leave'

const CHOICES = ['yes', 'no', 'n/a', 'skip', 'note', 'back', 'leave'] as const

async function replyTo({ asker, lang }: Interview, question: Question): Promise<Reply> {
  let note: string | undefined
  for (;;) {
    const choices = CHOICES.map((value) => ({ value, name: walkTexts[value][lang] }))
    const usual = question.answer === undefined ? {} : { default: question.answer }
    const reply = await asker.select({ message: question.question, choices, ...usual })
    if (reply === 'skip' || reply === 'back' || reply === 'leave') return reply
    if (reply !== 'note')
      return { answer: reply as WalkAnswer['answer'], ...(note === undefined ? {} : { note }) }
    const written = await asker.input({ message: walkTexts.noteAsked[lang] })
    note = written === '' ? undefined : written
  }
}

/** The question before, with its answer taken out of the file again. */
async function goBack(
  { file, screen, questions, lang }: Interview,
  trail: { readonly index: number; readonly saved: boolean }[],
  index: number,
): Promise<number> {
  const last = trail.at(-1)
  if (last === undefined) {
    screen.print(`  ${walkTexts.first[lang]}\n`)
    return index
  }
  if (last.saved && (await file.undo()) !== 'saved') {
    screen.print(`  ${screen.paint('warning', walkTexts.changed[lang])}\n`)
    return index
  }
  trail.pop()
  const entry = questions[last.index]?.entry ?? ''
  if (last.saved) screen.print(`  ${walkTexts.undone[lang](entry)}\n`)
  return last.index
}
