import type { Lang } from '../../model/text.js'
import type { Asker } from '../asker.js'
import type { Screen } from '../call.js'
import { wrapText } from '../text-width.js'
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
  /** Questions that are left for another time. */
  readonly open: number
  readonly stopped?: Exclude<Saved, 'saved' | 'changed'>
}

/** Asks the questions one by one and saves every answer at once; back goes to the question before. */
export async function interview(walk: Interview): Promise<Walked> {
  const { questions, lang, screen } = walk
  const trail: Trail = []
  const answered = (): string[] =>
    trail.flatMap(({ index, answer }) => (answer === undefined ? [] : [questions[index]?.entry ?? '']))
  const walked = (): Walked => ({
    answered: answered(),
    open: askedOf(questions, trail).length - answered().length,
  })
  let index = 0
  while (index < questions.length) {
    const question = questions[index] as Question
    const asked = askedOf(questions, trail)
    if (!asked.includes(question)) {
      index += 1
      continue
    }
    show(walk, question, asked)
    const reply = await replyTo(walk, question)
    if (reply === 'leave') return walked()
    if (reply === 'back') {
      index = await goBack(walk, trail, index)
      continue
    }
    if (reply === 'skip') trail.push({ index })
    else {
      const saved = await walk.file.save(question.entry, reply)
      if (typeof saved === 'object') return { ...walked(), stopped: saved }
      trail.push({ index, answer: reply.answer })
      screen.print(`  ${screen.paint('good', walkTexts.kept[lang](reply.answer))}\n`)
    }
    index += 1
  }
  return walked()
}

/** Places in the list that were asked, in order, with the answer that was saved: back finds there what to take out. */
type Trail = { readonly index: number; readonly answer?: WalkAnswer['answer'] }[]

/** The questions that are asked as things stand: of a doubtful part only once it is said to be there. */
export function askedOf(questions: readonly Question[], trail: Readonly<Trail>): readonly Question[] {
  const there = new Set(
    trail.flatMap(({ index, answer }) => (answer === 'yes' ? [questions[index]?.entry ?? ''] : [])),
  )
  return questions.filter(({ part }) => part === undefined || there.has(part))
}

/** The head of a group where it begins, and what helps to answer a question. */
function show({ screen, lang }: Interview, question: Question, asked: readonly Question[]): void {
  const { paint, print, width } = screen
  const index = asked.indexOf(question)
  const before = asked[index - 1]
  const inGroup = asked.filter(({ group, turn }) => group === question.group && turn === question.turn)
  if (before?.turn === 'first' && question.turn !== 'first')
    print(`\n${paint('strong', walkTexts.more[lang](asked.length - index))}\n`)
  if (before?.group !== question.group || before.turn !== question.turn)
    print(`\n${paint('strong', capital(question.group))}  ${paint('quiet', `(${inGroup.length})`)}\n`)
  print(`\n${paint('quiet', `${index + 1}/${asked.length}  ${question.entry}`)}\n`)
  const tell = (label: string, text = ''): void => {
    if (text !== '') print(`  ${wrapText(`${label}: ${text}`, Math.max(40, width) - 4).join('\n    ')}\n`)
  }
  tell(walkTexts.where[lang], question.places.join(', '))
  tell(walkTexts.why[lang], question.reason)
  tell(walkTexts.worth[lang], question.worth)
  tell(walkTexts.noted[lang], question.note)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

type Reply = WalkAnswer | 'skip' | 'back' | 'leave'

const CHOICES = ['yes', 'no', 'n/a', 'skip', 'note', 'back', 'leave'] as const

/** What may be said to a question; of a part only whether it is there. */
function choicesOf(
  { kind }: Question,
  lang: Lang,
): readonly { readonly value: string; readonly name: string }[] {
  const words = kind === 'part' ? { ...walkTexts, yes: walkTexts.there, no: walkTexts.none } : walkTexts
  return CHOICES.filter((value) => kind === 'entry' || value !== 'n/a').map((value) => ({
    value,
    name: words[value][lang],
  }))
}

async function replyTo({ asker, lang }: Interview, question: Question): Promise<Reply> {
  let note: string | undefined
  for (;;) {
    const choices = choicesOf(question, lang)
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
  trail: Trail,
  index: number,
): Promise<number> {
  const last = trail.at(-1)
  if (last === undefined) {
    screen.print(`  ${walkTexts.first[lang]}\n`)
    return index
  }
  if (last.answer !== undefined && (await file.undo()) !== 'saved') {
    screen.print(`  ${screen.paint('warning', walkTexts.changed[lang])}\n`)
    return index
  }
  trail.pop()
  const entry = questions[last.index]?.entry ?? ''
  if (last.answer !== undefined) screen.print(`  ${walkTexts.undone[lang](entry)}\n`)
  return last.index
}
