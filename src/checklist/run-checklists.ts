import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { DoubtfulPart, Finding } from '../model/opportunities.js'
import type { VariableLookup } from '../model/variables.js'
import { pointerOf } from '../model/pointer.js'
import type { ChecklistEntry, Content, Sector } from '../templates/content.js'
import { decideOutcome } from './decide-outcome.js'
import type { Reply } from './decide-outcome.js'
import { doubtfulParts, isComplete, presencesOf, type Presence } from './parts.js'
import { judge, namesIn } from './evaluate-condition.js'
import type { Facts, Judged } from './evaluate-condition.js'
import { whyTrue } from './why.js'

/** A decision not to look at an entry, by somebody, for a time. */
export type EntryWaiver = {
  readonly entry: string
  readonly machine?: string
  readonly by: string
  readonly reason: string
  readonly until?: string
}

export type ChecklistInput = {
  readonly content: Pick<Content, 'entries' | 'variables' | 'sectors' | 'parts'>
  readonly variables: VariableLookup
  /** By the id of the entry. */
  readonly answers: Readonly<Record<string, Given>>
  /** Sector of the site; without it the entries of single sectors are left out. */
  readonly sector?: string
  readonly waivers?: readonly EntryWaiver[]
  /** The list of equipment is complete: what is not on it is not there. An answer may say so as well. */
  readonly complete?: boolean
  /** Kinds of the steps of the site, which show some of its parts. */
  readonly stepKinds?: ReadonlySet<string>
  /** Day of the audit, `2025-06-30`, against which waivers expire. */
  readonly date?: string
}

/**
 * What becomes of every checklist entry of the site's sector, in the order of the content; an entry of machines
 * has one finding for each machine. Contradictions, expired waivers and entries that could not be judged are
 * diagnostics.
 */
export function runChecklists(input: ChecklistInput): Staged<readonly Finding[]> {
  const { content, variables } = input
  const { parts } = content
  const complete = input.complete ?? isComplete({ parts, answers: input.answers })
  const facts: Facts = { dictionary: content.variables, variables, complete }
  const classes = classesOf(content, input.sector)
  const stepKinds = input.stepKinds ?? new Set<string>()
  const presences = presencesOf({ ...input, ...facts, parts, stepKinds, classes })
  const diagnostics: Diagnostic[] = [...expiredWaivers(input)]
  const contradicted = new Set([...presences.values()].filter(({ contradicts }) => contradicts))
  const all = entriesOf(input).map((entry) => ({ entry, of: judgements(facts, input, entry) }))
  const unknown = all.filter(({ of }) => of.some(({ judged }) => judged.truth === null))
  const doubts = doubtfulParts(
    unknown.map(({ entry }) => entry),
    presences,
    input.answers,
  )
  const findings = all.flatMap(({ entry, of }) =>
    of.map(({ machine, judged, reply }) => {
      const doubt = judged.truth === null ? doubts.get(entry) : undefined
      const finding = findingOf(input, facts, entry, { machine, judged, reply, doubt })
      if (doubt?.there === false && reply?.answer === 'yes') contradicted.add(doubt)
      diagnostics.push(...notices(entry, judged, finding))
      return finding
    }),
  )
  diagnostics.push(...contradictedParts(contradicted))
  return { value: findings, diagnostics }
}

/** ISIC classes of a sector, by any of its names. */
export function classesOf(content: Pick<Content, 'sectors'>, sector: string | undefined): readonly string[] {
  return sectorsNamed(content, sector).flatMap(({ isic }) => isic)
}

function sectorsNamed({ sectors }: Pick<Content, 'sectors'>, name: string | undefined): readonly Sector[] {
  if (name === undefined) return []
  return [...sectors.values()].filter(({ id, also }) => id === name || also.includes(name))
}

/** The entries for a sector. A generic entry gives way to the sector's own, unless it is answered itself. */
export function entriesOf({
  content,
  sector,
  answers,
}: Pick<ChecklistInput, 'sector' | 'answers'> & {
  readonly content: Pick<Content, 'entries' | 'sectors'>
}): readonly ChecklistEntry[] {
  const names = sectorNames(content, sector)
  const ours = [...content.entries.values()].filter(
    ({ sectors }) => sectors.length === 0 || sectors.some((name) => names.has(name)),
  )
  const replaced = new Set(ours.flatMap((entry) => entry.replaces))
  return ours.filter(({ id }) => !replaced.has(id) || Object.hasOwn(answers, id))
}

function sectorNames(content: Pick<Content, 'sectors'>, sector: string | undefined): ReadonlySet<string> {
  if (sector === undefined) return new Set()
  return new Set([sector, ...sectorsNamed(content, sector).map(({ id }) => id)])
}

/**
 * The machines to look at one by one: those of the entry's system, as soon as one of them says something of its
 * own; else the site as a whole.
 */
function machinesFor(facts: Facts, entry: ChecklistEntry): readonly (string | undefined)[] {
  if (entry.per === undefined) return [undefined]
  const { variables } = facts
  const names = namesIn(entry.when)
  const machines = variables.machines(entry.per)
  const saysItself = (machine: string): boolean =>
    names.some((name) => variables.get(name, machine)?.at !== variables.get(name)?.at)
  return machines.length === 1 || machines.some(saysItself) ? machines : [undefined]
}

type Given = { readonly answer: Reply; readonly note?: string }
type Judgement = {
  readonly machine: string | undefined
  readonly judged: Judged
  readonly reply: Given | undefined
  readonly doubt?: Presence | undefined
}

/**
 * The condition for every machine, with the answer that belongs to it. One answer is given for all machines: where
 * the figures settle it for one, it is not spread over those of which nothing is known; where they settle it for
 * none, it is one finding of the site.
 */
function judgements(facts: Facts, { answers }: ChecklistInput, entry: ChecklistEntry): readonly Judgement[] {
  const reply = Object.hasOwn(answers, entry.id) ? answers[entry.id] : undefined
  const all = machinesFor(facts, entry).map((machine) => ({
    machine,
    judged: judge(facts, entry.when, machine),
    reply,
  }))
  if (all.length < 2 || reply === undefined) return all
  const truths = all.map(({ judged }) => judged.truth)
  if (truths.every((truth) => truth === null)) {
    return [{ machine: undefined, judged: judge(facts, entry.when), reply }]
  }
  const [settled, ruledOut] = [truths.includes(true), truths.every((truth) => truth === false)]
  return all.map((one) => {
    const belongs = one.judged.truth ?? !settled
    return belongs || ruledOut ? one : { ...one, reply: undefined }
  })
}

function findingOf(
  input: ChecklistInput,
  facts: Facts,
  entry: ChecklistEntry,
  judgement: Judgement,
): Finding {
  const { machine, judged, reply, doubt } = judgement
  const decided = decideOutcome(entry, judged, reply?.answer, doubt?.there)
  const waiver = waiverFor(input, entry.id, machine)
  const open = decided.outcome === 'needs-data' || decided.outcome === 'look'
  return {
    entry: entry.id,
    system: entry.system,
    ...(machine !== undefined && { machine }),
    ...decided,
    ...(waiver && { outcome: 'waived' as const }),
    ...(doubt && reply?.answer !== 'yes' && { part: partOf(doubt) }),
    title: entry.title,
    question: entry.question,
    ...(entry.when !== 'always' && { condition: entry.when }),
    why: judged.truth === true && judged.seen.length > 0 ? whyTrue(facts, entry.when, machine) : [],
    seen: judged.seen,
    lacks: open ? judged.lacks : [],
    ...(reply && { answer: reply.answer }),
    ...noteOf(reply?.note, waiver),
    priority: entry.priority,
    practice: entry.practice,
  }
}

function partOf({ part: { id, name }, there }: Presence): DoubtfulPart {
  return { id, name, there: there === false ? false : null }
}

function noteOf(note: string | undefined, waiver: EntryWaiver | undefined): { readonly note?: string } {
  if (waiver === undefined) return note === undefined ? {} : { note }
  return { note: [waiver.reason, waiver.by, waiver.until].filter((part) => part !== undefined).join(' · ') }
}

function isExpired(waiver: EntryWaiver, date: string | undefined): boolean {
  return waiver.until !== undefined && date !== undefined && waiver.until < date
}

function waiverFor(
  { waivers = [], date }: ChecklistInput,
  id: string,
  machine: string | undefined,
): EntryWaiver | undefined {
  return waivers.find(
    (waiver) =>
      waiver.entry === id &&
      (waiver.machine === undefined || waiver.machine === machine) &&
      !isExpired(waiver, date),
  )
}

function expiredWaivers({ content, waivers = [], date }: ChecklistInput): readonly Diagnostic[] {
  return waivers
    .filter((waiver) => content.entries.has(waiver.entry) && isExpired(waiver, date))
    .map(({ entry, by, until = '' }) => diagnose('C201', '/waive', { entry, by, until }))
}

/** Parts that are said not to be there although the file speaks of them; what it shows holds. */
function contradictedParts(presences: ReadonlySet<Presence>): readonly Diagnostic[] {
  return [...new Set([...presences].map(({ part }) => part))].map(({ id, name }) =>
    diagnose('C204', `/answers${pointerOf(id)}`, { part: id, name: name.en, 'name-vi': name.vi }),
  )
}

function notices(entry: ChecklistEntry, judged: Judged, finding: Finding): readonly Diagnostic[] {
  const { id, when } = entry
  if (judged.failed !== undefined) {
    return [diagnose('C202', '', { entry: id, condition: when, detail: judged.failed })]
  }
  if (!finding.contradicts || finding.outcome === 'waived') return []
  const seen = judged.seen.map(({ name, value }) => `${name} = ${value ?? '?'}`).join(', ')
  const args = { entry: id, answer: finding.answer ?? '', condition: when, seen }
  return [diagnose('C203', `/answers${pointerOf(id)}`, args)]
}
