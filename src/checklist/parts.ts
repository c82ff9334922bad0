import { needs, parseFormula, type Ast } from '../formula/index.js'
import type { VariableLookup } from '../model/variables.js'
import type { ChecklistEntry, Part, Variable } from '../templates/content.js'
import type { Reply } from './decide-outcome.js'

/** What decides whether a factory has its parts. */
export type PartsInput = {
  readonly parts: ReadonlyMap<string, Part>
  readonly dictionary: ReadonlyMap<string, Variable>
  readonly variables: VariableLookup
  readonly answers: Readonly<Record<string, { readonly answer: Reply }>>
  /** Kinds of the steps of the site. */
  readonly stepKinds: ReadonlySet<string>
  /** The list of machines is complete: a part with machines of its own that none of them belongs to is not there. */
  readonly complete: boolean
  /** ISIC classes of the sector: what no factory of its kind has is not there. */
  readonly classes?: readonly string[]
}

/** Whether a part of the factory is there; `null` where nothing says so. */
export type Presence = {
  readonly part: Part
  readonly there: boolean | null
  /** It is said not to be there, and the file shows it. */
  readonly contradicts: boolean
}

/** The word of a variable, its first or its first few (`tank`, `tank.hot`) → presence of the part that it is about. */
export type Presences = ReadonlyMap<string, Presence>

/** Whether the list of machines is said to be complete: the part of the content that asks for it is answered yes. */
export function isComplete({ parts, answers }: Pick<PartsInput, 'parts' | 'answers'>): boolean {
  return [...parts.values()].some((part) => part.complete === true && answers[part.id]?.answer === 'yes')
}

/**
 * What the file shows goes before what is answered: machines that are listed, values that are known. Then the answer
 * under the name of the part; then the kind of factory; then the complete list of machines.
 */
export function presencesOf(input: PartsInput): Presences {
  const shown = knownWords(input)
  const found = [...input.parts.values()].map((part): Presence => {
    const reply = Object.hasOwn(input.answers, part.id) ? input.answers[part.id]?.answer : undefined
    const shows =
      part.words.some((word) => shown.has(word)) ||
      part.machines.some((system) => input.variables.machines(system).length > 0) ||
      part.steps.some((kind) => input.stepKinds.has(kind))
    if (shows) return { part, there: true, contradicts: reply === 'no' || reply === 'n/a' }
    if (reply !== undefined) return { part, there: reply === 'yes', contradicts: false }
    const none = isAbsent(part, input.classes ?? []) || (input.complete && part.machines.length > 0)
    return { part, there: none ? false : null, contradicts: false }
  })
  return new Map(found.flatMap((presence) => presence.part.words.map((word) => [word, presence] as const)))
}

/**
 * First words of the variables that say that something is there, of the site or of one of its machines; a count of none,
 * or a no, is no sign.
 */
function knownWords({ dictionary, variables }: PartsInput): ReadonlySet<string> {
  const says = (name: string, machine?: string): boolean => {
    const value = variables.get(name, machine)?.value
    return value !== undefined && value !== 0 && value !== false && value !== 'none'
  }
  const machinesOf = (name: string): readonly string[] =>
    variables.machines((name.split('.')[0] ?? '').replaceAll('_', '-'))
  const names = [...dictionary.keys()].filter(
    (name) => says(name) || machinesOf(name).some((machine) => says(name, machine)),
  )
  return new Set(names.flatMap(wordsOf))
}

/** `tank.hot.open_area` → `tank`, `tank.hot`, `tank.hot.open_area`: a part may be about any of them. */
export function wordsOf(name: string): readonly string[] {
  const words = name.split('.')
  return words.map((_, index) => words.slice(0, index + 1).join('.'))
}

/** Whether no factory of these ISIC classes has a part; one of several classes has it as soon as one of them may. */
export function isAbsent({ absentIn }: Part, classes: readonly string[]): boolean {
  return classes.length > 0 && classes.every((code) => absentIn.some((start) => code.startsWith(start)))
}

/**
 * Entry by entry the part that it stands or falls with, where that is not known to be there. A part on which a single
 * open entry hangs is not asked for first: the question of the entry is enough.
 */
export function doubtfulParts(
  entries: readonly ChecklistEntry[],
  presences: Presences,
  answers: PartsInput['answers'],
): ReadonlyMap<ChecklistEntry, Presence> {
  const found = new Map(
    entries.flatMap((entry) => {
      const doubt = doubtfulPart(entry, presences)
      return doubt === undefined ? [] : [[entry, doubt] as const]
    }),
  )
  const open = [...found].filter(([{ id }]) => !Object.hasOwn(answers, id)).map(([, { part }]) => part.id)
  const alone = ({ there, part }: Presence): boolean =>
    there === null && open.filter((id) => id === part.id).length < 2
  return new Map([...found].filter(([, doubt]) => !alone(doubt)))
}

/**
 * The part that an entry stands or falls with, where it is not known to be there: one without which its condition
 * cannot hold. A part that is not there goes before one of which nothing is known.
 */
function doubtfulPart(entry: ChecklistEntry, presences: Presences): Presence | undefined {
  const parsed = parseFormula(entry.when)
  const needed = 'ast' in parsed ? neededWords(parsed.ast) : new Set<string>()
  const words = entry.per === undefined ? [...needed] : [entry.per.replaceAll('-', '_'), ...needed]
  const doubtful = words.flatMap((word) => presences.get(word) ?? []).filter(({ there }) => there !== true)
  return doubtful.find(({ there }) => there === false) ?? doubtful[0]
}

/** Words without which a condition cannot be true: of `and` those of both sides, of `or` those that both share. */
function neededWords(ast: Ast): ReadonlySet<string> {
  if (ast.kind === 'name') return new Set(wordsOf(ast.name))
  if (ast.kind === 'compare') return new Set(needs(ast).flatMap(wordsOf))
  if (ast.kind !== 'logic') return new Set()
  const [left, right] = [neededWords(ast.left), neededWords(ast.right)]
  return new Set(ast.op === 'and' ? [...left, ...right] : [...left].filter((word) => right.has(word)))
}
