import type { Audit, Finding } from '../../model/audit.js'
import type { Stake, Turn } from '../../model/opportunities.js'
import { asText, type Lang } from '../../model/text.js'
import { showFigure } from '../../report/show-figure.js'
import { SYSTEMS, termOf } from '../../report/xlsx/term-texts.js'
import type { Site } from '../../schema/site.js'
import type { Content } from '../../templates/content.js'
import { walkTexts } from './walk-texts.js'

/** One question of the walk. */
export type Question = {
  readonly entry: string
  /** `part`: whether a part of the factory is there at all; it is answered under the name of the part. */
  readonly kind: 'entry' | 'part'
  readonly turn: Turn
  /** It is only asked where this part is said to be there. */
  readonly part?: string
  /** System that it belongs to, by its name. */
  readonly group: string
  /** Machines it is about, with the steps where they stand. */
  readonly places: readonly string[]
  readonly question: string
  readonly reason: string
  /** The money at stake, in words. */
  readonly worth?: string
  readonly answer?: 'yes' | 'no' | 'n/a'
  readonly note?: string
}

/** Outcomes that an answer can still change. */
const OPEN: ReadonlySet<Finding['outcome']> = new Set(['look', 'needs-data', 'found', 'in-place'])

const TURNS: readonly Turn[] = ['first', 'then', 'last']

type Choices = {
  readonly site: Site
  readonly content: Content
  readonly lang: Lang
  readonly all: boolean
  readonly first: boolean
}

/**
 * The questions that apply to this factory: which parts it has, where nothing says so; then what comes first, then the
 * rest, system by system, that one first at which most money is at stake. What the figures settle by themselves is not asked; with `all`,
 * what is answered already is asked again; with `first`, only what comes first, in doubtful parts what has the first priority.
 */
export function questionsOf(
  audit: Pick<Audit, 'findings' | 'evaluation' | 'figures'>,
  choices: Choices,
): readonly Question[] {
  const { site, content, lang, all, first } = choices
  const open = new Map(audit.evaluation.stakes.map((one, index) => [one.entry, { ...one, index }] as const))
  const seen = new Set<string>()
  const asked = audit.findings
    .filter((finding) => {
      if (seen.has(finding.entry) || !isAsked(finding, site, all)) return false
      seen.add(finding.entry)
      return true
    })
    .map((finding): Asked => {
      const one = open.get(finding.entry)
      const { priority, part } = finding
      // What is answered or found has no turn of its own: the priority of its entry decides.
      const turn = part === undefined ? (one?.turn ?? (priority === 1 ? 'first' : 'then')) : 'last'
      return { finding, turn, place: one?.index ?? open.size, ...(one && { stake: one.stake }) }
    })
  const kept = asked.filter(
    ({ turn, finding }) => !first || turn === 'first' || (turn === 'last' && finding.priority === 1),
  )
  return [
    ...partQuestions(
      asked.map(({ finding }) => finding),
      content,
      lang,
    ),
    ...inGroups(kept).map((one) => questionOf(one, audit, choices)),
  ]
}

type Asked = {
  readonly finding: Finding
  readonly turn: Turn
  /** Place in the order of what is open. */
  readonly place: number
  readonly stake?: Stake
}

/** Turn by turn, system by system: the system first at which most money is at stake, in it what is worth most. */
function inGroups(asked: readonly Asked[]): readonly Asked[] {
  const groupOf = ({ turn, finding }: Asked): string => `${turn} ${finding.system}`
  const best = new Map<string, number>()
  for (const one of asked) {
    const group = groupOf(one)
    best.set(group, Math.min(best.get(group) ?? one.place, one.place))
  }
  const groupPlace = (one: Asked): number => best.get(groupOf(one)) ?? 0
  return [...asked].sort(
    (a, b) =>
      TURNS.indexOf(a.turn) - TURNS.indexOf(b.turn) ||
      groupPlace(a) - groupPlace(b) ||
      (a.finding.system < b.finding.system ? -1 : a.finding.system > b.finding.system ? 1 : 0) ||
      a.place - b.place,
  )
}

/** Whether parts of the factory are there, the one first on which most hangs. */
function partQuestions(findings: readonly Finding[], content: Content, lang: Lang): readonly Question[] {
  const waiting = new Map<string, number>()
  for (const { part } of findings) {
    if (part?.there === null) waiting.set(part.id, (waiting.get(part.id) ?? 0) + 1)
  }
  return [...waiting]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .flatMap(([id, count]) => {
      const part = content.parts.get(id)
      if (part === undefined) return []
      return {
        entry: id,
        kind: 'part' as const,
        turn: 'first' as const,
        group: walkTexts.parts[lang],
        places: [],
        question: part.question[lang],
        reason: walkTexts.hangsOnIt[lang](count),
      }
    })
}

function isAsked({ entry, outcome, evidence }: Finding, site: Site, all: boolean): boolean {
  if (Object.hasOwn(site.answers, entry)) return all
  return OPEN.has(outcome) && evidence !== 'measured'
}

function questionOf(
  { finding, turn, stake }: Asked,
  audit: Pick<Audit, 'figures'>,
  { site, content, lang }: Choices,
): Question {
  const entry = content.entries.get(finding.entry)
  const given = Object.hasOwn(site.answers, finding.entry) ? site.answers[finding.entry] : undefined
  const worth = stake && worthOf(stake, audit, lang)
  return {
    entry: finding.entry,
    kind: 'entry',
    turn,
    ...(finding.part === undefined ? {} : { part: finding.part.id }),
    group: termOf(SYSTEMS, finding.system)[lang],
    places: entry?.per === undefined ? [] : placesOf(entry.per, site, lang),
    question: finding.question[lang],
    reason: entry?.reason[lang] ?? '',
    ...(worth === undefined ? {} : { worth }),
    ...(given === undefined ? {} : { answer: given.answer }),
    ...(given?.note === undefined ? {} : { note: given.note }),
  }
}

/** What it would save here if it applies, else what is spent on what it acts on. */
function worthOf(
  { saving, stream }: Stake,
  { figures }: Pick<Audit, 'figures'>,
  lang: Lang,
): string | undefined {
  const shown = (id: string | undefined): string | undefined => {
    const figure = id === undefined ? undefined : figures.find((one) => one.id === id)
    return figure?.value == null ? undefined : showFigure(figure, lang, 'ascii', 3)
  }
  const [saved, spent] = [shown(saving), shown(stream)]
  if (saved !== undefined) return walkTexts.saves[lang](saved)
  return spent === undefined ? undefined : walkTexts.partOf[lang](spent)
}

/** `Coal boiler 6 t/h (Boiler house)` */
function placesOf(system: string, site: Site, lang: Lang): readonly string[] {
  return Object.entries(site.equipment).flatMap(([id, machine]) => {
    if (machine.system !== system) return []
    const name = asText(machine.name, id)[lang]
    const step =
      machine.step === undefined ? undefined : asText(site.steps[machine.step]?.name, machine.step)[lang]
    return [step === undefined ? name : `${name} (${step})`]
  })
}
